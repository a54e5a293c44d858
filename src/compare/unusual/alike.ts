import { type ColumnPair, type Fresh, mostSpots, type Unusual } from "./subject.ts";

/** Rows changed alike that a person does not change by hand, and their share of the table. */
const least = 10;
const share = 0.05;

const gathered = (cells: readonly Fresh[], nameOf: (cell: Fresh) => string | undefined) => {
  const groups = new Map<string, Fresh[]>();
  for (const cell of cells) {
    const name = nameOf(cell);
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group) group.push(cell);
    else groups.set(name, [cell]);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length)[0] ?? [];
};

/** By how much a number grew, to six figures. */
const ratio = ({ before, after }: Fresh): string | undefined => {
  const grown = Number(after) / Number(before);
  return Number.isFinite(grown) && grown !== 0 && grown !== 1 ? grown.toPrecision(6) : undefined;
};

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
    return make("rescaled", times, "", ratio(times[0]) ?? "");
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
