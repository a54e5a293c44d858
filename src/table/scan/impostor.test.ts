import { expect, test } from "vitest";
import { firstBadLine, joined } from "./bytes.ts";
import { findImpostor, isConflictMark } from "./impostor.ts";
import { restored } from "./mojibake.ts";

const bytesOf = (...parts: (string | number)[]) =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === "string" ? [...new TextEncoder().encode(part)] : part,
    ),
  );
const forbidden = (what: string, line = 1) => ({ kind: "forbidden-bytes", line, what });

test.each<[situation: string, bytes: Uint8Array, found: object | undefined]>([
  ["a table", bytesOf("id,name\n1,Вокзал\n"), undefined],
  ["nothing", bytesOf(), undefined],
  ["a book or an archive", bytesOf("PK", 3, 4, "xl"), forbidden("binary")],
  ["an empty archive", bytesOf("PK", 5, 6), forbidden("binary")],
  ["an archive in parts", bytesOf("PK", 7, 8), forbidden("binary")],
  ["a word that begins as an archive does", bytesOf("PK,name\n"), undefined],
  [
    "a book of Excel 97",
    bytesOf(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    forbidden("binary"),
  ],
  ["«ПЛ» of another page", bytesOf(0xd0, 0xcf, "an"), undefined],
  ["what is packed", bytesOf(0x1f, 0x8b, 8), forbidden("binary")],
  ["a printed page", bytesOf("%PDF-1.7"), forbidden("binary")],
  ["a RAR", bytesOf("Rar!", 0x1a, 7), forbidden("binary")],
  ["a 7z", bytesOf("7z", 0xbc, 0xaf, 0x27, 0x1c), forbidden("binary")],
  [
    "a pointer of Git LFS",
    bytesOf("version https://git-lfs.github.com/spec/v1\n"),
    forbidden("lfs"),
  ],
  ["a table that speaks of Git LFS", bytesOf("id,name\n1,version https://git-lfs\n"), undefined],
  ["a page", bytesOf("<!DOCTYPE html>"), forbidden("html")],
  ["a page after a mark and blanks", bytesOf("\ufeff \n<HTML>"), forbidden("html")],
  ["XML", bytesOf("<?xml version='1.0'?>"), forbidden("html")],
  ["a page that is a table for Excel", bytesOf("  <table>"), forbidden("html")],
  ["a tag in a cell", bytesOf("id,name\n1,<table>\n"), undefined],
  [
    "a zero byte in the third line",
    bytesOf("id,name\n1,а\n2,", 0, "б\n3,в\n"),
    forbidden("nul", 3),
  ],
  [
    "UTF-16 with its mark, a letter of it zero",
    bytesOf(0xff, 0xfe, 0x49, 4, 0, 4, 0x41, 4, 0x42, 4, 0x43, 4),
    undefined,
  ],
  [
    "the same from the other side",
    bytesOf(0xfe, 0xff, 4, 0x49, 4, 0, 4, 0x41, 4, 0x42, 4, 0x43),
    undefined,
  ],
  [
    "UTF-16 without a mark: a fifth or more of it are zeros",
    bytesOf("a", 0, "b", 0, "c", 0),
    undefined,
  ],
  ["a fifth of zeros", bytesOf("abcd", 0), undefined],
  ["less than a fifth", bytesOf("abcde", 0), forbidden("nul")],
  ["a zero byte far in the file", bytesOf("a".repeat(4096), 0), undefined],
])("what stands for a table: %s", (_, bytes, found) => {
  expect(findImpostor(bytes)).toEqual(found);
});

test.each([
  ["<<<<<<< HEAD", true],
  ["=======", true],
  [">>>>>>> 1a2b3c", true],
  ["<<<<<<<", true],
  ["<<<<<<<<", false],
  ["========", false],
  ["======= так", false],
  ["так =======", false],
])("a line that git leaves: %s — %s", (cell, is) => {
  expect(isConflictMark(cell)).toBe(is);
});

test.each<[situation: string, bytes: Uint8Array, line: number]>([
  ["the first line", bytesOf(0xff, "\nб\n"), 1],
  ["the third, which ends the file", bytesOf("а\nб\nв", 0xd0), 3],
  ["a letter cut by the end of its line", bytesOf("а\n", 0xd0, "\nб"), 2],
])("the line that is no UTF-8: %s", (_, bytes, line) => {
  expect(firstBadLine(bytes)).toBe(line);
});

test("parts are one, and a single one is not copied", () => {
  const part = bytesOf("аб");
  expect(joined([part])).toBe(part);
  expect(joined([])).toEqual(new Uint8Array());
  expect(joined([bytesOf("а"), bytesOf(), bytesOf("бв")])).toEqual(bytesOf("абв"));
});

/** UTF-8 read as a page of single bytes. */
const damaged = (text: string, page: string) => new TextDecoder(page).decode(bytesOf(text));
test.each(["windows-1251", "windows-1252", "ibm866", "koi8-u", "x-mac-cyrillic"])(
  "a text read as %s is had back",
  (page) => {
    for (const text of ["Школа № 5, вулиця Європейська", "Їдальня"])
      expect(restored(damaged(text, page))).toBe(text);
    expect(restored(damaged(damaged("вулиця Європейська", "windows-1251"), page))).toBe(
      "вулиця Європейська",
    );
  },
);
test.each(["Школа", "РСТ", "Р.С.", "École, forêt", "ÐÐ", "10–15 °С", "", "ТОВ «Сяйво» — філія"])(
  "%s is not damaged",
  (text) => {
    expect(restored(text)).toBeUndefined();
  },
);
test("a last letter of which a byte was lost is left out; signs alone and other alphabets prove nothing", () => {
  expect(restored(damaged("Школа", "windows-1251").slice(0, -1))).toBe("Школ");
  expect(restored(damaged("«»", "windows-1252"))).toBeUndefined();
  expect(restored(damaged("Школаα", "windows-1252"))).toBeUndefined();
  expect(restored(`${damaged("Школа", "windows-1251")} 中`)).toBeUndefined();
});
