import { expect, test } from "vitest";
import { readPublished } from "./published-folder.ts";

const encoder = new TextEncoder();
/** A site of a few files; what was asked of it. */
const siteOf = (files: Record<string, string>) => {
  const asked: string[] = [];
  const read = async (path: string) => {
    asked.push(path);
    return path in files ? encoder.encode(files[path]) : undefined;
  };
  return { asked, read };
};
const passport =
  "title: Зупинки\nresources:\n  - { name: a, path: a.csv }\n  - { name: b, path: b.csv }\n  - { name: c, path: https://example.org/c.csv }\n  - { name: d, path: /registry.csv }\n  - { name: e, page: https://example.org/ }\n";

test("the passport as written and every file it names are asked for; what lies elsewhere is not", async () => {
  const { asked, read } = siteOf({
    "/dataset/stops/datapackage.yaml": passport,
    "/dataset/stops/a.csv": "id\n1\n",
  });
  const files = await readPublished("stops", read);
  expect(
    [...(files ?? [])].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]),
  ).toEqual([
    ["data/datasets/stops/datapackage.yaml", passport],
    ["data/datasets/stops/a.csv", "id\n1\n"],
  ]);
  expect(asked).toEqual([
    "/dataset/stops/datapackage.yaml",
    "/dataset/stops/a.csv",
    "/dataset/stops/b.csv",
  ]);
});

test("of a set that is not there nothing is asked but its passport", async () => {
  const { asked, read } = siteOf({});
  expect(await readPublished("stops", read)).toBeUndefined();
  expect(asked).toEqual(["/dataset/stops/datapackage.yaml"]);
});

test("a passport without files is all there is of its set", async () => {
  const { read } = siteOf({ "/dataset/stops/datapackage.yaml": "title: Зупинки\nresources:\n" });
  expect([...((await readPublished("stops", read)) ?? new Map()).keys()]).toEqual([
    "data/datasets/stops/datapackage.yaml",
  ]);
});
