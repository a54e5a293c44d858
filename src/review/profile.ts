import type { NewColumn } from "../model/reports/review.ts";
import { veil } from "../table/people/veil.ts";
import type { DescribedTable } from "./described-table.ts";

/** Values of a column that a report shows, and letters of one. */
const shown = 3;
const longest = 40;

const isNumber = (value: string): boolean => value !== "" && Number.isFinite(Number(value));

/** What a column that came says it holds, and what it holds; `veiled` hides what may be personal. */
export function profileOf(
  { table, schema, personal }: DescribedTable,
  index: number,
  veiled: (value: string) => string,
): NewColumn {
  const name = table.header[index] ?? "";
  const field = schema.fields.find((one) => one.name === name);
  const cells = table.rows
    .map(({ cells }) => cells[index] ?? "")
    .filter((cell) => !schema.missingValues.includes(cell) && cell !== "");
  const different = new Set(cells);
  const numeric = field?.type === "integer" || field?.type === "number";
  // The least and the most of names say nothing, and of a personal column they are persons.
  const ordered =
    !personal.has(name) && (numeric ? cells.every(isNumber) : field?.type === "date")
      ? [...different].sort((a, b) => (numeric ? Number(a) - Number(b) : a < b ? -1 : 1))
      : [];
  const short = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
  return {
    name: veil(name),
    title: veil(field?.title ?? ""),
    type: field?.type ?? "",
    filled: cells.length,
    distinct: different.size,
    least: ordered[0] === undefined ? "" : veiled(ordered[0]),
    most: ordered.length === 0 ? "" : veiled(ordered.at(-1) ?? ""),
    samples: [...different].slice(0, shown).map((value) => short(veiled(value))),
  };
}
