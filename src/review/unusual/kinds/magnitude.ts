import {
  type ColumnPair,
  type Fresh,
  leastHabit,
  mostSpots,
  numbersOf,
  quantile,
  sortedNumbers,
  type Unusual,
  widestGap,
} from "../subject.ts";

/** Tukey's far fence: so many spreads of the middle half lie between it and that half. */
const farFence = 3;
/** The least spread, in orders of magnitude: a column of equal numbers may still grow by a half. */
const leastSpread = 0.2;

const digits = (value: number): number =>
  Math.abs(value)
    .toString()
    .replace(/e.*$/, "")
    .replace(/^0\.0*|\./, "")
    .replace(/0+$/, "").length;

/** Is one number the other with its point moved? Of «1» and «10» nobody can tell. */
const pointMoved = (was: number, orders: number): boolean =>
  orders > 0.9 && Math.abs(orders - Math.round(orders)) < 1e-9 && digits(was) > 1;

/** Numbers of another order: far outside what the column held, or a cell that moved its decimal point. */
export function findMagnitude({ kind, code, index, old, changed, added }: ColumnPair): Unusual[] {
  if (kind !== "number" || code) return [];
  const sizes = sortedNumbers(
    numbersOf(old)
      .filter((value) => value !== 0)
      .map((value) => Math.log10(Math.abs(value))),
  );
  const [low, high] = [quantile(sizes, 0.25), quantile(sizes, 0.75)];
  const spread = Math.max(high - low, leastSpread);
  const [least, most] = [sizes[0] ?? 0, sizes.at(-1) ?? 0];
  // A step wider than any the column ever made, and half an order at least.
  const step = Math.max(widestGap(sizes) * 1.5, 0.5);
  const habit = sizes.length >= leastHabit;
  const outside = (size: number): boolean =>
    habit &&
    (size > Math.max(high + farFence * spread, most + step) ||
      size < Math.min(low - farFence * spread, least - step));
  const ordersOf = ({ before, after }: Fresh): number => {
    const [was, is] = [Number(before), Number(after)];
    if (!Number.isFinite(is) || is === 0) return 0;
    const size = Math.log10(Math.abs(is));
    if (!was) return outside(size) ? Math.max(size - most, least - size) : 0;
    const orders = Math.abs(size - Math.log10(Math.abs(was)));
    // Two orders in one cell are no correction, unless both numbers are small counts.
    const leap = orders >= 2 && Math.max(Math.abs(was), Math.abs(is)) >= 1000;
    return pointMoved(was, orders) || leap || outside(size) ? orders : 0;
  };
  const spots: { cell: Fresh; orders: number }[] = [];
  for (const cells of [changed, added])
    for (const cell of cells) {
      const orders = ordersOf(cell);
      if (orders > 0) spots.push({ cell, orders });
    }
  spots.sort((a, b) => b.orders - a.orders);
  const [worst] = spots;
  return worst === undefined
    ? []
    : [
        {
          kind: "magnitude",
          column: index,
          weight: 4 + worst.orders,
          was: habit ? String(Number((10 ** quantile(sizes, 0.5)).toPrecision(12))) : "",
          is: worst.cell.after,
          count: spots.length,
          spots: spots.slice(0, mostSpots).map(({ cell }) => cell),
        },
      ];
}
