import { rowColumn } from "./row-index.ts";
import type { Twin } from "./twin.ts";

const nowhere = 0xffff;

/** Where rows of the file live in its twin; known for the groups whose numbers of rows were read. */
export function createHomes({ rows, groups, column, has }: Twin) {
  const home = new Uint16Array(rows).fill(nowhere);
  const places = new Uint32Array(rows);

  async function rowNumbers(group: number): Promise<ArrayLike<number>> {
    const numbers = (await column(rowColumn, group)) as ArrayLike<number>;
    for (let place = 0; place < numbers.length; place++) {
      home[numbers[place] ?? 0] = group;
      places[numbers[place] ?? 0] = place;
    }
    return numbers;
  }

  /** Groups of rows; nothing where a row lives in a group that nobody has looked into. */
  function knownGroups(wanted: ArrayLike<number>): Set<number> | undefined {
    const found = new Set(Array.from(wanted, (row) => home[row] ?? nowhere));
    return found.has(nowhere) ? undefined : found;
  }

  return {
    /** Numbers of a group's rows in the file, in the group's order. */
    rowNumbers,
    knownGroups,
    /** Groups of rows; those nobody has looked into are looked into. */
    async groupsOf(wanted: ArrayLike<number>): Promise<Set<number>> {
      const known = knownGroups(wanted);
      if (known) return known;
      for (let group = 0; group < groups.length; group++)
        if (!has(rowColumn, group)) await rowNumbers(group);
      return new Set(Array.from(wanted, (row) => home[row] ?? nowhere));
    },
    groupOf: (row: number): number => home[row] ?? nowhere,
    /** A row's place in its group, from 0. */
    placeOf: (row: number): number => places[row] ?? 0,
  };
}
