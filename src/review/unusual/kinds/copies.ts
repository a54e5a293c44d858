import { mostSpots, type TablePair, type Unusual } from "../subject.ts";

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
  const sameColumns = columns.every(({ index, oldIndex }) => index === oldIndex);
  const signature = (cells: readonly string[]) =>
    JSON.stringify(places.map((place) => cells[place]));
  const copiesIn = (rows: readonly (readonly string[])[]): number =>
    rows.length - new Set(rows.map(signature)).size;
  const come = new Set(added);
  const seen = new Set(after.filter((_, row) => !come.has(row)).map(signature));
  const spots = added.filter((row) => seen.size === seen.add(signature(after[row] ?? [])).size);
  // Where rows alike were matched with one another, some copy comes as another goes.
  const more = sameColumns ? copiesIn(after) - copiesIn(before) : spots.length;
  const usual = sameColumns ? copiesIn(before) / Math.max(before.length, 1) : 0;
  const share = Math.min(more, spots.length) / added.length;
  return more >= leastCopies && spots.length >= leastCopies && share > 0.2 + 2 * usual
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
