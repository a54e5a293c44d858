import type { Dialect } from "./dialects/dialect.ts";

/** What every statement gives: rows of these columns, so that the answers of all can stand in one file. */
export const resultColumns = {
  /** The resource, the number of its column from 0, the column's name in the structure. */
  resource: "text",
  position: "whole",
  field: "text",
  /** What was met: of a cell (`shape`, `mark`, `broken`), of a column (`profile`), of the table. */
  aspect: "text",
  kind: "text",
  /** How often, and of the first five each: which it is, its row, its line, its value. */
  times: "whole",
  place: "whole",
  record: "whole",
  line: "whole",
  value: "text",
  /** Of a profile: cells without a value, different values, cells of a plus alone; of numbers how many, their sum, and the limits. */
  missing: "whole",
  different: "whole",
  pluses: "whole",
  numbers: "whole",
  total: "number",
  least: "text",
  greatest: "text",
} as const satisfies Record<string, "text" | "whole" | "number">;

export type ResultColumn = keyof typeof resultColumns;

/** Places kept of each kind, as the engine keeps them. */
const shownPlaces = 5;
const longestValue = 200;

/** A SELECT of all result columns: those given, and nothing for the rest. */
export function selectResult(
  { textType }: Pick<Dialect, "textType">,
  given: Partial<Record<ResultColumn, string>>,
  from: string,
): string {
  const types = { text: textType, whole: "BIGINT", number: "DOUBLE" };
  const columns = Object.entries(resultColumns).map(([column, type]) => {
    const expression = given[column as ResultColumn] ?? "NULL";
    return `CAST(${expression} AS ${types[type]}) AS ${column}`;
  });
  return `SELECT ${columns.join(", ")}\nFROM ${from}`;
}

/** What was met, row by row → how often each kind was, and its first places. `met` has aspect, kind, record, line, value. */
export const rankedFrom = (met: string): string =>
  `ranked AS (
  SELECT aspect, kind, record, line, value,
    count(*) OVER (PARTITION BY aspect, kind) AS times,
    row_number() OVER (PARTITION BY aspect, kind ORDER BY record, value) AS place
  FROM ${met}
)`;

export const selectRanked = (
  dialect: Pick<Dialect, "textType">,
  given: Partial<Record<ResultColumn, string>>,
): string =>
  selectResult(
    dialect,
    {
      ...given,
      aspect: "aspect",
      kind: "kind",
      times: "times",
      place: "place",
      record: "record",
      line: "line",
      value: `substr(value, 1, ${longestValue})`,
    },
    `ranked\nWHERE place <= ${shownPlaces}`,
  );
