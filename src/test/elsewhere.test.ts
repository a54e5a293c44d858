import { expect, test } from "vitest";
import { buildCatalogue } from "../catalogue/build-catalogue.ts";
import { hasErrors } from "../model/reports/finding.ts";
import { largestFile, treeOf } from "../model/tree.ts";
import { publishedFiles } from "../published/addresses/index.ts";
import { toCkanPackage } from "../published/dataset/ckan.ts";
import { toDataPackage } from "../published/dataset/datapackage.ts";
import { buildDatasetGraph } from "../published/dcat/dcat.ts";
import {
  exploredOrigins,
  isExplored,
  toExploredTable,
} from "../published/tables/explored-table.ts";
import { readRepository } from "../read/repository.ts";
import { examplePortal } from "../rules/example-portal.ts";
import { checkRepository, rules } from "../rules/index.ts";
import { bigTable, bigTableFields } from "./fixtures/big-table.ts";
import { pinnedAt, readersWith, sumOf } from "./fixtures/files-elsewhere.ts";
import { answer, siteOf } from "./fixtures/published-site.ts";

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

test("no file of it is published here, and pages may read it where it lies", async () => {
  const away = movedAway(examplePortal);
  const repository = read(away.files, away.content);
  const { dataset, catalogue } = datasetOf(repository);
  const site = siteOf(catalogue, repository);
  const made = [...publishedFiles(site)].map(({ path }) => path);
  expect(made.filter((path) => path.startsWith("/dataset/stops/stops."))).toEqual([]);
  expect(JSON.stringify(buildDatasetGraph(dataset, catalogue))).toContain(sumOf(away.content));
  expect(String(await answer(site, "/_headers"))).toContain(
    "connect-src 'self' https://files.example.gov.ua;",
  );
  const [resource] = dataset.resources;
  if (!resource) throw new Error("The set has a resource.");
  const explored = toExploredTable(resource, dataset, "uk", (path) => `/root${path}`);
  expect(explored.src).toBe(url);
  expect(explored.elsewhere).toEqual({
    integrity: `sha256-${Buffer.from(sumOf(away.content), "hex").toString("base64")}`,
  });
  const large = { ...resource, bytes: 4_000_000 };
  expect(toExploredTable(large, dataset, "uk", String).elsewhere).toEqual({ start: 1_000_000 });
  const open = { ...resource, url: url.replace("https", "http") };
  expect([isExplored(open), exploredOrigins([open])]).toEqual([false, []]);
});

test("of a file nobody fetched the portal knows what the passport says, and says so", () => {
  const { dataset, warnings } = datasetOf(read(movedAway(examplePortal).files));
  expect(warnings).toEqual([
    `Файл «${url}» лежить на іншому сервері і ще не прочитаний: npm run fetch-files.`,
  ]);
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

test("news and dashboards ask no table that may not be at hand", () => {
  const away = movedAway({
    ...examplePortal,
    [passport]: (examplePortal[passport] ?? "").replace(
      "resources:\n",
      "charts:\n  - { name: a, title: Платформи, resource: stops, kind: bar, x: name, y: [platforms] }\nresources:\n",
    ),
  });
  const page = (insert: string) =>
    `---\ntitle: Зупинки\ndate: 2026-01-01\ndescription: Опис\n---\n${insert}\n`;
  const files = {
    ...away.files,
    "content/news/a.mdx": page('<Chart dataset="stops" name="a" />'),
    "content/dashboards/b.mdx": page(
      '<Figure dataset="stops" resource="stops" of="rows" label="зупинок" />',
    ),
    "content/dashboards/c.mdx": page('<Figure dataset="stops" of="rows" label="зупинок" />'),
  };
  for (const repository of [read(files), read(files, away.content)])
    expect(
      checkRepository(repository).flatMap(({ severity, rule, message }) =>
        severity === "error" ? [[rule, message]] : [],
      ),
    ).toEqual([
      [
        "query-answered",
        "Таблиця «stops» лежить на іншому сервері: без неї сторінку не було б із чого скласти.",
      ],
      ["query-answered", "У наборі «stops» немає таблиці зі структурою."],
      [
        "news-safe",
        "Графік «stops/a» складено з таблиці на іншому сервері: її може не бути, коли портал оновлюється.",
      ],
    ]);
  // The chart of the passport is there once the table is.
  const { "content/news/a.mdx": _, "content/dashboards/b.mdx": __, ...only } = files;
  const { "content/dashboards/c.mdx": ___, ...quiet } = only;
  expect(datasetOf(read(quiet, away.content)).dataset.charts).toHaveLength(1);
  expect(datasetOf(read(quiet)).dataset.charts).toHaveLength(0);
});
