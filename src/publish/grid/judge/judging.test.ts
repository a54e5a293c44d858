import { readFileSync } from "node:fs";
import fc from "fast-check";
import { writeXlsx } from "hucre";
import { describe, expect, test } from "vitest";
import { inspectFile } from "../../../inspect/inspection.ts";
import { columnLetter } from "../../../model/table.ts";
import { tableSchema } from "../../../schemas/data/table-schema.ts";
import { sourceOf } from "../../../table/scan/encoding.ts";
import { realFiles } from "../../../test/fixtures/real-files.ts";
import { xlsx } from "../../../test/fixtures/workbook-parts.ts";
import { applyEdits } from "../core/apply-edits.ts";
import type { Edit } from "../core/edits.ts";
import { blockRows, openPacked } from "../core/table-text.ts";
import type { JudgeOptions, OpenedTable } from "./judged.ts";
import { createJudging } from "./judging.ts";
import { packRows } from "./pack-rows.ts";

const noPause = async () => {};
const bytesOf = (text: string) => new TextEncoder().encode(text);

async function open(
  text: string | Uint8Array,
  file = "table.csv",
  { structure, schema }: Pick<JudgeOptions, "structure" | "schema"> = {},
) {
  const judging = createJudging();
  const bytes = typeof text === "string" ? bytesOf(text) : text;
  const opened = await judging.open(
    file,
    sourceOf(bytes),
    { ...(structure === undefined ? {} : { structure }), ...(schema ? { schema } : {}) },
    noPause,
  );
  return {
    judging,
    opened,
    judge: (...edits: Edit[]) => judging.judge(edits, structure, noPause),
    clean: async () => (await judging.clean(noPause)).clean.text(),
  };
}
const rowsOf = ({ table }: OpenedTable): string[][] => {
  if (!table) throw new Error("No rows.");
  const rows = openPacked(table);
  return Array.from({ length: rows.count }, (_, index) => [...rows.row(index)]);
};

test("any rows are packed and read as they were", async () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "є", '"', ",", "\n", " ", "\t") });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
      async (rows) => {
        const written = rows.map((cells) =>
          cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(";"),
        );
        const packed = await packRows(
          sourceOf(bytesOf(`${written.join("\n")}\n`)),
          {
            encoding: { name: "utf-8", sure: "certain", mark: false },
            separators: { delimiter: ";", newline: "\n" },
          } as Parameters<typeof packRows>[1],
          noPause,
        );
        const opened = openPacked(packed);
        expect(rows.map((_, index) => opened.row(index))).toEqual(rows);
        expect(packed.width).toBe(Math.max(...rows.map(({ length }) => length)));
      },
    ),
  );
});
test("rows of many blocks stand where they stood", async () => {
  const text = `id\n${Array.from({ length: blockRows * 3 }, (_, at) => `${at + 1}\n`).join("")}`;
  const rows = rowsOf((await open(text)).opened);
  expect([rows.length, rows[blockRows], rows.at(-1)]).toEqual([
    blockRows * 3 + 1,
    [String(blockRows)],
    [String(blockRows * 3)],
  ]);
});

const sums = 'id,name,sum\n1,Вокзал,"12,5"\n2,Центр,7.25\n3,Парк,-\n4,Ліс,1.5\n5,Сад,2.5\n';

