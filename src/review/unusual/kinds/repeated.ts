import { type ColumnPair, mostSpots, type Unusual } from "../subject.ts";

/** Different values that make a column one of identifiers. */
const leastDistinct = 20;

/** Values met again in a column where each was its row's own. */
export function findRepeated({ kind, code, index, old, changed, added }: ColumnPair): Unusual[] {
  if (kind !== "text" && !code) return [];
  const known = new Set<string>();
  let held = 0;
  for (const cell of old) {
    if (cell === "") continue;
    // Coordinates and measures repeat by chance.
    if (known.has(cell) || /^-?\d+\.\d+$/.test(cell)) return [];
    known.add(cell);
    held++;
  }
  if (held < leastDistinct) return [];
  const fresh = [...changed, ...added].filter(({ after }) => after !== "");
  // A value that left its row may stand in another.
  for (const { before } of changed) if (before !== undefined) known.delete(before);
  const spots = fresh.filter(({ after }) => {
    const again = known.has(after);
    known.add(after);
    return again;
  });
  // Of n different values in n draws, the next repeats with a chance of 2/n at most (birthdays).
  const chance = (2 * fresh.length) / held;
  return spots.length === 0 || spots.length < 3 * chance
    ? []
    : [
        {
          kind: "repeated",
          column: index,
          weight: 3 + Math.log10(spots.length),
          was: String(held),
          is: String(spots.length),
          count: spots.length,
          spots: spots.slice(0, mostSpots),
        },
      ];
}
