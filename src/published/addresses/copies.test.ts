import { expect, test } from "vitest";
import { treeOf } from "../../model/tree.ts";
import { readRepository } from "../../read/repository.ts";
import { examplePortal } from "../../rules/example-portal.ts";
import { catalogueOf, committed } from "../../test/fixtures/generated-portal.ts";
import { siteOf } from "../../test/fixtures/published-site.ts";
import { describeAddresses, publishedFiles } from "./index.ts";

test.each([
  ["", ["json", "parquet", "xlsx"]],
  ["copies: [json, xlsx]\n", ["json", "xlsx"]],
  ["copies: [xlsx]\n", ["xlsx"]],
  ["copies: []\n", []],
])("of a portal with «%s» the copies are %j, and nothing names another", (line, copies) => {
  const files = {
    ...examplePortal,
    "data/portal.yaml": `${examplePortal["data/portal.yaml"]}${line}`,
  };
  const repository = readRepository(treeOf(files), committed(files));
  const site = siteOf(catalogueOf(files), repository);
  const made = [...publishedFiles(site)].flatMap(
    ({ path }) => /^\/dataset\/stops\/stops\.(xlsx|json|parquet)$/.exec(path)?.[1] ?? [],
  );
  const told = describeAddresses(site).flatMap(
    ({ path }) => /^\/dataset\/\{dataset\}\/\{table\}\.(xlsx|json|parquet)$/.exec(path)?.[1] ?? [],
  );
  expect(made.sort()).toEqual(copies);
  expect(told.sort()).toEqual(copies);
});
