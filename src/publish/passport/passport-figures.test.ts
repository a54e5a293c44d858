import { expect, test } from "vitest";
import { publishedStops, stopsFacts } from "../../test/fixtures/stops-portal.ts";
import { correctPassport } from "../change/change-dataset.ts";
import { passportFigures } from "./passport-figures.ts";

const published = { facts: stopsFacts, files: publishedStops.files };
const figures = (values: Parameters<typeof correctPassport>[1]) =>
  passportFigures(published, correctPassport(publishedStops, values));

test("a passport without a period: what to add, and what it gives", () => {
  expect(figures({})).toMatchObject({
    lengths: [
      { field: "title", length: 31, limit: 254 },
      { field: "description", length: 48, limit: 4000 },
      { field: "purpose", limit: 512 },
    ],
    quality: {
      points: 385,
      maximum: 405,
      level: "excellent",
      fixes: [{ metric: "temporal", points: 20 }],
    },
    conformity: { conforms: true, failed: [] },
  });
});

test("with the period it is whole; without the licence it does not conform", () => {
  const whole = figures({ temporal: { start: "2026-01-01" } });
  expect([whole.quality?.points, whole.quality?.fixes]).toEqual([405, []]);
  expect(figures({ licenses: [] }).conformity).toEqual({
    conforms: false,
    failed: ["passport", "licence"],
  });
});

test("of a draft whose publisher is not known yet only lengths are told", () => {
  expect(figures({ publisher: "nobody" })).not.toHaveProperty("quality");
});
