import type { Finding } from "../../model/reports/finding.ts";
import { territoryOf } from "../../table/column/role/territory.ts";
import { findGeoFaults, type GeoFault } from "../../table/json/geojson.ts";
import { error, type Rule, warning } from "../rule.ts";
import { jsonExample, jsonFiles } from "./json-readable.ts";

type Words = { severity: "error" | "warning"; message: string; hint: string };

const objects = (fault: GeoFault): string =>
  `(об’єктів — ${fault.count}, перший — ${fault.first}-й)`;

function words(fault: GeoFault): Words {
  const { what, detail } = fault;
  switch (what) {
    case "no-object":
      return {
        severity: "error",
        message: detail
          ? `У файлі немає об’єкта GeoJSON: виду «${detail}» стандарт не знає.`
          : "У файлі немає об’єкта GeoJSON.",
        hint: 'Карта — це {"type": "FeatureCollection", "features": […]}. Експортуйте шар із QGIS: Експорт → Зберегти об’єкти як → GeoJSON.',
      };
    case "no-features":
      return {
        severity: "error",
        message: "У FeatureCollection немає списку features.",
        hint: "Експортуйте шар ще раз.",
      };
    case "feature":
      return {
        severity: "error",
        message: `Не об’єкти карти, а щось інше ${objects(fault)}: потрібні type «Feature», geometry і properties.`,
        hint: "Експортуйте шар ще раз.",
      };
    case "properties":
      return {
        severity: "warning",
        message: `Об’єкти без опису properties ${objects(fault)}.`,
        hint: "Додайте properties: назву, номер, адресу об’єкта; якщо їх немає, напишіть null.",
      };
    case "geometry":
      return {
        severity: "error",
        message: `Геометрія, якої стандарт не знає ${objects(fault)}.`,
        hint: "Дозволено Point, LineString, Polygon, їхні Multi… і GeometryCollection.",
      };
    case "coordinates":
      return {
        severity: "error",
        message: `Координати записано не так, як велить вид геометрії ${objects(fault)}.`,
        hint: "Точка — [довгота, широта], числами; лінія — щонайменше дві точки.",
      };
    case "ring":
      return {
        severity: "error",
        message: `Межа многокутника не замкнена або має менш ніж чотири точки ${objects(fault)}.`,
        hint: "Остання точка межі має дорівнювати першій.",
      };
    case "metres":
      return {
        severity: "error",
        message: `Координати — не градуси${detail ? `, а метри вебкарти (${detail})` : ": схоже на метри проєкції"}.`,
        hint: "Збережіть шар у WGS 84 (EPSG:4326): у QGIS — Експорт → Зберегти об’єкти як → GeoJSON, система координат EPSG:4326.",
      };
    case "range":
      return {
        severity: "error",
        message: `Координати, яких не буває: довгота понад 180 або широта понад 90 градусів (точок — ${fault.count}).`,
        hint: "Перевірте точки на карті: чи не пропущено десяткову крапку.",
      };
    case "swapped":
      return {
        severity: "error",
        message: "Широту й довготу переставлено: стандарт велить [довгота, широта].",
        hint: "Поміняйте числа місцями в кожній точці: у QGIS — «Поміняти координати X і Y», потім експорт.",
      };
    case "crs":
      return {
        severity: "error",
        message: `Файл у системі координат ${detail ? `«${detail}»` : "crs"}, а GeoJSON буває лише у WGS 84.`,
        hint: "Збережіть шар у WGS 84 (EPSG:4326) і вилучіть поле crs.",
      };
    case "elsewhere":
      return {
        severity: "warning",
        message: "Жодна точка не лежить у межах громади.",
        hint: "Якщо карта про інші території, вкажіть їх у паспорті набору (spatial); якщо про громаду, перевірте точки.",
      };
    case "winding":
      return {
        severity: "warning",
        message: `Межі обведено не в той бік ${objects(fault)}: зовнішню — проти годинникової стрілки, отвори — за нею.`,
        hint: "Деякі карти зафарбують усе, крім об’єкта. У QGIS при експорті: RFC7946 — YES.",
      };
    case "null-geometry":
      return {
        severity: "warning",
        message: `Об’єкти без місця на карті ${objects(fault)}.`,
        hint: "Знайдіть їхні координати; якщо їх немає, напишіть про це в примітці до набору.",
      };
    case "members":
      return {
        severity: "error",
        message: `Поле «${detail}» стоїть не в тому об’єкті ${objects(fault)}: одні програми прочитають його так, інші інакше.`,
        hint: "Геометрія стоїть у geometry, опис — у properties. Експортуйте шар ще раз.",
      };
    case "bbox":
      return {
        severity: "error",
        message: `Межі bbox записано не чотирма й не шістьма числами ${objects(fault)}.`,
        hint: "Вилучіть поле bbox: програми порахують межі самі.",
      };
    case "id":
      return {
        severity: "error",
        message: `Номер id — не число й не текст ${objects(fault)}.`,
        hint: "Запишіть номер числом або текстом чи вилучіть поле id.",
      };
    case "more-numbers":
      return {
        severity: "warning",
        message: `У точки більше ніж три числа ${objects(fault)}: програми прочитають лише довготу, широту й висоту.`,
        hint: "Перенесіть решту чисел у properties.",
      };
    case "empty":
      return {
        severity: "error",
        message: "На карті немає жодного об’єкта.",
        hint: "Експортуйте шар ще раз: можливо, було увімкнено фільтр або «лише вибрані об’єкти».",
      };
  }
}

