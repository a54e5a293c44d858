import { expect, test } from "vitest";
import { buildCatalogue } from "../catalogue/build-catalogue.ts";
import { hasErrors } from "../model/reports/finding.ts";
import { largestFile, treeOf } from "../model/tree.ts";
import { toCkanPackage } from "../published/dataset/ckan.ts";
import { toDataPackage } from "../published/dataset/datapackage.ts";
import { readRepository } from "../read/repository.ts";
import { examplePortal } from "../rules/example-portal.ts";
import { checkRepository, rules } from "../rules/index.ts";
import { bigTable, bigTableFields } from "./fixtures/big-table.ts";
import { pinnedAt, readersWith, sumOf } from "./fixtures/files-elsewhere.ts";

const passport = "data/datasets/stops/datapackage.yaml";
const table = "data/datasets/stops/stops.csv";
const url = "https://files.example.gov.ua/open/stops.csv";
const bytesOf = (content: string | Uint8Array) =>
  typeof content === "string" ? new TextEncoder().encode(content) : content;

type Files = Record<string, string | Uint8Array>;

const read = (files: Files, ...contents: Uint8Array[]) =>
  readRepository(treeOf(files), undefined, readersWith(...contents));

/** The same portal with its table elsewhere. */
function movedAway(files: Files): { files: Files; content: Uint8Array } {
  const { [table]: content = "", ...rest } = files;
  const bytes = bytesOf(content);
  const text = pinnedAt(String(rest[passport]), "stops.csv", url, bytes);
  return { files: { ...rest, [passport]: text }, content: bytes };
}

const examples = rules.flatMap(({ id, examples: all }) =>
  all.flatMap(({ when, files }): [string, Files][] =>
    typeof files[table] === "string" || files[table] instanceof Uint8Array
      ? [
          [
            `${id}: ${when}`,
            Object.fromEntries(
              Object.entries({ ...examplePortal, ...files }).filter(
                (entry): entry is [string, string | Uint8Array] => entry[1] !== null,
              ),
            ),
          ],
        ]
      : [],
  ),
);

test("the examples of rules are tables of many kinds", () => {
  expect(examples.length).toBeGreaterThan(60);
});

test.each(examples)("%s: judged elsewhere as it is judged in the folder", (_, files) => {
  const told = (repository: ReturnType<typeof read>) =>
    checkRepository(repository)
      // An empty file is told of before anybody reads it; elsewhere it is told of as a table.
      .filter(({ rule }) => rule !== "file-size")
      .map(({ place, ...finding }) => ({
        ...finding,
        file: place.file.replace(url, "stops.csv"),
        // The passport is two lines longer where it pins the file.
        ...(place.file.endsWith(".yaml") ? {} : { line: place.line }),
      }));
  const away = movedAway(files);
  expect(told(read(away.files, away.content))).toEqual(told(read(files)));
});

const today = "2026-11-29";
const datasetOf = (repository: ReturnType<typeof read>) => {
  const findings = checkRepository(repository);
  expect(hasErrors(findings)).toBe(false);
  const catalogue = buildCatalogue(repository, findings, today);
  const [dataset] = catalogue.datasets;
  if (!dataset) throw new Error("The example portal has one set.");
  return { catalogue, dataset, warnings: findings.map(({ message }) => message) };
};

test("a table elsewhere is described as the same table in the folder, at its own address", () => {
  const away = movedAway(examplePortal);
  const { dataset, catalogue, warnings } = datasetOf(read(away.files, away.content));
  const { dataset: local } = datasetOf(read(examplePortal));
  const [resource, own] = [dataset.resources[0], local.resources[0]];
  expect(warnings).toEqual([]);
  expect(resource?.table).toEqual(own?.table);
  for (const key of ["bytes", "sha256", "format", "schema", "title"] as const)
    expect(resource?.[key]).toEqual(own?.[key]);
  expect([resource?.url, resource?.path, resource?.file]).toEqual([url, undefined, undefined]);
  expect(toDataPackage(dataset, catalogue)).toMatchObject({
    resources: [{ path: url, bytes: own?.bytes, hash: `sha256:${own?.sha256}` }],
  });
  expect(toCkanPackage(dataset, catalogue)).toMatchObject({
    resources: [{ url, size: own?.bytes, hash: own?.sha256 }],
  });
});

test("of a file nobody fetched the portal knows what the passport says, and says so", () => {
  const { dataset, warnings } = datasetOf(read(movedAway(examplePortal).files));
  expect(warnings).toEqual([`Файл «${url}» лежить поза репозиторієм і ще не прочитаний.`]);
  expect(dataset.warnings.map(({ rule }) => rule)).toEqual(["file-fetched"]);
  const [resource] = dataset.resources;
  expect(resource?.table).toBeUndefined();
  expect(resource?.sha256).toBe(sumOf(bytesOf(examplePortal[table] ?? "")));
});

test("a key that leads to a table nobody fetched is no fault", () => {
  const away = movedAway(examplePortal);
  const files = {
    ...away.files,
    [passport]: `${away.files[passport]}  - name: visits
    title: Відвідини
    path: visits.csv
    schema:
      foreignKeys: [{ fields: stop, reference: { resource: stops, fields: id } }]
      fields:
        - { name: stop, type: string, title: Зупинка }
`,
    "data/datasets/stops/visits.csv": "stop\n1\n7\n",
  };
  expect(checkRepository(read(files)).map(({ rule }) => rule)).toEqual(["file-fetched"]);
  expect(
    checkRepository(read(files, away.content)).map(({ rule, place }) => [rule, place.file]),
  ).toEqual([["keys-hold", "data/datasets/stops/visits.csv"]]);
});

test("a table too large to be held is judged and described in a stream, and only its beginning is held", () => {
  const content = Buffer.from([...bigTable(largestFile + 500_000)].join(""));
  const fields = bigTableFields
    .map(({ constraints: _, ...field }) => `        - ${JSON.stringify(field)}\n`)
    .join("");
  const files: Files = {
    ...examplePortal,
    [passport]: (examplePortal[passport] ?? "").replace(
      /schema:[\s\S]*$/,
      `schema:\n      fields:\n${fields}`,
    ),
    [table]: content,
  };
  const away = movedAway(files);
  let whole = 0;
  const { fetched: find, ...readers } = readersWith(away.content);
  const repository = readRepository(treeOf(away.files), undefined, {
    ...readers,
    fetched(pinned) {
      const file = find(pinned);
      const counted = () => {
        whole++;
        return away.content;
      };
      return file && { ...file, bytes: counted };
    },
  });
  const read = repository.datasets[0]?.tables[0];
  expect(read?.report.rows).toBeGreaterThan(100_000);
  expect([read?.table, read?.beginning?.rows.length, whole]).toEqual([undefined, 100, 0]);
  const { dataset, warnings } = datasetOf(repository);
  expect(warnings.filter((message) => message.includes("рядків її портал не тримає"))).toHaveLength(
    1,
  );
  expect(dataset.resources[0]?.table?.first).toHaveLength(20);
  expect(dataset.resources[0]?.table?.columns).toHaveLength(bigTableFields.length);
});
