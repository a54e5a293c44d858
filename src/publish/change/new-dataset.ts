import { csvLine } from "../../model/csv.ts";
import type { WrittenPassport } from "../../schemas/data/dataset.ts";
import { readRows, readTable } from "../../table/read-table.ts";
import { folderOf, passportOf } from "../judge/known-portal.ts";
import { passportText } from "../passport/passport-text.ts";
import type { Submission } from "../submission.ts";

export type Bytes = Uint8Array<ArrayBuffer>;

export const bytesOf = (text: string): Bytes => new TextEncoder().encode(text);

/** A table whose columns get the names their passport gives them; the same bytes where they have them. */
export function withNames(table: Bytes, names: readonly string[]): Bytes {
  const report = readTable(table, { form: "published" });
  const written = report.columns.map(({ name }) => name);
  if (written.length === names.length && written.every((name, index) => name === names[index]))
    return table;
  const rows = readRows(table, report).map(({ cells }) => csvLine(cells));
  return bytesOf(csvLine(names) + rows.join(""));
}

/** A new set: its passport and its tables, by their file names. */
export const newDataset = (
  id: string,
  values: WrittenPassport,
  tables: ReadonlyMap<string, Bytes>,
): Submission => ({
  kind: "new-dataset",
  id,
  title: values.title,
  files: new Map([
    [passportOf(id), bytesOf(passportText(values))],
    ...[...tables].map(([name, bytes]) => [`${folderOf(id)}/${name}`, bytes] as const),
  ]),
});
