import { type ColumnPair, leastHabit, numbersOf, type Unusual } from "../subject.ts";

/** Share of a column's sum that corrections of its cells may move. */
const bearable = 0.2;

/** A sum moved by corrections of cells, not by new rows, more than a fifth. */
export function findSumJump({ kind, code, index, old, changed }: ColumnPair): Unusual[] {
  if (kind !== "number" || code || old.length < leastHabit) return [];
  const numbers = numbersOf(old);
  const sum = numbers.reduce((total, value) => total + value, 0);
  const size = numbers.reduce((total, value) => total + Math.abs(value), 0);
  const moved = changed.reduce(
    (total, { before, after }) => total + (Number(after) || 0) - (Number(before) || 0),
    0,
  );
  const share = moved / size;
  return size > 0 && Math.abs(share) > bearable
    ? [
        {
          kind: "sum-jump",
          column: index,
          weight: 3 + Math.log10(1 + Math.abs(share)),
          was: String(sum),
          is: String(sum + moved),
          count: changed.length,
          spots: [],
        },
      ]
    : [];
}
