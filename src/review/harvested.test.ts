import { expect, test } from "vitest";
import { base, passport, sideOf, table, text } from "../test/fixtures/changed-portal.ts";
import { buildReview, type Side } from "./review.ts";

/** What harvesters are told: of the two sets, and of one that the portal makes of all of them. */
const told = { "a/stops-1": "перший", "a/stops-2": "другий", "a/registry": "реєстр" };
const side = (harvested: Record<string, string> | undefined, files = base): Side => ({
  ...sideOf(files),
  generated: new Set(["a/registry"]),
  ...(harvested ? { harvested: new Map(Object.entries(harvested)) } : {}),
});
const harvest = (before: Side, after: Side) => buildReview(before, after, []).harvest;
const registryMended = {
  ...base,
  "data/datasets/registry/datapackage.yaml": text.replace("aliases: [old-1]\n", ""),
  "data/datasets/registry/stops.csv": base[table] ?? "",
};

test.each<[situation: string, before: Side, after: Side, harvest: ReturnType<typeof harvest>]>([
  ["nothing changed", side(told), side(told), { created: [], updated: [], deleted: [] }],
  [
    "one set came, one changed, one went",
    side(told),
    side({ "a/stops-1": "інший", "a/stops-3": "третій", "a/registry": "реєстр" }),
    { created: ["a/stops-3"], updated: ["a/stops-1"], deleted: ["a/stops-2"] },
  ],
  [
    "the portal's own list changed with them: nobody did that",
    side(told),
    side({ ...told, "a/stops-1": "інший", "a/registry": "реєстр інший" }),
    { created: [], updated: ["a/stops-1"], deleted: [] },
  ],
  [
    "somebody changed the list's own passport",
    side(told, registryMended),
    side(
      { ...told, "a/registry": "реєстр інший" },
      { ...registryMended, "data/datasets/registry/readme.pdf": "%PDF" },
    ),
    { created: [], updated: ["a/registry"], deleted: [] },
  ],
  [
    "the first sets of a portal: all of them came",
    side(undefined, { "data/portal.yaml": base["data/portal.yaml"] ?? "" }),
    side(told),
    { created: Object.keys(told), updated: [], deleted: [] },
  ],
  ["faults left no catalogue of what was", side(undefined), side(told), undefined],
  ["faults left no catalogue of what is", side(told), side(undefined), undefined],
])("%s", (_, before, after, expected) => {
  expect(harvest(before, after)).toEqual(expected);
});

test("the quality of a set is told as it was and as it is, under its new name too", () => {
  const quality = (id: string, points: number) =>
    new Map([[id, { points, conforms: points > 200, missing: ["dcat:theme"], failed: [] }]]);
  const before = { ...sideOf(base), quality: quality("stops-1", 190) };
  const { [passport]: _, [table]: __, ...rest } = base;
  const moved = sideOf({
    ...rest,
    "data/datasets/halts/datapackage.yaml": text,
    "data/datasets/halts/stops.csv": base[table] ?? "",
  });
  const of = (after: Side) => buildReview(before, after, []).datasets[0]?.quality;
  expect(of({ ...moved, quality: quality("halts", 250) })).toEqual({
    before: { points: 190, conforms: false },
    after: { points: 250, conforms: true, missing: ["dcat:theme"], failed: [] },
  });
  // Errors left no catalogue: nothing is counted.
  expect(of(moved)).toEqual({ before: { points: 190, conforms: false } });
});
