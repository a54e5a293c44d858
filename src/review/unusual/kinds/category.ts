import { type ColumnPair, mostSpots, type Unusual } from "../subject.ts";

/** Cells below which a column of few values has no habit to speak of. */
const leastCells = 20;
/** New values expected by chance, above which one that came is no news. */
const expectable = 0.1;
/** Times an average value of the column stands in it: fewer, and it is no column of categories. */
const leastRepeats = 4;

/**
 * A new value in a column of few. How likely one is, the column says itself (Good–Turing: as likely as values met once).
 * Equal neighbours count once: a table sorted by month meets each month once, and the next month is no news.
 */
export function findCategory({ kind, index, old, changed, added }: ColumnPair): Unusual[] {
  if (kind !== "text") return [];
  const runs = new Map<string, number>();
  let [cells, total, last] = [0, 0, ""];
  for (const cell of old) {
    if (cell === "") continue;
    cells++;
    if (cell !== last) {
      runs.set(cell, (runs.get(cell) ?? 0) + 1);
      total++;
    }
    last = cell;
  }
  if (cells < leastCells || cells / runs.size < leastRepeats) return [];
  const met = (times: number) => [...runs.values()].filter((count) => count === times).length;
  // Where values met twice are many, one met once was but lucky not to be.
  const once = met(1) + met(2) / 2;
  const fresh = [...changed, ...added].filter(({ after }) => after !== "");
  const chance = ((once + 0.5) / (total + 1)) * Math.min(fresh.length, total);
  const spots = fresh.filter(({ after }) => !runs.has(after));
  const values = new Set(spots.map(({ after }) => after));
  if (values.size === 0) return [];
  // Many new values at once are news even where one is not.
  if (chance > expectable && (values.size < 3 * (chance + 1) || once > runs.size / 2)) return [];
  return [
    {
      kind: "category",
      column: index,
      weight: 2 - Math.log10(Math.max(chance, 1e-4)),
      was: String(runs.size),
      is: String(values.size),
      count: spots.length,
      spots: [...values]
        .slice(0, mostSpots)
        .flatMap((value) => spots.find(({ after }) => after === value) ?? []),
    },
  ];
}
