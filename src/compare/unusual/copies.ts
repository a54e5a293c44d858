import { mostSpots, type TablePair, type Unusual } from "./subject.ts";

/** Copies that chance does not make. */
const leastCopies = 5;

/** New rows that repeat others in everything but what tells rows apart: the key, or columns in which no value is met twice. */
export function findCopies({ before, after, added, key, columns }: TablePair): Unusual[] {
  if (added.length < leastCopies) return [];
  const own = (index: number): boolean => {
    const seen = new Set<string>();
    return after.every((cells) => seen.size !== seen.add(cells[index] ?? "").size);
  };
  const shared = columns.filter(({ index }) => !key.includes(index) && !own(index));
  if (shared.length < 2) return [];
  const places = shared.map(({ index }) => index);
  const come = new Set(added);
  const seen = new Set<string>();
  let [oldCopies, at] = [0, 0];
  const spots: number[] = [];
  const signature = (cells: readonly string[]) =>
    JSON.stringify(places.map((place) => cells[place]));
  for (const cells of after) {
    const text = signature(cells);
    if (!come.has(at) && seen.size === seen.add(text).size) oldCopies++;
    at++;
  }
  for (const row of added) {
    const text = signature(after[row] ?? []);
    if (seen.size === seen.add(text).size) spots.push(row);
  }
  const usual = oldCopies / Math.max(before.length, 1);
  const share = spots.length / added.length;
  return spots.length >= leastCopies && share > Math.max(0.2, 2 * usual)
    ? [
        {
          kind: "copies",
          weight: 4 + Math.log10(spots.length),
          was: String(usual),
          is: String(share),
          count: spots.length,
          spots: spots.slice(0, mostSpots).map((row) => ({ row, before: undefined, after: "" })),
        },
      ]
    : [];
}
