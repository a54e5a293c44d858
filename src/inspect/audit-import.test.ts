import { writeXlsx } from "hucre";
import { expect, test } from "vitest";
import { measureAudit } from "../catalogue/measures/plan/audit.ts";
import { sourceOf } from "../table/scan/encoding.ts";
import { catalogueOf, generatedPortal } from "../test/fixtures/generated-portal.ts";
import { structures } from "../vocabularies/structures.ts";
import { importAudit } from "./audit-import.ts";

const fields = structures.get("17-infoAudit")?.fields ?? [];
/** A row of the form: what is not given is filled in as a clerk would. */
const row = (cells: Record<string, string>): string[] =>
  fields.map(
    ({ name, type }) =>
      cells[name] ?? (type === "date" ? "2020-01-01" : type === "integer" ? "10" : "є"),
  );
const staff = {
  dataUserName: "Коваленко Олена Петрівна",
  dataUserTelephone: "+380501234567",
  dataUserEmail: "data@example.gov.ua",
};
const assets = [
  row({
    uid: "1",
    title: "Архів звернень",
    publicInterest: "раз на місяць",
    restrictedFields: "ПІБ, адреса",
    url: "",
    ...staff,
  }),
  row({
    uid: "2",
    title: "Маршрути",
    publicInterest: "щодня",
    restrictedFields: "немає",
    url: "https://data.example.gov.ua/dataset/routes/",
    ...staff,
  }),
  row({
    uid: "3",
    title: "Особові справи",
    publicInterest: "ніколи",
    restrictedFields: "усі поля",
    url: "null",
    ...staff,
  }),
  row({
    uid: "4",
    title: "Журнал вхідних",
    publicInterest: "не запитувалась",
    restrictedFields: "немає",
    url: "",
    ...staff,
  }),
];
const book = (rows: string[][]) =>
  writeXlsx({
    sheets: [
      {
        name: "infoAudit",
        rows: [fields.map(({ name }) => name), fields.map(({ title }) => title), ...rows],
      },
    ],
  });

test("a workbook of Annex 17, two header rows and all, becomes a table without those who filled it in", async () => {
  const result = await importAudit("аудит.xlsx", sourceOf(await book(assets)));
  if ("problem" in result) throw new Error(result.problem);
  expect(result.rows).toBe(4);
  expect(result.dropped).toEqual(["dataUserName", "dataUserTelephone", "dataUserEmail"]);
  const [header = "", ...lines] = result.text.trimEnd().split("\n");
  expect(header.split(",")).toEqual(
    fields
      .map(({ name }) => name)
      .filter((name) => !name.startsWith("dataUser") || name === "dataUser"),
  );
  expect(lines).toHaveLength(4);
  expect(result.text).not.toMatch(/Коваленко|380501234567/);
});

test("the report counts what exists, what is published, what is closed, and what to open next", async () => {
  const result = await importAudit("аудит.xlsx", sourceOf(await book(assets)));
  if ("problem" in result) throw new Error(result.problem);
  const catalogue = catalogueOf({
    ...generatedPortal(1),
    "data/audits/2026/council.csv": result.text,
  });
  expect(
    measureAudit(catalogue, 2026).map(({ backlog, ...line }) => ({
      ...line,
      backlog: backlog.map(({ title }) => title),
    })),
  ).toEqual([
    { publisher: "council", assets: 4, published: 1, closed: 1, backlog: ["Архів звернень"] },
  ]);
  expect(measureAudit(catalogue, 2025)).toEqual([]);
});

test("another table is not taken for the form; a file that is no table says what it is", async () => {
  const other = await importAudit(
    "зупинки.csv",
    sourceOf(new TextEncoder().encode("id,name\n1,Вокзал\n2,Центр\n")),
  );
  expect(other).toMatchObject({
    problem: expect.stringMatching(/^Це не форма додатка 17: збіглося колонок \d+ з 29\.$/),
  });
  const pdf = await importAudit("форма.pdf", sourceOf(new TextEncoder().encode("%PDF-1.4 …")));
  expect(pdf).toMatchObject({ problem: "Це документ PDF, а не таблиця." });
});
