/** Value of a facet that a set has none of. */
const none = 0xffff;

/**
 * What the catalogue's page knows of all its sets, in their order: of each facet the places of a set's values in the
 * facet's list, and the day of the last change, counted from 1970.
 */
export type FacetColumns = {
  sets: number;
  /** By facet: for set `i`, the values `values[starts[i]]` to `values[starts[i + 1]]`. */
  facets: { starts: Uint32Array; values: Uint16Array }[];
  days: Uint16Array;
};

/** Columns as a file: numbers of two bytes, little-endian, each column apart so that it packs well. */
export function writeFacetColumns(
  sets: readonly { values: readonly (readonly number[])[]; day: number }[],
): Uint8Array {
  const facets = sets[0]?.values.length ?? 0;
  const words: number[] = [sets.length & 0xffff, sets.length >>> 16, facets];
  for (let facet = 0; facet < facets; facet++)
    for (const { values } of sets) {
      const own = values[facet] ?? [];
      // The first value, and as many as there are more of them after all the first ones.
      words.push(own[0] ?? none);
    }
  for (let facet = 0; facet < facets; facet++) {
    const more = sets.flatMap(({ values }, set) =>
      (values[facet] ?? []).slice(1).map((value) => [set, value] as const),
    );
    words.push(more.length & 0xffff, more.length >>> 16);
    let before = 0;
    for (const [set] of more) {
      words.push(set - before);
      before = set;
    }
    for (const [, value] of more) words.push(value);
  }
  for (const { day } of sets) words.push(day);
  return new Uint8Array(Uint16Array.from(words).buffer);
}

export function readFacetColumns(bytes: ArrayBuffer): FacetColumns {
  const words = new Uint16Array(bytes);
  let at = 0;
  const take = () => words[at++] ?? 0;
  const long = () => take() + take() * 0x10000;
  const sets = long();
  const count = take();
  const firsts = Array.from({ length: count }, () => {
    const column = words.subarray(at, at + sets);
    at += sets;
    return column;
  });
  const facets = firsts.map((first) => {
    const many = long();
    const owners = new Uint32Array(many);
    let set = 0;
    for (let index = 0; index < many; index++) {
      set += take();
      owners[index] = set;
    }
    const more = words.subarray(at, at + many);
    at += many;
    const starts = new Uint32Array(sets + 1);
    const values: number[] = [];
    for (let index = 0, next = 0; index < sets; index++) {
      starts[index] = values.length;
      const value = first[index] ?? none;
      if (value !== none) values.push(value);
      for (; next < many && owners[next] === index; next++) values.push(more[next] ?? 0);
    }
    starts[sets] = values.length;
    return { starts, values: Uint16Array.from(values) };
  });
  return { sets, facets, days: words.subarray(at, at + sets) };
}

/** What a reader chose: of each facet the places of the values taken; nothing taken is everything. */
export type Chosen = readonly ReadonlySet<number>[];

type Facet = FacetColumns["facets"][number];

/** Has a set one of the wanted values of a facet? */
function hasAny({ starts, values }: Facet, set: number, wanted: ReadonlySet<number>): boolean {
  const end = starts[set + 1] ?? 0;
  for (let at = starts[set] ?? 0; at < end; at++) if (wanted.has(values[at] ?? none)) return true;
  return false;
}

/** Facets of which a set has no chosen value: none, one or two; beyond two nobody asks. */
function failedFacets(facets: readonly Facet[], chosen: Chosen, set: number): number[] {
  const failed: number[] = [];
  for (let facet = 0; facet < facets.length && failed.length < 2; facet++) {
    const wanted = chosen[facet];
    const column = facets[facet];
    if (column && wanted && wanted.size > 0 && !hasAny(column, set, wanted)) failed.push(facet);
  }
  return failed;
}

/** Adds a set to the count of each value it has of a facet. */
function countValues({ starts, values }: Facet, set: number, count: Uint32Array): void {
  const end = starts[set + 1] ?? 0;
  for (let at = starts[set] ?? 0; at < end; at++) {
    const value = values[at] ?? 0;
    count[value] = (count[value] ?? 0) + 1;
  }
}

/**
 * The sets that have a chosen value of every facet, and for each facet how many sets each of its values would give
 * with the other facets as they are. `among`: only these sets, where a text was looked for.
 */
export function narrow(
  { sets, facets, days: _ }: FacetColumns,
  chosen: Chosen,
  among?: Uint8Array,
): { kept: number[]; counts: Uint32Array[] } {
  const kept: number[] = [];
  const counts = facets.map(
    ({ values }) => new Uint32Array(values.reduce((most, value) => Math.max(most, value + 1), 0)),
  );
  for (let set = 0; set < sets; set++) {
    if (among && !among[set]) continue;
    const failed = failedFacets(facets, chosen, set);
    if (failed.length > 1) continue;
    if (failed.length === 0) kept.push(set);
    for (let facet = 0; facet < facets.length; facet++) {
      // A set that fails one facet alone is what the other values of that facet would give.
      if (failed.length === 1 && facet !== failed[0]) continue;
      const column = facets[facet];
      const count = counts[facet];
      if (column && count) countValues(column, set, count);
    }
  }
  return { kept, counts };
}
