import { type ColumnPair, type Fresh, mostSpots, type Unusual } from "../subject.ts";

/** Rows changed alike that a person does not change by hand, and their share of the table. */
const least = 10;
const share = 0.05;

/** The largest group of cells of one name. */
function gathered<Name>(
  cells: readonly Fresh[],
  nameOf: (cell: Fresh) => Name | undefined,
): Fresh[] {
  const counts = new Map<Name, number>();
  let [most, name]: [number, Name | undefined] = [0, undefined];
  for (const cell of cells) {
    const one = nameOf(cell);
    if (one === undefined) continue;
    const count = (counts.get(one) ?? 0) + 1;
    counts.set(one, count);
    if (count > most) [most, name] = [count, one];
  }
  return name === undefined ? [] : cells.filter((cell) => nameOf(cell) === name);
}

/** By how much a number grew, to six figures of its order. */
const ratio = ({ before, after }: Fresh): number | undefined => {
  const grown = Number(after) / Number(before);
  return Number.isFinite(grown) && grown > 0 && grown !== 1
    ? Math.round(Math.log(grown) * 1e5)
    : undefined;
};
const shownRatio = ({ before, after }: Fresh): string =>
  String(Number((Number(after) / Number(before)).toPrecision(4)));

/** Many rows changed in the same way: one value became another, all became one, or numbers were multiplied by one. */
export function findAlike({ kind, code, index, old, changed }: ColumnPair): Unusual[] {
  const enough = Math.max(least, share * old.length);
  if (changed.length < enough) return [];
  const make = (
    what: "replaced" | "collapsed" | "rescaled",
    group: Fresh[],
    was: string,
    is: string,
  ) => [
    {
      kind: what,
      column: index,
      // What was done to all of them explains each of them.
      weight: (what === "rescaled" ? 9 : 3) + Math.log10(group.length),
      was,
      is,
      count: group.length,
      spots: group.slice(0, mostSpots),
    } satisfies Unusual,
  ];
  const same = gathered(changed, ({ before, after }) =>
    after === "" ? undefined : `${before}\n${after}`,
  );
  if (same.length >= enough)
    return make("replaced", same, same[0]?.before ?? "", same[0]?.after ?? "");
  const times = kind === "number" && !code ? gathered(changed, ratio) : [];
  if (times.length >= enough && times.length > changed.length / 2 && times[0])
    return make("rescaled", times, "", shownRatio(times[0]));
  const one = gathered(changed, ({ after }) => (after === "" ? undefined : after));
  const many = new Set(one.map(({ before }) => before)).size > 2;
  return one.length >= enough && many && one.length > changed.length / 2
    ? make(
        "collapsed",
        one,
        String(new Set(one.map(({ before }) => before)).size),
        one[0]?.after ?? "",
      )
    : [];
}
