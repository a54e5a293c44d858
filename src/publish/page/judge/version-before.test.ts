import { expect, test } from "vitest";
import { readVersionBefore } from "./version-before.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const files = new Map([
  ["data/datasets/stops/datapackage.yaml", bytes("title: Зупинки")],
  ["data/datasets/stops/stops.csv", bytes("id\n1\n2\n")],
]);
const change = (commit: string, names: string[], dataset = "stops") => ({
  kind: "data",
  dataset,
  files: names,
  commit,
});
const readOf =
  (changes: object[], versions: Record<string, string>) =>
  async (path: string): Promise<Uint8Array | undefined> =>
    path === "/changes.json"
      ? bytes(JSON.stringify({ changes }))
      : versions[path] === undefined
        ? undefined
        : bytes(versions[path]);

test("a table is as it was before its last change, and all else as it is", async () => {
  const changes = [
    change("ffffffffffffffff", ["datapackage.yaml"]),
    change("eeeeeeeeeeeeeeee", ["stops.csv"], "routes"),
    change("cccccccccccccccc", ["datapackage.yaml", "stops.csv"]),
    change("bbbbbbbbbbbbbbbb", ["datapackage.yaml"]),
    change("aaaaaaaaaaaaaaaa", ["datapackage.yaml", "stops.csv"]),
  ];
  const read = readOf(changes, { "/dataset/stops/versions/aaaaaaaaaa/stops.csv": "id\n1\n" });
  const before = await readVersionBefore("stops", files, read);
  expect(
    [...(before ?? [])].map(([path, content]) => [path, new TextDecoder().decode(content)]),
  ).toEqual([
    ["data/datasets/stops/datapackage.yaml", "title: Зупинки"],
    ["data/datasets/stops/stops.csv", "id\n1\n"],
  ]);
});

test("a set of one version, and one whose versions are not kept, have no before", async () => {
  const first = [change("aaaaaaaaaaaaaaaa", ["datapackage.yaml", "stops.csv"])];
  expect(await readVersionBefore("stops", files, readOf(first, {}))).toBeUndefined();
  const two = [change("bbbbbbbbbbbbbbbb", ["stops.csv"]), ...first];
  expect(await readVersionBefore("stops", files, readOf(two, {}))).toBeUndefined();
  expect(await readVersionBefore("stops", files, async () => undefined)).toBeUndefined();
});
