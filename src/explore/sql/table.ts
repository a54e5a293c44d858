import { isPlainNumber } from "../plain-number.ts";

/** A table as a query names it, and where its rows come from. */
export type SqlTable = {
  name: string;
  title: string;
  dataset: string;
  src: string;
  /** What the file is, where its set's page says it. */
  integrity?: string;
  rows: number;
  headerRows: number;
  missing: string[];
  /**
   * `logical`: true and false, which a query sees as 1 and 0; `long`: numbers that a double does not hold, which are text in
   * the order of numbers.
   */
  columns: { name: string; title: string; numeric: boolean; logical?: true; long?: true }[];
};
/** A question put ready, and the tables it asks. */
export type SqlExample = { title: string; tables: string[]; sql: string };

/** Words of SQL, which name a table or a column only in quotes. */
const reserved =
  /^(add|all|alter|and|as|between|by|case|check|collate|column|commit|constraint|create|default|delete|distinct|drop|else|escape|except|exists|foreign|from|group|having|in|index|insert|intersect|into|is|isnull|join|limit|not|notnull|null|on|or|order|primary|references|select|set|table|then|to|transaction|union|unique|update|using|values|when|where|abort|action|autoincrement|cast|conflict|cross|current_date|current_time|current_timestamp|deferrable|deferred|each|exclusive|explain|fail|filter|for|full|generated|glob|ignore|immediate|initially|inner|instead|key|left|like|match|materialized|natural|no|nothing|of|offset|outer|over|partition|plan|pragma|query|raise|range|recursive|regexp|reindex|release|rename|replace|restrict|returning|right|rollback|row|rows|savepoint|temp|temporary|trigger|vacuum|view|virtual|window|with|without)$/i;
/** The name of a table or a column as a query writes it. */
export const named = (name: string): string => (reserved.test(name) ? `"${name}"` : name);

type Cell = string | number | null;

/** A table as the database takes it. */
export type AskedRecords = {
  table: SqlTable;
  rows: Cell[][];
  /** Names of the columns of numbers that are kept as text: a double would lose digits of one of theirs. */
  texts: string[];
};

/** Significant digits that a double keeps, whatever the number. */
const digits = 15;
const isLong = (cell: string): boolean =>
  cell.length > digits &&
  /^[+-]?[\d.]+([eE][+-]?\d+)?$/.test(cell) &&
  cell.replace(/[eE].*|\D/g, "").replace(/^0+/, "").length > digits &&
  !isPlainNumber(cell);

/**
 * Records of a file → rows of the database: numbers as numbers, truth as 1 and 0 (SQLite has no other), nothing as null.
 * A column with one number too long stays text whole, digit for digit: rounded, it would join wrongly.
 */
export function askedRecords(
  table: SqlTable,
  records: readonly (readonly string[])[],
): AskedRecords {
  const without = new Set(table.missing);
  const texts = table.columns.flatMap(({ name, numeric }, at) =>
    numeric && records.some((cells) => isLong(cells[at] ?? "")) ? [name] : [],
  );
  const columns = table.columns.map((column) =>
    texts.includes(column.name) ? { ...column, numeric: false, long: true as const } : column,
  );
  const rows = records.map((cells) =>
    columns.map(({ numeric, logical }, at): Cell => {
      const cell = cells[at] ?? "";
      if (without.has(cell) || cell === "") return null;
      if (logical) return /^(true|1)$/i.test(cell) ? 1 : /^(false|0)$/i.test(cell) ? 0 : cell;
      return numeric && isPlainNumber(cell) ? Number(cell) : cell;
    }),
  );
  return { table: { ...table, columns }, rows, texts };
}
