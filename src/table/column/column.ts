import type { ColumnReport } from "../../model/table.ts";
import { DIGIT, DOT, maskOf, ODD, SIGN, SPACE } from "../scan/characters.ts";
import type { RecordView } from "../scan/records.ts";
import { isNumeric, isOfType } from "./cell.ts";
import { cellTaker, checkConstraints, noteRole, takeNoNumber, takeNumber } from "./column-cells.ts";
import { reportColumn } from "./column-report.ts";
import {
  type ColumnPlan,
  type ColumnState,
  emptyColumn,
  noteBroken,
  noteMark,
  noteMissing,
} from "./column-state.ts";
import { spotOf } from "./spots.ts";
import { createSeen, createTally } from "./tally.ts";

export type ColumnReader = {
  take(record: RecordView, index: number): void;
  report(index: number): ColumnReport;
};

/** A text and the kinds of its characters. */
type Masked = { text: string; mask: number };

/** A cell without the spaces around it; undefined where nothing but a sign of no value is left. */
function trimmedCell(column: ColumnState, record: RecordView, index: number): Masked | undefined {
  const text = record.cell(index);
  const mask = record.masks[index] ?? 0;
  if (!(mask & (SPACE | ODD))) return { text, mask };
  const trimmed = text.trim();
  if (trimmed.length === text.length) return { text, mask };
  noteMark(column, "edge-space", record, text);
  if (!column.missing.has(trimmed)) return { text: trimmed, mask: maskOf(trimmed) };
  noteMissing(column, record, text);
  return undefined;
}

/** Reads the cells of one column, one at a time. */
export function createColumn(plan: ColumnPlan): ColumnReader {
  const { declared } = plan;
  const column = emptyColumn(plan);
  const { missing, role, constraints } = column;
  const values = createTally(plan.columns);
  const seen = declared?.constraints.unique ? createSeen() : undefined;
  const numbers = declared && isNumeric(declared.type) ? isOfType[declared.type] : undefined;
  const plainNumber = declared?.type === "integer" ? DIGIT | SIGN : DIGIT | SIGN | DOT;
  const takeCell = cellTaker(column);

  /**
   * Digits, a sign, a point: what Number makes of them is a number exactly where the type's grammar says so, and most
   * numbers need no text. False where the cell is no such number.
   */
  const takePlainNumber = (record: RecordView, index: number): boolean => {
    if ((record.masks[index] ?? 0) & ~plainNumber) return false;
    const value = record.asNumber(index);
    if (Number.isNaN(value)) return false;
    takeNumber(column, record, index, value);
    return true;
  };

  /** A cell's text without the spaces around it. */
  const takeText = (record: RecordView, index: number, { text, mask }: Masked): void => {
    if (text === "+") column.hasPlus = true;
    if (!numbers) {
      takeCell(column, record, text, mask);
      if (constraints.length > 0) checkConstraints(column, record, text);
      if (role) noteRole(column, record, text);
    } else if (numbers(text)) takeNumber(column, record, index, Number(text), { text, mask });
    else takeNoNumber(column, record, text, mask);
  };

  return {
    take(record, index) {
      column.cells++;
      if (missing.hasCell(record, index)) {
        noteMissing(column, record, record.cell(index));
        return;
      }
      column.firstFilled ??= spotOf(record, record.cell(index));
      const known = values.add(record, index);
      if (seen?.add(record.hashes[index] ?? 0, record.moreHashes[index] ?? 0))
        noteBroken(column, "unique", record, record.cell(index));
      // A value met before, in a column where nothing was ever found, holds nothing to find; a number is still added up.
      if (known && column.clean && declared && !numbers) return;
      if (numbers && takePlainNumber(record, index)) return;
      const cell = trimmedCell(column, record, index);
      if (cell) takeText(record, index, cell);
    },
    report: (index) => reportColumn(column, values.result(), index),
  };
}
