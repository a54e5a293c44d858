import { type Finding, printable, quote, withoutCommands } from "../model/reports/finding.ts";
import type { Inspection } from "../model/reports/inspection.ts";
import { type ColumnReport, columnLetter, type Repair } from "../model/table.ts";
import { renderFindingsText } from "../published/blocks/findings.ts";
import { delimiterWords, encodingWords } from "../vocabularies/table-words.ts";

/** Columns a terminal shows. */
const shownColumns = 200;
const sureness = { certain: "", likely: " (найімовірніше)", guess: " (здогад: перевірте літери)" };
const types: Record<ColumnReport["type"], string> = {
  string: "текст",
  integer: "цілі числа",
  number: "числа",
  boolean: "так або ні",
  date: "дати",
  datetime: "дата й час",
  time: "час",
  year: "роки",
  yearmonth: "місяці",
};
/** What a rule mends, in words. */
const mends: Record<string, string> = {
  "table-readable": "Кодування й розділові знаки",
  "cells-joined": "Об’єднані комірки",
  "header-rows": "Рядки над даними",
  "header-clean": "Назви колонок",
  "rows-rectangular": "Порожні рядки",
  "spaces-trimmed": "Зайві пробіли",
  "characters-visible": "Невидимі знаки",
  "missing-written": "Порожні комірки",
  "numbers-written": "Числа",
  "dates-written": "Дати",
  "edrpou-valid": "Коди ЄДРПОУ",
  "katottg-valid": "Коди КАТОТТГ",
};
export const mendWords = (rule: string): string => mends[rule] ?? rule;
const plain = new Intl.NumberFormat("uk", { maximumFractionDigits: 2 });

/** A figure as people write it, a date as it is. */
const figure = (text: string): string =>
  /^-?\d+(\.\d+)?$/.test(text) && Number.isSafeInteger(Math.trunc(Number(text)))
    ? plain.format(Number(text))
    : text;

function columnText({ profile, type }: ColumnReport): string {
  const { minimum, maximum, mean, missing, distinct, distinctExact, top } = profile;
  return [
    types[type],
    `різних значень ${distinctExact === false ? "≈" : ""}${plain.format(distinct)}`,
    missing > 0 ? `порожніх ${plain.format(missing)}` : "",
    minimum !== undefined && maximum !== undefined
      ? `від ${figure(minimum)} до ${figure(maximum)}`
      : "",
    mean === undefined ? "" : `у середньому ${plain.format(mean)}`,
    type === "string" && top[0]
      ? `найчастіше ${quote(top[0].value.slice(0, 30))} (${plain.format(top[0].count)})`
      : "",
  ]
    .filter((part) => part !== "")
    .join(", ");
}

/** What the file is, in a sentence. */
export function fileText({ file, format, report, sheet }: Inspection): string {
  const name = printable(file);
  if (!report) return `${name}: таблиці не прочитано.`;
  const { encoding, separators, header, rows, columns } = report;
  return `${name}: ${[
    sheet === undefined ? format : `${format}, аркуш ${quote(sheet)}`,
    ...(format === "CSV"
      ? [
          `${encodingWords[encoding.name]}${sureness[encoding.sure]}`,
          delimiterWords[separators.delimiter]?.name,
        ]
      : []),
    header.length === 0 ? "без рядка назв" : `рядків над даними — ${header.length}`,
    `рядків даних — ${plain.format(rows)}`,
    `колонок — ${columns.length}`,
  ].join(", ")}.`;
}

/** The columns that have a name or a value, each with its letter, its name and what is in it. */
export const columnTexts = ({
  report,
}: Inspection): { letter: string; name: string; text: string }[] =>
  (report?.columns ?? []).flatMap((column, index) => {
    const { name, field, profile } = column;
    if (name.trim() === "" && profile.missing === profile.count) return [];
    const written = name.trim() === "" ? "без назви" : quote(name);
    return [
      {
        letter: columnLetter(index),
        name: name === field ? field : `${written} → ${field}`,
        text: columnText(column),
      },
    ];
  });

