import { expect, test } from "vitest";
import type { Catalogue, Dataset } from "../../../model/catalogue.ts";
import { additionalSets } from "./plan-data.ts";

const set = (id: string, passport: object = {}, change: object = {}) =>
  ({
    id,
    title: { uk: id },
    resources: [{}],
    freshness: { state: "closed" },
    passport: { status: "active", mandated: [], sources: [], ...passport },
    ...change,
  }) as unknown as Dataset;

test("beyond the list stand sets of data: no papers of the plan, no raw copy beside the cleaned set", () => {
  const datasets = [
    set("План дій"),
    set("list"),
    set("trees", { sources: [{ title: "Дерева", path: "https://example.org/trees" }] }),
    set("trees-raw", { importedFrom: "https://example.org/trees" }),
    set("imported", { importedFrom: "https://example.org/other" }),
    set("mandated", { mandated: ["mun-001"] }),
    set("late", {}, { freshness: { state: "overdue" } }),
    set("empty", {}, { resources: [] }),
    set("gone", { status: "withdrawn" }),
  ];
  const plan = { title: "План дій", mandated: { dataset: "list", resource: "list" } };
  const counted = additionalSets({ datasets, plan } as unknown as Catalogue);
  expect(counted.map(({ id }) => id)).toEqual(["trees", "imported"]);
});
