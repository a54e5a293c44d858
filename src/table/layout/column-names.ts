import { restored } from "../scan/mojibake.ts";
import { toMachineName } from "./transliterate.ts";

/** A name programs can use; points are what programs number repeated names with. */
export const machineName = /^[A-Za-z_][A-Za-z0-9_.]*$/;

/** Joins the cells of a column's header rows: «Усього» over «тис. грн» → «Усього — тис. грн». */
export function joinHeader(rows: readonly (readonly string[])[], width: number): string[] {
  const spread = rows.map((row, depth) => {
    let above = "";
    return Array.from({ length: width }, (_, column) => {
      const cell = (row[column] ?? "").replace(/\s+/g, " ").trim();
      if (cell !== "") above = cell;
      // A merged cell names the columns to its right, as far as the rows below part them.
      const parted = rows.slice(depth + 1).some((below) => (below[column] ?? "").trim() !== "");
      return parted ? above : cell;
    });
  });
  return Array.from({ length: width }, (_, column) =>
    [...new Set(spread.map((row) => row[column] ?? "").filter((cell) => cell !== ""))].join(" — "),
  );
}

/** Fields for programs: unique, Latin; a nameless column is called by its place. */
export function fieldsOf(names: readonly string[]): string[] {
  const used = new Map<string, number>();
  return names.map((name, index) => {
    const base =
      (machineName.test(name.trim()) ? name.trim() : toMachineName(restored(name) ?? name)) ||
      `column${index + 1}`;
    let field = base;
    let again = used.get(base.toLowerCase()) ?? 0;
    while (used.has(field.toLowerCase())) field = `${base}${++again + 1}`;
    used.set(field.toLowerCase(), 0);
    used.set(base.toLowerCase(), again);
    return field;
  });
}

/** Titles are compared without case, spaces and punctuation, apostrophes and look-alike marks. */
export const foldTitle = (title: string): string =>
  title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
