import { writeXlsx } from "hucre";
import { expect, test } from "vitest";
import { speak } from "../i18n/translate.ts";
import { type InspectionOptions, inspectFile } from "../inspect/inspection.ts";
import { renderInspectionJson, renderInspectionText } from "../inspect/render.ts";
import {
  columnTexts,
  fileText,
  mendWords,
  personalWarning,
  verdictText,
} from "../inspect/words.ts";
import type { Finding } from "../model/reports/finding.ts";
import type { Inspection } from "../model/reports/inspection.ts";
import { sourceOf } from "../table/scan/encoding.ts";

const uk = speak("uk");
const inspected = (file: string, text: string | Uint8Array, options: InspectionOptions = {}) =>
  inspectFile(
    file,
    sourceOf(typeof text === "string" ? new TextEncoder().encode(text) : text),
    options,
  );
const spaced = (text: string) => text.replaceAll("\u00a0", " ");
/** What a terminal shows but for the findings, which have approved texts of their own. */
const shown = (inspection: Inspection) =>
  spaced(renderInspectionText({ ...inspection, findings: [] }, [], () => ""));

test("a book of three sheets: which was read, which else there are and which nobody sees", async () => {
  const sheet = (name: string, rows: number, hidden = false) => ({
    name,
    hidden,
    rows: [["id", "name"], ...Array.from({ length: rows }, (_, at) => [at + 1, `рядок ${at}`])],
  });
  const book = new Uint8Array(
    await writeXlsx({ sheets: [sheet("Дані", 3), sheet("Довідник", 2), sheet("Старе", 1, true)] }),
  );
  expect(shown(await inspected("книга.xlsx", book))).toMatchSnapshot();
  expect(shown(await inspected("книга.xlsx", book, { sheet: "Довідник" }))).toMatchSnapshot();
  expect(renderInspectionJson(await inspected("книга.xlsx", book), [])).toMatchSnapshot();
});

test("a table held to a structure, and one that only looks like it", async () => {
  const table = "identifier,name,address\n1,Вокзал,вул. Соборна\n";
  for (const options of [{}, { structure: "02-organizations" }]) {
    const { structure, ...rest } = await inspected("t.csv", table, options);
    expect(shown({ structure, ...rest }).split("\n")[2]).toMatchSnapshot();
  }
  const guessed = await inspected("t.csv", table);
  const given = { id: "27-stops", matched: 3, of: 11, given: false };
  expect(shown({ ...guessed, structure: given }).split("\n")[2]).toBe(
    "Схоже на структуру 27-stops: колонок 3 з 11. Щоб перевірити за нею, додайте --structure 27-stops.",
  );
});

test("columns of every type: how many values, which are the least, the most and the most frequent", async () => {
  const rows = Array.from({ length: 8 }, (_, at) =>
    [
      at * 1250 - 1000,
      (at * 12.5).toFixed(2),
      at % 2 === 0 ? "True" : "False",
      `2026-0${at + 1}-05`,
      `2026-0${at + 1}-05T10:00`,
      `1${at}:30:00`,
      2001 + at,
      `2026-0${at + 1}`,
      at < 3 ? "" : `Дуже довга назва зупинки громадського транспорту ${at % 2}`,
      "",
    ].join(","),
  );
  const names = "count,money,open,day,moment,hour,year,month,title,";
  const inspection = await inspected("t.csv", `${names}\n${rows.join("\n")}\n`);
  expect(
    columnTexts(inspection, uk).map(({ letter, name, text }) =>
      spaced(`${letter} ${name}: ${text}`),
    ),
  ).toMatchSnapshot();
  // The column without a name or a value is counted, not shown.
  expect(shown(inspection)).toContain("\n  Порожніх колонок без назви — 1.\n");
});

test("of two hundred and two columns two hundred are shown", async () => {
  const wide = (columns: number) =>
    inspected(
      "t.csv",
      `${Array.from({ length: columns }, (_, at) => `c${at}`).join(",")}\n${Array(columns).fill("1").join(",")}\n`,
    );
  expect(
    shown(await wide(202))
      .split("\n")
      .slice(-3),
  ).toEqual([
    "  GR c199: цілі числа, різних значень 1, від 1 до 1, у середньому 1",
    "  … та ще 2; усі — у --format json",
    "",
  ]);
  expect(shown(await wide(200))).not.toContain("та ще");
});

test("what the file is, in a sentence", async () => {
  const csv = await inspected("t.csv", "id,name\n1,а\n");
  const { report } = csv;
  if (!report) throw new Error("The table is read.");
  const told = (change: Partial<typeof report>, more: Partial<Inspection> = {}) =>
    spaced(fileText({ ...csv, report: { ...report, ...change }, ...more }, uk));
  expect([
    told({}),
    told({ encoding: { name: "windows-1251", sure: "likely", mark: false } }),
    told({ encoding: { name: "koi8-u", sure: "guess", mark: false } }),
    told({ header: [], rows: 12_000 }),
    told({}, { format: "XLSX", sheet: "Дані" }),
    told({}, { format: "JSON" }),
    fileText({ ...csv, report: undefined, file: "звіт\u202e.pdf" }, uk),
  ]).toMatchSnapshot();
});

test("how much is wrong, what is left, and that persons are in it", () => {
  const finding = (severity: Finding["severity"], rule = "cells-valid") =>
    ({ severity, rule, message: "Не так.", hint: "Змініть." }) as Finding;
  const [error, warning] = [finding("error"), finding("warning")];
  expect([
    verdictText([], uk),
    verdictText([error, warning, warning], uk),
    verdictText([error], uk, []),
    verdictText([error], uk, [error, warning]),
    verdictText([], uk, [error]),
  ]).toEqual([
    "Зауважень немає.",
    "Помилок — 1, попереджень — 2.",
    "Помилок — 1, попереджень — 0. У чистій таблиці все виправлено.",
    "Помилок — 1, попереджень — 0. У чистій таблиці лишилося вирішити вам — 2.",
    "Зауважень немає.",
  ]);
  expect(
    [
      [error],
      [finding("warning", "personal-data")],
      [warning, finding("error", "personal-data")],
    ].map((findings) => personalWarning(findings, uk)),
  ).toEqual([
    undefined,
    undefined,
    "УВАГА: у таблиці персональні дані. Не оприлюднюйте й не надсилайте її.",
  ]);
  expect(["dates-written", "other"].map((rule) => mendWords(rule, uk))).toEqual(["Дати", "other"]);
});
