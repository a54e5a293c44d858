import { expect, test } from "vitest";
import { catalogueOf, generatedPortal } from "../../../test/fixtures/generated-portal.ts";
import { passport, today } from "../../../test/fixtures/plan-of-every-measure.ts";
import { measureRating } from "./rating.ts";

test("a score is a mean over a publisher's sets: weights, what is unknown, what would raise it", () => {
  const late = catalogueOf(generatedPortal(2), { today });
  const [score] = measureRating(late);
  // Files are there, the passport is whole; both yearly sets are late, so neither is in time nor conforms.
  expect(
    score?.parts.map(({ part, weight, share, points }) => [part, weight, share, points]),
  ).toEqual([
    ["coverage", 33.3, 1, 33.3],
    ["timeliness", 27.8, 0, 0],
    ["conformity", 27.8, 0, 0],
    ["passport", 11.1, 1, 11.1],
    ["feedback", 0, undefined, 0],
  ]);
  expect(score?.score).toBe(44.4);
  expect(score?.fixes[0]).toEqual({ dataset: "stops-1", part: "timeliness", points: 13.9 });
  const mended = generatedPortal(2);
  mended[passport(1)] = (mended[passport(1)] ?? "").replace(
    "frequency: yearly",
    "frequency: never",
  );
  expect(measureRating(catalogueOf(mended, { today }))[0]?.score).toBe(72.2);
  // A hundred sets kept alike give the score of one.
  expect(measureRating(catalogueOf(generatedPortal(1), { today }))[0]?.score).toBe(44.4);
});

test("a set whose dates nobody knows is neither late nor in time: its weight goes to what is known", () => {
  const undated = catalogueOf(generatedPortal(2), { today });
  const datasets = undated.datasets.map((dataset) => ({
    ...dataset,
    freshness: { state: "unknown" as const },
  }));
  const partsOf = (catalogue: typeof undated) =>
    measureRating(catalogue)[0]?.parts.map(({ part, weight, share }) => [part, weight, share]);
  expect(partsOf({ ...undated, datasets })).toEqual([
    ["coverage", 75, 1],
    ["timeliness", 0, undefined],
    ["conformity", 0, undefined],
    ["passport", 25, 1],
    ["feedback", 0, undefined],
  ]);
  const [first, second] = datasets;
  const [late] = undated.datasets;
  if (!first || !second || !late) throw new Error("There are two sets.");
  // One of them is known to be late: it alone counts.
  expect(partsOf({ ...undated, datasets: [late, second] })?.[1]).toEqual(["timeliness", 27.8, 0]);
  // What says nothing of how often it changes lacks what its publisher can write.
  const { frequency: _, ...silent } = first;
  expect(partsOf({ ...undated, datasets: [silent, second] })?.[1]).toEqual(["timeliness", 27.8, 0]);
});
