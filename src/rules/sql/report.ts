import type {
  CellProblem,
  ColumnReport,
  Mark,
  PersonalFound,
  TableReport,
  Tallied,
} from "../../model/table.ts";
import type { Field } from "../../schemas/data/table-schema.ts";
import { isNumeric } from "../../table/column/cell.ts";
import { reportColumn } from "../../table/column/column-report.ts";
import { emptyColumn } from "../../table/column/column-state.ts";
import type { Shape } from "../../table/column/role/shape.ts";
import { nothingMet } from "../../table/column/spots.ts";
import { veilColumn, veilNumbers } from "../../table/people/veil.ts";
import { emptyReport } from "../../table/read-table.ts";
import { limitsIn } from "./patterns/moments.ts";
import type { AnsweredProfile, Answers } from "./rows.ts";
import { fieldsOf } from "./statements.ts";
import type { AskedTable } from "./table-statements.ts";

/** What one cell breaks, in the order in which the engine asks. */
const kinds: readonly CellProblem["kind"][] = [
  "required",
  "unique",
  "enum",
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
  "pattern",
];

/** What was met of one aspect, in the order of the rows where each kind was met first. */
const metOf = (met: ReadonlyMap<string, Tallied>, aspect: string): [string, Tallied][] =>
  [...met]
    .flatMap(([name, tallied]): [string, Tallied][] =>
      name.startsWith(`${aspect} `) ? [[name.slice(aspect.length + 1), tallied]] : [],
    )
    .toSorted(
      ([one, { first: a }], [other, { first: b }]) =>
        (a[0]?.record ?? 0) - (b[0]?.record ?? 0) ||
        kinds.indexOf(one as CellProblem["kind"]) - kinds.indexOf(other as CellProblem["kind"]),
    );

/** A number as an engine writes it → as this one does; DuckDB calls what has no end «inf». */
const numberText = (text: string): string => String(Number(text.replace(/inf$/, "Infinity")));

/** The limits and the mean, as the engine's own reading of the column would give them. */
function rangeOf({ numbers, total, least, greatest }: AnsweredProfile, field: Field | undefined) {
  if (least === undefined || greatest === undefined) return {};
  if (field?.type === "datetime" || field?.type === "time") return limitsIn(least, greatest) ?? {};
  if (!field || !isNumeric(field.type)) return { minimum: least, maximum: greatest };
  return {
    minimum: numberText(least),
    maximum: numberText(greatest),
    ...(Number.isFinite(total) ? { mean: total / numbers } : {}),
  };
}

const nothing: AnsweredProfile = {
  count: 0,
  missing: 0,
  different: 0,
  pluses: 0,
  numbers: 0,
  total: 0,
};

/** What SQL met in a column → the report that the engine itself makes of what it met. */
function columnReport(
  table: AskedTable,
  answers: Answers,
  position: number,
  personal: PersonalFound[],
): ColumnReport {
  const field = fieldsOf(table)[position];
  const name = table.columns[position] ?? "";
  const { met = new Map<string, Tallied>(), profile = nothing } =
    answers.columns.get(position) ?? {};
  const column = emptyColumn({
    name,
    field: field?.name ?? name,
    ...(field ? { declared: field } : {}),
    missingValues: table.schema.missingValues,
    territory: { places: new Set() },
    columns: table.columns.length,
  });
  return reportColumn(
    {
      ...column,
      shapes: new Map(metOf(met, "shape") as [Shape, Tallied][]),
      marks: new Map(metOf(met, "mark") as [Mark, Tallied][]),
      broken: new Map(metOf(met, "broken") as [CellProblem["kind"], Tallied][]),
      cells: profile.count,
      empty: profile.missing,
      hasPlus: profile.pluses > 0,
      range: { ...column.range, result: () => rangeOf(profile, field) },
      personal: { ...column.personal, result: () => personal },
    },
    { distinct: profile.different, exact: true, top: [] },
    position,
  );
}

/** A column's report where nobody looked for people: whatever may be somebody's number is veiled. */
function veiledBlindly(column: ColumnReport): ColumnReport {
  const tallied = <T extends Tallied>(all: T): T => ({
    ...all,
    first: all.first.map((spot) => ({ ...spot, value: veilNumbers(spot.value) })),
  });
  return {
    ...column,
    marks: Object.fromEntries(
      Object.entries(column.marks).map(([mark, all]) => [mark, tallied(all)]),
    ),
    problems: column.problems.map(tallied),
  };
}

/**
 * Everything that SQL learned about a table; what it cannot learn is not met. `people` is what was found personal in
 * each column, by its position, where somebody looked.
 */
export function reportOf(
  table: AskedTable,
  answers: Answers,
  people?: readonly PersonalFound[][],
): TableReport {
  const columns = table.columns.map((_, position) =>
    columnReport(table, answers, position, people?.[position] ?? []),
  );
  return {
    ...emptyReport([]),
    header: ["names"],
    rows: answers.rows,
    columns: people ? columns.map(veilColumn) : columns.map(veiledBlindly),
    repeated: answers.repeated ?? nothingMet(),
  };
}
