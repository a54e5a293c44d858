import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDuckDb } from "../../../scripts/ask-duckdb.ts";
import { examplePortal } from "../../rules/example-portal.ts";
import { catalogueOf } from "../../test/fixtures/generated-portal.ts";
import {
  type CalledTable,
  calcCall,
  calledTable,
  duckdbCall,
  pandasCall,
  polarsCall,
  powerQueryCall,
  readrCall,
} from "./typed-calls.ts";

const header = "code,note,people,account,share,day,moment,done,flag,year,month";
/** What programs that guess lose: zeros in front, «NA» and «null», empties among whole numbers, twenty digits, old days. */
const rows = [
  "05403286,NA,5,12345678901234567890,0.1,2026-11-23,2026-11-23T10:00:00Z,true,1,1754,2026-01",
  "00022438,null,,20000000000000000001,48.507933,,2026-11-23T10:00:00.5+02:00,False,0,2026,2026-12",
  '10000000,"а, ""б""",-3,,1e-7,1800-02-28,,true,,,',
];
const titles = "Код,Примітка,Люди,Рахунок,Частка,День,Мить,Зроблено,Ознака,Рік,Місяць";
const types: Record<string, string> = {
  people: "integer",
  account: "integer",
  share: "number",
  day: "date",
  moment: "datetime",
  done: "boolean",
  flag: "boolean",
  year: "year",
  month: "yearmonth",
};

/** The table as a set of the portal has it, and its file in a folder. */
function kept(records: readonly string[]): { table: CalledTable; cells: string[][] } {
  const fields = header.split(",").map((name, at) => {
    const title = titles.split(",")[at];
    return `        - { name: ${name}, type: ${types[name] ?? "string"}, title: ${title} }`;
  });
  const passport = examplePortal["data/datasets/stops/datapackage.yaml"] ?? "";
  const text = `${records.join("\n")}\n`;
  const catalogue = catalogueOf({
    ...examplePortal,
    "data/datasets/stops/stops.csv": text,
    "data/datasets/stops/datapackage.yaml": passport.replace(
      /primaryKey[\s\S]*/,
      `fields:\n${fields.join("\n")}\n`,
    ),
  });
  const [resource] = catalogue.datasets[0]?.resources ?? [];
  if (!resource) throw new Error("The set has a file.");
  const url = join(mkdtempSync(join(tmpdir(), "typed-")), "stops.csv");
  writeFileSync(url, text);
  const cells = rows.map((row) =>
    [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
      .slice(0, 11)
      .map(([, cell = ""]) => cell.replace(/^"|"$/g, "").replaceAll('""', '"')),
  );
  return { table: { ...calledTable(resource), url }, cells };
}

/** A value of the file or of a program, as its kind is compared; ∅ for nothing. */
function plain(kind: CalledTable["columns"][number]["kind"], value: unknown): string {
  if (value === null || value === undefined || value === "∅") return "∅";
  if (kind === "integer" || kind === "number") return String(Number(value));
  if (kind === "boolean") return String(value).toLowerCase();
  const moment = value instanceof Date ? value.toISOString() : String(value);
  if (kind === "date") return moment.slice(0, 10);
  return kind === "datetime" ? new Date(moment).toISOString() : moment;
}

const plainRows = ({ columns }: CalledTable, all: readonly (readonly unknown[])[]): string[][] =>
  all.map((row) => columns.map(({ kind }, at) => plain(kind, row[at])));

/** The file's own cells, its signs of nothing as nothing. */
const ofFile = (table: CalledTable, cells: string[][]): string[][] =>
  plainRows(
    table,
    cells.map((row) => row.map((cell) => (table.missing.includes(cell) ? null : cell))),
  );

const has = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { encoding: "utf8" }).status === 0;
/** Debian’s own, whatever else is called so. */
const python = "/usr/bin/python3";

const inPython = `
import json
def told(value):
    if value is None or value is pd.NA or value is pd.NaT or value != value: return None
    if hasattr(value, "isoformat"): return value.isoformat()
    return value.item() if hasattr(value, "item") else value
print(json.dumps([[told(value) for value in row] for row in table.itertuples(index=False)]))`;

const inR = `
told <- function(value) {
  if (is.na(value)) return("\\u2205")
  if (inherits(value, "POSIXct")) return(format(value, "%Y-%m-%dT%H:%M:%OS3Z", tz = "UTC"))
  if (inherits(value, "Date")) return(format(value))
  if (is.numeric(value)) sprintf("%.17g", value) else as.character(value)
}
for (at in seq_len(nrow(table)))
  cat(paste(sapply(table, function(column) told(column[at])), collapse = "\\t"), "\\n", sep = "")`;

const run = (command: string, args: string[], input: string): string => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    input,
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C.UTF-8", TZ: "UTC" },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
};

/** Files as publishers keep them: with a record of names alone, and with titles under it. */
const forms = [
  ["under one header", [header, ...rows]],
  ["under names and titles", [header, titles, ...rows]],
] as const;

test.each(forms)("DuckDB gets every value as the file keeps it, %s", async (_, records) => {
  const { table, cells } = kept(records);
  const db = await openDuckDb();
  const found = await db.ask(duckdbCall(table));
  db.close();
  expect(plainRows(table, found.map(Object.values))).toEqual(ofFile(table, cells));
});

// Where Debian’s python3-pandas is not installed, it is skipped.
test.runIf(has(python, "-c", "import pandas"))(
  "pandas gets every value as the file keeps it",
  () => {
    for (const [, records] of forms) {
      const { table, cells } = kept(records);
      const answer = run(python, ["-"], `${pandasCall(table)}${inPython}`);
      const found = JSON.parse(answer.split("\n").at(-2) ?? "");
      expect(plainRows(table, found)).toEqual(ofFile(table, cells));
    }
  },
);

// Where Debian’s r-cran-readr is not installed, it is skipped.
test.runIf(has("Rscript", "-e", "library(readr)"))(
  "readr gets every value as the file keeps it",
  () => {
    for (const [, records] of forms) {
      const { table, cells } = kept(records);
      const call = readrCall(table).replace("head(table)", "");
      const found = run("Rscript", ["-"], `${call}${inR}`).trimEnd().split("\n");
      expect(
        plainRows(
          table,
          found.map((line) => line.split("\t")),
        ),
      ).toEqual(ofFile(table, cells));
    }
  },
);

test("what cannot be run here is written as its manual asks", () => {
  const { table } = kept([header, titles, ...rows]);
  const there = { ...table, url: "https://data.example.gov.ua/dataset/stops/stops.csv" };
  expect(
    [polarsCall, powerQueryCall, calcCall].map((call) => call(there)).join("\n\n"),
  ).toMatchSnapshot();
});

test("a table that nobody described has no types to tell; one elsewhere goes by its structure", () => {
  const field = { name: "n", type: "integer" as const, title: "Число", constraints: {} };
  const resource = { name: "a", iri: "i", title: { uk: "А" }, page: "https://example.org/a" };
  expect([
    calledTable({ ...resource, url: "https://example.org/" }),
    calledTable({
      ...resource,
      url: "https://example.org/n.csv?v=1",
      schema: { fields: [field], foreignKeys: [], missingValues: ["-"] },
    }),
  ]).toEqual([
    {
      url: "https://example.org/",
      file: "table.csv",
      headerRows: 1,
      missing: ["", "null"],
      columns: [],
    },
    {
      url: "https://example.org/n.csv?v=1",
      file: "n.csv",
      headerRows: 1,
      missing: ["-"],
      columns: [{ name: "n", kind: "integer" }],
    },
  ]);
});
