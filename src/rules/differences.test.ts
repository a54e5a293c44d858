import { expect, test } from "vitest";
import { differences } from "./differences.ts";
import { examplePortal, stopsWith } from "./example-portal.ts";

const passport = "data/datasets/stops/datapackage.yaml";
const table = "data/datasets/stops/stops.csv";

test("of a passport only the lines that differ are shown, of a table all", () => {
  expect(
    differences({
      files: stopsWith("themes: [TRAN]\nfrequency: yearly", "themes: [X]\nfrequency: Y"),
    }),
  ).toEqual([
    {
      file: "datapackage.yaml",
      bad: "themes: [X]\nfrequency: Y",
      good: "themes: [TRAN]\nfrequency: yearly",
    },
  ]);
  expect(differences({ files: { [table]: "id\n1\n" } })).toEqual([
    { file: "stops.csv", bad: "id\n1\n", good: examplePortal[table] },
  ]);
});

test("a line that is one too many has nothing beside it; a line that is missing has nothing before", () => {
  const one = (change: Record<string, string>) => differences({ files: change })[0];
  expect(one(stopsWith("frequency: yearly", "frequency: yearly\nmore: 1"))).toEqual({
    file: "datapackage.yaml",
    bad: "more: 1",
    good: undefined,
  });
  expect(one(stopsWith("frequency: yearly\n", ""))).toEqual({
    file: "datapackage.yaml",
    bad: "",
    good: "frequency: yearly",
  });
});

test("of a line written twice, the second is shown", () =>
  expect(
    differences({
      files: stopsWith("frequency: yearly\n", "frequency: yearly\nfrequency: yearly\n"),
    }),
  ).toEqual([{ file: "datapackage.yaml", bad: "frequency: yearly", good: undefined }]));

test("a file taken away, one left as it is and the structure under a table's example are not shown", () => {
  expect(
    differences({ files: { [table]: null, [passport]: examplePortal[passport] ?? "" } }),
  ).toEqual([]);
  expect(
    differences({
      files: { [passport]: "title: А\n", [table]: "id\n2\n" },
      mended: { [passport]: "title: Б\n", [table]: "id\n1\n" },
    }),
  ).toEqual([{ file: "stops.csv", bad: "id\n2\n", good: "id\n1\n" }]);
});

test("bytes that are no text, and a file with nothing to be instead of it", () => {
  expect(differences({ files: { [table]: new Uint8Array([1]) } })).toEqual([
    { file: "stops.csv", bad: undefined, good: examplePortal[table] },
  ]);
  expect(differences({ files: { "data/more.yaml": "a: 1\n" } })).toEqual([
    { file: "more.yaml", bad: "a: 1\n", good: undefined },
  ]);
});