/** Is a parsed JSON value a map, though its file is not named so? */
const isCollection = (value: unknown): boolean =>
  (value as { type?: unknown } | null)?.type === "FeatureCollection";

export const geojsonValid: Rule = {
  id: "geojson-valid",
  title: "Карта GeoJSON правильна й лежить на своєму місці",
  why: "Карту читають за стандартом RFC 7946: спершу довгота, потім широта, градуси WGS 84. Переставлені числа чи метри переносять об’єкти за тисячі кілометрів, і карта виходить порожня.",
  check: (repository) => {
    const spatial = new Map(repository.datasets.map(({ id, value }) => [id, value.spatial]));
    return jsonFiles(repository).flatMap((read): Finding[] => {
      if (!("value" in read)) return [];
      const { file, value } = read;
      if (!/\.geojson$/i.test(file) && !isCollection(value)) return [];
      const id = file.split("/")[2] ?? "";
      const { box } = territoryOf(repository.portal?.value, spatial.get(id) ?? []);
      return findGeoFaults(value, box).map((fault) => {
        const { severity, message, hint } = words(fault);
        const place = { file };
        return (severity === "error" ? error : warning)(geojsonValid, { place, message, hint });
      });
    });
  },
  examples: [
    geoExample("у файлі JSON, але не карта", '{"hello": 1}', ["У файлі немає об’єкта GeoJSON."]),
    geoExample(
      "широту й довготу переставлено",
      collection(point(48.51, 32.26), point(48.52, 32.27)),
      ["Широту й довготу переставлено: стандарт велить [довгота, широта]."],
    ),
    geoExample("координати в метрах вебкарти", collection(point(3591166, 6192847)), [
      "Координати — не градуси, а метри вебкарти (EPSG:3857).",
    ]),
    geoExample(
      "межа не замкнена",
      collection(
        '{"type":"Polygon","coordinates":[[[32.2,48.5],[32.3,48.5],[32.3,48.55],[32.2,48.55]]]}',
      ),
      ["Межа многокутника не замкнена або має менш ніж чотири точки (об’єктів — 1, перший — 1-й)."],
    ),
    {
      ...geoExample(
        "об’єкт без місця, і межу обведено навпаки",
        collection(
          "null",
          '{"type":"Polygon","coordinates":[[[32.2,48.5],[32.2,48.55],[32.3,48.55],[32.2,48.5]]]}',
        ),
        [
          "Об’єкти без місця на карті (об’єктів — 1, перший — 1-й).",
          "Межі обведено не в той бік (об’єктів — 1, перший — 2-й): зовнішню — проти годинникової стрілки, отвори — за нею.",
        ],
      ),
      warns: true,
    },
    geoExample("невідомий вид", '{"type":"Map"}', [
      "У файлі немає об’єкта GeoJSON: виду «Map» стандарт не знає.",
    ]),
    geoExample("колекція без списку", '{"type":"FeatureCollection"}', [
      "У FeatureCollection немає списку features.",
    ]),
    geoExample("порожня карта", collection(), ["На карті немає жодного об’єкта."]),
    geoExample(
      "у списку геометрія, а не об’єкт карти",
      `{"type":"FeatureCollection","features":[${point(32.26, 48.51)}]}`,
      [
        "Не об’єкти карти, а щось інше (об’єктів — 1, перший — 1-й): потрібні type «Feature», geometry і properties.",
      ],
    ),
    geoExample("невідома геометрія", collection('{"type":"Circle","coordinates":[32.26,48.51]}'), [
      "Геометрія, якої стандарт не знає (об’єктів — 1, перший — 1-й).",
    ]),
    geoExample(
      "координати текстом",
      collection(point(32.26, 48.51), '{"type":"Point","coordinates":["32,26","48,51"]}'),
      ["Координати записано не так, як велить вид геометрії (об’єктів — 1, перший — 2-й)."],
    ),
    geoExample(
      "пропущено десяткову крапку",
      collection(point(32.26, 48.51), point(32.27, 48.52), point(3227, 48.52)),
      ["Координати, яких не буває: довгота понад 180 або широта понад 90 градусів (точок — 1)."],
    ),
    geoExample("координати в метрах невідомої проєкції", collection(point(5412345, 5374321)), [
      "Координати — не градуси: схоже на метри проєкції.",
    ]),
    geoExample(
      "інша система координат",
      '{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:5563"}},"features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[32.26,48.51]}}]}',
      ["Файл у системі координат «EPSG:5563», а GeoJSON буває лише у WGS 84."],
    ),
    geoExample(
      "координати в об’єкті, а не в його геометрії",
      '{"type":"Feature","coordinates":[1,2],"id":[7],"bbox":[1,2],"properties":{},"geometry":{"type":"Point","coordinates":[32.26,48.51]}}',
      [
        "Поле «coordinates» стоїть не в тому об’єкті (об’єктів — 1, перший — 1-й): одні програми прочитають його так, інші інакше.",
        "Межі bbox записано не чотирма й не шістьма числами (об’єктів — 1, перший — 1-й).",
        "Номер id — не число й не текст (об’єктів — 1, перший — 1-й).",
      ],
    ),
    {
      ...geoExample(
        "об’єкт без опису, четверте число в точці",
        '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[32.26,48.51,120,7]}}]}',
        [
          "Об’єкти без опису properties (об’єктів — 1, перший — 1-й).",
          "У точки більше ніж три числа (об’єктів — 1, перший — 1-й): програми прочитають лише довготу, широту й висоту.",
        ],
      ),
      warns: true,
    },
    {
      ...geoExample("карта іншої громади", collection(point(24.03, 49.84)), [
        "Жодна точка не лежить у межах громади.",
      ]),
      warns: true,
    },
    geoExample("правильна карта", collection(point(32.26, 48.51)), []),
  ],
};

function geoExample(when: string, text: string, messages: string[]) {
  return jsonExample(when, text, messages, "extra.geojson");
}
function point(longitude: number, latitude: number): string {
  return `{"type":"Point","coordinates":[${longitude},${latitude}]}`;
}
function collection(...geometries: string[]): string {
  return `{"type":"FeatureCollection","features":[${geometries.map((geometry) => `{"type":"Feature","properties":{},"geometry":${geometry}}`).join(",")}]}`;
}
