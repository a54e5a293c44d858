import { expect, test } from "vitest";
import { downloadName, namedIn } from "./download-name.ts";

test.each([
  ["/dataset/stops/platforms.csv", "stops-platforms-view-2026-11-30.csv"],
  ["/portal/dataset/stops/stops.csv", "stops-view-2026-11-30.csv"],
  ["query.csv", "query-view-2026-11-30.csv"],
  ["https://example.org/%D0%B4%D0%B0%D0%BD%D1%96/a%20b.CSV?v=1", "a-b-view-2026-11-30.csv"],
  ["https://example.org/%D0%B4%D0%B0%D0%BD%D1%96.csv", "view-2026-11-30.csv"],
])("a view of %s is taken away as %s", (address, name) => {
  expect(downloadName([...namedIn(address), "view", "2026-11-30"], "csv")).toBe(name);
});

test("a name is Latin, and there always is one", () => {
  expect([downloadName(["..", undefined], "json"), downloadName(["Дані", "x"], "xlsx")]).toEqual([
    "table.json",
    "x.xlsx",
  ]);
});
