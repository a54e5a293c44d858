import { expect, test } from "vitest";
import { cleaned } from "../../test/fixtures/cleaned.ts";

const utf8 = new TextEncoder();

/** An archive of one entry that says it opens to `opened` bytes. */
function archive(opened: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(30 + 46 + 22));
  view.setUint32(0, 0x04034b50, true);
  view.setUint32(30, 0x02014b50, true);
  view.setUint32(30 + 24, opened, true);
  view.setUint16(30 + 28, 1, true);
  view.setUint32(76, 0x06054b50, true);
  view.setUint16(76 + 8, 1, true);
  view.setUint16(76 + 10, 1, true);
  view.setUint32(76 + 16, 30, true);
  return new Uint8Array(view.buffer);
}

test.each<[situation: string, file: string, bytes: Uint8Array, message: RegExp]>([
  [
    "an archive that opens to 4 GB",
    "a.xlsx",
    archive(0xffffffff),
    /^Книга завелика \(4096 МБ після розпакування\)\.$/,
  ],
  [
    "an archive without its contents",
    "a.xlsx",
    utf8.encode("PK\u0003\u0004 і більше нічого"),
    /^Книгу не вдалося відкрити: немає змісту архіву\.$/,
  ],
  ["a document", "a.pdf", utf8.encode("%PDF-1.7"), /^Це документ PDF, а не таблиця\.$/],
  ["XML", "a.xml", utf8.encode('<?xml version="1.0"?><a/>'), /^Це файл XML, а не таблиця\.$/],
  [
    "a page saved as CSV",
    "a.csv",
    utf8.encode("<!doctype html><html>"),
    /^Замість таблиці збережено вебсторінку\.$/,
  ],
  [
    "JSON that is no list",
    "a.json",
    utf8.encode('{"a":1}'),
    /^У файлі JSON немає одного списку записів/,
  ],
  ["JSON cut in the middle", "a.json", utf8.encode('[{"a":1'), /^Файл обірвано: у ньому щось/],
  ["NDJSON with a comma too many", "a.ndjson", utf8.encode('{"a":1}\n{"a":2,}\n'), /^Зайва кома/],
  [
    "a page that a program named a workbook",
    "a.xls",
    utf8.encode('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>1'),
    /^Це вебсторінка, яку програма назвала книгою Excel\.$/,
  ],
  [
    "a report that a program wrote as HTML and named a workbook",
    "звіт.xls",
    utf8.encode("<table border=1><tr><td>Назва</td></tr></table>"),
    /^Це вебсторінка, яку програма назвала книгою Excel\.$/,
  ],
  [
    "an archive of the web named a workbook",
    "a.xls",
    utf8.encode('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x'),
    /^Це вебсторінка, яку програма назвала книгою Excel\.$/,
  ],
  [
    "a workbook of Excel 2003 written as XML",
    "a.xls",
    utf8.encode('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook'),
    /^Це книга Excel 2003, записана як XML\.$/,
  ],
  ["nothing", "a.csv", new Uint8Array(), /^У файлі немає таблиці\.$/],
])("no table: %s", async (_, file, bytes, message) => {
  const { inspection } = await cleaned(bytes, file);
  expect(inspection.report).toBeUndefined();
  expect(inspection.findings.map((finding) => finding.message)).toEqual([
    expect.stringMatching(message),
  ]);
});
