import { strFromU8 } from "fflate";
import { csvLine } from "../../model/csv.ts";
import { openArchive } from "./archive.ts";
import { workbookFormat } from "./format.ts";

/** A text of a workbook that is no cell: the name of a sheet, a comment, the author. */
export type WorkbookText = { where: "sheet" | "comment" | "author"; text: string };
/** Everything in a workbook that people read or programs show: sheets as CSV, and the texts around them. */
export type WorkbookParts = { sheets: { name: string; csv: string }[]; texts: WorkbookText[] };

const mostColumns = 300;

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const plain = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) =>
    name
      ? (entities[name] ?? all)
      : String.fromCodePoint(Math.min(0x10ffff, hex ? Number.parseInt(hex, 16) : Number(decimal))),
  );
const withoutTags = (xml: string): string => plain(xml.replace(/<[^>]*>/g, ""));
const insides = (xml: string, tag: string): string[] =>
  [
    ...xml.matchAll(
      new RegExp(`<(?:\\w+:)?${tag}(?:\\s[^>]*)?>([\\s\\S]*?)</(?:\\w+:)?${tag}>`, "g"),
    ),
  ].map(([, inside = ""]) => inside);
const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : plain(value);
};

/** «BC12» → 54. */
const columnOf = (reference: string): number => {
  let column = 0;
  for (const letter of reference.replace(/[^A-Z]/g, ""))
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
};

function sheetOfXlsx(xml: string, shared: readonly string[]): string {
  let csv = "";
  for (const row of insides(xml, "row")) {
    const cells: string[] = [];
    for (const [, head = "", inside = ""] of row.matchAll(
      /<(?:\w+:)?c(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g,
    )) {
      const column = columnOf(attribute(head, "r") ?? "");
      const at = column < 0 ? cells.length : column;
      if (at >= mostColumns) continue;
      const value = insides(inside, "v")[0] ?? "";
      const text =
        attribute(head, "t") === "s"
          ? (shared[Number(value)] ?? "")
          : value === ""
            ? withoutTags(insides(inside, "t").join(""))
            : plain(value);
      while (cells.length < at) cells.push("");
      cells[at] = text;
    }
    csv += csvLine(cells);
  }
  return csv;
}

function sheetOfOds(xml: string): string {
  let csv = "";
  for (const row of insides(xml, "table-row")) {
    const cells: string[] = [];
    for (const [, head = "", inside = ""] of row.matchAll(
      /<table:(?:covered-)?table-cell(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/table:(?:covered-)?table-cell>)/g,
    )) {
      const text = insides(
        inside.replace(/<office:annotation[\s\S]*?<\/office:annotation>/g, ""),
        "p",
      )
        .map(withoutTags)
        .join("\n");
      const times = Number(attribute(head, "table:number-columns-repeated") ?? 1);
      for (let time = 0; time < times && cells.length < mostColumns; time++) cells.push(text);
    }
    while (cells.length > 0 && cells.at(-1) === "") cells.pop();
    csv += csvLine(cells);
  }
  return csv;
}

/** XLSX or ODS → its texts, hidden ones too; undefined where it cannot be opened: other rules say so. */
export function readWorkbookParts(bytes: Uint8Array): WorkbookParts | undefined {
  const format = workbookFormat(bytes);
  if (format === undefined || format === "xls") return undefined;
  const opened = openArchive(bytes);
  if ("problem" in opened) return undefined;
  const { parts } = opened;
  const xmlOf = (pattern: RegExp): string[] =>
    [...parts.keys()]
      .filter((name) => pattern.test(name))
      .sort()
      .map((name) => strFromU8(parts.get(name) ?? new Uint8Array()));
  const texts: WorkbookText[] = [];
  const add = (where: WorkbookText["where"], found: readonly string[]) => {
    for (const text of new Set(found.map((one) => withoutTags(one).trim())))
      if (text !== "") texts.push({ where, text });
  };
  for (const xml of xmlOf(/^(?:docProps\/(?:core|app)|meta)\.xml$/i))
    for (const tag of ["creator", "lastModifiedBy", "initial-creator", "Manager", "printed-by"])
      add("author", insides(xml, tag));
  if (format === "ods") {
    const content = xmlOf(/^content\.xml$/).join("");
    const tables = [...content.matchAll(/<table:table(\s[^>]*)>([\s\S]*?)<\/table:table>/g)];
    const sheets = tables.map(([, head = "", inside = ""], index) => ({
      name: attribute(head, "table:name") ?? String(index + 1),
      csv: sheetOfOds(inside),
    }));
    add(
      "sheet",
      sheets.map(({ name }) => name),
    );
    for (const note of insides(content, "annotation")) {
      add("author", insides(note, "creator"));
      add("comment", insides(note, "p"));
    }
    return { sheets, texts };
  }
  const shared = xmlOf(/^xl\/sharedStrings\.xml$/i)
    .flatMap((xml) => insides(xml, "si"))
    .map((item) =>
      insides(item.replace(/<rPh[\s\S]*?<\/rPh>/g, ""), "t")
        .map(withoutTags)
        .join(""),
    );
  const names = xmlOf(/^xl\/workbook\.xml$/i)
    .flatMap((xml) => [...xml.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)])
    .map(([tag]) => attribute(tag, "name") ?? "");
  add("sheet", names);
  for (const xml of xmlOf(/^xl\/(?:comments|threadedComments|persons)/i)) {
    add("author", [
      ...insides(xml, "author"),
      ...[...xml.matchAll(/displayName="([^"]*)"/g)].map(([, name = ""]) => name),
    ]);
    add("comment", [...insides(xml, "text"), ...insides(xml, "threadedComment")]);
  }
  const files = [...parts.keys()]
    .filter((name) => /^xl\/worksheets\/[^/]+\.xml$/i.test(name))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return {
    sheets: files.map((file, index) => ({
      name: names[index] ?? file,
      csv: sheetOfXlsx(strFromU8(parts.get(file) ?? new Uint8Array()), shared),
    })),
    texts,
  };
}
