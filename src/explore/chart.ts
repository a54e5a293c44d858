import { isNumeric } from "../table/column/cell.ts";
import { roleOf } from "../table/column/role/role.ts";
import { type ChartData, round } from "./chart-data.ts";
import { histogramOf } from "./histogram.ts";
import type { Cells } from "./source/source.ts";
import type { ChartRequest, ExploreColumn } from "./view.ts";

const mostBars = 15;
const mostSeries = 5;
/** A span of so many days is told day by day, of so many months month by month. */
const mostDays = 92;
const mostMonths = 120;

const isDay = (type: ExploreColumn["type"]): boolean => type === "date" || type === "datetime";
export const isTime = (type: ExploreColumn["type"]): boolean =>
  isDay(type) || type === "yearmonth" || type === "year";

/** A number that says how much, not which one: not a code, a number of a thing or a place on the map. */
export const isMeasure = ({ name, title, type, distinct }: ExploreColumn, rows: number): boolean =>
  isNumeric(type) &&
  !/(^id|Id|identifier|Identifier|code|Code|^number|Number|^order)$/.test(name) &&
  !/(^|\s)(номер|код|кекв|ідентифікатор|рік|року|рахун|будин|кабінет|корпус|квартир|поверх)/i.test(
    title,
  ) &&
  !/year/i.test(name) &&
  roleOf(name, title) === undefined &&
  !(type === "integer" && rows > 20 && distinct === rows);

/** May numbers of a column be added up? Shares, means, rates, prices and ages may only be averaged. */
export const isAddable = ({ name, title }: ExploreColumn): boolean =>
  !/%|відсот|частк|середн|(^|\s)бал(?!анс)|рейтинг|ставк|тариф|(^|\s)ціна|(^|\s)вік(?![а-яіїєґ])|діаметр|явка/i.test(
    title,
  ) && !/(mean|average|rate|share|percent|turnout|price|score|diameter|^age)/i.test(name);

type Sums = { sum: number; count: number };
type AskedCells = { x: Cells; y?: Cells; y2?: Cells; by?: Cells };

/** Cells of the asked columns, row by row → what is drawn. `restName` names the series of what did not fit. */
export function chartOf(
  request: ChartRequest,
  cells: AskedCells,
  column: ExploreColumn,
  restName: string,
): ChartData {
  if (request.kind === "histogram") return histogramOf(cells.x);
  const { kept, left } = wholeRows(request, cells);
  const areYears = laysYears(request, column);
  const { label, grain } = areYears ? { label: monthOfYear } : labeller(cells.x, kept, column);
  const length = areYears ? 0 : { day: 10, month: 7, year: 4, none: 0 }[timeGrain(column, grain)];
  const groups = grouped(request, cells, kept, label);
  const figure = (sums: Sums | undefined): number | null =>
    sums === undefined ? null : round(request.of === "mean" ? sums.sum / sums.count : sums.sum);
  const ordered = inOrder(groups, request, column, figure);
  const limited = request.kind === "bar" && !isTime(column.type) && ordered.length > mostBars;
  const labels = limited ? ordered.slice(0, mostBars) : filled(ordered, length);
  const others = limited ? ordered.slice(mostBars) : [];
  const { own, rest } = partsOf(groups, request, areYears);
  // A day nobody counted anything on has none; a sum or a mean of no rows is not known.
  const nothing = request.of === "count" && length > 0 ? 0 : null;
  const columnsOf = (wanted: string[]): (number | null)[] => {
    const at = (keys: string[]) =>
      figure(
        gather(keys.flatMap((key) => wanted.map((part) => groups.cells.get(key)?.get(part)))),
      ) ?? nothing;
    return [...labels.map((key) => at([key])), ...(others.length > 0 ? [at(others)] : [])];
  };
  const data: ChartData = {
    labels: others.length > 0 ? [...labels, restName] : labels,
    series: [
      ...own.map((part) => ({ name: part, values: columnsOf([part]) })),
      ...(rest.length > 0
        ? [{ name: restName, rest: true as const, values: columnsOf(rest) }]
        : []),
    ],
    restLabels: others.length,
    left,
    ...(grain ? { grain } : {}),
  };
  return request.as === undefined ? data : { ...data, series: recounted(data.series, request.as) };
}

/** Are the years of a column of time laid over each other, month by month? */
const laysYears = ({ x, by }: ChartRequest, { type }: ExploreColumn): boolean =>
  by === x && (isDay(type) || type === "yearmonth");

/** A day or month as the month of any year, «--05» (ISO 8601). */
const monthOfYear = (cell: string | number): string => `--${String(cell).slice(5, 7)}`;

/** Values of series in per cent: of all parts of their group, or of the first value of the series. */
function recounted(
  series: ChartData["series"],
  as: NonNullable<ChartRequest["as"]>,
): ChartData["series"] {
  const sumAt = (at: number) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0);
  return series.map(({ values, ...one }) => {
    const first = values.find((value) => value !== null && value !== 0) ?? 0;
    const wholeAt = (at: number) => (as === "share" ? sumAt(at) : first);
    const percent = (value: number | null, at: number) =>
      value === null || wholeAt(at) === 0 ? null : round((100 * value) / wholeAt(at));
    return { ...one, values: values.map(percent) };
  });
}

/** Rows that have a value in every column the chart needs, and how many have not. */
function wholeRows(
  { of }: ChartRequest,
  { x, y: ys }: AskedCells,
): { kept: number[]; left: number } {
  const kept: number[] = [];
  for (let row = 0; row < x.length; row++) {
    const y = ys?.[row] ?? "";
    const whole = x[row] !== "" && (of === "count" || (y !== "" && Number.isFinite(Number(y))));
    if (whole) kept.push(row);
  }
  return { kept, left: x.length - kept.length };
}

