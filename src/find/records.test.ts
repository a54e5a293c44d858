import { expect, test } from "vitest";
import { examplePortal } from "../rules/example-portal.ts";
import { catalogueOf } from "../test/fixtures/generated-portal.ts";
import { toSearchRecords } from "./records.ts";

const path = "data/datasets/stops/datapackage.yaml";
const stops = `${examplePortal[path]}`;
const catalogue = catalogueOf({
  ...examplePortal,
  [path]: stops.replace(/^keywords:/m, "mandated: [mun-023]\nkeywords:"),
});
const records = toSearchRecords(
  catalogue,
  [],
  [{ code: "mun-041", title: "Дані про паркування", publisher: "Міська рада" }],
);
const wordsAt = (asked: string) => records.find((record) => record.path === asked)?.words ?? [];

test("a set that is here has the everyday words that find it while it is missing", () => {
  expect(wordsAt("/dataset/stops/")).toEqual(expect.arrayContaining(["маршрутка", "розклад"]));
});

test("a missing set is found by its English name too, which the answer does not bring", () => {
  const found = records.find(({ kind }) => kind === "missing");
  expect(found?.title).toEqual({ uk: "Дані про паркування" });
  expect(wordsAt("/coverage/#mun-041")).toEqual(
    expect.arrayContaining(["паркування", "паркінг", "parking", "equipment"]),
  );
});
