import type { Flavour } from "../patterns/pattern.ts";

/** One resource as the SQL of a dialect finds it. */
export type Located = {
  /** The resource's name, which becomes the name of its rows. */
  name: string;
  /** Where it lies: a path or an address of a file, or the name of a table that the engine knows. */
  location: string;
  format: "csv" | "parquet";
  /** Names of its columns, in order, as they are written in it. */
  columns: readonly string[];
};

/** How one engine writes what the checks ask. Every text is given as it is: quoting is the dialect's. */
export type Dialect = {
  flavour: Flavour;
  /** A name of a column or a table. */
  name(text: string): string;
  /** A text as a value. */
  text(value: string): string;
  /** Is a pattern found in the text of an expression? */
  matches(expression: string, pattern: string): string;
  /** The text of an expression without some signs at its ends. */
  trimmed(expression: string, signs: string): string;
  /** Said of what is asked often and should be made once: without it DuckDB plans each use anew, for a second. */
  keptOnce: "MATERIALIZED " | "";
  /** Type of a text without a limit. */
  textType: string;
  /** Does the engine number the rows of a file? Cells are named by their rows then. */
  numbersRows: boolean;
  /** What goes before the checks of a resource: its rows under its name; none where each check says it for itself. */
  prepare(table: Located, rows: string): string[];
  /** The table as it lies, and, of a CSV, the expressions of its cells. */
  source(table: Located): { from: string; cells: readonly string[] };
  /** A name under which the rows can be asked, and what a statement begins with to know it. */
  rowsOf(table: Located, rows: string): { begin: string; from: string };
};

/** Signs nobody sees, which an editor or a mail may change on the way: they are written by their codes. */
export const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

/** A quoted text: the quote doubled, which is all that the standard asks; what is not seen is called by its code. */
export function standardText(value: string, hidden: RegExp = unseen): string {
  const parts = value.split(new RegExp(`(${hidden.source})`, "u")).map((part, at) =>
    // Every second part is a sign that parted the others.
    at % 2 === 1 ? `chr(${part.codePointAt(0)})` : `'${part.replaceAll("'", "''")}'`,
  );
  const written = parts.filter((part) => part !== "''");
  if (written.length === 0) return "''";
  return written.length === 1 ? (written[0] ?? "") : `(${written.join(" || ")})`;
}

/** A quoted name. */
export const standardName = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/**
 * A cell of a typed column as Table Schema writes it: a letter T between the day and the time, and of a moment the time of
 * Greenwich, wherever the engine runs.
 * @param moments which types are moments, in words of `typeof`, and how the text of one is written so
 */
export function typedCell(
  name: string,
  textType: string,
  moments: { type: string; written(text: string): string },
): string {
  const text = `CAST(${name} AS ${textType})`;
  return `CASE WHEN lower(typeof(${name})) LIKE '${moments.type}' THEN ${moments.written(text)} WHEN lower(typeof(${name})) LIKE 'timestamp%' THEN replace(${text}, ' ', 'T') ELSE ${text} END`;
}
