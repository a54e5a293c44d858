import { expect, test } from "vitest";
import { treeOf } from "../model/tree.ts";
import { readRepository } from "../read/repository.ts";
import { base, csv, passport, rows, table, text } from "../test/fixtures/changed-portal.ts";
import { pinnedAt, readersWith } from "../test/fixtures/files-elsewhere.ts";
import { compareDatasets } from "./datasets.ts";
import { reasonsToLook } from "./verdict.ts";

const url = "https://files.example.gov.ua/stops.csv";
const bytesOf = (content: string) => new TextEncoder().encode(content);
const [old, longer, other] = [csv(), csv([...rows, "21,Нова,1\n"]), csv(rows.slice(3))].map(
  bytesOf,
) as [Uint8Array, Uint8Array, Uint8Array];

/** The portal with its table elsewhere; what of it was fetched. */
const portal = (content: Uint8Array, ...fetched: Uint8Array[]) => {
  const { [table]: _, ...rest } = base;
  const files = { ...rest, [passport]: pinnedAt(text, "stops.csv", url, content) };
  return readRepository(treeOf(files), undefined, readersWith(...fetched));
};
const told = (before: ReturnType<typeof portal>, after: ReturnType<typeof portal>) => {
  const datasets = compareDatasets(before, after);
  return {
    files: datasets.map(({ files }) => files),
    tables: datasets.flatMap(({ tables }) =>
      tables.map(({ added, removed, changed }) => [added.count, removed.count, changed.count]),
    ),
    reasons: reasonsToLook({
      datasets,
      others: [],
      fresh: [],
      standing: [],
      mended: [],
      code: [],
    } as never).map((reason) => ("names" in reason ? [reason.kind, ...reason.names] : reason.kind)),
  };
};
const changed = [{ removed: [], added: [], renamed: [], changed: ["datapackage.yaml", url] }];

test("another sum is a changed file: its rows are compared where both files were fetched", () => {
  expect(told(portal(old, old, longer), portal(longer, old, longer))).toEqual({
    files: changed,
    tables: [[1, 0, 0]],
    reasons: [],
  });
  expect(told(portal(old, old, other), portal(other, old, other)).reasons).toEqual([
    "rows-removed",
  ]);
});

test.each<[string, Uint8Array[], Uint8Array[]]>([
  ["neither", [], []],
  ["only the former", [old], []],
  ["only the new one", [], [longer]],
])("where %s was fetched nobody can tell what changed, and a person must look", (_, was, is) => {
  expect(told(portal(old, ...was), portal(longer, ...is))).toEqual({
    files: changed,
    tables: [],
    reasons: [["files-unseen", url]],
  });
});

test("a sum that goes, and the promise with it, must be looked at", () => {
  const { [table]: _, ...rest } = base;
  const linked = readRepository(
    treeOf({ ...rest, [passport]: text.replace("path: stops.csv", `path: ${url}`) }),
  );
  expect(told(portal(old, old), linked).reasons).toContain("passport");
});

test("a table that moves elsewhere as it is has no other rows", () => {
  const here = readRepository(treeOf(base));
  const { files, tables } = told(here, portal(old, old));
  expect(files[0]?.renamed).toEqual([{ from: "stops.csv", to: url }]);
  expect(tables).toEqual([]);
});
