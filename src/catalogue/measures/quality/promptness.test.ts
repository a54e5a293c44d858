import { expect, test } from "vitest";
import { promptnessOf } from "./promptness.ts";

// 20 November 2026 is a Friday: three working days end on Wednesday the 25th.
test.each([
  ["updated the same day", "2026-11-20", "2026-11-20T18:00:00Z", "2026-12-01", "prompt"],
  ["updated on the last day", "2026-11-20", "2026-11-25T08:00:00Z", "2026-12-01", "prompt"],
  ["updated a day late", "2026-11-20", "2026-11-26T08:00:00Z", "2026-12-01", "late"],
  ["not yet, the term runs", "2026-11-20", "2026-10-01T08:00:00Z", "2026-11-25", "waiting"],
  ["not yet, the term is over", "2026-11-20", "2026-10-01T08:00:00Z", "2026-11-26", "late"],
])("%s", (_, sourceChanged, modified, today, state) => {
  expect(promptnessOf({ passport: { sourceChanged } as never, modified }, today, [])).toEqual({
    changed: "2026-11-20",
    due: "2026-11-25",
    state,
  });
});

test("a passport that does not say when the information changed is judged by nothing", () => {
  expect(
    promptnessOf({ passport: {} as never, modified: "2026-11-20" }, "2026-12-01", []),
  ).toBeUndefined();
});
