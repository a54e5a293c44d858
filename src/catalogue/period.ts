import type { Dataset } from "../model/catalogue.ts";
import type { ColumnProfile } from "../model/table.ts";
import type { Field } from "../schemas/data/table-schema.ts";

/** Columns of days that are not of what the table tells: when something ends, was founded, somebody was born. */
const otherDays =
  /(дійсн|чинн|закінч|заверш|строк|термін|народж|заснув|створен|побудов|будівн|введен|реєстрац|ліценз|valid|expir|until|birth|found|built|regist)/i;
/** Before this no table of a city begins; a year beyond it is a slip, or about something else. */
const earliest = "1990-01-01";

type TimeType = "date" | "datetime" | "yearmonth" | "year";
const isTimeType = (type: Field["type"]): type is TimeType =>
  ["date", "datetime", "yearmonth", "year"].includes(type);

const lastOfMonth = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0))
    .toISOString()
    .slice(0, 10);

/** First and last day of a column of time, where it stands for what the table tells. */
function daysOf(
  { name, title, type }: Field,
  { minimum, maximum }: ColumnProfile,
  today: string,
): { start: string; end: string } | undefined {
  if (!isTimeType(type) || minimum === undefined || maximum === undefined) return undefined;
  if (otherDays.test(name) || otherDays.test(title)) return undefined;
  const [start, end] = {
    year: [`${minimum}-01-01`, `${maximum}-12-31`],
    yearmonth: [`${minimum}-01`, lastOfMonth(maximum)],
    date: [minimum, maximum],
    // Of two moments the earlier may be written with the later day, by a clock further east.
    datetime: [minimum.slice(0, 10), maximum.slice(0, 10)].sort(),
  }[type] as [string, string];
  return start >= earliest && start <= today && start <= end
    ? { start, end: end > today ? today : end }
    : undefined;
}

/**
 * The time the data of a set are of: what its passport says (`temporal`, else `validAsOf`), else from the first to the
 * last day of its columns of dates. Nothing where neither tells; when a file was published is never an answer.
 */
export function periodOf(
  { temporal, resources }: Pick<Dataset, "temporal" | "resources">,
  today: string,
): Dataset["temporal"] {
  if (temporal) return temporal;
  const spans = resources.flatMap(({ table }) => {
    const [first] = (table?.columns ?? []).flatMap(
      ({ field, profile }) => daysOf(field, profile, today) ?? [],
    );
    return first ? [first] : [];
  });
  const [start] = spans.map((span) => span.start).sort();
  const end = spans
    .map((span) => span.end)
    .sort()
    .at(-1);
  return start === undefined || end === undefined ? undefined : { start, end };
}
