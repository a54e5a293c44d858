import type { Finding } from "../../../model/reports/finding.ts";
import { territoryOf } from "../../../table/column/role/territory.ts";
import { findGeoFaults } from "../../../table/json/geojson.ts";
import { error, type Rule, warning } from "../../rule.ts";
import { geojsonWords } from "./geojson-words.ts";
import { jsonExample, jsonFiles } from "./json-readable.ts";

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
        const { severity, message, hint } = geojsonWords(fault);
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
