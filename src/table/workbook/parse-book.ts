import { type ParsingOptions, parse_zip, read, set_cptable, type WorkBook } from "@e965/xlsx";
import type { Parts } from "./archive.ts";

/** How the library reads: numbers as they are stored, with their formats; cells that hold a formula and nothing else. */
const options: ParsingOptions = {
  dense: true,
  cellNF: true,
  cellStyles: true,
  cellHTML: false,
  cellText: false,
  sheetStubs: true,
};
/** An XLS keeps a value with every formula; a formula of the nineties that the library cannot spell would refuse the book. */
const optionsOfXls: ParsingOptions = { ...options, cellFormula: false, type: "array" };
/** What an ODS shows of a cell stands in it, ready; that of the others would have to be made. */
const optionsOfOds: ParsingOptions = { ...options, cellText: true };

/** An XLSX without styles: for want of the one fill the library stumbles over every cell, forty times slower. */
const plainStyle = new TextEncoder().encode(
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fills count="1"><fill><patternFill patternType="none"/></fill></fills><cellXfs count="1"><xf numFmtId="0" fillId="0"/></cellXfs></styleSheet>',
);
/** An ODS may leave its styles out; the library asks for them. */
const noStyles = new TextEncoder().encode("<office:document-styles/>");
/** The library speaks of formats it does not know on the console, which is the reader's or the clerk's. */
function quietly<T>(act: () => T): T {
  const { error, warn } = console;
  console.error = console.warn = () => {};
  try {
    return act();
  } finally {
    Object.assign(console, { error, warn });
  }
}

const listOfTypes = "[Content_Types].xml";
/** Programs that pack by hand forget to say what a part is; the library finds it by that alone. */
function declare(parts: Map<string, Uint8Array>, name: string, kind: "sharedStrings" | "styles") {
  const xml = new TextDecoder().decode(parts.get(listOfTypes));
  if (new RegExp(`/${kind}\\.xml"`, "i").test(xml)) return;
  const type = `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`;
  const override = `<Override PartName="/${name}" ContentType="${type}"/></Types>`;
  parts.set(listOfTypes, new TextEncoder().encode(xml.replace("</Types>", override)));
}

const leadingText =
  /(<(\w+:)?(?:si|is)>\s*)(<(?:\w+:)?t(?:\s[^>]*)?>[^<]*<\/(?:\w+:)?t>)(?=\s*<(?:\w+:)?r>)/g;
/** A text before the runs of a rich one: Excel joins them, the library reads the first alone. It is made a run itself. */
function withRuns(part: Uint8Array): Uint8Array {
  const xml = new TextDecoder().decode(part);
  const joined = xml.replace(
    leadingText,
    (_, head, space = "", text) => `${head}<${space}r>${text}</${space}r>`,
  );
  return joined === xml ? part : new TextEncoder().encode(joined);
}

/** Opened parts → the library's workbook. */
function parseParts(parts: Parts, odsContent: string): WorkBook {
  const all = new Map(parts);
  if (odsContent !== "") {
    all.set("content.xml", new TextEncoder().encode(odsContent));
    if (!all.has("styles.xml")) all.set("styles.xml", noStyles);
  }
  const named = (pattern: RegExp) => [...all.keys()].find((name) => pattern.test(name));
  const texts = named(/^xl\/sharedStrings\.xml$/i);
  if (texts) declare(all, texts, "sharedStrings");
  for (const [name, part] of all) {
    if (name === texts || /^xl\/worksheets\/[^/]+\.xml$/i.test(name)) all.set(name, withRuns(part));
  }
  if (named(/^xl\/workbook\.xml$/i) && !named(/^xl\/styles\.xml$/i)) {
    all.set("xl/styles.xml", plainStyle);
    declare(all, "xl/styles.xml", "styles");
  }
  return parse_zip(
    {
      FullPaths: [...all.keys()].map((name) => `Root Entry/${name}`),
      FileIndex: [...all].map(([name, content]) => ({ name, type: 2, content })),
    },
    odsContent === "" ? options : optionsOfOds,
  );
}

/** Opened parts of an XLSX, XLSB or ODS → the library's workbook. `odsContent` is empty but for an ODS. */
export const parseBook = (parts: Parts, odsContent: string): WorkBook =>
  quietly(() => parseParts(parts, odsContent));

/** Bytes of an XLS → the library's workbook; its letters may be of any code page. */
export async function parseXls(bytes: Uint8Array): Promise<WorkBook> {
  set_cptable(await import("@e965/xlsx/dist/cpexcel.full.mjs"));
  return quietly(() => read(bytes, optionsOfXls));
}