/** Sums of each group and part of it; of a group all its values together; of a part its rows. */
type Groups = {
  cells: Map<string, Map<string, Sums>>;
  totals: Map<string, number>;
  partRows: Map<string, number>;
};

/** A number in a cell; nothing in an empty one. */
const numberIn = (cell: string | number | undefined): number | undefined =>
  cell === undefined || cell === "" || !Number.isFinite(Number(cell)) ? undefined : Number(cell);

function grouped(
  request: ChartRequest,
  { x, y, y2, by }: AskedCells,
  kept: readonly number[],
  label: (cell: string | number) => string,
): Groups {
  const groups: Groups = { cells: new Map(), totals: new Map(), partRows: new Map() };
  const add = (key: string, part: string, value: number) => {
    const group = groups.cells.get(key) ?? new Map<string, Sums>();
    groups.cells.set(key, group);
    const sums = group.get(part) ?? { sum: 0, count: 0 };
    group.set(part, { sum: sums.sum + value, count: sums.count + 1 });
    groups.partRows.set(part, (groups.partRows.get(part) ?? 0) + 1);
  };
  const partOf = (cell: string | number) =>
    request.by === request.x ? String(cell).slice(0, 4) : String(cell);
  for (const row of kept) {
    const key = label(x[row] ?? "");
    const value = request.of === "count" ? 1 : Number(y?.[row]);
    add(key, y2 ? (request.y ?? "") : by ? partOf(by[row] ?? "") : "", value);
    groups.totals.set(key, (groups.totals.get(key) ?? 0) + value);
    // A row without the second number still counts for the first.
    const second = y2 && numberIn(y2[row]);
    if (second !== undefined) add(key, request.y2 ?? "", second);
  }
  return groups;
}

function gather(parts: (Sums | undefined)[]): Sums | undefined {
  const known = parts.filter((sums) => sums !== undefined);
  return known.length === 0
    ? undefined
    : known.reduce((all, sums) => ({ sum: all.sum + sums.sum, count: all.count + sums.count }));
}

/** Groups as they stand on the chart: numbers and moments by themselves, names by their figure, the greatest first. */
function inOrder(
  { cells, totals }: Groups,
  { of }: ChartRequest,
  { type }: ExploreColumn,
  figure: (sums: Sums | undefined) => number | null,
): string[] {
  const keys = [...cells.keys()];
  if (isNumeric(type)) return keys.sort((a, b) => Number(a) - Number(b));
  if (isTime(type)) return keys.sort((a, b) => (a < b ? -1 : 1));
  const sizeOf = (key: string): number =>
    (of === "mean" ? figure(gather([...(cells.get(key)?.values() ?? [])])) : totals.get(key)) ?? 0;
  return keys.sort((a, b) => sizeOf(b) - sizeOf(a) || (a < b ? -1 : 1));
}

/** Parts that are series of their own, those with most rows, and the rest that is gathered in one. */
function partsOf(
  { partRows }: Groups,
  { y, y2 }: ChartRequest,
  areYears: boolean,
): { own: string[]; rest: string[] } {
  if (y2 !== undefined) return { own: [y ?? "", y2], rest: [] };
  // Of years the newest are looked at, in their order.
  if (areYears) return { own: [...partRows.keys()].sort().slice(-mostSeries), rest: [] };
  const parts = [...partRows]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([part]) => part);
  const own = parts.length > mostSeries + 1 ? parts.slice(0, mostSeries) : parts;
  return { own, rest: parts.slice(own.length) };
}

/** How finely the points of a chart over time stand. */
const timeGrain = ({ type }: ExploreColumn, grain: ChartData["grain"]) =>
  grain ??
  (isDay(type) ? "day" : type === "yearmonth" ? "month" : type === "year" ? "year" : "none");

const daysApart = (first: string, last: string): number =>
  (Date.parse(last.slice(0, 10)) - Date.parse(first.slice(0, 10))) / 86_400_000;
const monthsApart = (first: string, last: string): number =>
  (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) * 12 +
  Number(last.slice(5, 7)) -
  Number(first.slice(5, 7));

/** Days are brought to months where they are far apart, months to years. */
function labeller(x: Cells, keep: readonly number[], { type }: ExploreColumn) {
  const cut = (length: number) => (cell: string | number) => String(cell).slice(0, length);
  let [first, last] = ["9", ""];
  for (const row of keep) {
    const cell = String(x[row]);
    if (cell < first) first = cell;
    if (cell > last) last = cell;
  }
  const byDay = isDay(type);
  if ((byDay || type === "yearmonth") && monthsApart(first, last) > mostMonths)
    return { label: cut(4), grain: "year" as const };
  if (byDay && daysApart(first, last) > mostDays) return { label: cut(7), grain: "month" as const };
  return { label: byDay ? cut(10) : String };
}

/** Points in time with those between them that have no rows; a length of 0 says that there is nothing between. */
function filled(labels: string[], length: number): string[] {
  const [first, last] = [labels[0], labels.at(-1)];
  if (length === 0 || first === undefined || last === undefined) return labels;
  const whole: string[] = [];
  const day = new Date(`${first}-01-01`.slice(0, 10));
  if (Number.isNaN(day.getTime())) return labels;
  while (day.toISOString().slice(0, length) <= last) {
    whole.push(day.toISOString().slice(0, length));
    if (length === 10) day.setUTCDate(day.getUTCDate() + 1);
    else if (length === 7) day.setUTCMonth(day.getUTCMonth() + 1);
    else day.setUTCFullYear(day.getUTCFullYear() + 1);
    // A date out of all measure is a slip of the table, not a reason to draw a million points.
    if (whole.length > 5000) return labels;
  }
  return whole;
}
