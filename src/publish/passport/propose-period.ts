import type { ColumnReport } from "../../model/table.ts";
import type { Frequency } from "../../vocabularies/dcat/frequencies.ts";

export type Period = { start: string; end: string };

/** Days of another thing than the table's: when a school was founded, a person born, a house built. */
const otherDays =
  /заснув|створен|побудов|збудов|народж|введен|birth|founded|built|foundation|establish/i;
/** What is older is more often a slip of the hand than the time a table is about: a person says it then. */
const earliest = "1991-01-01";

/** First and last day of what a date column holds; undefined where it tells no period. */
function spanOf({ type, name, title, profile }: ColumnReport): Period | undefined {
  const { minimum, maximum } = profile;
  if (minimum === undefined || maximum === undefined) return undefined;
  if (otherDays.test(`${name} ${title ?? ""}`)) return undefined;
  if (type === "date" || type === "datetime") {
    // Of two moments the earlier may be written with the later day, by a clock further east.
    const [start = "", end = ""] = [minimum.slice(0, 10), maximum.slice(0, 10)].sort();
    return { start, end };
  }
  if (type === "year") return { start: `${minimum}-01-01`, end: `${maximum}-12-31` };
  if (type === "yearmonth") return { start: `${minimum}-01`, end: lastDay(maximum) };
  return undefined;
}

const lastDay = (month: string): string => {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};

/** Years that words name: «2018–2020», «за 2026 рік». */
function yearsIn(words: string): Period | undefined {
  const years = [...words.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map(([year]) => year).sort();
  const [first] = years;
  const last = years.at(-1);
  return first && last ? { start: `${first}-01-01`, end: `${last}-12-31` } : undefined;
}

/** The time a table is about: by its columns of dates, else by the years its name says. */
export function proposePeriod(
  columns: readonly ColumnReport[],
  words: string,
  today: string,
): Period | undefined {
  const spans = columns
    .map(spanOf)
    .filter((span) => span !== undefined)
    .filter(
      ({ start, end }) =>
        /^\d{4}-\d\d-\d\d$/.test(start) && start >= earliest && end <= `${today.slice(0, 4)}-12-31`,
    );
  const [first] = spans.map(({ start }) => start).sort();
  const last = spans
    .map(({ end }) => end)
    .sort()
    .at(-1);
  return first && last ? { start: first, end: last } : yearsIn(words);
}

/** How often a table seems to be brought up to date: by what its rows are counted in. */
export function proposeFrequency(
  columns: readonly ColumnReport[],
  words: string,
): Frequency | undefined {
  const text = words.toLowerCase();
  if (/щомісяч|помісяч|місячн/.test(text)) return "monthly";
  if (/щокварт|кварталь/.test(text)) return "quarterly";
  if (/щоріч|річний/.test(text)) return "yearly";
  const counted = columns.find(
    ({ type, profile }) => (type === "yearmonth" || type === "year") && profile.distinct > 1,
  );
  return counted && (counted.type === "year" ? "yearly" : "monthly");
}
