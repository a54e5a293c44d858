import { staffColumns } from "../model/audit.ts";
import { csvLine } from "../model/csv.ts";
import { readRows, readTable } from "../table/read-table.ts";
import { type ByteSource, sourceOf } from "../table/scan/encoding.ts";
import { inspectFile } from "./inspection.ts";

/** A filled-in form of the information audit, fit for the repository, or why it is not. */
export type AuditImport =
  | { text: string; rows: number; dropped: string[] }
  | { problem: string; hint: string };

/**
 * A workbook or CSV in the form of Annex 17 to the recommendations on resolution 835 (29 columns) → a clean table
 * without the three columns that name staff. Personal data anywhere else stop it: git forgets nothing.
 */
export async function importAudit(file: string, source: ByteSource): Promise<AuditImport> {
  const inspection = await inspectFile(file, source, { structure: "17-infoAudit" });
  const { structure, clean, findings } = inspection;
  if (!clean)
    return {
      problem: findings[0]?.message ?? "Таблицю не прочитано.",
      hint: findings[0]?.hint ?? "Збережіть її як XLSX або CSV.",
    };
  if (structure === undefined || structure.matched < structure.of - staffColumns.length)
    return {
      problem: `Це не форма додатка 17: збіглося колонок ${structure?.matched ?? 0} з ${structure?.of ?? 29}.`,
      hint: "Візьміть шаблон на сторінці порталу /structures/17-infoAudit/ і перенесіть дані до нього.",
    };
  let whole = "";
  await clean((part) => {
    whole += part;
  });
  const bytes = new TextEncoder().encode(whole);
  const report = readTable(bytes, { form: "published" });
  const names = report.columns.map(({ name }) => name);
  const dropped = staffColumns.filter((name) => names.includes(name));
  const kept = names
    .map((name, index) => ({ name, index }))
    .filter(({ name }) => !dropped.includes(name as never));
  const rows = readRows(bytes, report);
  const text = [
    kept.map(({ name }) => name),
    ...rows.map(({ cells }) => kept.map(({ index }) => cells[index] ?? "")),
  ]
    .map(csvLine)
    .join("");
  const left = await inspectFile("audit.csv", sourceOf(new TextEncoder().encode(text)));
  const personal = left.findings.find(
    ({ rule, severity }) => rule === "personal-data" && severity === "error",
  );
  if (personal) return { problem: personal.message, hint: personal.hint };
  return { text, rows: rows.length, dropped };
}
