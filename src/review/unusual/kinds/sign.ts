import { type ColumnPair, leastHabit, mostSpots, numbersOf, type Unusual } from "../subject.ts";

/** Numbers below zero in a column that never had one. */
export function findSign({ kind, index, old, changed, added }: ColumnPair): Unusual[] {
  if (kind !== "number") return [];
  const numbers = numbersOf(old);
  if (numbers.length < leastHabit || numbers.some((value) => value < 0)) return [];
  const spots = [...changed, ...added].filter(({ after }) => Number(after) < 0);
  return spots.length === 0
    ? []
    : [
        {
          kind: "sign",
          column: index,
          weight: 6,
          was: String(numbers.length),
          is: spots[0]?.after ?? "",
          count: spots.length,
          spots: spots.slice(0, mostSpots),
        },
      ];
}
