import type { Inspection } from "../../model/reports/inspection.ts";
import { findImpostor } from "../../table/scan/impostor.ts";
import { failed } from "./failed.ts";

/** A program's report: HTML with a table in it, under the name of a workbook. Excel opens it after a warning. */
const page = { what: "вебсторінка, яку програма назвала книгою Excel", opens: true } as const;

/** Beginnings of files that are no tables, as Windows-1252 shows them; those a spreadsheet opens are saved again by it. */
const strangers: { pattern: RegExp; what: string; opens?: true }[] = [
  {
    pattern:
      /^\s*(?:<\?xml[^>]*>\s*)?<\?mso-application progid="Excel|urn:schemas-microsoft-com:office:spreadsheet/,
    what: "книга Excel 2003, записана як XML",
    opens: true,
  },
  {
    pattern:
      /^(?:From: |MIME-Version: )[\s\S]*multipart\/related|xmlns:x="urn:schemas-microsoft-com:office:excel"/,
    ...page,
  },
  { pattern: /^%PDF-/, what: "документ PDF" },
  { pattern: /^\{\\rtf1/, what: "документ RTF" },
  { pattern: /^‰PNG\r\n|^ÿØÿ|^GIF8[79]a/, what: "зображення" },
  { pattern: /^\s*<\?xml/, what: "файл XML" },
];
const archive = { what: "архів", opens: undefined };
const isNamedBook = (file: string): boolean => /\.xls[xbm]?$/i.test(file);

/** What a file is that is no table, by how it begins and what it is called. */
function strangerOf(
  file: string,
  head: Uint8Array,
): { what: string; opens?: true | undefined } | undefined {
  const start = new TextDecoder("windows-1252").decode(head.subarray(0, 512));
  const impostor = findImpostor(head);
  const what = impostor?.kind === "forbidden-bytes" ? impostor.what : undefined;
  return (
    strangers.find(({ pattern }) => pattern.test(start)) ??
    (what === "binary" ? archive : what === "html" && isNamedBook(file) ? page : undefined)
  );
}

/** A file that is no table, as its beginning shows: what it is, and what to do. Undefined where it may be a table. */
export function inspectStranger(file: string, head: Uint8Array): Inspection | undefined {
  const stranger = strangerOf(file, head);
  if (!stranger) return undefined;
  return stranger.opens
    ? failed(
        file,
        `Це ${stranger.what}.`,
        "Відкрийте її в Excel або LibreOffice (на попередження про формат відповідайте «Так») і збережіть: «Файл» → «Зберегти як» → «Книга Excel (*.xlsx)».",
      )
    : failed(
        file,
        `Це ${stranger.what}, а не таблиця.`,
        "Візьміть вихідну таблицю (XLSX, XLS, ODS, CSV); якщо її немає, перенесіть дані в таблицю.",
      );
}
