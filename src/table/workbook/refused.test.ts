import { CFB } from "@e965/xlsx";
import { strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { inlineRow, ods, xlsx } from "../../test/fixtures/workbook-parts.ts";
import { readWorkbook } from "./read-workbook.ts";

/** A compound file of streams by their names. */
function compound(streams: Record<string, Uint8Array>): Uint8Array {
  const file = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(file, name, content);
  return new Uint8Array(CFB.write(file, { type: "array" }));
}
const broken = {
  kind: "broken",
  reason: "її вміст пошкоджено або записано невідомим способом",
};

test("an archive or a compound file of another program is told as broken, in words", async () => {
  const letter = zipSync({ "word/document.xml": strToU8("<document/>") });
  expect(await readWorkbook(letter)).toEqual({
    format: "XLSX",
    sheets: [],
    texts: [],
    problem: broken,
  });
  const mail = compound({ "/__properties_version1.0": new Uint8Array(64) });
  expect(await readWorkbook(mail)).toEqual({
    format: "XLS",
    sheets: [],
    texts: [],
    problem: broken,
  });
});

test("a book under a password, which Excel keeps in a compound file, is told as that", async () => {
  const { format, sheets, problem } = await readWorkbook(
    compound({ "/EncryptionInfo": new Uint8Array(8), "/EncryptedPackage": new Uint8Array(4096) }),
  );
  expect([format, sheets, problem?.kind]).toEqual(["XLS", [], "encrypted"]);
});

test("a sheet of twenty million cells is read, one of a row more is refused", async () => {
  const book = (lastRow: number) =>
    xlsx({
      sheets: [
        { name: "А", rows: inlineRow(1, "а") },
        {
          name: "Б",
          rows: `${inlineRow(1, "а")}<row r="${lastRow}"><c r="ALL${lastRow}"><v>1</v></c></row>`,
        },
      ],
    });
  const { sheets, problem } = await readWorkbook(book(20_000));
  expect([sheets.map(({ rows, width }) => [rows, width]), problem]).toEqual([
    [
      [1, 1],
      [20_000, 1000],
    ],
    undefined,
  ]);
  expect(await readWorkbook(book(20_001))).toEqual({
    format: "XLSX",
    sheets: [],
    texts: [],
    problem: { kind: "too-big", reason: "комірок на аркуші — 20001000" },
  });
});

test("an ODS whose lines stand for more than twenty million filled cells is refused before they are made", async () => {
  const book = (rows: number) =>
    ods(
      `<table:table table:name="А"><table:table-row table:number-rows-repeated="${rows}"><table:table-cell table:number-columns-repeated="1000" office:value-type="string"/></table:table-row></table:table>`,
    );
  expect((await readWorkbook(book(20_001))).problem).toEqual({
    kind: "too-big",
    reason: "комірок на аркуші — 20001000",
  });
});

test("a book without styles, and one whose backup has them, are read", async () => {
  const parts = unzipSync(xlsx({ sheets: [{ name: "А", rows: inlineRow(1, "а", "б") }] }));
  const { "xl/styles.xml": styles = new Uint8Array(), ...without } = parts;
  for (const more of [{}, { "old/xl/styles.xml": styles }]) {
    const { sheets, problem } = await readWorkbook(zipSync({ ...without, ...more }));
    expect([sheets.map(({ cells }) => cells), problem]).toEqual([[[["а", "б"]]], undefined]);
  }
});

test("the console is given back as it was, whether a book was read or refused", async () => {
  const { error, warn } = console;
  const letter = zipSync({ "word/document.xml": strToU8("<document/>") });
  for (const book of [xlsx({ sheets: [{ name: "А", rows: inlineRow(1, "а") }] }), letter]) {
    await readWorkbook(book);
    const now = [console.error, console.warn];
    Object.assign(console, { error, warn });
    expect([now[0] === error, now[1] === warn]).toEqual([true, true]);
  }
});
