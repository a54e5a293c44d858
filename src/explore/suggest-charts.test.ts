import { expect, test } from "vitest";
import { column } from "../test/fixtures/explored-columns.ts";
import { suggestCharts } from "./suggest-charts.ts";

test("charts are offered by what the columns are: time, kinds, measures; codes and places on the map are no measures", () => {
  const offered = suggestCharts(
    [
      column("id", "integer", { distinct: 100 }),
      column("lat", "number", { distinct: 90 }),
      column("kind", "string", { distinct: 5 }),
      column("state", "string", { distinct: 2 }),
      column("actDate", "date", { distinct: 60 }),
      column("quantity", "integer", { distinct: 30 }),
    ],
    100,
  );
  expect(
    offered.map(({ kind, x, y, by }) => [kind, x, y ?? "", by ?? ""].join(" ").trim()),
  ).toEqual([
    "line actDate quantity",
    "bar kind",
    "bar state",
    "histogram quantity",
    "bar kind  state",
  ]);
});