describe("findings", () => {
  test("stand at their cells, with what mends them", async () => {
    const { opened } = await open(sums);
    const found = opened.findings.map(({ rule, column, rows, repair }) => ({
      rule,
      column,
      rows: [...(rows as number[])],
      mends: repair?.mends,
    }));
    expect(found).toEqual([
      { rule: "missing-written", column: 2, rows: [3], mends: ["missing-sign"] },
      { rule: "numbers-written", column: 2, rows: [1], mends: ["decimal-comma"] },
    ]);
  });
  test("go when their cause is mended, and come back when that is undone", async () => {
    const { opened, judge } = await open(sums);
    const repairs = opened.findings.flatMap(({ repair }) => repair ?? []);
    expect((await judge(...repairs)).findings).toEqual([]);
    const again = await judge(...repairs, { kind: "unapply", edit: 1 });
    expect(again.findings.map(({ rule }) => rule)).toEqual([repairs[1]?.rule]);
    expect((await judge()).findings).toEqual(opened.findings);
  });
  test("keep the file's numbers of rows where rows above are gone", async () => {
    const { judge } = await open(sums);
    const { findings } = await judge({ kind: "remove", rows: { from: 1, to: 2 } });
    expect(findings.map(({ rows }) => [...(rows as number[])])).toEqual([[3]]);
    expect(findings[0]?.message).toContain("C4 «-»");
    expect(findings[0]?.place.line).toBe(4);
  });
  test("keep the letters of columns where one before them is gone", async () => {
    const { judge, clean } = await open(sums);
    const { findings } = await judge({ kind: "drop", columns: [1] });
    expect(findings.map(({ message }) => /[A-Z]\d/.exec(message)?.[0]).sort()).toEqual([
      "C2",
      "C4",
    ]);
    expect((await clean()).split("\n").slice(0, 2)).toEqual(["id,sum", "1,12.5"]);
  });
  test("name all their cells when they are asked for, not only the first five", async () => {
    const text = `id,sum,name\n${Array.from({ length: 40 }, (_, at) => `${at},"${at},5", Сад ${at}\n`).join("")}`;
    const { judging, opened } = await open(text);
    expect(opened.findings.map(({ rows, count }) => [rows.length, count])).toEqual([
      [5, 40],
      [5, 40],
    ]);
    const places = await judging.places(noPause);
    expect(places.map(({ rows }) => [rows.length, rows[0], rows[39]])).toEqual([
      [40, 1, 40],
      [40, 1, 40],
    ]);
  });
  test("of a structure come and go with it", async () => {
    const { judging } = await open("uid,label\nx,Вокзал\n");
    const held = await judging.judge([], "27-stops", noPause);
    expect(held.inspection.structure).toMatchObject({ id: "27-stops", given: true });
    const free = await judging.judge([], undefined, noPause);
    expect(free.inspection.structure?.given ?? false).toBe(false);
  });
  test("of what the set's own passport promises are at the cells, before and after an edit", async () => {
    const schema = tableSchema.parse({
      primaryKey: "code",
      fields: [
        { name: "code", title: "Код", type: "integer", constraints: { required: true } },
        {
          name: "state",
          title: "Стан",
          type: "string",
          constraints: { enum: ["діє", "закрито"] },
        },
      ],
    });
    const { opened, judge, judging } = await open("code,state\n1,діє\nперша,відкрито\n", "t.csv", {
      schema,
    });
    const told = (findings: OpenedTable["findings"]) =>
      findings.map(({ rule, rows, column }) => [rule, Array.from(rows), column]);
    expect(told(opened.findings)).toEqual([
      ["cells-valid", [2], 0],
      ["cells-valid", [2], 1],
    ]);
    expect(opened.inspection.structure).toBeUndefined();
    expect(opened.fields).toEqual([
      { name: "code", title: "Код" },
      { name: "state", title: "Стан" },
    ]);
    const mended = await judge({ kind: "set", row: 2, column: 0, text: "2" });
    expect(told(mended.findings)).toEqual([["cells-valid", [2], 1]]);
    expect((await judging.clean(noPause)).left.map(({ rule }) => rule)).toEqual(["cells-valid"]);
  });
  test("of people go with the column", async () => {
    const { opened, judge } = await open(
      "id,holder\n1,Петренко Іван Миколайович\n2,Шевченко Ольга Іванівна\n3,Коваль Петро Петрович\n",
    );
    const [person] = opened.findings;
    expect(person).toMatchObject({ rule: "personal-data", severity: "error", column: 1 });
    const { findings } = await judge({ kind: "drop", columns: [1] });
    expect(findings.filter(({ rule }) => rule === "personal-data")).toEqual([]);
  });
  test("of how the file was written stay after an edit", async () => {
    const { judge, opened } = await open("id;name\n1;Вокзал\n2;Центр\n");
    const said = opened.findings.map(({ message }) => message);
    expect(said).toEqual(["Колонки розділено крапкою з комою. Потрібно: кома."]);
    const after = await judge({ kind: "set", row: 1, column: 1, text: "Парк; сквер" });
    expect(after.findings.map(({ message }) => message)).toEqual(said);
  });
});

test("a column that is renamed is read as the field of the structure", async () => {
  const { judging } = await open("nomer,label\n1,Вокзал\n2,Центр\n");
  const { columns } = await judging.judge(
    [{ kind: "rename", column: 0, name: "uid" }],
    "27-stops",
    noPause,
  );
  expect(columns[0]).toMatchObject({ name: "uid", declared: true });
});

test("what a replacement would do is shown before it is done", async () => {
  const { judging } = await open(sums);
  const asked = { find: "а", by: "о", whole: false, matchCase: false };
  expect(judging.preview([], 1, asked)).toEqual({
    count: 3,
    first: [
      { row: 1, before: "Вокзал", after: "Вокзол" },
      { row: 3, before: "Парк", after: "Порк" },
      { row: 5, before: "Сад", after: "Сод" },
    ],
  });
});

test("a file that was not read to its end has findings and no rows", async () => {
  const { opened } = await open('id,name\n1,"Вокзал\n2,Центр\n');
  expect(opened.table).toBe(undefined);
  expect(opened.findings.length).toBeGreaterThan(0);
});

