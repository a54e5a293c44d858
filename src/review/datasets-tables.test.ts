import { expect, test } from "vitest";
import { base, csv, passport, rows, table, text } from "../test/fixtures/changed-portal.ts";
import {
  became,
  type Changes,
  type Expected,
  type Files,
  files,
  folder,
  passportChanged,
  untouched,
} from "../test/fixtures/changed-sets.ts";

const bare = text.slice(0, text.indexOf("    schema:"));
const untitled = text.replace("title: Назва }", "title: Найменування }");

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