/** How much is wrong, in a sentence; where the clean table was read again, how much of it is left to a person. */
export function verdictText(findings: readonly Finding[], left?: readonly Finding[]): string {
  if (findings.length === 0) return "Зауважень немає.";
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const rest =
    left === undefined
      ? ""
      : left.length === 0
        ? " У чистій таблиці все виправлено."
        : ` У чистій таблиці лишилося вирішити вам — ${left.length}.`;
  return `Помилок — ${errors}, попереджень — ${findings.length - errors}.${rest}`;
}

/** Said first, and again beside the clean table: clean does not mean that it may be published. */
export const personalWarning = (findings: readonly Finding[]): string | undefined =>
  findings.some(({ rule, severity }) => rule === "personal-data" && severity === "error")
    ? "УВАГА: у таблиці персональні дані. Не оприлюднюйте й не надсилайте її."
    : undefined;

/** What the file is, what is wrong, what is mended and what is in the columns: for a terminal. */
export function renderInspectionText(
  inspection: Inspection,
  repairs: readonly Repair[],
  helpOf: (rule: string) => string,
  /** What is wrong in the clean table, where it was written. */
  left?: readonly Finding[],
): string {
  const { report, sheets, sheet, structure, findings } = inspection;
  const warning = personalWarning(findings);
  const lines = [fileText(inspection), verdictText(findings, left), ...(warning ? [warning] : [])];
  if (report) {
    const others = sheets.filter(({ name }) => name !== sheet);
    if (others.length > 0)
      lines.push(
        `Інші аркуші: ${others.map(({ name, rows, hidden }) => `${quote(name)} (рядків ${rows}${hidden ? ", прихований" : ""})`).join(", ")}. Щоб прочитати інший, додайте --sheet НАЗВА.`,
      );
    lines.push(
      structure === undefined
        ? "На жодну з рекомендованих структур не схоже; їх перелік — на сторінці порталу /structures/."
        : structure.given
          ? `Структура ${structure.id}: колонок ${structure.matched} з ${structure.of}.`
          : `Схоже на структуру ${structure.id}: колонок ${structure.matched} з ${structure.of}. Щоб перевірити за нею, додайте --structure ${structure.id}.`,
    );
  }
  if (findings.length > 0) lines.push("", renderFindingsText(findings, helpOf).trimEnd());
  if (repairs.length > 0) {
    lines.push("", "Що виправлено в чистій таблиці");
    for (const { rule, count, examples } of repairs)
      lines.push(
        `  ${mendWords(rule)} — ${plain.format(count)}: ${examples.map((example) => quote(example)).join(", ")}`,
      );
  }
  if (report) {
    const columns = columnTexts(inspection);
    lines.push("", "Колонки");
    for (const { letter, name, text } of columns.slice(0, shownColumns))
      lines.push(`  ${letter.padEnd(2)} ${name}: ${text}`);
    if (columns.length > shownColumns)
      lines.push(`  … та ще ${columns.length - shownColumns}; усі — у --format json`);
    if (columns.length < report.columns.length)
      lines.push(`  Порожніх колонок без назви — ${report.columns.length - columns.length}.`);
  }
  if (left && left.length > 0)
    lines.push(
      "",
      "Лишилося вирішити вам (рядки й назви — чистої таблиці)",
      ...left.map(({ message, hint }) => `  – ${message} ${hint}`),
    );
  return withoutCommands(`${lines.join("\n")}\n`);
}

/** The same for programs. */
export function renderInspectionJson(
  { file, format, report, sheets, sheet, structure, findings }: Inspection,
  repairs: readonly Repair[],
): string {
  return `${JSON.stringify(
    {
      file,
      format: format ?? null,
      encoding: report && format === "CSV" ? report.encoding : null,
      delimiter: report && format === "CSV" ? report.separators.delimiter : null,
      sheets,
      sheet: sheet ?? null,
      structure: structure ?? null,
      headerRows: report?.header.length ?? 0,
      header: report?.header ?? [],
      rows: report?.rows ?? 0,
      columns: (report?.columns ?? []).map(({ name, field, title, type, declared, profile }) => ({
        name,
        field,
        ...(title === undefined ? {} : { title }),
        type,
        declared,
        ...profile,
      })),
      findings,
      repairs,
    },
    null,
    1,
  )}\n`;
}
