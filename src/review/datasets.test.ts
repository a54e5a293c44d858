import { describe, expect, test } from "vitest";
import type { DatasetChange, TableChange } from "../model/reports/review.ts";
import { base, csv, from, passport, rows, table, text } from "../test/fixtures/changed-portal.ts";

type Files = Record<string, string>;
type Changes = Record<string, string | null>;
/** What is expected of a set: tables in words, and what is not named is as of a set in which nothing changed. */
type Expected = Partial<Omit<DatasetChange, "tables">> & { tables?: string[] };

const folder = "data/datasets/stops-1";
const untouched: DatasetChange = {
  id: "stops-1",
  title: "1: Зупинки громадського транспорту",
  kind: "changed",
  passport: [],
  files: { removed: [], added: [], renamed: [], changed: [] },
  tables: [],
  breaking: [],
  told: false,
  quality: {},
};
const files = (some: Partial<DatasetChange["files"]>) => ({ ...untouched.files, ...some });
const passportChanged = { files: files({ changed: ["datapackage.yaml"] }) };

const inWords = ({ resource, before, after, removed, changed, added, same }: TableChange) =>
  `${resource}: ${before} → ${after}, −${removed.count} ~${changed.count} +${added.count}${same ? `, ${same}` : ""}`;
const became = (old: Files, changes: Changes) =>
  from(old, changes).datasets.map((change) => ({ ...change, tables: change.tables.map(inWords) }));

const withdrawn = (how: string): Files => ({
  [passport]: `${text}status: withdrawn\nwithdrawn: { date: 2026-11-20, ${how} }\n`,
});
const pdf = (...entries: [name: string, words: string | null][]) =>
  Object.fromEntries(entries.map(([name, words]) => [`${folder}/${name}`, words])) as Files;
const gone = { [passport]: null, [table]: null };
const other = (written: string, lines: string): Files => ({
  "data/datasets/halts/datapackage.yaml": written.replace("title: Зупинки\n", "title: Усі\n"),
  "data/datasets/halts/stops.csv": lines,
});
const bare = text.slice(0, text.indexOf("    schema:"));
const untitled = text.replace("title: Назва }", "title: Найменування }");
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
/** A second table of the set, as its passport names it. */
const districts = (path = "districts.csv") => `  - name: districts
    title: Райони
    path: ${path}
    schema: { primaryKey: id, fields: [{ name: id, type: string, title: Номер }] }
`;
const besides = text + districts();
const two: Files = {
  ...base,
  [passport]: besides,
  [`${folder}/districts.csv`]: "id\n1\n2\n",
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
    "a picture gets another name while one goes and one comes",
    { ...base, ...pdf(["scheme.pdf", "%PDF-1"], ["old.pdf", "%PDF-2"]) },
    pdf(["scheme.pdf", null], ["old.pdf", null], ["plan.pdf", "%PDF-1"], ["new.pdf", "%PDF-3"]),
    [
      {
        files: files({
          removed: ["old.pdf"],
          added: ["new.pdf"],
          renamed: [{ from: "scheme.pdf", to: "plan.pdf" }],
        }),
      },
    ],
  ],
  [
    "of two copies one is left, with another name",
    { ...base, ...pdf(["1.pdf", "%PDF"], ["2.pdf", "%PDF"]) },
    pdf(["1.pdf", null], ["2.pdf", null], ["3.pdf", "%PDF"]),
    [{ files: files({ removed: ["2.pdf"], renamed: [{ from: "1.pdf", to: "3.pdf" }] }) }],
  ],
  [
    "both copies get another name",
    { ...base, ...pdf(["1.pdf", "%PDF"], ["2.pdf", "%PDF"]) },
    pdf(["1.pdf", null], ["2.pdf", null], ["3.pdf", "%PDF"], ["4.pdf", "%PDF"]),
    [
      {
        files: files({
          renamed: [
            { from: "1.pdf", to: "3.pdf" },
            { from: "2.pdf", to: "4.pdf" },
          ],
        }),
      },
    ],
  ],
  [
    "a file far from the sets has a path like theirs",
    base,
    { "content/data/datasets/stops-1/notes.txt": "Примітка\n" },
    [],
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
            kind: "identifier-changed",
            subject: "halts",
            detail: "stops-1 → halts",
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
            kind: "identifier-changed",
            subject: "halts",
            detail: "stops-1 → halts",
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
  [
    "a column gets another title: of the file, which nobody touched, nothing is told",
    base,
    { [passport]: untitled },
    [
      {
        ...passportChanged,
        passport: [
          {
            field: "resources.stops.schema.fields.name.title",
            before: "Назва",
            after: "Найменування",
          },
        ],
        tables: ["stops: 20 → 20, −0 ~0 +0"],
      },
    ],
  ],
  [
    "line ends become those of Windows: only the writing changed",
    base,
    { [table]: csv().replaceAll("\n", "\r\n") },
    [{ files: files({ changed: ["stops.csv"] }), tables: ["stops: 20 → 20, −0 ~0 +0, writing"] }],
  ],
  [
    "a table nobody described gets its structure: its rows are no new ones",
    { ...base, [passport]: bare },
    { [passport]: text },
    [
      {
        ...passportChanged,
        passport: expect.arrayContaining([
          { field: "resources.stops.schema.primaryKey", before: "", after: "id" },
          { field: "resources.stops.schema.fields.platforms.type", before: "", after: "integer" },
        ]),
        tables: ["stops: 20 → 20, −0 ~0 +0"],
      },
    ],
  ],
  [
    "the same with a row more",
    { ...base, [passport]: bare },
    { [passport]: text, [table]: csv([...rows, "21,Нова,1\n"]) },
    [
      {
        files: files({ changed: ["datapackage.yaml", "stops.csv"] }),
        passport: expect.any(Array),
        tables: ["stops: 20 → 21, −0 ~0 +1"],
      },
    ],
  ],
  [
    "a table that nobody describes loses its rows: no words on rows, the files are seen",
    { ...base, [passport]: bare },
    { [table]: csv(rows.slice(15)) },
    [{ files: files({ changed: ["stops.csv"] }) }],
  ],
  [
    "one of two tables goes",
    two,
    { [passport]: text, [`${folder}/districts.csv`]: null, [table]: csv(rows.slice(1)) },
    [
      {
        files: files({
          removed: ["districts.csv"],
          changed: ["datapackage.yaml", "stops.csv"],
        }),
        passport: [
          {
            field: "resources.districts",
            before: expect.stringContaining("name: districts"),
            after: "",
          },
        ],
        tables: ["stops: 20 → 19, −1 ~0 +0"],
        breaking: [
          {
            kind: "file-removed",
            subject: "districts",
            detail: "",
            place: { file: passport, line: 1, column: 1 },
          },
        ],
      },
    ],
  ],
  [
    "a table takes the file of another that goes: it is compared with what it was by its name",
    two,
    {
      [passport]: text.slice(0, text.indexOf("  - name: stops\n")) + districts("stops.csv"),
      [`${folder}/districts.csv`]: null,
      [table]: "id\n1\n",
    },
    [
      {
        files: files({
          removed: ["districts.csv"],
          changed: ["datapackage.yaml", "stops.csv"],
        }),
        passport: expect.any(Array),
        tables: ["districts: 2 → 1, −1 ~0 +0"],
        breaking: expect.any(Array),
      },
    ],
  ],
  [
    "a table gets another name and a row more: it is compared with what it was by its file",
    two,
    {
      [passport]: besides.replace("name: districts", "name: raions"),
      [`${folder}/districts.csv`]: "id\n1\n2\n3\n",
    },
    [
      {
        files: files({ changed: ["datapackage.yaml", "districts.csv"] }),
        passport: expect.any(Array),
        tables: ["raions: 2 → 3, −0 ~0 +1"],
        breaking: [
          {
            kind: "resource-renamed",
            subject: "raions",
            detail: "districts → raions",
            place: expect.objectContaining({ file: passport }),
          },
        ],
      },
    ],
  ],
  [
    "one table can be read again, and another comes: only the other is new",
    { ...base, [table]: `${csv()}"` },
    { [passport]: besides, [`${folder}/districts.csv`]: "id\n1\n2\n", [table]: csv() },
    [
      {
        files: files({
          added: ["districts.csv"],
          changed: ["datapackage.yaml", "stops.csv"],
        }),
        passport: expect.any(Array),
        tables: ["districts: 0 → 2, −0 ~0 +2"],
      },
    ],
  ],
])("%s", (_, old, changes, expected) => {
  expect(became(old, changes)).toEqual(expected.map((set) => ({ ...untouched, ...set })));
});

