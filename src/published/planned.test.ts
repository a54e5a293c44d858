import { expect, test } from "vitest";
import { measurePlan } from "../catalogue/measures/plan/plan.ts";
import { speak } from "../i18n/translate.ts";
import type { FileVersion } from "../model/catalogue.ts";
import { examplePortal } from "../rules/example-portal.ts";
import { type RegisterName, registerSchemas } from "../schemas/data/registers.ts";
import { readWorkbook } from "../table/workbook/read-workbook.ts";
import { sheetText } from "../table/workbook/sheet-text.ts";
import { askedDataset } from "../test/fixtures/asked-dataset.ts";
import { catalogueOf } from "../test/fixtures/generated-portal.ts";
import { plannedPortal } from "../test/fixtures/planned-portal.ts";
import { siteOf } from "../test/fixtures/published-site.ts";
import {
  catalogueExamples,
  exampleOf,
  openingExamples,
  sheetsFormula,
  tableExamples,
} from "./addresses/examples.ts";
import { addresses, describeAddresses } from "./addresses/index.ts";
import { ckanActions } from "./dataset/ckan.ts";
import { cataloguePages, cataloguePath } from "./dcat/catalogue-pages.ts";
import { buildCatalogueGraph } from "./dcat/dcat.ts";
import { changeWords } from "./feeds/change-words.ts";
import { renderHeaders } from "./hosting/headers/headers-file.ts";
import { headerRules } from "./hosting/headers/rules.ts";
import { renderSecurityTxt } from "./hosting/security.ts";
import { renderBacklogCsv } from "./reports/audit.ts";
import { renderCardCsv, renderCardXlsx } from "./reports/card.ts";
import {
  renderCoverageCsv,
  renderCoverageMatrixCsv,
  renderPlanCsv,
  renderPlanJson,
  renderPlanText,
  renderRegisterCsv,
} from "./reports/plan.ts";
import { differences, renderFrozenRating, renderRatingCsv } from "./reports/rating.ts";
import { askable } from "./tables/askable.ts";
import { calledTable } from "./tables/typed-calls.ts";

const catalogue = catalogueOf(plannedPortal);
/** A portal that says no more than it must. */
const plain = catalogueOf(examplePortal);

test("the plan as text, as a table and as JSON", () => {
  const { plan, today } = catalogue;
  if (!plan) throw new Error("The fixture has a plan.");
  expect(renderPlanText(plan, measurePlan(catalogue), today)).toMatchSnapshot();
  expect(renderPlanCsv(catalogue)).toMatchSnapshot();
  expect(renderPlanJson(catalogue)).toMatchSnapshot();
});

test("what must be published and what the audit found, as tables", async () => {
  expect(renderCoverageCsv(catalogue)).toMatchSnapshot();
  expect(renderCoverageMatrixCsv(catalogue)).toMatchSnapshot();
  expect(renderCardCsv(catalogue)).toMatchSnapshot();
  const { sheets } = await readWorkbook(await renderCardXlsx(catalogue));
  expect(sheets.map((sheet) => sheetText(sheet))).toMatchSnapshot();
  for (const year of [2025, 2026]) expect(renderBacklogCsv(catalogue, year)).toMatchSnapshot();
});

test("registers as tables: lists of words as words, lists of things as JSON", () => {
  for (const name of ["acts", "exemptions", "measures", "polls", "trainings"] as RegisterName[])
    expect(
      renderRegisterCsv(catalogue.registers[name], Object.keys(registerSchemas[name].shape)),
    ).toMatchSnapshot(name);
});

test("the rating as a table, frozen, and counted again otherwise", () => {
  expect(renderRatingCsv(catalogue)).toMatchSnapshot();
  expect(renderFrozenRating(catalogue, { year: 2025, commit: "1e10" })).toMatchSnapshot();
  const scored = (publisher: string, score: number) => ({ publisher, score });
  expect(
    differences(
      [scored("same", 1), scored("gone", 2), scored("other", 3)],
      [scored("other", 4), scored("came", 5), scored("same", 1)],
    ),
  ).toEqual([
    "came — зафіксовано немає, виходить 5",
    "gone — зафіксовано 2, виходить немає",
    "other — зафіксовано 3, виходить 4",
  ]);
});

test("addresses of the interface, each with its example", () => {
  const told = (all: typeof catalogue) =>
    describeAddresses(siteOf(all)).map(
      ({ path, example, mediaTypes, group, title: { uk, en } }) =>
        `${group} ${path}${example === path ? "" : ` — ${example}`} (${mediaTypes.join(", ")}): ${uk} / ${en}`,
    );
  expect(told(catalogue)).toMatchSnapshot();
  const [known, without] = [new Set(told(plain)), new Set(told(catalogue))];
  expect([...known].filter((line) => !without.has(line))).toMatchSnapshot();
  // Withdrawn sets and sets without a table are no example.
  expect(exampleOf({ ...catalogue, datasets: [] })).toBeUndefined();
  // What a portal has no file of is no address of it.
  const bare = told({ ...plain, publishers: [], themes: [], datasets: [] }).join("\n");
  expect(bare).not.toMatch(/\{(dataset|publisher|theme)\}/);
});

