import { type StreetColumns, streetTest } from "../find/street/row-address.ts";
import { isNumeric } from "../table/column/cell.ts";
import { clockOf, compareMoments, isZoned, placeMoments } from "../table/moment.ts";
import { askedOf, isAddress } from "./asked/asked-words.ts";
import { folded } from "./asked/word-test.ts";
import type { Cells, Group, TableSource } from "./source/source.ts";
import { type ExploreColumn, type Filter, filterKind, type View } from "./view.ts";

const collator = new Intl.Collator("uk", { numeric: true, sensitivity: "base" });

const byNumber = ({ type }: ExploreColumn): boolean => isNumeric(type) || type === "year";

type Test = (cell: string | number) => boolean;

function testOf(filter: Filter, column: ExploreColumn): Test {
  if (filter.kind === "choice") {
    const values = new Set(filter.values);
    return (cell) => values.has(String(cell));
  }
  if (filter.kind === "text") {
    const wanted = folded(filter.text);
    return (cell) => folded(String(cell)).includes(wanted);
  }
  const { from, to } = filter;
  if (byNumber(column)) {
    const [least, most] = [
      from === "" ? -Infinity : Number(from),
      to === "" ? Infinity : Number(to),
    ];
    return (cell) => cell !== "" && Number(cell) >= least && Number(cell) <= most;
  }
  const [isLate, isEarly] = [lateEnough(from, column), earlyEnough(to, column)];
  return (cell) => cell !== "" && isLate(String(cell)) && isEarly(String(cell));
}

/** Letters of a moment or a time up to its minutes: so far the order of texts is that of clocks. */
const ofMinutes: Partial<Record<ExploreColumn["type"], number>> = { datetime: 16, time: 5 };

/** Not before a limit: of moments, by the clock of each as it is written; by the moment where the limit names a zone. */
function lateEnough(from: string, { type }: ExploreColumn): (text: string) => boolean {
  if (!ofMinutes[type]) return (text) => text >= from;
  const read = isZoned(from) ? String : clockOf;
  return (text) => !(compareMoments(read(text), from) < 0);
}

/** Not after a limit. «To 2024-05» takes the whole of May: a limit holds as far as it is written. */
function earlyEnough(to: string, { type }: ExploreColumn): (text: string) => boolean {
  if (to === "") return () => true;
  if (ofMinutes[type] && isZoned(to)) return (text) => !(compareMoments(text, to) > 0);
  const read = ofMinutes[type] ? clockOf : String;
  return (text) => read(text).slice(0, to.length) <= to;
}

/** Can a group hold a row the filter takes? Without known limits it can. */
function mayHold(group: Group, filter: Filter, column: ExploreColumn): boolean {
  const limits = group.bounds?.(column.name);
  if (!limits || filter.kind === "text") return true;
  const { minimum, maximum } = limits;
  if (filter.kind === "choice")
    return filter.values.some((value) => {
      const asked = typeof minimum === "number" ? Number(value) : value;
      return value === "" || (asked >= minimum && asked <= maximum);
    });
  // Numbers that the source keeps as text are in the order of text, which says nothing of them.
  if (byNumber(column))
    return (
      typeof minimum !== "number" ||
      ((filter.from === "" || Number(maximum) >= Number(filter.from)) &&
        (filter.to === "" || Number(minimum) <= Number(filter.to)))
    );
  if (isZoned(filter.from) || isZoned(filter.to)) return true;
  // Limits of a source are in the order of text.
  const [from, to] = [filter.from, filter.to].map((limit) =>
    limit.slice(0, ofMinutes[column.type]),
  );
  return (
    String(maximum).slice(0, ofMinutes[column.type]) >= (from ?? "") &&
    (!to || String(minimum).slice(0, to.length) <= to)
  );
}

/** What a view reads: which groups, and of them which columns. */
function planOf(
  source: TableSource,
  view: View,
  columns: readonly ExploreColumn[],
  streets: StreetColumns | undefined,
) {
  const asked = columns.flatMap((column) => {
    const filter = view.filters[column.name];
    return filter && filter.kind === filterKind(column) ? [{ column, filter }] : [];
  });
  const searched = view.q.trim() === "" ? [] : columns;
  const groups = source.groups.flatMap((group, index) =>
    asked.every(({ filter, column }) => mayHold(group, filter, column)) ? [index] : [],
  );
  const street = streets && view.street ? { asked: view.street, columns: streets } : undefined;
  const names = new Set([
    ...(street ? addressNames(street.columns) : []),
    ...asked.map(({ column }) => column.name),
    ...searched.map(({ name }) => name),
    ...(view.sort ? [view.sort.column] : []),
  ]);
  return { asked, searched, street, groups, names: [...names] };
}

const addressNames = ({ street, kind, house }: StreetColumns): string[] =>
  [street, kind, house].filter((name) => name !== undefined);

/** Bytes that finding a view's rows still has to fetch. */
export function costOf(
  source: TableSource,
  view: View,
  columns: readonly ExploreColumn[],
  { more = [], streets }: { more?: readonly string[]; streets?: StreetColumns | undefined } = {},
): number {
  const { groups, names } = planOf(source, view, columns, streets);
  const read = [...new Set([...names, ...more])];
  return groups.reduce((sum, group) => sum + source.cost(read, group), 0);
}

