import type { Field } from "../../schemas/data/table-schema.ts";
import { type AskedField, cellChecks } from "./column-checks.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { spaces } from "./patterns/pattern.ts";
import { rankedFrom, selectRanked, selectResult } from "./result.ts";

/** One column of a table whose rows have a name in SQL. */
export type AskedColumn = {
  resource: string;
  /** From 0. */
  position: number;
  /** As the file names it, and what the structure says of it. */
  name: string;
  field: AskedField | undefined;
  missingValues: readonly string[];
};

/** SELECTs of what was met in judged cells: aspect, kind, record, line, value. */
function metIn(
  dialect: Dialect,
  field: Field | undefined,
  marks: Record<string, string>,
): string[] {
  const met = (aspect: string, kind: string, value: string, condition: string) =>
    `SELECT ${dialect.text(aspect)} AS aspect, ${kind} AS kind, record, line, ${value} AS value FROM judged WHERE ${condition}`;
  const { required = false, unique = false } = field?.constraints ?? {};
  return [
    met("mark", dialect.text("edge-space"), "raw", "is_present AND raw <> text"),
    ...Object.entries(marks).map(([kind, condition]) =>
      met("mark", dialect.text(kind), "text", `is_filled AND ${condition}`),
    ),
    met("shape", "shape", "text", "shape IS NOT NULL"),
    ...(required ? [met("broken", dialect.text("required"), "raw", "NOT is_filled")] : []),
    ...(unique ? [met("broken", dialect.text("unique"), "raw", "is_present AND again > 1")] : []),
    ...(field ? [met("broken", "broken", "text", "broken IS NOT NULL")] : []),
  ];
}

/** Everything asked of the cells of one column: what is wrong in them, and the column's profile. */
export function columnStatement(
  dialect: Dialect,
  { resource, position, name, field, missingValues }: AskedColumn,
  rows: { begin: string; from: string },
): string {
  // A cell of SQL that holds nothing, NULL or an empty text, has no value whatever the structure says.
  const missing = [...new Set(["", ...missingValues])].map(dialect.text).join(", ");
  const { isTyped, shape, broken, number, ordered, moment, marks } = cellChecks(dialect, field);
  const again = field?.constraints.unique
    ? ",\n    row_number() OVER (PARTITION BY raw ORDER BY record) AS again"
    : "";
  const told = {
    resource: dialect.text(resource),
    position: String(position),
    field: dialect.text(field?.name ?? name),
  };
  const profile = {
    ...told,
    aspect: dialect.text("profile"),
    times: "count(*)",
    missing: "count(CASE WHEN NOT is_filled THEN 1 END)",
    different: "count(DISTINCT CASE WHEN is_present THEN raw END)",
    pluses: "count(CASE WHEN is_filled AND text = '+' THEN 1 END)",
    numbers: "count(number)",
    total: "sum(number)",
    least: "min(ordered)",
    greatest: "max(ordered)",
  };
  return `WITH ${rows.begin === "" ? "" : `${rows.begin}, `}cells AS ${dialect.keptOnce}(
  SELECT record, line, c${position + 1} AS raw, ${dialect.trimmed(`c${position + 1}`, spaces)} AS text
  FROM ${rows.from}
), present AS (
  SELECT record, line, raw, text, raw NOT IN (${missing}) AS is_present,
    raw NOT IN (${missing}) AND text NOT IN (${missing}) AS is_filled
  FROM cells
), typed AS (
  SELECT record, line, raw, text, is_present, is_filled, ${isTyped} AS is_typed${moment ? `,\n    ${moment} AS moment` : ""}
  FROM present
), judged AS (
  SELECT record, line, raw, text, is_present, is_filled,
    ${shape} AS shape,
    ${broken} AS broken,
    ${number} AS number,
    ${ordered} AS ordered${again}
  FROM typed
), met AS (
  ${metIn(dialect, field, marks).join("\n  UNION ALL ")}
), ${rankedFrom("met")}
${selectRanked(dialect, told)}
UNION ALL
${selectResult(dialect, profile, "judged")}`;
}
