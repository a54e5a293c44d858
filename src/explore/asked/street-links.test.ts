import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildCatalogue } from "../../catalogue/build-catalogue.ts";
import { type IndexedStreet, type StreetTable, tableKey } from "../../find/street/street-files.ts";
import { streetIndexOf } from "../../find/street/street-index.ts";
import { rowsAt, rowsQuery } from "../../find/street/street-rows.ts";
import { streetColumnsOf } from "../../find/street/street-sets.ts";
import type { Catalogue } from "../../model/catalogue.ts";
import { treeOf } from "../../model/tree.ts";
import { readRepository } from "../../read/repository.ts";
import { readTree } from "../../read/tree.ts";
import { examplePortal, stopsWith } from "../../rules/example-portal.ts";
import { checkRepository } from "../../rules/index.ts";
import { findRows } from "../find.ts";
import { parseRecords } from "../source/fetch-records.ts";
import { memorySource } from "../source/source.ts";
import { parseView } from "../view.ts";

const project = join(import.meta.dirname, "../../..");

/** A table as its page has it: who follows a link to it is shown so many rows. */
function tableAt(catalogue: Catalogue, key: string, textOf: (path: string) => string) {
  const [id, name] = key.split("/");
  const resource = catalogue.datasets
    .find((dataset) => dataset.id === id)
    ?.resources.find((one) => one.name === name);
  const table = resource?.table;
  if (!resource || !table) throw new Error(`${key} is no table.`);
  const columns = table.columns.map(({ field, title, profile }) => ({
    name: field.name,
    title: title.uk,
    type: field.type,
    distinct: profile.distinct,
    missing: profile.missing,
  }));
  const records = parseRecords(
    textOf(`data/datasets/${id}/${resource.path?.split("/").at(-1)}`),
    table.headerRows,
  );
  const source = memorySource(
    columns.map((column) => column.name),
    records,
    resource.schema?.missingValues ?? ["", "null"],
  );
  const streets = streetColumnsOf(table, catalogue.portal);
  return async (query: URLSearchParams) =>
    (await findRows(source, parseView(query, columns), columns, streets)).length;
}

/** Links of «Моя вулиця» that show other rows than it counts, of all streets and houses. */
async function falseLinks(
  repository: ReturnType<typeof readRepository>,
  textOf: (path: string) => string,
) {
  const catalogue = buildCatalogue(repository, checkRepository(repository), "2026-11-30");
  const files = streetIndexOf(catalogue, repository.datasets);
  const tables: StreetTable[] = JSON.parse(files.get("streets/tables.json") ?? "[]");
  const byKey = new Map(
    tables.map((table) => [
      tableKey(table),
      { table, shown: tableAt(catalogue, tableKey(table), textOf) },
    ]),
  );
  const streets = new Map<string, IndexedStreet>();
  for (const [name, text] of files)
    if (/\/[0-9a-f]+\.json$/.test(name))
      for (const street of JSON.parse(text) as IndexedStreet[]) streets.set(street.title, street);
  const wrong: string[] = [];
  let links = 0;
  for (const street of streets.values())
    for (const has of street.has) {
      const at = byKey.get(has.table);
      const houses = Object.keys(has.houses ?? {});
      for (const house of at ? ["", ...houses] : []) {
        const query = rowsQuery(street, has, at?.table ?? { resource: "" }, house);
        const shown = await at?.shown(new URLSearchParams(query.toString()));
        const told = rowsAt(has, house);
        links++;
        if (shown !== told)
          wrong.push(
            `${has.table}: ${decodeURIComponent(`${query}`)}: ${told} told, ${shown} shown`,
          );
      }
    }
  return { wrong, links, streets: streets.size };
}

test("behind every link of «Моя вулиця» of this portal stand the rows it counts: all streets, all houses", async () => {
  const { wrong, links, streets } = await falseLinks(readRepository(readTree(project)), (path) =>
    readFileSync(join(project, path), "utf8"),
  );
  expect(wrong).toEqual([]);
  expect(streets).toBeGreaterThan(900);
  expect(links).toBeGreaterThan(streets);
});

test("a street is written in many ways, twice in a row, in columns of its parts, in another town", async () => {
  const written = [
    ["вул.", "Соборна", "8-а"],
    ["вулиця", "Соборна", "8а"],
    ["", "Соборна", "81"],
    ["вул.", "Соборна", "8/3"],
    ["вул.", "СОБОРНА", "28"],
    ["пров.", "Соборний", "8"],
    ["пров.", "Соборна", "8"],
    ["", "вул. Соборна, 8; вул. Соборна, 10", ""],
    ["", "ріг вул. Соборна та вул. Київська", ""],
    ["", "м. Одеса, вул. Соборна, 8", ""],
    ["вул.", "Нова Соборна", "8"],
    ["", "1-й Новий", "1"],
    ["", "Новий 1-й", "2"],
    ["", "", "8"],
  ];
  const files: Record<string, string> = {
    ...examplePortal,
    ...stopsWith(
      "        - { name: name, type: string, title: Назва }\n",
      "        - { name: streetType, type: string, title: Тип вулиці }\n        - { name: street, type: string, title: Назва вулиці }\n        - { name: houseNumber, type: string, title: Номер будинку }\n",
    ),
    "data/datasets/stops/stops.csv": `id,streetType,street,houseNumber,platforms\n${written
      .map(([kind, name, house], at) => `${at + 1},${kind},"${name}",${house},2\n`)
      .join("")}`,
  };
  const { wrong, links } = await falseLinks(
    readRepository(treeOf(files)),
    (path) => files[path] ?? "",
  );
  expect(wrong).toEqual([]);
  expect(links).toBeGreaterThan(12);
});
