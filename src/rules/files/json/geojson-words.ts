import type { GeoFault } from "../../../table/json/geojson.ts";

type Words = { severity: "error" | "warning"; message: string; hint: string };

const objects = ({ count, first }: GeoFault): string =>
  `(об’єктів — ${count}, перший — ${first}-й)`;

const words: Record<GeoFault["what"], (fault: GeoFault) => Words> = {
  "no-object": ({ detail }) => ({
    severity: "error",
    message: detail
      ? `У файлі немає об’єкта GeoJSON: виду «${detail}» стандарт не знає.`
      : "У файлі немає об’єкта GeoJSON.",
    hint: 'Карта — це {"type": "FeatureCollection", "features": […]}. Експортуйте шар із QGIS: Експорт → Зберегти об’єкти як → GeoJSON.',
  }),
  "no-features": () => ({
    severity: "error",
    message: "У FeatureCollection немає списку features.",
    hint: "Експортуйте шар ще раз.",
  }),
  feature: (fault) => ({
    severity: "error",
    message: `Не об’єкти карти, а щось інше ${objects(fault)}: потрібні type «Feature», geometry і properties.`,
    hint: "Експортуйте шар ще раз.",
  }),
  properties: (fault) => ({
    severity: "warning",
    message: `Об’єкти без опису properties ${objects(fault)}.`,
    hint: "Додайте properties: назву, номер, адресу об’єкта; якщо їх немає, напишіть null.",
  }),
  geometry: (fault) => ({
    severity: "error",
    message: `Геометрія, якої стандарт не знає ${objects(fault)}.`,
    hint: "Дозволено Point, LineString, Polygon, їхні Multi… і GeometryCollection.",
  }),
  coordinates: (fault) => ({
    severity: "error",
    message: `Координати записано не так, як велить вид геометрії ${objects(fault)}.`,
    hint: "Точка — [довгота, широта], числами; лінія — щонайменше дві точки.",
  }),
  ring: (fault) => ({
    severity: "error",
    message: `Межа многокутника не замкнена або має менш ніж чотири точки ${objects(fault)}.`,
    hint: "Остання точка межі має дорівнювати першій.",
  }),
  metres: ({ detail }) => ({
    severity: "error",
    message: `Координати — не градуси${detail ? `, а метри вебкарти (${detail})` : ": схоже на метри проєкції"}.`,
    hint: "Збережіть шар у WGS 84 (EPSG:4326): у QGIS — Експорт → Зберегти об’єкти як → GeoJSON, система координат EPSG:4326.",
  }),
  range: ({ count }) => ({
    severity: "error",
    message: `Координати, яких не буває: довгота понад 180 або широта понад 90 градусів (точок — ${count}).`,
    hint: "Перевірте точки на карті: чи не пропущено десяткову крапку.",
  }),
  swapped: () => ({
    severity: "error",
    message: "Широту й довготу переставлено: стандарт велить [довгота, широта].",
    hint: "Поміняйте числа місцями в кожній точці: у QGIS — «Поміняти координати X і Y», потім експорт.",
  }),
  crs: ({ detail }) => ({
    severity: "error",
    message: `Файл у системі координат ${detail ? `«${detail}»` : "crs"}, а GeoJSON буває лише у WGS 84.`,
    hint: "Збережіть шар у WGS 84 (EPSG:4326) і вилучіть поле crs.",
  }),
  elsewhere: () => ({
    severity: "warning",
    message: "Жодна точка не лежить у межах громади.",
    hint: "Якщо карта про інші території, вкажіть їх у паспорті набору (spatial); якщо про громаду, перевірте точки.",
  }),
  winding: (fault) => ({
    severity: "warning",
    message: `Межі обведено не в той бік ${objects(fault)}: зовнішню — проти годинникової стрілки, отвори — за нею.`,
    hint: "Деякі карти зафарбують усе, крім об’єкта. У QGIS при експорті: RFC7946 — YES.",
  }),
  "null-geometry": (fault) => ({
    severity: "warning",
    message: `Об’єкти без місця на карті ${objects(fault)}.`,
    hint: "Знайдіть їхні координати; якщо їх немає, напишіть про це в примітці до набору.",
  }),
  members: (fault) => ({
    severity: "error",
    message: `Поле «${fault.detail}» стоїть не в тому об’єкті ${objects(fault)}: одні програми прочитають його так, інші інакше.`,
    hint: "Геометрія стоїть у geometry, опис — у properties. Експортуйте шар ще раз.",
  }),
  bbox: (fault) => ({
    severity: "error",
    message: `Межі bbox записано не чотирма й не шістьма числами ${objects(fault)}.`,
    hint: "Вилучіть поле bbox: програми порахують межі самі.",
  }),
  id: (fault) => ({
    severity: "error",
    message: `Номер id — не число й не текст ${objects(fault)}.`,
    hint: "Запишіть номер числом або текстом чи вилучіть поле id.",
  }),
  "more-numbers": (fault) => ({
    severity: "warning",
    message: `У точки більше ніж три числа ${objects(fault)}: програми прочитають лише довготу, широту й висоту.`,
    hint: "Перенесіть решту чисел у properties.",
  }),
  empty: () => ({
    severity: "error",
    message: "На карті немає жодного об’єкта.",
    hint: "Експортуйте шар ще раз: можливо, було увімкнено фільтр або «лише вибрані об’єкти».",
  }),
};

/** What is wrong with a map, how grave it is, and how to mend it. */
export const geojsonWords = (fault: GeoFault): Words => words[fault.what](fault);
