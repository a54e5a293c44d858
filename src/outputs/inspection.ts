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

/** What the file is, its columns, what is wrong, what is mended: for a terminal. */
export function renderInspectionText(
  inspection: Inspection,
  repairs: readonly Repair[],
  helpOf: (rule: string) => string,
): string {
  const { file, format, report, sheets, sheet, structure, findings } = inspection;
  const lines: string[] = [];
  if (report) {
    const { encoding, separators, header, rows, columns } = report;
    lines.push(
      `${file}: ${[
        sheet === undefined ? format : `${format}, аркуш «${sheet}»`,
        ...(format === "CSV"
          ? [`${encoding.name}${sureness[encoding.sure]}`, delimiters[separators.delimiter]]
          : []),
        `рядків над даними — ${header.length}`,
        `рядків даних — ${plain.format(rows)}`,
        `колонок — ${columns.length}`,
      ].join(", ")}.`,
    );
    const others = sheets.filter(({ name }) => name !== sheet);
    if (others.length > 0)
      lines.push(
        `Інші аркуші: ${others.map(({ name, rows: count, hidden }) => `«${name}» (рядків ${count}${hidden ? ", прихований" : ""})`).join(", ")}. Щоб прочитати інший, додайте --sheet НАЗВА.`,
      );
    if (structure)
      lines.push(
        structure.given
          ? `Структура ${structure.id}: колонок ${structure.matched} з ${structure.of}.`
          : `Схоже на структуру ${structure.id}: колонок ${structure.matched} з ${structure.of}. Щоб перевірити за нею, додайте --structure ${structure.id}.`,
      );
    lines.push("", "Колонки");
    const isEmpty = ({ name, profile }: ColumnReport) =>
      name.trim() === "" && profile.missing === profile.count;
    const empty = columns.filter(isEmpty).length;
    columns.forEach((column, index) => {
      if (isEmpty(column)) return;
      const name =
        column.name === column.field
          ? column.field
          : `${column.name.trim() === "" ? "без назви" : quote(column.name)} → ${column.field}`;
      lines.push(`  ${columnLetter(index).padEnd(2)} ${name}: ${columnText(column)}`);
    });
    if (empty > 0) lines.push(`  Порожніх колонок без назви — ${empty}.`);
  } else lines.push(`${file}: таблиці немає.`);
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
