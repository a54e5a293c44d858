import type { CellProblem, Mark, Spot, Tallied } from "../../model/table.ts";
import type { Field } from "../../schemas/data/table-schema.ts";
import { createPersonalSearch } from "../people/personal-column.ts";
import { DIGIT } from "../scan/characters.ts";
import type { RecordView } from "../scan/records.ts";
import { createRange } from "./column-range.ts";
import { constraintsOf } from "./constraints.ts";
import { type Role, roleOf } from "./role/role.ts";
import type { Territory } from "./role/role-marks.ts";
import type { Shape } from "./role/shape.ts";
import { noteKind } from "./spots.ts";

/** What is known of a column before its cells are read. */
export type ColumnPlan = {
  name: string;
  field: string;
  title?: string;
  /** The structure's word on the column, where there is one. */
  declared?: Field;
  missingValues: readonly string[];
  territory: Territory;
  /** How many columns the table has: they share the room for different values. */
  columns: number;
};

/** A column while its cells are read: of them it keeps only what has a bound. */
export type ColumnState = {
  plan: ColumnPlan;
  role: Role | undefined;
  missing: ReturnType<typeof missingCells>;
  constraints: ReturnType<typeof constraintsOf>;
  range: ReturnType<typeof createRange>;
  personal: ReturnType<typeof createPersonalSearch>;
  /** How cells are written. */
  shapes: Map<Shape, Tallied>;
  /** What stands out in cells beside their shape. */
  marks: Map<Mark, Tallied>;
  /** Rules of the structure that cells break. */
  broken: Map<CellProblem["kind"], Tallied>;
  cells: number;
  empty: number;
  /** Nothing was found in any cell so far. */
  clean: boolean;
  /** A cell holds «+» alone: beside it, «-» is a value. */
  hasPlus: boolean;
  firstFilled: Spot | undefined;
};

/** Texts that stand for no value; most cells are told apart from them by length and characters, without a text. */
function missingCells(values: readonly string[]) {
  const missing = new Set(values);
  const longest = Math.max(0, ...values.map(({ length }) => length));
  const withDigits = values.some((value) => /\d/.test(value));
  return {
    has: (text: string): boolean => missing.has(text),
    hasCell(record: RecordView, index: number): boolean {
      const length = record.lengths[index] ?? 0;
      return (
        length <= longest &&
        (length === 0 || withDigits || !((record.masks[index] ?? 0) & DIGIT)) &&
        missing.has(record.cell(index))
      );
    },
  };
}

/** A column of which no cell was read yet. */
export function emptyColumn(plan: ColumnPlan): ColumnState {
  const { declared } = plan;
  const role = roleOf(plan.name, plan.title ?? declared?.title ?? "");
  return {
    plan,
    role,
    missing: missingCells(plan.missingValues),
    constraints: declared ? constraintsOf(declared) : [],
    range: createRange(),
    personal: createPersonalSearch(role),
    shapes: new Map(),
    marks: new Map(),
    broken: new Map(),
    cells: 0,
    empty: 0,
    clean: true,
    hasPlus: false,
    firstFilled: undefined,
  };
}

export function noteShape(
  column: ColumnState,
  shape: Shape,
  record: RecordView,
  text: string,
): void {
  column.clean = false;
  noteKind(column.shapes, shape, record, text);
}

export function noteMark(column: ColumnState, mark: Mark, record: RecordView, text: string): void {
  column.clean = false;
  noteKind(column.marks, mark, record, text);
}

export function noteBroken(
  column: ColumnState,
  kind: CellProblem["kind"],
  record: RecordView,
  text: string,
): void {
  column.clean = false;
  noteKind(column.broken, kind, record, text);
}

/** A cell without a value, empty or with a text that says so. */
export function noteMissing(column: ColumnState, record: RecordView, text: string): void {
  column.empty++;
  if (column.plan.declared?.constraints.required) noteBroken(column, "required", record, text);
}

export function notePersonal(
  column: ColumnState,
  record: RecordView,
  text: string,
  mask: number,
): void {
  if (column.personal.look(record, text, mask)) column.clean = false;
}
