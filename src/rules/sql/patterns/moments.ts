import { farthestZone, momentOf } from "../../../table/moment.ts";

/** Added to minutes that are written as text, so that none of them is negative. */
const base = 100_000;
const digits = 10;

/** What a text in the order of moments begins with: has the cell a zone? */
const marks = { zoned: "Z", local: "L" } as const;

/**
 * Texts that a limit of moments is compared by, with `momentInSql` of a cell: of cells that name a zone, and of those that do
 * not. Where only one of the two names it, the limit is moved by 14 hours, as the engine does (`compareMoments`). Undefined where
 * the limit is not of the column's type: it is compared as text.
 */
export function limitsInSql(
  type: "datetime" | "time",
  limit: string,
  sign: "<" | ">",
): { zoned: string; local: string } | undefined {
  const moment = momentOf(limit);
  if (!moment || moment.isOfDay !== (type === "time")) return undefined;
  const far = sign === "<" ? -farthestZone : farthestZone;
  const textOf = (mark: keyof typeof marks) => {
    const minute = moment.minute + (moment.isZoned === (mark === "zoned") ? 0 : far) + base;
    return `${marks[mark]}${String(minute).padStart(digits, "0")}${moment.rest}`;
  };
  return { zoned: textOf("zoned"), local: textOf("local") };
}

/** The cell with its mark before it and itself after it → what is least or greatest of a column, if all of it is comparable. */
export function limitsIn(
  least: string,
  greatest: string,
): { minimum: string; maximum: string } | undefined {
  const written = (text: string) => text.slice(text.indexOf(" ") + 1);
  return least[0] === greatest[0]
    ? { minimum: written(least), maximum: written(greatest) }
    : undefined;
}

/**
 * The expression of SQL that makes of a cell `text`, which is of its type, a text in the order of moments: Z or L (has it a
 * zone or not?), minutes, digits of seconds. In words that DuckDB, Spark and Trino have in common; arithmetic, because
 * they read dates each in its own way.
 */
export function momentInSql(type: "datetime" | "time", textType: string): string {
  const body = "regexp_replace(text, '(Z|[+-][0-9]{2}:[0-9]{2})$', '')";
  const clock = type === "datetime" ? 12 : 1;
  const number = (from: number | string) => `TRY_CAST(substr(text, ${from}, 2) AS DOUBLE)`;
  const away = `CASE WHEN text = ${body} OR text LIKE '%Z' THEN 0 WHEN substr(text, length(text) - 5, 1) = '-' THEN -1 ELSE 1 END * coalesce(${number("length(text) - 4")} * 60 + ${number("length(text) - 1")}, 0)`;
  const month = number(6);
  const year = `(TRY_CAST(substr(text, 1, 4) AS DOUBLE) - CASE WHEN ${month} < 3 THEN 1 ELSE 0 END)`;
  const ofYear = `floor((153 * CASE WHEN ${month} < 3 THEN ${month} + 9 ELSE ${month} - 3 END + 2) / 5)`;
  const days = `365 * ${year} + floor(${year} / 4) - floor(${year} / 100) + floor(${year} / 400) + ${ofYear} + ${number(9)} - 1`;
  const minutes = `${type === "datetime" ? `(${days}) * 1440 + ` : ""}${number(clock)} * 60 + ${number(clock + 3)} - ${away} + ${base}`;
  const rest = `regexp_replace(replace(substr(${body}, ${clock + 6}), '.', ''), '0+$', '')`;
  const mark = `CASE WHEN text = ${body} THEN '${marks.local}' ELSE '${marks.zoned}' END`;
  return `${mark} || lpad(CAST(CAST(${minutes} AS BIGINT) AS ${textType}), ${digits}, '0') || ${rest}`;
}
