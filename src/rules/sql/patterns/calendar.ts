import { months } from "../../../table/column/role/shape.ts";

/** Days of a month and months that have so many, as patterns; February has its 29th apart. */
const lengths = [
  { days: "(?:0[1-9]|[12]\\d|3[01])", months: [1, 3, 5, 7, 8, 10, 12] },
  { days: "(?:0[1-9]|[12]\\d|30)", months: [4, 6, 9, 11] },
  { days: "(?:0[1-9]|1\\d|2[0-8])", months: [2] },
] as const;
/** The last two digits of a leap year that is no century. */
const leapEnds = "(?:0[48]|[2468][048]|[13579][26])";

/** How a date is written: what of it the calendar has to know. */
type Writing = {
  /** A month of the year, from 1. */
  month(number: number): string;
  /** May nought be left out before a day of one digit? */
  isPadded: boolean;
  /** Any year, and a leap year. */
  year: string;
  leapYear: string;
  join(parts: { year: string; month: string; day: string }): string;
};

const paddable = (pattern: string, isPadded: boolean): string =>
  isPadded ? pattern : pattern.replaceAll("(?:0[", "(?:0?[");

/** A pattern of the days that exist, written in one way. */
function daysOf({ month, isPadded, year, leapYear, join }: Writing): string {
  const usual = lengths.map(({ days, months: numbers }) =>
    join({
      year,
      month: `(?:${numbers.map(month).join("|")})`,
      day: paddable(days, isPadded),
    }),
  );
  return `(?:${[...usual, join({ year: leapYear, month: month(2), day: "29" })].join("|")})`;
}

const anyYear = { year: "\\d{4}", leapYear: `(?:\\d\\d${leapEnds}|(?:${leapEnds}|00)00)` };
const twoDigits = (number: number): string => String(number).padStart(2, "0");
const twoOrOne = (number: number): string => (number < 10 ? `0?${number}` : String(number));

/** рррр-мм-дд. */
export const isoDay = daysOf({
  ...anyYear,
  month: twoDigits,
  isPadded: true,
  join: ({ year, month, day }) => `${year}-${month}-${day}`,
});
/** The same, where noughts before the month and the day may be missing. */
export const unpaddedDay = daysOf({
  ...anyYear,
  month: twoOrOne,
  isPadded: false,
  join: ({ year, month, day }) => `${year}-${month}-${day}`,
});
/** дд.мм.рррр of our time, from 1700 to 2099: another year is a slip of the hand. */
export const dottedDay = daysOf({
  year: "(?:1[7-9]|20)\\d\\d",
  leapYear: `(?:(?:1[7-9]|20)${leapEnds}|2000)`,
  month: twoOrOne,
  isPadded: false,
  join: ({ year, month, day }) => `${day}\\.${month}\\.${year}`,
});
const words = months.split("|");
/** «1 вересня 1963», the day in quotes or not. */
export const dayInWords = daysOf({
  ...anyYear,
  month: (number) => words[number - 1] ?? "",
  isPadded: false,
  join: ({ year, month, day }) => `${day}[»"]?\\s+${month}\\s+${year}`,
});
