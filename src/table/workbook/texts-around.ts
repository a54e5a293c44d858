import { strFromU8 } from "fflate";
import type { Parts } from "./archive.ts";

/** A text of a workbook that is no cell: the name of a sheet, a comment, the author. */
export type WorkbookText = { where: "sheet" | "comment" | "author"; text: string };

const entities = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);
const plain = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) =>
    name
      ? (entities.get(name) ?? all)
      : String.fromCodePoint(Math.min(0x10ffff, hex ? Number.parseInt(hex, 16) : Number(decimal))),
  );
const withoutTags = (xml: string): string => plain(xml.replace(/<[^>]*>/g, ""));
const insides = (xml: string, tag: string): string[] =>
  [
    ...xml.matchAll(
      new RegExp(`<(?:\\w+:)?${tag}(?:\\s[^>]*)?>([\\s\\S]*?)</(?:\\w+:)?${tag}>`, "g"),
    ),
  ].map(([, inside = ""]) => inside);

/**
 * Texts of an opened XLSX, XLSB or ODS beside its cells. The reading library tells comments without their authors, and
 * of properties some: these parts are small, and read as they stand.
 */
export function textsAround(
  parts: Parts,
  sheetNames: readonly string[],
  odsContent: string,
): WorkbookText[] {
  const texts: WorkbookText[] = [];
  const add = (where: WorkbookText["where"], found: readonly string[]) => {
    for (const text of new Set(found.map((one) => one.trim())))
      if (text !== "") texts.push({ where, text });
  };
  const inside = (xml: string, tag: string) => insides(xml, tag).map(withoutTags);
  const xmlOf = (pattern: RegExp): string[] =>
    [...parts.keys()]
      .filter((name) => pattern.test(name))
      .sort()
      .map((name) => strFromU8(parts.get(name) ?? new Uint8Array()));
  for (const xml of xmlOf(/^(?:docProps\/(?:core|app)|meta)\.xml$/i))
    for (const tag of ["creator", "lastModifiedBy", "initial-creator", "Manager", "printed-by"])
      add("author", inside(xml, tag));
  add("sheet", sheetNames);
  for (const note of insides(odsContent, "annotation")) {
    add("author", inside(note, "creator"));
    add("comment", inside(note, "p"));
  }
  for (const xml of xmlOf(/^xl\/(?:comments|threadedComments|persons)/i)) {
    add("author", [
      ...inside(xml, "author"),
      ...[...xml.matchAll(/displayName="([^"]*)"/g)].map(([, name = ""]) => plain(name)),
    ]);
    add("comment", [...inside(xml, "text"), ...inside(xml, "threadedComment")]);
  }
  return texts;
}
