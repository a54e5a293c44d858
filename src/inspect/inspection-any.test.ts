import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createTableReader } from "../table/read-table.ts";
import { cleaned } from "../test/fixtures/cleaned.ts";
import { runsOf } from "../test/fixtures/runs.ts";

const utf8 = new TextEncoder();

/** Cells as clerks write them, good and bad. */
const cell = fc.oneof(
  fc.constantFrom(
    ...[
      "",
      "null",
      "-",
      "н/д",
      "немає",
      "NA",
      "#REF!",
      " ",
      "Вокзал",
      "Вокзал ",
      "так",
      "ні",
      "Разом",
    ],
    ...[
      "12",
      "12,5",
      "1,234",
      "1 250 000",
      "1,250,000",
      "1,250.5",
      "5.0",
      "45%",
      ">80",
      "300 грн",
      "007",
    ],
    ...[
      "01.02.2024",
      "31.02.2024",
      "2024-2-1",
      "01.02.24",
      "2024-02-01",
      "2019-05-30Т10:45",
      "01.02.2024 9:30",
    ],
    ...[
      "UA35040210000014072",
      "UА35040210000014072",
      "3510100000",
      "4055251",
      "00022438",
      "=1+1",
      "<br>",
    ],
    ...[
      "Лiкарня",
      "Вок\u00adзал",
      "a,b",
      'КП "Парк"',
      "два\nрядки",
      "Іван Петренко",
      "48.5",
      "32.26",
    ],
  ),
  fc.string({ maxLength: 12 }),
  fc.integer().map(String),
);
/** A column as tables have it: a name, and cells of which most are alike. */
const column = fc.record({
  name: fc.constantFrom(
    "Назва",
    "Код ЄДРПОУ",
    "Дата рішення",
    "Сума",
    "Телефон",
    "КАТОТТГ",
    "status",
  ),
  cells: fc
    .tuple(cell, fc.array(cell, { maxLength: 4 }))
    .map(([usual, others]) => [usual, usual, usual, usual, usual, ...others, usual, usual]),
});
const table = fc
  .record({
    names: fc.array(
      fc.constantFrom(
        "id",
        "Назва",
        "Код ЄДРПОУ",
        "Дата",
        "Сума, грн",
        "lat",
        "lon",
        "КАТОТТГ",
        "",
        "name",
      ),
      { minLength: 1, maxLength: 6 },
    ),
    rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { maxLength: 12 }),
    delimiter: fc.constantFrom(",", ";", "\t", "|"),
    newline: fc.constantFrom("\n", "\r\n"),
  })
  .map(({ names, rows, delimiter, newline }) => {
    const quoted = (text: string) =>
      /["\n\r]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
    return [names, ...rows].map((cells) => cells.map(quoted).join(delimiter) + newline).join("");
  });

const runs = { numRuns: runsOf(100), seed: 20261124 };

describe("whatever a file holds", () => {
  test("any bytes end in an answer", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          table.map((text) => utf8.encode(text)),
          // A good beginning and a broken rest: archives, workbooks, UTF-16, JSON.
          fc
            .tuple(
              fc.constantFrom(
                "PK\u0003\u0004",
                "\u00d0\u00cf\u0011\u00e0",
                "\u00ff\u00fe",
                "[{",
                '{"a":',
                "%PDF",
                "<html",
              ),
              fc.uint8Array({ maxLength: 200 }),
            )
            .map(
              ([head, rest]) =>
                new Uint8Array([...head].map((c) => c.charCodeAt(0)).concat([...rest])),
            ),
        ),
        async (bytes) => {
          const { inspection } = await cleaned(bytes);
          // Nothing is lost in silence: there is a table, or a finding says why there is none.
          expect(inspection.report !== undefined || inspection.findings.length > 0).toBe(true);
        },
      ),
      runs,
    );
  });

  test("the clean table needs no repair: cleaned again, it is the same", async () => {
    await fc.assert(
      fc.asyncProperty(table, async (text) => {
        const first = await cleaned(utf8.encode(text));
        if (!first.inspection.clean) return;
        const again = await cleaned(utf8.encode(first.text));
        expect(again.repairs).toEqual([]);
        expect(again.text).toBe(first.text);
      }),
      runs,
    );
  });

  test("the clean table asks nothing that was not asked before", async () => {
    await fc.assert(
      fc.asyncProperty(column, async ({ name, cells }) => {
        const rows = cells.map((text, row) => `${row + 1},"${text.replaceAll('"', '""')}"\n`);
        const first = await cleaned(utf8.encode(`id,${name}\n${rows.join("")}`));
        const again = await cleaned(utf8.encode(first.text));
        const asked = new Set(first.inspection.findings.map(({ rule }) => rule));
        expect(again.inspection.findings.filter(({ rule }) => !asked.has(rule))).toEqual([]);
      }),
      runs,
    );
  });

  test("nothing is changed but what the repairs list", async () => {
    const mended = new Set(
      "spaces-trimmed,characters-visible,missing-written,numbers-written,dates-written,edrpou-valid,katottg-valid".split(
        ",",
      ),
    );
    await fc.assert(
      fc.asyncProperty(column, async ({ name, cells }) => {
        const rows = cells.map((text, row) => `${row + 1},"${text.replaceAll('"', '""')}"\n`);
        const { text, repairs = [] } = await cleaned(utf8.encode(`id,${name}\n${rows.join("")}`));
        const after = (parse(text, { from: 2 }) as string[][]).map(([, value]) => value);
        const changed = cells.filter((value, row) => value !== after[row]).length;
        const listed = repairs
          .filter(({ rule }) => mended.has(rule))
          .reduce((sum, { count }) => sum + count, 0);
        expect(after.length).toBe(cells.length);
        expect(changed).toBeLessThanOrEqual(listed);
        if (listed === 0) expect(after).toEqual(cells);
      }),
      runs,
    );
  });

  test("wherever the bytes are cut, the report is the same", () => {
    fc.assert(
      fc.property(table, fc.constantFrom("utf-8", "utf-16le"), (text, encoding) => {
        const bytes =
          encoding === "utf-8"
            ? utf8.encode(text)
            : new Uint8Array(
                Uint16Array.from([
                  0xfeff,
                  ...[...text].flatMap((c) => [...c].map((u) => u.charCodeAt(0))),
                ]).buffer,
              );
        const reports = [bytes.length, 1, 7].map((size) => {
          const reader = createTableReader({ form: "any" });
          for (let at = 0; at < bytes.length; at += size) reader.write(bytes.slice(at, at + size));
          return reader.end();
        });
        expect(reports[1]).toEqual(reports[0]);
        expect(reports[2]).toEqual(reports[0]);
      }),
      runs,
    );
  });
});