test("a sheet of a workbook keeps what stands around it", async () => {
  const book = new Uint8Array(
    await writeXlsx({
      sheets: [
        {
          name: "Дані",
          rows: [
            ["id", "sum"],
            ["1", "12,5"],
            ["2", "3,5"],
            ["3", "4,5"],
          ],
        },
        { name: "Люди", rows: [["name"], ["Петренко Іван Миколайович"]] },
      ],
    }),
  );
  const { opened, judge } = await open(book, "book.xlsx");
  expect(opened.inspection).toMatchObject({ format: "XLSX", sheet: "Дані" });
  const repair = opened.findings.find(({ repair }) => repair)?.repair;
  if (!repair) throw new Error("Nothing to mend.");
  const after = await judge(repair);
  expect(after.inspection).toMatchObject({ format: "XLSX", sheet: "Дані" });
  const beside = (findings: typeof opened.findings) =>
    findings.filter(({ column }) => column === undefined).map(({ message }) => message);
  expect(beside(after.findings)).toEqual(beside(opened.findings));
  expect(after.findings.some(({ rule }) => rule === "numbers-written")).toBe(false);
});

test("a formula nobody counted is asked for until its cell is filled in, or its row is gone", async () => {
  const text = (at: string, words: string) =>
    `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const head = `<row r="1">${text("A1", "id")}${text("B1", "sum")}</row>`;
  const rows = [2, 3, 4].map(
    (at) => `<row r="${at}"><c r="A${at}"><v>${at}</v></c><c r="B${at}"><f>A${at}*2</f></c></row>`,
  );
  const book = xlsx({ sheets: [{ name: "Аркуш1", rows: head + rows.join("") }] });
  const { opened, judge, judging } = await open(book, "book.xlsx");
  const asked = (findings: typeof opened.findings) =>
    findings.filter(({ rule }) => rule === "formulas-counted").map(({ message }) => message);
  const saying = (cells: string) => [
    `Формули без збереженого значення (${cells}). Потрібно: порахована книга.`,
  ];
  expect(asked(opened.findings)).toEqual(saying("3 комірки: B2, B3, B4"));
  const typed: Edit = { kind: "set", row: 1, column: 1, text: "4" };
  expect(asked((await judge(typed)).findings)).toEqual(saying("2 комірки: B3, B4"));
  const removed: Edit = { kind: "remove", rows: { from: 3, to: 3 } };
  expect(asked((await judge(typed, removed)).findings)).toEqual(saying("1 комірка: B3"));
  const last: Edit = { kind: "set", row: 2, column: 1, text: "6" };
  expect(asked((await judge(typed, removed, last)).findings)).toEqual([]);
  expect((await judging.clean(noPause)).left.map(({ rule }) => rule)).not.toContain(
    "formulas-counted",
  );
  expect(asked((await judge({ kind: "drop", columns: [1] })).findings)).toEqual([]);
});

describe.skipIf(realFiles.length === 0)("real files (none beside the project: skipped)", () => {
  const tables = realFiles.filter(({ name }) => /\.(csv|xlsx|xls|json|geojson)$/.test(name));
  test.each(tables)("$name", async ({ name, path }) => {
    const bytes = new Uint8Array(readFileSync(path));
    const { judging, opened, judge } = await open(bytes, name);
    const alone = await inspectFile(name, sourceOf(bytes));
    const messages = (findings: { message: string }[]) =>
      findings.map(({ message }) => message).sort();
    expect(messages(opened.findings)).toEqual(messages(alone.findings));
    if (!opened.table) return;
    // Read again from its rows it is the same table; what only bytes tell is told once.
    const again = await judge();
    const ofCells = (findings: typeof opened.findings) =>
      messages(findings.filter(({ rule }) => rule !== "table-readable"));
    expect(ofCells(again.findings)).toEqual(ofCells(opened.findings));
    const rows = rowsOf(opened);
    // Every cell that a finding names is there.
    for (const { column, rows: places } of again.findings)
      for (const row of Array.from(places)) {
        expect(rows[row], `${columnLetter(column ?? 0)}${row + 1}`).toBeDefined();
      }
    // All places of a finding are those of its first five and more.
    for (const { finding, rows: all } of await judging.places(noPause)) {
      const first = Array.from(again.findings[finding]?.rows ?? []);
      expect([...all]).toEqual(expect.arrayContaining(first));
    }
    // One cause after another is mended, and is gone.
    const repairs = again.findings.flatMap(({ repair }) => repair ?? []);
    const mended = await judge(...repairs);
    expect(mended.findings.length).toBeLessThanOrEqual(again.findings.length);
    expect(applyEdits({ ...openPacked(opened.table), ...opened.table }, repairs).count).toBe(
      rows.length,
    );
  });
});
