import fc from "fast-check";
import { expect, test } from "vitest";
import { narrow, readFacetColumns, writeFacetColumns } from "./facet-columns.ts";

const sets = fc.array(
  fc.record({
    values: fc.tuple(
      fc.uniqueArray(fc.nat(5), { maxLength: 3 }),
      fc.uniqueArray(fc.nat(300), { maxLength: 1 }),
    ),
    day: fc.nat(60_000),
  }),
  { maxLength: 40 },
);

test("columns are read as they were written", () => {
  fc.assert(
    fc.property(sets, (all) => {
      const { buffer } = writeFacetColumns(all);
      const read = readFacetColumns(buffer as ArrayBuffer);
      expect(read.sets).toBe(all.length);
      expect([...read.days]).toEqual(all.map(({ day }) => day));
      for (const [facet, { starts, values }] of read.facets.entries())
        all.forEach((set, at) => {
          expect([...values.subarray(starts[at], starts[at + 1])]).toEqual(set.values[facet]);
        });
    }),
    { numRuns: 300 },
  );
});

test("sets are kept and counted as a plain reading of the choice would", () => {
  const choice = fc.tuple(fc.uniqueArray(fc.nat(5)), fc.uniqueArray(fc.nat(300), { maxLength: 4 }));
  fc.assert(
    fc.property(
      sets,
      choice,
      fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
      (all, taken, among) => {
        const columns = readFacetColumns(writeFacetColumns(all).buffer as ArrayBuffer);
        const { kept, counts } = narrow(
          columns,
          taken.map((values) => new Set(values)),
          Uint8Array.from(among, Number),
        );
        const fits = (set: (typeof all)[number], without: number) =>
          taken.every(
            (values, facet) =>
              facet === without ||
              values.length === 0 ||
              (set.values[facet] ?? []).some((value) => values.includes(value)),
          );
        const places = all.map((_, at) => at).filter((at) => among[at]);
        expect(kept).toEqual(places.filter((at) => fits(all[at] as (typeof all)[number], -1)));
        counts.forEach((count, facet) => {
          const rest = places.filter((at) => fits(all[at] as (typeof all)[number], facet));
          count.forEach((n, value) => {
            expect(n).toBe(rest.filter((at) => all[at]?.values[facet]?.includes(value)).length);
          });
        });
      },
    ),
    { numRuns: 300 },
  );
});
