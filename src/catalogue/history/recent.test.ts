import { expect, test } from "vitest";
import type { Catalogue, Change } from "../../model/catalogue.ts";
import { findingOf } from "./finding.ts";
import { recentChanges } from "./recent.ts";

const today = "2026-11-30";
const change = (date: string, ...files: string[]): Change => ({ hash: date, date, files });
const set = (id: string, history: Change[], status = "active") => ({
  id,
  history,
  passport: { status },
});
const recent = (...datasets: ReturnType<typeof set>[]) => {
  const told = recentChanges({ datasets } as unknown as Catalogue, today);
  return Object.fromEntries(
    Object.entries(told).map(([kind, sets]) => [kind, sets.map(({ id }) => id)]),
  );
};

test("a set is told of once, by the most that happened to it, the latest first", () => {
  expect(
    recent(
      set("new", [change("2026-11-20T09:00:00Z", "datapackage.yaml", "new.csv")]),
      set("newer", [
        change("2026-11-29T09:00:00Z", "datapackage.yaml"),
        change("2026-11-25T09:00:00Z", "datapackage.yaml", "newer.csv"),
      ]),
      set("updated", [
        change("2026-11-28T09:00:00Z", "datapackage.yaml"),
        change("2026-11-27T09:00:00Z", "updated.csv"),
        change("2025-01-01T09:00:00Z", "datapackage.yaml", "updated.csv"),
      ]),
      set("described", [
        change("2026-11-28T09:00:00Z", "datapackage.yaml"),
        change("2025-01-01T09:00:00Z", "datapackage.yaml", "described.csv"),
      ]),
    ),
  ).toEqual({ created: ["newer", "new"], updated: ["updated"], described: ["described"] });
});

test("the thirtieth day still counts, the day before it does not; a withdrawn set is not told of", () => {
  const files = ["datapackage.yaml", "a.csv"];
  expect(
    recent(
      set("in", [change("2026-11-01T00:00:00Z", ...files)]),
      set("out", [change("2026-10-31T23:00:00Z", ...files)]),
      set("withdrawn", [change("2026-11-20T00:00:00Z", ...files)], "withdrawn"),
      set("undated", []),
    ),
  ).toEqual({ created: ["in"], updated: [], described: [] });
});

const news = (slug: string, ...names: string[]) => ({
  slug,
  nodes: names.map((name) => ({ kind: "component", name, attributes: { dataset: slug }, line: 1 })),
});
const found = (day: string, ...entries: ReturnType<typeof news>[]) =>
  findingOf({ news: entries } as unknown as Catalogue, day)?.entry.slug;

test("each month another of the news with a chart is the finding", () => {
  const entries = [news("a", "Chart"), news("words", "Figure"), news("b", "Figure", "Chart")];
  expect(
    ["2026-10-31", "2026-11-01", "2026-11-30", "2026-12-01"].map((day) => found(day, ...entries)),
  ).toEqual(["a", "b", "b", "a"]);
});

test("where no news has a chart there is no finding", () => {
  expect([found(today), found(today, news("words", "Figure"))]).toEqual([undefined, undefined]);
});
