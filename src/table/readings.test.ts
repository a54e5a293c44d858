import { expect, test } from "vitest";
import { rules } from "../rules/index.ts";
import { oddTables } from "../test/fixtures/odd-tables.ts";
import { cleanSource } from "./clean.ts";
import { readTable, readTableSource } from "./read-table.ts";
import { sourceOf } from "./scan/encoding.ts";

const utf8 = new TextEncoder();

/** Letters of a line: one example is a cell of a million, another a thousand columns. */
const longest = 1500;

/** A report in lines that a person can read: the table, then each column. */
function reading(bytes: Uint8Array, form: "any" | "published"): string[] {
  const { columns, encoding, separators, header, ...report } = readTable(bytes, {
    form,
    territory: { places: new Set(["UA35040210000014072"]), box: [32.1, 48.4, 32.5, 48.6] },
  });
  const tallies = (all: object) =>
    Object.entries(all)
      .filter(([, value]) => value !== undefined)
      .map(
        ([name, { count, first }]) =>
          `${name}×${count} ${first.map((spot: { record: number; value: string }) => `${spot.record}:${spot.value}`).join("|")}`,
      )
      .join("; ");
  return [
    `  ${form}: ${encoding.name}/${encoding.sure} ${JSON.stringify(separators)} [${header}] ${JSON.stringify(report)}`,
    ...columns
      .slice(0, 12)
      .map(
        ({ name, field, title, type, declared, profile, marks, problems, personal }) =>
          `    ${JSON.stringify([name, field, title ?? "", type, declared])} ${JSON.stringify(profile)} {${tallies(marks)}} ${JSON.stringify([...problems, ...personal])}`,
      ),
  ];
}

/** The clean table of a clerk's file, and what was mended in it. */
async function cleaned(bytes: Uint8Array): Promise<string[]> {
  const report = readTable(bytes, { form: "any" });
  if (report.columns.length === 0) return [];
  let text = "";
  const repairs = await cleanSource(sourceOf(bytes), report, (part) => {
    text += part;
  });
  return [`  clean: ${JSON.stringify(text)}`, `  mended: ${JSON.stringify(repairs)}`];
}

test("every table of the rules' examples, and odd ones, is read as it was read and approved", async () => {
  const tables = new Map<string, Uint8Array>();
  const add = (what: string, content: string | Uint8Array) =>
    tables.set(what, typeof content === "string" ? utf8.encode(content) : content);
  for (const [what, content] of Object.entries(oddTables)) add(what, content);
  for (const { id, examples } of rules)
    for (const { when, files, sheet } of examples) {
      for (const [file, content] of Object.entries(files))
        if (file.endsWith(".csv") && content !== null) add(`${id}: ${when}`, content);
      if (sheet) add(`${id}: ${when}`, sheet.text);
    }
  const lines: string[] = [];
  for (const [what, bytes] of tables)
    lines.push(
      `## ${what}`,
      ...reading(bytes, "any"),
      ...(await cleaned(bytes)),
      ...reading(bytes, "published"),
    );
  await expect(`${lines.map((line) => line.slice(0, longest)).join("\n")}\n`).toMatchFileSnapshot(
    "../test/fixtures/readings.txt",
  );
});

test("a table read part by part is what it is when it is read at once", async () => {
  for (const content of Object.values(oddTables)) {
    const bytes = typeof content === "string" ? utf8.encode(content) : content;
    const whole = readTable(bytes, { form: "any" });
    expect(await readTableSource(sourceOf(bytes), { form: "any" })).toEqual(whole);
  }
});
