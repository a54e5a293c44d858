import {
  type ColumnPair,
  leastHabit,
  mostSpots,
  quantile,
  sortedNumbers,
  type Unusual,
  widestGap,
} from "../subject.ts";

const day = 86_400_000;
const dayOf = (cell: string): number => Date.parse(cell.slice(0, 10)) / day;

/** Dates as far from all others as the whole spread of the column, and farther than any gap in it. */
export function findDates({ kind, index, old, changed, added }: ColumnPair): Unusual[] {
  if (kind !== "date") return [];
  const days = sortedNumbers(old.map(dayOf).filter(Number.isFinite));
  if (days.length < leastHabit) return [];
  const spread = quantile(days, 0.95) - quantile(days, 0.05);
  const allowed = Math.max(spread, widestGap(days) * 1.5, 366);
  const [first, last] = [(days[0] ?? 0) - allowed, (days.at(-1) ?? 0) + allowed];
  const spots = [...changed, ...added].filter(({ after }) => {
    const at = dayOf(after);
    return at < first || at > last;
  });
  const name = (at: number | undefined) => new Date((at ?? 0) * day).toISOString().slice(0, 10);
  return spots.length === 0
    ? []
    : [
        {
          kind: "dates",
          column: index,
          weight: 5,
          was: `${name(days[0])} – ${name(days.at(-1))}`,
          is: spots[0]?.after ?? "",
          count: spots.length,
          spots: spots.slice(0, mostSpots),
        },
      ];
}
