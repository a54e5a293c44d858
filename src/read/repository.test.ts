import { expect, test } from "vitest";
import { treeOf } from "../model/tree.ts";
import { examplePortal } from "../rules/example-portal.ts";
import { readRepository } from "./repository.ts";

test("a folder that was put into itself, or into one whose name ends alike, is no second set", () => {
  const passport = examplePortal["data/datasets/stops/datapackage.yaml"] ?? "";
  const { datasets, datasetIds } = readRepository(
    treeOf({
      ...examplePortal,
      "data/datasets/stops/stops/datapackage.yaml": passport,
      "data/datasets/stops/bus-stops/datapackage.yaml": passport,
    }),
  );
  expect(datasets.map(({ id }) => id)).toEqual(["stops"]);
  expect([...datasetIds]).toEqual(["stops"]);
});
