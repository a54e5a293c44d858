import type { Inspection } from "../../model/reports/inspection.ts";
import { jsonWords } from "../../rules/files/json/json-words.ts";
import { jsonTable, jsonTableFault } from "../../table/json/json-table.ts";
import type { ByteSource } from "../../table/scan/encoding.ts";
import { sheetSource } from "../../table/workbook/sheet-text.ts";
import { failed, isTooBig, tooBig, wholeOf } from "./failed.ts";
import type { InspectionOptions } from "./options.ts";
import { inspectTable } from "./table.ts";

/** A file that begins as JSON; undefined where it is none, and only its first line looks so. */
export async function inspectJson(
  file: string,
  source: ByteSource,
  encoding: string,
  options: InspectionOptions,
): Promise<Inspection | undefined> {
  if (isTooBig(source)) return tooBig(file, source.byteLength);
  try {
    const table = jsonTable(new TextDecoder(encoding).decode(await wholeOf(source)));
    if (!table)
      return failed(
        file,
        "У файлі JSON немає одного списку записів, з якого вийшла б таблиця.",
        "Дайте один список об’єктів з однаковими полями: [{…}, {…}].",
      );
    return {
      ...(await inspectTable(file, sheetSource(table.text), options, {
        firstRowIsHeader: true,
      })),
      format: table.format,
    };
  } catch (error) {
    // A RangeError is thrown for lists in lists in lists.
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    // A line of a CSV may begin with a bracket; a file named so is a broken JSON.
    if (!/jsonl?$/i.test(file)) return undefined;
    const text = new TextDecoder(encoding).decode(await wholeOf(source));
    const fault = jsonTableFault(text) ?? { what: "deep", line: 1, column: 1, found: "" };
    const [message, hint] = jsonWords(fault);
    return failed(file, message, hint, [], { line: fault.line, column: fault.column });
  }
}
