import { expect, test } from "vitest";
import { renderCalendar } from "../published/feeds/calendar.ts";
import { twinFormats } from "../published/tables/twins.ts";
import { examplePortal, stopsWith } from "../rules/example-portal.ts";
import { askedDataset } from "../test/fixtures/asked-dataset.ts";
import { catalogueOf } from "../test/fixtures/generated-portal.ts";

/** What an attack found in the files that the explorer and readers take: each a case that went wrong once. */

test("two sets never give one name to their tables, and names that are words of SQL are quoted", () => {
  const passport = examplePortal["data/datasets/stops/datapackage.yaml"] ?? "";
  const table = examplePortal["data/datasets/stops/stops.csv"] ?? "";
  const set = (id: string, text = passport) => ({
    [`data/datasets/${id}/datapackage.yaml`]: text.replace(/^title: .*/, `title: ${id}`),
    [`data/datasets/${id}/stops.csv`]: table.replaceAll("Вокзал", id),
  });
  const two = `${passport}${passport.slice(passport.indexOf("  - name: stops")).replaceAll("stops", "routes")}`;
  const { datasets } = catalogueOf({
    ...examplePortal,
    ...set("multi", two),
    "data/datasets/multi/routes.csv": table.replaceAll("Вокзал", "маршрут"),
    ...set("multi-routes"),
    ...set("order"),
  });
  const asked = datasets.flatMap((dataset) => askedDataset(dataset, "uk", (path) => path));
  const names = asked.flatMap(({ tables }) => tables.map(({ name }) => name));
  expect(new Set(names).size).toBe(names.length);
  expect(asked.flatMap(({ examples }) => examples.map(({ sql }) => sql)).join("\n")).toContain(
    'FROM "order"',
  );
});

test("a publisher's table never takes the place of the portal's own file", () => {
  const files: Record<string, string> = {
    ...examplePortal,
    ...stopsWith("path: stops.csv", "path: ckan.csv"),
    "data/datasets/stops/ckan.csv": examplePortal["data/datasets/stops/stops.csv"] ?? "",
  };
  const { "data/datasets/stops/stops.csv": _, ...rest } = files;
  const [dataset] = catalogueOf(rest).datasets;
  const [resource] = dataset?.resources ?? [];
  if (!dataset || !resource) throw new Error("No table.");
  expect(twinFormats(resource, dataset, ["xlsx", "json"])).toEqual(["xlsx"]);
});

test("a set due on the last days of a month is due in every month", () => {
  const { datasets, portal } = catalogueOf({
    ...examplePortal,
    ...stopsWith("frequency: yearly", "frequency: monthly"),
  });
  const [dataset] = datasets;
  if (!dataset) throw new Error("No dataset.");
  const due = { ...dataset, freshness: { state: "current" as const, due: "2027-01-31" } };
  expect(renderCalendar("Портал", [due], portal.site)).toContain(
    "RRULE:FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
  );
});
