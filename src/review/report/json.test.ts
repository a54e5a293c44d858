import fc from "fast-check";
import { expect, test } from "vitest";
import type { Review } from "../../model/reports/review.ts";
import {
  breakingKinds,
  longestReport,
  longestText,
  unusualKinds,
} from "../../schemas/reports/review.ts";
import { renderReviewJson } from "./json.ts";
import { parseReport } from "./parse.ts";
import { reviewBlocks } from "./report.ts";

const place = { file: "data/datasets/stops/stops.csv", sheet: "Дані", line: 3, column: 2 };
const finding = {
  rule: "cells-valid" as const,
  severity: "error" as const,
  place,
  message: "Не ціле число.",
  hint: "Виправте.",
  paste: ["    schema:"],
};
const rows = {
  count: 30,
  shown: [{ key: "7", line: 8, cells: [{ column: "name", before: "Вокзал", after: "Ринок" }] }],
};
const field = { field: "publisher", before: "Рада (council)", after: "Музей (museum)" };

/** A report with something in every field there is: an empty list proves nothing of what is in it. */
const whole: Review = {
  verdict: "blocked",
  fresh: [finding],
  standing: [{ ...finding, severity: "warning" }],
  mended: [{ ...finding, place: { file: place.file } }],
  datasets: [
    {
      id: "stops",
      title: "Зупинки",
      kind: "renamed",
      from: "old-stops",
      withdrawn: { date: "2026-11-20", reason: "Дублює інший", successor: "parks" },
      passport: [field],
      files: {
        removed: ["a.csv"],
        added: ["b.csv"],
        renamed: [{ from: "c.csv", to: "d.csv" }],
        changed: ["e.csv"],
      },
      tables: [
        {
          resource: "stops",
          file: place.file,
          matched: "cells",
          same: "order",
          before: 20,
          after: 21,
          removed: rows,
          changed: rows,
          added: rows,
          columns: {
            removed: ["x"],
            added: ["y"],
            renamed: [{ from: "p", to: "q" }],
            retyped: [{ column: "q", from: "integer", to: "number" }],
            reordered: true,
          },
          fresh: [
            {
              name: "y",
              title: "Ігрек",
              type: "integer",
              filled: 21,
              distinct: 3,
              least: "1",
              most: "3",
              samples: ["1", "2"],
            },
          ],
          totals: [{ column: "sum", before: 1.5, after: 2 }],
          unusual: unusualKinds.map((kind) => ({
            kind,
            column: "sum",
            was: "10",
            is: "10000",
            count: 2,
            spots: [{ key: "7", line: 8, before: "10", after: "10000" }],
          })),
        },
      ],
      breaking: breakingKinds.map((kind) => ({ kind, subject: "stops", detail: "a → b", place })),
      told: false,
      quality: {
        before: { points: 300, conforms: false },
        after: { points: 405, conforms: true, missing: ["license"], failed: ["schema"] },
      },
    },
  ],
  others: [{ path: "data/portal.yaml", kind: "changed", fields: [field] }],
  code: ["src/portal.ts"],
  codeUnknown: "failed",
  harvest: { created: ["https://a/1"], updated: ["https://a/2"], deleted: ["https://a/3"] },
};

test("a report with something in every field comes back as it went, and can be shown", () => {
  expect(parseReport(renderReviewJson(whole))).toEqual(whole);
  const text = JSON.stringify(reviewBlocks(whole, () => "https://a/help/"));
  for (const said of ["Рада (council)", "Ігрек", "src/portal.ts", "https://a/3", "Не ціле число."])
    expect(text).toContain(said);
});

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Every shape like the whole report: texts, counts and the lengths of lists drawn anew; words of a closed list stay. */
function drawn(value: Json, key = ""): fc.Arbitrary<Json> {
  if (typeof value === "string")
    return ["verdict", "severity", "kind", "matched", "same", "codeUnknown", "rule"].includes(key)
      ? fc.constant(value)
      : fc.string({ unit: "grapheme", maxLength: 40 });
  if (typeof value === "number")
    return key === "line" || key === "column" ? fc.integer() : fc.integer({ min: 0 });
  if (typeof value === "boolean") return fc.boolean();
  if (value === null) return fc.constant(value);
  if (Array.isArray(value)) {
    const [first] = value;
    return first === undefined ? fc.constant([]) : fc.array(drawn(first, key), { maxLength: 3 });
  }
  const optional = ["sheet", "line", "column", "from", "withdrawn", "successor", "same", "code"];
  const more = ["codeUnknown", "harvest"];
  const isSpot = "before" in value || "was" in value || "samples" in value || "cells" in value;
  const required = Object.keys(value).filter(
    (name) => isSpot || "to" in value || ![...optional, ...more].includes(name),
  );
  return fc.record(
    Object.fromEntries(Object.entries(value).map(([name, one]) => [name, drawn(one, name)])),
    { requiredKeys: required },
  ) as fc.Arbitrary<Json>;
}

test("whatever a review says, its report is read back as it was", () => {
  fc.assert(
    fc.property(drawn(whole as unknown as Json), (review) => {
      expect(parseReport(renderReviewJson(review as unknown as Review))).toEqual(review);
    }),
    { numRuns: 150 },
  );
});

test("texts and lists beyond measure are cut, and the report is one still", () => {
  const [dataset] = whole.datasets;
  if (!dataset) throw new Error("The fixture has a set.");
  const huge: Review = {
    ...whole,
    fresh: Array.from({ length: 3000 }, () => ({ ...finding, message: "я".repeat(9000) })),
    code: Array.from({ length: 25_000 }, (_, index) => `src/${index}.ts`),
  };
  const text = renderReviewJson(huge);
  expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(longestReport);
  const read = parseReport(text);
  expect(read?.verdict).toBe("blocked");
  expect(read?.fresh[0]?.message).toBe(`${"я".repeat(longestText - 1)}…`);
});
