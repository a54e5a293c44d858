import { quote } from "../model/finding.ts";
import type { Inspection } from "../model/inspection.ts";
import { type ColumnReport, columnLetter, type Repair } from "../model/table.ts";
import { renderFindingsText } from "./findings.ts";

const delimiters: Record<string, string> = {
  ",": "кома",
  ";": "крапка з комою",
  "\t": "табуляція",
  "|": "риска |",
};
const sureness = { certain: "", likely: " (найімовірніше)", guess: " (здогад: перевірте літери)" };
const types: Record<ColumnReport["type"], string> = {
  string: "текст",
  integer: "цілі",
  number: "числа",
  boolean: "так/ні",
  date: "дати",
  datetime: "дата й час",
  time: "час",
  year: "роки",
  yearmonth: "місяці",
};
const plain = new Intl.NumberFormat("uk", { maximumFractionDigits: 2 });

function columnText({ profile, type }: ColumnReport): string {
  const { minimum, maximum, mean, missing, distinct, distinctExact, top } = profile;
  return [
    types[type],
    `різних ${distinctExact === false ? "≈" : ""}${plain.format(distinct)}`,
    missing > 0 ? `порожніх ${plain.format(missing)}` : "",
    minimum !== undefined && maximum !== undefined ? `від ${minimum} до ${maximum}` : "",
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
  if (!report) return `${file}: таблиці немає.`;
  const { encoding, separators, header, rows, columns } = report;
  return `${file}: ${[
    sheet === undefined ? format : `${format}, аркуш «${sheet}»`,
    ...(format === "CSV"
      ? [`${encoding.name}${sureness[encoding.sure]}`, delimiters[separators.delimiter]]
      : []),
    `рядків над даними — ${header.length}`,
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

/** What the file is, its columns, what is wrong, what is mended: for a terminal. */
export function renderInspectionText(
  inspection: Inspection,
  repairs: readonly Repair[],
  helpOf: (rule: string) => string,
): string {
  const { report, sheets, sheet, structure, findings } = inspection;
  const lines = [fileText(inspection)];
  if (report) {
    const others = sheets.filter(({ name }) => name !== sheet);
    if (others.length > 0)
      lines.push(
        `Інші аркуші: ${others.map(({ name, rows, hidden }) => `«${name}» (рядків ${rows}${hidden ? ", прихований" : ""})`).join(", ")}. Щоб прочитати інший, додайте --sheet НАЗВА.`,
      );
    if (structure)
      lines.push(
        structure.given
          ? `Структура ${structure.id}: колонок ${structure.matched} з ${structure.of}.`
          : `Схоже на структуру ${structure.id}: колонок ${structure.matched} з ${structure.of}. Щоб перевірити за нею, додайте --structure ${structure.id}.`,
      );
    const columns = columnTexts(inspection);
    lines.push("", "Колонки");
    for (const { letter, name, text } of columns)
      lines.push(`  ${letter.padEnd(2)} ${name}: ${text}`);
    if (columns.length < report.columns.length)
      lines.push(`  Порожніх колонок без назви — ${report.columns.length - columns.length}.`);
  }
  lines.push("", findings.length === 0 ? "Зауважень немає." : `Зауваження — ${findings.length}`);
  if (findings.length > 0) lines.push("", renderFindingsText(findings, helpOf).trimEnd());
  if (repairs.length > 0) {
    lines.push("", "Що виправлено в чистій таблиці");
    for (const { rule, count, examples } of repairs)
      lines.push(
        `  ${rule} — ${plain.format(count)}: ${examples.map((example) => quote(example)).join(", ")}`,
      );
  }
  return `${lines.join("\n")}\n`;
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
