import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { project } from "../../test/fixtures/built-site.ts";
import { boundsOf, placesOf } from "./places.ts";

const header =
  "Перший рівень;Другий рівень;Третій рівень;Четвертий рівень;Додатковий рівень;Категорія об’єкта;Назва об’єкта";
const oblast = "UA99000000000000001";
const raion = "UA99010000000000002";
const hromada = "UA99010010000000003";
const city = "UA99010010010000004";
const district = "UA99010010010100005";
const other = "UA99010020000000006";
const village = "UA99010020010000007";
const rows = (...lines: string[]) => [header, ...lines].map((line) => line.split(";"));

test("settlements of the hromada and districts of its city, whatever alphabet the category is in", () => {
  expect(
    placesOf(
      rows(
        `${oblast};;;;;O;Вигадана`,
        `${oblast};${raion};${hromada};;;Н;Степова`,
        `${oblast};${raion};${hromada};${city};;М;Степове`,
        `${oblast};${raion};${hromada};${city};${district};B;Лісовий`,
        `${oblast};${raion};${other};${village};;С;Чуже`,
      ),
      hromada,
    ),
  ).toEqual([
    { code: city, title: "місто Степове" },
    { code: district, title: "Лісовий район міста" },
  ]);
});

test("the same of a table that names each place and what it is part of", () => {
  const header = ["code", "parentCode", "level", "category", "categoryTitle", "name"];
  expect(
    placesOf(
      [
        header,
        [hromada, raion, "3", "H", "територіальна громада", "Степова"],
        [city, hromada, "4", "M", "місто", "Степове"],
        [district, city, "5", "B", "район у місті", "Лісовий"],
        [village, other, "4", "C", "село", "Чуже"],
      ],
      hromada,
    ),
  ).toEqual([
    { code: city, title: "місто Степове" },
    { code: district, title: "Лісовий район міста" },
  ]);
});

test("a code that is not there, or has nothing under it, is told", () => {
  const codifier = rows(
    `${oblast};${raion};${hromada};;;H;Степова`,
    `${oblast};${raion};${other};;;H;Лісова`,
    `${oblast};${raion};${other};${village};;C;Лісове`,
  );
  expect(placesOf(codifier, hromada)).toEqual({
    fault: `Код ${hromada} у кодифікаторі є, але населених пунктів під ним немає: це код громади?`,
  });
  expect(placesOf(codifier, "UA99999999999999999")).toEqual({
    fault:
      "Коду UA99999999999999999 у кодифікаторі немає: перевірте код громади й чи це файл КАТОТТГ.",
  });
});

const real = join(project, "../shared/realdata/kropyvnytskyi/katottg-kirovohradska-2025-05-16.csv");
test.skipIf(!existsSync(real))(
  "the ministry's own file of an oblast (skipped where it is absent): the city, its two districts, its settlement",
  () => {
    const codifier: string[][] = parse(readFileSync(real, "utf8"), { bom: true, delimiter: ";" });
    expect(placesOf(codifier, "UA35040210000014072")).toEqual([
      { code: "UA35040210010019355", title: "місто Кропивницький" },
      { code: "UA35040210010145346", title: "Подільський район міста" },
      { code: "UA35040210010286392", title: "Фортечний район міста" },
      { code: "UA35040210020036866", title: "селище Нове" },
    ]);
  },
);

test("a boundary of any geometry has bounds in degrees", () => {
  const ring = [
    [32.10004, 48.5],
    [32.4, 48.42001],
    [32.3, 48.6, 120],
    [32.10004, 48.5],
  ];
  const bounds = [32.1, 48.42, 32.4, 48.6];
  const polygon = { type: "Polygon", coordinates: [ring] };
  expect(boundsOf(JSON.stringify(polygon))).toEqual(bounds);
  expect(
    boundsOf(
      JSON.stringify({
        type: "FeatureCollection",
        features: [
          {
            type: "Feature",
            geometry: {
              type: "GeometryCollection",
              geometries: [{ type: "MultiPolygon", coordinates: [[ring]] }],
            },
          },
        ],
      }),
    ),
  ).toEqual(bounds);
});

test.each([
  ["no JSON", "<kml/>", "Файл меж — не JSON: потрібен GeoJSON із межею громади."],
  [
    "nothing in it",
    '{"type":"FeatureCollection","features":[]}',
    "У файлі меж немає жодної координати: потрібен GeoJSON із межею громади.",
  ],
  [
    "metres of a projection",
    '{"type":"Point","coordinates":[5393000.1,6180000.2]}',
    "Координати меж — не градуси: збережіть їх у WGS 84 (EPSG:4326).",
  ],
])("a boundary with %s is refused in a sentence", (_, text, fault) => {
  expect(boundsOf(text)).toEqual({ fault });
});
