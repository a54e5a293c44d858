import { expect, test } from "vitest";
import { base, csv, passport, rows, table, text } from "../test/fixtures/changed-portal.ts";
import {
  became,
  type Changes,
  type Expected,
  type Files,
  files,
  passportChanged,
  untouched,
} from "../test/fixtures/changed-sets.ts";

const withdrawn = (how: string): Files => ({
  [passport]: `${text}status: withdrawn\nwithdrawn: { date: 2026-11-20, ${how} }\n`,
});

const gone = { [passport]: null, [table]: null };
const other = (written: string, lines: string): Files => ({
  "data/datasets/halts/datapackage.yaml": written.replace("title: Зупинки\n", "title: Усі\n"),
  "data/datasets/halts/stops.csv": lines,
});

const bare = text.slice(0, text.indexOf("    schema:"));
const removed: Expected = {
  kind: "removed",
  files: files({ removed: ["datapackage.yaml", "stops.csv"] }),
  breaking: [
    {
      kind: "dataset-removed",
      subject: "stops-1",
      detail: "",
      place: { file: passport },
    },
  ],
};

test.each<[situation: string, old: Files, changes: Changes, expected: Expected[]]>([
  [
    "a set is withdrawn in favour of another",
    base,
    withdrawn("reason: Дублює інший, successor: stops-2"),
    [
      {
        ...passportChanged,
        kind: "withdrawn",
        withdrawn: { date: "2026-11-20", reason: "Дублює інший", successor: "stops-2" },
      },
    ],
  ],
  [
    "the reason of a withdrawal is put otherwise, and the heir named",
    { ...base, ...withdrawn("reason: Дублює інший") },
    withdrawn("reason: Набір об’єднано, successor: stops-2"),
    [
      {
        ...passportChanged,
        passport: [
          { field: "withdrawn.reason", before: "Дублює інший", after: "Набір об’єднано" },
          { field: "withdrawn.successor", before: "", after: "stops-2" },
        ],
      },
    ],
  ],
  [
    "a withdrawn set comes back",
    { ...base, ...withdrawn("reason: Дублює інший") },
    { [passport]: text },
    [{ ...passportChanged, kind: "restored" }],
  ],
  [
    "a set goes, and another with other rows comes",
    base,
    { ...gone, ...other(text, "id,name,platforms\n1,Вокзал,2\n") },
    [
      {
        id: "halts",
        kind: "new",
        passport: expect.any(Array),
        files: files({ added: ["datapackage.yaml", "stops.csv"] }),
        tables: ["stops: 0 → 1, −0 ~0 +1"],
        told: true,
      },
      removed,
    ],
  ],
  [
    "a set goes, and another comes of which one file was in it",
    base,
    { ...gone, ...other(text, csv()), "data/datasets/halts/scheme.pdf": "%PDF" },
    [
      {
        id: "halts",
        kind: "new",
        passport: expect.any(Array),
        files: files({ added: ["datapackage.yaml", "scheme.pdf", "stops.csv"] }),
        tables: ["stops: 0 → 20, −0 ~0 +20"],
        told: true,
      },
      removed,
    ],
  ],
  [
    "a set goes, and another comes that is a passport alone",
    base,
    {
      ...gone,
      "data/datasets/halts/datapackage.yaml": bare.replace(
        "path: stops.csv",
        "page: https://example.gov.ua/",
      ),
    },
    [
      {
        id: "halts",
        kind: "new",
        passport: expect.any(Array),
        files: files({ added: ["datapackage.yaml"] }),
        told: true,
      },
      removed,
    ],
  ],
  [
    "a set moves by its alias while a row is mended",
    base,
    {
      ...gone,
      ...other(
        text.replace("aliases: [old-1]", "aliases: [old-1, stops-1]"),
        csv([...rows.slice(1), "1,Вокзал,1\n"]),
      ),
    },
    [
      {
        id: "halts",
        kind: "renamed",
        from: "stops-1",
        passport: [
          { field: "aliases", before: "old-1", after: "old-1, stops-1" },
          { field: "resources.stops.title", before: "Зупинки", after: "Усі" },
        ],
        files: files({ changed: ["datapackage.yaml", "stops.csv"] }),
        tables: ["stops: 20 → 20, −0 ~1 +0"],
        breaking: [
          {
            kind: "iri-changed",
            subject: "halts",
            detail:
              "https://data.example.gov.ua/dataset/stops-1 → https://data.example.gov.ua/dataset/halts",
            place: { file: "data/datasets/halts/datapackage.yaml", line: 1, column: 1 },
          },
        ],
      },
    ],
  ],
  [
    "a set moves without a word while its passport is mended: its table tells that it is the same",
    base,
    { ...gone, ...other(text, csv()) },
    [
      {
        id: "halts",
        kind: "renamed",
        from: "stops-1",
        passport: [{ field: "resources.stops.title", before: "Зупинки", after: "Усі" }],
        files: files({ changed: ["datapackage.yaml"] }),
        breaking: [
          {
            kind: "iri-changed",
            subject: "halts",
            detail:
              "https://data.example.gov.ua/dataset/stops-1 → https://data.example.gov.ua/dataset/halts",
            place: { file: "data/datasets/halts/datapackage.yaml", line: 1, column: 1 },
          },
        ],
      },
    ],
  ],
  [
    "a set goes, and one that stands behind it changes: they are told by their ids",
    base,
    {
      ...gone,
      "data/datasets/stops-2/scheme.pdf": "%PDF",
    },
    [
      removed,
      {
        id: "stops-2",
        title: "2: Зупинки громадського транспорту",
        files: files({ added: ["scheme.pdf"] }),
      },
    ],
  ],
  [
    "a note and the publisher are the same word: only the publisher has a title",
    { ...base, "data/publishers/museum.yaml": "title: Музей\nkind: enterprise\n" },
    {
      [passport]: text.replace("publisher: council", "publisher: museum\nnote: museum"),
    },
    [
      {
        ...passportChanged,
        passport: [
          { field: "publisher", before: "Міська рада (council)", after: "Музей (museum)" },
          { field: "note", before: "", after: "museum" },
        ],
      },
    ],
  ],
])("%s", (_, old, changes, expected) => {
  expect(became(old, changes)).toEqual(expected.map((set) => ({ ...untouched, ...set })));
});
