import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { treeOf } from "../model/tree.ts";
import { examplePortal } from "../rules/example-portal.ts";
import { checkRepository } from "../rules/index.ts";
import { readRepository } from "./repository.ts";
import { readText } from "./text.ts";

const text = "title: Управління освіти\nkind: department\nsite: https://example.gov.ua\n";
const bytesIn = (page: string): Uint8Array => {
  const all = new TextDecoder(page).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from([...text].map((letter) => [...all].indexOf(letter)));
};
const wide = (mark: boolean, big: boolean): Uint8Array => {
  const bytes = new Uint8Array(Buffer.from((mark ? "\ufeff" : "") + text, "utf16le"));
  return big ? new Uint8Array(Buffer.from(bytes).swap16()) : bytes;
};
const problemOf = (bytes: Uint8Array) => {
  const read = readText("a.yaml", bytes);
  return "problem" in read ? read.problem : read.text;
};

describe("bytes of a text", () => {
  test.each([
    ["windows-1251", bytesIn("windows-1251")],
    ["koi8-u", bytesIn("koi8-u")],
    ["ibm866", bytesIn("ibm866")],
    ["x-mac-cyrillic", bytesIn("x-mac-cyrillic")],
    ["utf-16le", wide(true, false)],
    ["utf-16be", wide(true, true)],
    ["utf-16le", wide(false, false)],
    ["utf-16be", wide(false, true)],
  ])("in %s are named", (encoding, bytes) => {
    expect(problemOf(bytes)).toMatchObject({ code: "text", what: "encoding", encoding });
  });
  test("in UTF-8, with a mark or CRLF, are the text", () => {
    for (const written of [text, `\ufeff${text}`, text.replaceAll("\n", "\r\n")])
      expect(problemOf(new TextEncoder().encode(written))).toBe(text);
  });
  test("broken in one place are told there", () => {
    const bytes = new TextEncoder().encode(text.repeat(3));
    bytes[bytes.lastIndexOf(0xd0)] = 0xff;
    expect(problemOf(bytes)).toMatchObject({ what: "broken", place: { line: 7 } });
  });
  test("of an archive, or of git", () => {
    expect(problemOf(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]))).toMatchObject({ what: "binary" });
    expect(problemOf(new TextEncoder().encode("<<<<<<< HEAD\na: 1\n"))).toMatchObject({
      what: "conflict",
      place: { line: 1 },
    });
  });
  test.each([
    "\r",
    "\u0000",
    "\u0007",
    "\u001b",
    "\u0085",
    "\u009f",
    "\u2028",
    "\u2029",
    "\f",
    "\v",
  ])("the control %j is told with its place", (sign) =>
    expect(problemOf(new TextEncoder().encode(`a: 1\nb: х${sign}у\n`))).toEqual({
      code: "text",
      what: "control",
      point: sign.charCodeAt(0),
      place: { file: "a.yaml", line: 2, column: 5 },
    }),
  );
});

test("a heading underlined by seven signs is no mark of git in news, and is one in YAML", () => {
  const bytes = new TextEncoder().encode("Новини\n=======\n");
  expect(readText("a.mdx", bytes)).toEqual({ text: "Новини\n=======\n" });
  expect(readText("a.yaml", bytes)).toMatchObject({ problem: { what: "conflict" } });
});

test("a card of a publisher that cannot be read is told alone, not with the sets of the publisher", () => {
  const file = "data/publishers/council.yaml";
  const told = checkRepository(
    readRepository(treeOf({ ...examplePortal, [file]: bytesIn("koi8-u") })),
  );
  expect(told.map(({ rule, place }) => [rule, place.file])).toEqual([["text-readable", file]]);
});

const files = [
  "data/portal.yaml",
  "data/publishers/council.yaml",
  "data/datasets/stops/datapackage.yaml",
  "content/news/a.mdx",
  "data/registers/events/a.yaml",
];
test.each(files)("%s in Windows-1251 is one error, and nothing of it is published", (file) => {
  const repository = readRepository(treeOf({ ...examplePortal, [file]: bytesIn("windows-1251") }));
  const told = checkRepository(repository).filter(({ place }) => place.file === file);
  expect(told.map(({ rule, message }) => [rule, message])).toEqual([
    ["text-readable", "Файл у кодуванні Windows-1251, а потрібне UTF-8."],
  ]);
  expect(
    JSON.stringify([repository.portal, repository.publishers, repository.datasets]),
  ).not.toContain("\ufffd");
});

const cases = join(import.meta.dirname, "../../../shared/cases/texts");
describe("texts once answered wrongly", () => {
  test.skipIf(!existsSync(cases)).each([
    ["publisher-cp1251.yaml", "Windows-1251"],
    ["publisher-utf16.yaml", "UTF-16"],
    ["merge-markers.yaml", "незавершеного злиття"],
    ["nbsp-after-colon.yaml", "U+00A0 (нерозривний пробіл)"],
  ])("%s", (name, words) => {
    const file = "data/publishers/other.yaml";
    const bytes = readFileSync(join(cases, name));
    const told = checkRepository(
      readRepository(treeOf({ ...examplePortal, [file]: bytes })),
    ).filter(({ place }) => place.file === file);
    expect(told.map(({ message }) => message)).toEqual([expect.stringContaining(words)]);
  });
});
