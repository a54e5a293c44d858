import type { Audit } from "../../model/audit.ts";
import type { Tree } from "../../model/tree.ts";
import { readRows, readTable } from "../../table/read-table.ts";

/** Forms of the information audit, by year and publisher: a table each, every cell text. */
export const readAudits = (tree: Tree): Audit[] =>
  [...tree].flatMap(([file, entry]) => {
    const [, year, publisher] = /^data\/audits\/(\d{4})\/([^/]+)\.csv$/.exec(file) ?? [];
    if (year === undefined || publisher === undefined || entry.kind !== "file") return [];
    const bytes = entry.bytes();
    const report = readTable(bytes, { form: "published" });
    const columns = report.columns.map(({ name }) => name);
    const assets = readRows(bytes, report).map(({ cells }) =>
      Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""])),
    );
    return [{ year: Number(year), publisher, file, columns, assets }];
  });
