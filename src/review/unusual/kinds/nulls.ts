import { type ColumnPair, leastHabit, mostSpots, type Unusual } from "../subject.ts";

/** Emptied cells that are no correction of one. */
const leastEmptied = 3;

/** The emptiest stretch of so many rows that the column ever had, as a share. */
function emptiest(old: readonly string[], length: number): number {
  let [empty, most] = [0, 0];
  old.forEach((cell, at) => {
    if (cell === "") empty++;
    if (at >= length && old[at - length] === "") empty--;
    if (at >= length - 1) most = Math.max(most, empty / length);
  });
  return most;
}

/** Cells that were filled and are empty now, or new rows emptier than any stretch of the column's rows was. */
export function findNulls({ index, old, changed, added }: ColumnPair): Unusual[] {
  if (old.length < leastHabit) return [];
  const share = old.filter((cell) => cell === "").length / old.length;
  const make = (spots: typeof changed, now: number): Unusual => ({
    kind: "nulls",
    column: index,
    weight: 3 + Math.log10(spots.length),
    was: String(share),
    is: String(now),
    count: spots.length,
    spots: spots.slice(0, mostSpots),
  });
  const emptied = changed.filter(({ before, after }) => before !== "" && after === "");
  const filled = changed.filter(({ before, after }) => before === "" && after !== "");
  const net = emptied.length - filled.length;
  // Chance of so many by the column's own habit: the spread of a share, three times over.
  const usual = share * old.length + 3 * Math.sqrt(old.length * share * (1 - share));
  if (emptied.length >= leastEmptied && share * old.length + net > usual)
    return [make(emptied, share + net / old.length)];
  const empty = added.filter(({ after }) => after === "");
  const now = empty.length / Math.max(added.length, 1);
  const stretch = added.length <= old.length ? emptiest(old, added.length) : share;
  return empty.length >= leastEmptied && now > 2 * stretch && now - stretch > 0.2
    ? [make(empty, now)]
    : [];
}
