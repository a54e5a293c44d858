import type { Chart } from "../../model/catalogue.ts";
import type { Table } from "../../model/table.ts";
import type { ChartDescriptor } from "../../schemas/data/dataset.ts";
import { namesOf, type TableSchema } from "../../schemas/data/table-schema.ts";
import { streetColumn } from "../address/streets.ts";
import { monthOfYear } from "./time-labels.ts";

/** A chart as a passport describes it, or as a question asks for it: a column whose values are series of their own. */
export type AskedChart = ChartDescriptor & { by?: string; as?: Chart["as"] };

/** Does a chart put rows of one label together? Else each row stands for itself. */
export const gathersRows = ({ count, aggregate, by }: AskedChart): boolean =>
  count === true || aggregate === "sum" || by !== undefined;

/** Cells of a column; empty where they say nothing. */
export function columnOf(
  name: string,
  { header, rows }: Table,
  { missingValues }: TableSchema,
): string[] {
  const at = header.indexOf(name);
  return rows.map(({ cells }) => {
    const cell = cells[at] ?? "";
    return missingValues.includes(cell) ? "" : cell;
  });
}

/** The first signs of a cell that begins as a day or a month does; of any other nothing. */
const startOf = (cell: string, form: RegExp): string => form.exec(cell)?.[0] ?? "";

/** What each row is told by on the chart: its cell, the year or month of it, its street; empty where it has none. */
export function labelsOf(chart: AskedChart, table: Table, schema: TableSchema): string[] {
  const { x, per, by } = chart;
  const cells = columnOf(x, table, schema);
  if (per === "street") return streetColumn(cells);
  if (per === "year") return cells.map((cell) => startOf(cell, /^\d{4}(?!\d)/));
  if (per === "month" && by === x) return cells.map(monthOfYear);
  return per === "month" ? cells.map((cell) => startOf(cell, /^\d{4}-\d\d/)) : cells;
}

/** Labels that more than one row has. */
function repeatedIn(labels: readonly string[]): Set<string> {
  const [seen, repeated] = [new Set<string>(), new Set<string>()];
  for (const label of labels) {
    if (label !== "" && seen.has(label)) repeated.add(label);
    seen.add(label);
  }
  return repeated;
}

/** Rows by what else the passport says of them: the column of words, then the primary key the label is a part of. */
function otherLabels(
  { x, labels, per }: AskedChart,
  table: Table,
  schema: TableSchema,
): string[] | undefined {
  const key = namesOf(schema.primaryKey);
  const ofKey = per === undefined && key.length > 1 && key.includes(x) ? [key] : [];
  return [...(labels === undefined ? [] : [[labels]]), ...ofKey]
    .filter((names) => names.every((name) => table.header.includes(name)))
    .map((names) => {
      const columns = names.map((name) => columnOf(name, table, schema));
      return table.rows.map((_, row) =>
        columns
          .map((cells) => cells[row] ?? "")
          .filter((cell) => cell !== "")
          .join(" "),
      );
    })
    .find((told) => repeatedIn(told).size === 0);
}

/**
 * Labels of several rows that the chart does not add up and that nothing in the passport tells apart: neither its column
 * of words nor the primary key.
 */
export function untoldLabels(chart: AskedChart, table: Table, schema: TableSchema): Set<string> {
  if (gathersRows(chart)) return new Set();
  const repeated = repeatedIn(labelsOf(chart, table, schema));
  return repeated.size > 0 && otherLabels(chart, table, schema) ? new Set() : repeated;
}

/**
 * Labels of rows, told apart where rows of one label are not added up: «вул. Соборна» and «пров. Соборна» by the primary
 * key, and where it does not tell them «Соборна (1)», «Соборна (2)»; undefined where no label repeats.
 */
export function toldApart(
  chart: AskedChart,
  table: Table,
  schema: TableSchema,
): string[] | undefined {
  if (gathersRows(chart)) return undefined;
  const labels = labelsOf(chart, table, schema);
  const repeated = repeatedIn(labels);
  if (repeated.size === 0) return undefined;
  const others = otherLabels(chart, table, schema);
  // A row without a label has none by its key either.
  if (others) return others.map((told, row) => (labels[row] === "" ? "" : told));
  const counts = new Map<string, number>();
  const taken = new Set(labels);
  return labels.map((label) => {
    if (!repeated.has(label)) return label;
    let told = "";
    do {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      told = `${label} (${counts.get(label)})`;
    } while (taken.has(told));
    return told;
  });
}