test("calls that a developer copies", () => {
  const [stops] = plain.datasets[0]?.resources ?? [];
  if (!stops) throw new Error("The example has a table.");
  const table = calledTable(stops);
  const written = (examples: { tool: string; code: string }[]) =>
    examples.map(({ tool, code }) => `# ${tool}\n${code}\n`).join("\n");
  expect(written(tableExamples(table))).toMatchSnapshot();
  expect(written(catalogueExamples("https://data.example.gov.ua"))).toMatchSnapshot();
  expect(openingExamples(table).map(({ tool }) => tool)).toEqual(["Python, pandas", "R, readr"]);
  expect(sheetsFormula(table.url)).toBe(
    '=IMPORTDATA("https://data.example.gov.ua/dataset/stops/stops.csv"; ","; "en_US")',
  );
});

test("questions to tables, in both languages", () => {
  // A withdrawn set is not asked, nor one without a table of its own.
  const [set] = plain.datasets;
  if (!set) throw new Error("The example has a set.");
  const asked = (change: object) => askable({ ...plain, datasets: [{ ...set, ...change }] }).length;
  expect([
    asked({}),
    asked({ passport: { ...set.passport, status: "withdrawn" } }),
    asked({ resources: [] }),
    asked({ resources: [...set.resources, { ...set.resources[0], table: undefined }] }),
    asked({ resources: [{ ...set.resources[0], path: undefined }] }),
  ]).toEqual([1, 0, 0, 1, 0]);
  for (const dataset of askable(catalogue))
    for (const language of ["uk", "en"] as const) {
      const { tables, examples } = askedDataset(dataset, language, (path) => `/portal${path}`);
      const named = tables.map(({ columns, ...table }) => [
        JSON.stringify(table),
        ...columns.map((column) => `  ${JSON.stringify(column)}`),
      ]);
      const asked = examples.map(({ title, sql, ...rest }) => [
        `-- ${title} ${JSON.stringify(rest)}\n${sql}`,
      ]);
      expect([...named, ...asked].flat().join("\n")).toMatchSnapshot(`${dataset.id}, ${language}`);
    }
});

test("the catalogue for harvesters, of a portal that says all of itself and one that says little", () => {
  const own = ({ "@id": iri }: { "@id": string }) =>
    iri.startsWith("https://data.example.gov.ua/") && !/\/dataset\//.test(iri);
  for (const portal of [catalogue, plain])
    expect(buildCatalogueGraph(portal).filter(own)).toMatchSnapshot();
  for (const call of [
    "organization_show",
    "organization_list",
    "package_list",
    "status_show",
  ] as const)
    expect(ckanActions[call]?.(catalogue)).toMatchSnapshot(call);
});

test("headers and security.txt", () => {
  expect(
    renderHeaders(headerRules(addresses, "https://{s}.tile.example.org/{z}/{x}/{y}.png"), "/under"),
  ).toMatchSnapshot();
  expect(
    renderHeaders(headerRules(addresses, "https://tile.example.org:8443/{z}.png"), "").match(
      /img-src.*?;/,
    )?.[0],
  ).toBe("img-src 'self' data: https://tile.example.org:8443;");
  const options = {
    site: "https://data.example.gov.ua",
    contact: "data@example.gov.ua",
    expires: "2027-05-01",
  };
  expect(
    renderSecurityTxt({ ...options, policy: "https://example.org/SECURITY.md" }),
  ).toMatchSnapshot();
  expect(renderSecurityTxt(options)).not.toContain("Policy");
});

test("pages of the catalogue: fifty sets on each, the first at the catalogue's own address", () => {
  expect([0, 1, 50, 51, 100, 101].map(cataloguePages)).toEqual([1, 1, 1, 2, 2, 3]);
  expect([1, 2].map(cataloguePath)).toEqual(["/datasets/", "/datasets/2/"]);
});

test("what a version of a file changed, in words", () => {
  const change = { added: 0, removed: 0, changed: 0, columnsAdded: [], columnsRemoved: [] };
  const said = (version: object) =>
    changeWords(version as FileVersion, speak("uk")).replaceAll("\u00a0", " ");
  expect([
    said({ first: true, change: { ...change, added: 5 } }),
    said({}),
    said({ change }),
    said({ change: { ...change, added: 1200 } }),
    said({ change: { ...change, removed: 1, columnsAdded: ["стан", "рік"] } }),
    said({ change: { ...change, changed: 2, columnsRemoved: ["код"] } }),
  ]).toEqual([
    "Перша версія",
    "Файл змінено",
    "Змінився лише запис файлу, не дані",
    "+1 200 рядків",
    "−1 рядок, нові колонки: стан, рік",
    "2 рядки змінено, вилучені колонки: код",
  ]);
});
