import { quote } from "../../model/reports/finding.ts";
import type { Field } from "../../schemas/data/table-schema.ts";
import { patternOf } from "../../table/column/constraints.ts";
import type { RuleId } from "../../vocabularies/rule-ids.ts";
import { tableRules } from "../tables/index.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { patternFor } from "./patterns/pattern.ts";
import { fieldsOf } from "./statements.ts";
import type { AskedTable } from "./table-statements.ts";

/** Rules of tables that the SQL asks in full; keys-hold, which judges a set, is asked as well. */
const covered: ReadonlySet<RuleId> = new Set<RuleId>([
  "columns-match",
  "cells-valid",
  "missing-written",
  "numbers-written",
  "dates-written",
  "types-mixed",
  "columns-filled",
  "rows-distinct",
  "spaces-trimmed",
]);
export const coveredRules = tableRules.filter(({ id }) => covered.has(id));

/** A pattern that has one way to match: no engine can lose itself in it. */
const isPlain = (pattern: string): boolean => !/[*+{].*[*+{]|\|/.test(pattern);

/** What SQL cannot say exactly of one column, a line each. */
function ofColumn(dialect: Dialect, field: Field): string[] {
  const { name, type, constraints } = field;
  const { pattern, minimum, maximum } = constraints;
  const column = `Колонка ${quote(name)}`;
  const isAsked = pattern !== undefined && patternOf(pattern) !== undefined;
  const lines: string[] = [];
  if (pattern !== undefined && !isAsked)
    lines.push(`${column}: зразок ${quote(pattern)} не читає жоден рушій, тож його не перевірено.`);
  else if (isAsked && patternFor(dialect.flavour, pattern) === undefined)
    lines.push(
      `${column}: зразок ${quote(pattern)} цим діалектом не передати, тож його не перевірено.`,
    );
  else if (isAsked && dialect.flavour !== "re2") {
    if (/\(\?[a-z]*i/.test(pattern))
      lines.push(
        `${column}: зразок не зважає на великі й малі літери; рідкісні пари (ß, ſ, знак кельвіна) рушій може розуміти інакше.`,
      );
    if (!isPlain(pattern))
      lines.push(
        `${column}: зразок ${quote(pattern)} має кілька способів збігтися, а цей рушій перебирає їх усі: на довгих комірках запит може тривати довго.`,
      );
  }
  if (type === "string" && (minimum !== undefined || maximum !== undefined))
    lines.push(
      `${column}: межі тексту SQL порівнює за кодами знаків; знаки поза основною площиною Unicode (емодзі) портал ставить в інше місце.`,
    );
  return lines;
}

/** What SQL cannot say exactly of one table. */
function ofTable(dialect: Dialect, table: AskedTable): string[] {
  const { name, schema, format } = table;
  const fields = fieldsOf(table);
  const others = table.columns.filter((_, at) => !fields[at]);
  const lines = fields.flatMap((field) => (field ? ofColumn(dialect, field) : []));
  const fractions = fields.flatMap((field) => (field?.type === "number" ? [field.name] : []));
  if (fractions.length > 0)
    lines.push(
      `Дроби колонок ${fractions.map(quote).join(", ")} рушій додає в іншому порядку: останні знаки суми й середнього можуть відрізнятися.`,
    );
  if (!schema.missingValues.includes(""))
    lines.push(
      "Порожню комірку SQL завжди вважає відсутнім значенням, хоч у missingValues її немає.",
    );
  if (others.length > 0)
    lines.push(
      `Колонок, яких немає у структурі (${others.map(quote).join(", ")}), межі й середнє SQL не рахує.`,
    );
  if (format === "parquet")
    lines.push("Комірки типізованих колонок названо так, як їх записує рушій: 12.0 замість 12.");
  if (format === "csv" && dialect.numbersRows)
    lines.push(
      "Рядки без жодного знака рушій пропускає: номери рядків під ними менші, ніж у файлі.",
    );
  return lines.map((line) => `${name}: ${line}`);
}

/**
 * Everything that the SQL of a dialect leaves out or may tell otherwise than the engine, in plain lines: rules of
 * tables first, then what depends on the structure at hand.
 */
export function uncoveredLines(dialect: Dialect, tables: readonly AskedTable[]): string[] {
  return [
    ...tableRules
      .filter(({ id }) => !covered.has(id))
      .map(({ id, title }) => `Правила ${id} («${title}») SQL не перевіряє.`),
    "Гістограму й найчастіші значення колонок SQL не рахує.",
    ...(dialect.numbersRows
      ? []
      : [
          "Рядків цей рушій не нумерує: зауваження називають значення, а не комірки, і перші з них за абеткою.",
          "Назви колонок і їхній порядок SQL бере зі структури: правило columns-match побачить лише DuckDB.",
        ]),
    ...tables.flatMap((table) => ofTable(dialect, table)),
  ];
}
