import { speak } from "../i18n/translate.ts";
import { type Finding, quote, withoutCommands } from "../model/reports/finding.ts";
import type { Inspection } from "../model/reports/inspection.ts";
import type { Repair } from "../model/table.ts";
import { renderFindingsText } from "../published/blocks/findings.ts";
import { columnTexts, fileText, mendWords, personalWarning, verdictText } from "./words.ts";

/** Columns a terminal shows. */
const shownColumns = 200;
const speech = speak("uk");
const { number } = speech;

/** What the file is, what is wrong, what is mended and what is in the columns: for a terminal. */
export function renderInspectionText(
  inspection: Inspection,
  repairs: readonly Repair[],
  helpOf: (rule: string) => string,
  /** What is wrong in the clean table, where it was written. */
  left?: readonly Finding[],
): string {
  const { report, sheets, sheet, structure, findings } = inspection;
  const warning = personalWarning(findings, speech);
  const lines = [
    fileText(inspection, speech),
    verdictText(findings, speech, left),
    ...(warning ? [warning] : []),
  ];
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
        `  ${mendWords(rule, speech)} — ${number(count)}: ${examples.map((example) => quote(example)).join(", ")}`,
      );
  }
  if (report) {
    const columns = columnTexts(inspection, speech);
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
