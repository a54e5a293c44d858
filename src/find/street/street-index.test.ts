import { expect, test } from "vitest";
import { treeOf } from "../../model/tree.ts";
import { readRepository } from "../../read/repository.ts";
import { examplePortal, stopsWith } from "../../rules/example-portal.ts";
import { catalogueOf } from "../../test/fixtures/generated-portal.ts";
import type { IndexedStreet, StreetWords } from "./street-files.ts";
import { streetIndexOf } from "./street-index.ts";

/** Stops with addresses and places; places of another set to be near. */
const files = {
  ...examplePortal,
  ...stopsWith(
    "        - { name: name, type: string, title: Назва }\n",
    "        - { name: address, type: string, title: Адреса }\n        - { name: lat, type: string, title: Широта }\n        - { name: lon, type: string, title: Довгота }\n",
  ),
  "data/datasets/stops/stops.csv":
    'id,address,lat,lon,platforms\n1,"вул. Соборна, 1",48.5,32.2,2\n2,"вул. Соборна, 2",невідомо,32.2,1\n',
  "data/datasets/parks/datapackage.yaml": (
    examplePortal["data/datasets/stops/datapackage.yaml"] ?? ""
  )
    .replace(/title: Зупинки громадського транспорту/, "title: Парки")
    .replace("name: stops", "name: parks")
    .replace("path: stops.csv", "path: parks.csv")
    .replace(
      "        - { name: platforms, type: integer, title: Кількість платформ }\n",
      "        - { name: lat, type: number, title: Широта }\n        - { name: lon, type: number, title: Довгота }\n",
    ),
  "data/datasets/parks/parks.csv":
    "id,name,lat,lon\n1,Парк Миру,48.501,32.2\n2,Парк Перемоги,48.6,32.3\n",
};

test("streets of a table with former names are told by both; a name some street has today is no former one", () => {
  const { "data/datasets/stops/stops.csv": _, ...rest } = files;
  const made = (rows: string) => {
    const portal = {
      ...rest,
      ...stopsWith(
        "        - { name: name, type: string, title: Назва }\n",
        "        - { name: street, type: string, title: Назва вулиці }\n        - { name: former, type: string, title: Стара назва вулиці }\n",
      ),
      "data/datasets/stops/stops.csv": `id,street,former,platforms\n${rows}`,
    };
    const index = streetIndexOf(catalogueOf(portal), readRepository(treeOf(portal)).datasets);
    return index.get("streets/renamed.json");
  };
  expect(JSON.parse(made("1,вул. Велика Перспективна,вул. Кірова,2\n") ?? "[]")).toEqual([
    { key: "кірова", was: "вул. Кірова", now: "вул. Велика Перспективна" },
  ]);
  expect(made("1,вул. Велика Перспективна,,2\n")).toBeUndefined();
  expect(made("1,вул. Велика Перспективна,вул. Кірова,2\n2,вул. Кірова,,1\n")).toBeUndefined();
});

test("a street names tables by themselves, and a place that is no number is none", () => {
  const made = streetIndexOf(catalogueOf(files), readRepository(treeOf(files)).datasets);
  const [streets = ""] = [...made].flatMap(([name, text]) =>
    name === "streets/tables.json" ? [] : [text],
  );
  const [street]: IndexedStreet[] = JSON.parse(streets);
  expect(street?.has.map(({ table, rows }) => [table, rows])).toEqual([["stops/stops", 2]]);
  expect(street?.at).toEqual([48.5, 32.2]);
  expect(street?.placed).toEqual({ "1": [0, 0] });
  expect(JSON.parse(made.get("streets/places.json") ?? "[]")).toEqual([
    {
      table: "parks/parks",
      things: [
        ["Парк Миру", 48.501, 32.2],
        ["Парк Перемоги", 48.6, 32.3],
      ],
    },
  ]);
});

test("a street is written as most rows write it, not as most spellings do", () => {
  const written = {
    ...files,
    "data/datasets/stops/stops.csv": `id,address,lat,lon,platforms\n${[
      "СОБОРНА, 1",
      "Соборна, 2",
      "Соборна, 3",
    ]
      .map((house, at) => `${at + 1},"вул. ${house}",48.5,32.2,2\n`)
      .join("")}`,
  };
  const made = streetIndexOf(catalogueOf(written), readRepository(treeOf(written)).datasets);
  const [streets = "[]"] = [...made].flatMap(([name, text]) =>
    name === "streets/tables.json" ? [] : [text],
  );
  const found: IndexedStreet[] = JSON.parse(streets);
  expect(found.map(({ title, has }) => [title, has.map(({ rows }) => rows)])).toEqual([
    ["вул. Соборна", [3]],
  ]);
});

test("a row of two houses is one row of its street and one of each house", () => {
  const paired = {
    ...files,
    "data/datasets/stops/stops.csv":
      'id,address,lat,lon,platforms\n1,"вул. Соборна, 8-10",48.5,32.2,2\n2,"вул. Соборна, 10",48.5,32.2,1\n3,"вул. Соборна, 89 та 91",48.5,32.2,1\n',
  };
  const made = streetIndexOf(catalogueOf(paired), readRepository(treeOf(paired)).datasets);
  const [streets = "[]"] = [...made].flatMap(([name, text]) =>
    name === "streets/tables.json" ? [] : [text],
  );
  const [street]: IndexedStreet[] = JSON.parse(streets);
  expect(street?.has.map(({ rows, houses }) => [rows, houses])).toEqual([
    [3, { "8": 1, "10": 2, "89": 1, "91": 1 }],
  ]);
});

test("a place that is but a number says whose number it is", () => {
  const numbered = {
    ...files,
    "data/datasets/parks/datapackage.yaml": (
      files["data/datasets/parks/datapackage.yaml"] ?? ""
    ).replace("title: Назва", "title: Номер парку"),
    "data/datasets/parks/parks.csv": "id,name,lat,lon\n1,0350,48.501,32.2\n2,0351,48.6,32.3\n",
  };
  const made = streetIndexOf(catalogueOf(numbered), readRepository(treeOf(numbered)).datasets);
  expect(JSON.parse(made.get("streets/places.json") ?? "[]")).toEqual([
    {
      table: "parks/parks",
      things: [
        ["0350", 48.501, 32.2, "Номер парку 0350"],
        ["0351", 48.6, 32.3, "Номер парку 0351"],
      ],
    },
  ]);
});

test("the words of all streets and the names of the portal's settlements are told apart", () => {
  const made = streetIndexOf(catalogueOf(files), readRepository(treeOf(files)).datasets);
  const { words }: StreetWords = JSON.parse(made.get("streets/words.json") ?? "{}");
  expect(words).toEqual(["соборна"]);
});
