import { expect, test } from "vitest";
import { publishedStops, stopsFacts } from "../../test/fixtures/stops-portal.ts";
import { updateDataset } from "../change/change-dataset.ts";
import { bytesOf } from "../change/new-dataset.ts";
import { compareWithPublished } from "./compare-with-published.ts";

const published = { facts: stopsFacts, files: publishedStops.files };
const compare = (table: string, values = {}) =>
  compareWithPublished(
    published,
    updateDataset(publishedStops, new Map([["stops.csv", bytesOf(table)]]), values),
  );

test("the same table is no change", () => {
  const { change, findings } = compare("id,name,platforms\n1,Вокзал,2\n2,Центр,1\n");
  expect([change, findings]).toEqual([undefined, []]);
});

test("rows that came and changed are counted by the key, and totals told", () => {
  const { change, findings } = compare("id,name,platforms\n1,Вокзал,3\n2,Центр,1\n3,Парк,2\n");
  const [table] = change?.tables ?? [];
  expect([table?.matched, table?.before, table?.after]).toEqual(["key", 2, 3]);
  expect([table?.added.count, table?.removed.count, table?.changed.count]).toEqual([1, 0, 1]);
  expect(table?.changed.shown[0]).toMatchObject({
    key: "1",
    cells: [{ column: "platforms", before: "2", after: "3" }],
  });
  expect(table?.totals).toEqual([{ column: "platforms", before: 3, after: 6 }]);
  expect(findings).toEqual([]);
});

test("half of the rows gone is told, and a newer version with words on it lets it pass", () => {
  const half = "id,name,platforms\n1,Вокзал,2\n";
  const { change, findings } = compare(half);
  expect(change?.breaking.map(({ kind, detail }) => [kind, detail])).toEqual([
    ["rows-lost", "1 з 2"],
  ]);
  expect(findings.map(({ rule }) => rule)).toEqual(["breaking-told"]);
  const told = compare(half, { version: "2.0", versionNotes: "Вилучено зупинки, що закрилися." });
  expect(told.findings).toEqual([]);
});