describe("a later version with words on it tells of what breaks", () => {
  const versioned = (version: string, notes: string) =>
    text.replace(
      'version: "1.1"\n',
      `${version && `version: "${version}"\n`}${notes && `versionNotes: ${notes}\n`}`,
    );
  const enough = "Сто рядків";
  test.each<[situation: string, was: [string, string], is: [string, string], told: boolean]>([
    ["a later number", ["1.9", ""], ["1.10", enough], true],
    ["an earlier number", ["1.10", ""], ["1.9", enough], false],
    ["a number of two digits, then of one", ["10", ""], ["9", enough], false],
    ["a part more", ["1.1", ""], ["1.1.1", enough], true],
    ["the same number", ["1.1", "Про інше було"], ["1.1", enough], false],
    ["a first number", ["", ""], ["1.0", enough], true],
    ["no number any more", ["1.0", ""], ["", enough], false],
    ["another word", ["весна", ""], ["осінь", enough], true],
    ["the same word", ["весна", "Про інше було"], ["весна", enough], false],
    ["a word after a number", ["1.1", ""], ["весна", enough], true],
    ["a number after a word", ["весна", ""], ["1.1", enough], true],
    ["numbers with a letter before them are words", ["v10", ""], ["v9", enough], true],
    ["numbers with letters behind them are words", ["10-b", ""], ["9-a", enough], true],
    ["no words", ["1.1", ""], ["1.2", ""], false],
    ["too few of them", ["1.1", ""], ["1.2", enough.slice(1)], false],
    ["those of the last version", ["1.1", enough], ["1.2", enough], false],
  ])("%s", (_, was, is, told) => {
    const [change] = from(
      { ...base, [passport]: versioned(...was) },
      {
        [passport]: versioned(...is).replace("title: Зупинки\n", "title: Усі\n"),
      },
    ).datasets;
    expect(change?.told).toBe(told);
  });
});
