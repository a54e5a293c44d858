import { make } from "../../../../find/browser/dom.ts";
import { columnLetter } from "../../../../model/table.ts";
import { isNumeric } from "../../../../table/column/cell.ts";
import { cellName } from "../../core/edit-words.ts";
import type { PlacedFinding } from "../../core/placed-finding.ts";
import { isSelected } from "../../core/selection.ts";
import type { Stage } from "../stage.ts";

/** What of the table is drawn: places of rows and columns, and where the first column begins, in pixels. */
export type Window = {
  top: number;
  bottom: number;
  left: number;
  right: number;
  offset: number;
  widths: readonly number[];
};

export const cellId = ({ host }: Pick<Stage, "host">, row: number, column: number): string =>
  `${host.id}-${row}-${column}`;

/** Marks a cell or a row's number as one with findings: with a sign, a line and a word. */
function markFlaw(made: HTMLElement, found: readonly PlacedFinding[], { speech }: Stage): void {
  const isError = found.some(({ severity }) => severity === "error");
  made.classList.add(isError ? "flaw-error" : "flaw");
  made.append(make("span", "sr", ` (${speech.t(isError ? "grid.flawError" : "grid.flaw")})`));
}

/** A cell as it is read out: its text, then the column and the coordinate, as a finding names it. */
function cellWords(
  { session, speech }: Stage,
  { row, column, text }: { row: number; column: number; text: string },
  found: readonly PlacedFinding[],
): string {
  const { columns } = session.judged();
  const isError = found.some(({ severity }) => severity === "error");
  return [
    text === "" ? speech.t("grid.emptyCell") : text,
    columns[column]?.name.trim() || speech.t("grid.nameless"),
    cellName(row, column),
    ...(found.length > 0 ? [speech.t(isError ? "grid.flawError" : "grid.flaw")] : []),
  ].join(", ");
}

/** A cell of a row: its text, what is wrong with it and whether it was changed, none of it by colour alone. */
function cellOf(stage: Stage, place: number, at: number, width: number): HTMLElement {
  const { session, selection } = stage;
  const table = session.table();
  const row = table.rowAt(place);
  const column = table.columns[at] ?? 0;
  const text = table.cell(row, column);
  const made = make("div", "grid-cell", text);
  made.role = "gridcell";
  made.id = cellId(stage, place, at);
  made.ariaColIndex = String(at + 2);
  made.style.width = `${width}px`;
  const type = session.judged().columns[column]?.type;
  if (type && isNumeric(type) && row >= table.original.header) made.classList.add("number");
  // What is said of a whole row stands at its number.
  const found = session
    .findings()
    .at(row, column)
    .filter((one) => one.column !== undefined);
  if (found.length > 0) markFlaw(made, found, stage);
  made.ariaLabel = cellWords(stage, { row, column, text }, found);
  // A number is of no language, the column's name beside it is of the data's.
  if (/\p{Script=Cyrillic}/u.test(made.ariaLabel)) made.lang = "uk";
  if (text !== (table.original.row(row)[column] ?? "")) made.classList.add("changed");
  made.ariaSelected = String(isSelected(selection(), { row: place, column: at }));
  const { focus } = selection();
  if (focus.row === place && focus.column === at) made.classList.add("current");
  return made;
}

/** A row as it is seen: its number in the file, and its cells. */
export function rowOf(stage: Stage, place: number, drawn: Window): HTMLElement {
  const table = stage.session.table();
  const row = table.rowAt(place);
  const number = make("div", "grid-number", row < 0 ? "" : stage.speech.number(row + 1));
  number.role = "rowheader";
  number.ariaColIndex = "1";
  const ofRow = stage.session.findings().at(row, -1);
  if (ofRow.length > 0) markFlaw(number, ofRow, stage);
  const made = make("div", row < table.original.header ? "grid-row names" : "grid-row", number);
  made.role = "row";
  made.ariaRowIndex = String(place + 2);
  made.dataset.row = String(place);
  for (let at = drawn.left; at <= drawn.right; at++)
    made.append(cellOf(stage, place, at, drawn.widths[at] ?? 0));
  const first = made.children[1];
  if (first instanceof HTMLElement) first.style.marginInlineStart = `${drawn.offset}px`;
  return made;
}

/** The head over a column: its letter in the file, its name, whether people are in it. */
function headOf({ session, speech }: Stage, at: number, width: number): HTMLElement {
  const table = session.table();
  const column = table.columns[at] ?? 0;
  const { columns, findings } = session.judged();
  const name = columns[column]?.name.trim() || speech.t("grid.nameless");
  const named = make("span", "grid-name", name);
  named.title = name;
  const made = make("div", "grid-head", make("span", "grid-letter", columnLetter(column)), named);
  made.role = "columnheader";
  made.ariaColIndex = String(at + 2);
  made.dataset.column = String(at);
  made.style.width = `${width}px`;
  if (findings.some((one) => one.rule === "personal-data" && one.column === column)) {
    made.classList.add("personal");
    made.append(make("span", "grid-people", speech.t("grid.personal")));
  }
  return made;
}

/** The row of heads, as far as it is seen. */
export function headRow(stage: Stage, drawn: Window): HTMLElement[] {
  const corner = make("div", "grid-number", make("span", "sr", stage.speech.t("grid.corner")));
  corner.role = "columnheader";
  corner.ariaColIndex = "1";
  const heads: HTMLElement[] = [];
  for (let at = drawn.left; at <= drawn.right; at++)
    heads.push(headOf(stage, at, drawn.widths[at] ?? 0));
  if (heads[0]) heads[0].style.marginInlineStart = `${drawn.offset}px`;
  return [corner, ...heads];
}