/** Rows of a group a view keeps, by place in the group. */
async function keptOf(
  source: TableSource,
  group: number,
  { asked, searched, street, wanted }: ReturnType<typeof planOf> & { wanted: Wanted },
): Promise<Uint32Array> {
  const rows = source.groups[group]?.rows ?? 0;
  const kept = new Uint8Array(rows).fill(1);
  for (const { column, filter } of asked) {
    const cells = await source.column(column.name, group);
    const test = testOf(filter, column);
    for (let row = 0; row < rows; row++) if (kept[row] && !test(cells[row] ?? "")) kept[row] = 0;
  }
  if (street) await dropElsewhere(street, kept, source, group);
  for (const one of searched.length > 0 ? wanted : [])
    await dropWithout(one, kept, source, group, searched);
  const places: number[] = [];
  for (let row = 0; row < rows; row++) if (kept[row]) places.push(row);
  return Uint32Array.from(places);
}

type Wanted = ReturnType<typeof askedOf>["asked"];

/** Takes rows of other streets and houses out of those kept. */
async function dropElsewhere(
  { asked, columns }: NonNullable<ReturnType<typeof planOf>["street"]>,
  kept: Uint8Array,
  source: TableSource,
  group: number,
): Promise<void> {
  const test = streetTest(asked, columns.own);
  const read = async (name: string | undefined) => {
    if (name === undefined) return () => undefined;
    const cells = await source.column(name, group);
    const written = source.written(name);
    return (row: number) => written(cells[row] ?? "");
  };
  const street = await read(columns.street);
  const kind = await read(columns.kind);
  const house = await read(columns.house);
  for (let row = 0; row < kept.length; row++)
    if (kept[row] && !test({ street: street(row), kind: kind(row), house: house(row) }))
      kept[row] = 0;
}

/** Takes rows that do not answer what is asked out of those kept. */
async function dropWithout(
  { test, columns, not }: Wanted[number],
  kept: Uint8Array,
  source: TableSource,
  group: number,
  searched: readonly ExploreColumn[],
): Promise<void> {
  const found = new Uint8Array(kept.length);
  for (const column of searched) {
    if (columns === "address" && !isAddress(column)) continue;
    const cells = await source.column(column.name, group);
    const written = source.written(column.name);
    // Values repeat: each is folded once.
    const known = new Map<string | number, boolean>();
    for (let row = 0; row < kept.length; row++) {
      if (!kept[row] || found[row]) continue;
      const cell = cells[row] ?? "";
      let passes = known.get(cell);
      if (passes === undefined) {
        passes = test(folded(written(cell)));
        known.set(cell, passes);
      }
      if (passes) found[row] = 1;
    }
  }
  for (let row = 0; row < kept.length; row++)
    if (Boolean(found[row]) === (not ?? false)) kept[row] = 0;
}

/** Rows a view keeps: their numbers in the file, in the view's order; of equal ones the earlier stands first. */
export async function findRows(
  source: TableSource,
  view: View,
  columns: readonly ExploreColumn[],
  streets?: StreetColumns,
): Promise<Uint32Array> {
  const plan = planOf(source, view, columns, streets);
  const { asked, hasHouse } = askedOf(view.q, columns, true);
  const found = await rowsOf(source, view, columns, { ...plan, wanted: asked });
  // A number that is no house of that street is looked for as any word.
  return hasHouse && found.length === 0
    ? rowsOf(source, view, columns, { ...plan, wanted: askedOf(view.q, columns, false).asked })
    : found;
}

async function rowsOf(
  source: TableSource,
  view: View,
  columns: readonly ExploreColumn[],
  plan: ReturnType<typeof planOf> & { wanted: Wanted },
): Promise<Uint32Array> {
  const sorted = view.sort && columns.find(({ name }) => name === view.sort?.column);
  if (plan.names.length === 0) return Uint32Array.from({ length: source.rows }, (_, row) => row);
  const found: { row: number; cell: string | number }[] = [];
  const numbers: number[] = [];
  for (const group of plan.groups) {
    await source.ready(plan.names, group);
    const kept = await keptOf(source, group, plan);
    if (kept.length === 0) continue;
    const rows = await source.rowNumbers(group);
    if (!sorted) {
      for (const place of kept) numbers.push(rows[place] ?? 0);
      continue;
    }
    const cells: Cells = await source.column(sorted.name, group);
    for (const place of kept) found.push({ row: rows[place] ?? 0, cell: cells[place] ?? "" });
  }
  if (!sorted || !view.sort) return Uint32Array.from(numbers).sort();
  return Uint32Array.from(inOrder(found, sorted, view.sort.down), ({ row }) => row);
}

/** Rows by the value of one cell; those without a value stay at the end whichever way the column is sorted. */
function inOrder(
  found: { row: number; cell: string | number }[],
  column: ExploreColumn,
  down: boolean,
): { row: number }[] {
  const rank = new Map<string | number, number>();
  const values = [...new Set(found.map(({ cell }) => cell))].filter((cell) => cell !== "");
  const compare = ofMinutes[column.type] ? placeMoments : collator.compare;
  if (byNumber(column)) for (const value of values) rank.set(value, Number(value));
  else
    values
      .sort((a, b) => compare(String(a), String(b)))
      .forEach((value, index) => {
        rank.set(value, index);
      });
  const sign = down ? -1 : 1;
  return found
    .map(({ row, cell }) => ({ row, at: rank.get(cell) }))
    .sort((a, b) =>
      a.at === undefined || b.at === undefined
        ? Number(a.at === undefined) - Number(b.at === undefined) || a.row - b.row
        : (a.at - b.at) * sign || a.row - b.row,
    );
}
