import type { TimeForm } from "../model/table.ts";

/**
 * A point in time as a cell writes it, or a time of day. `minute`: whole minutes since 1 March of the year 0, of a time of
 * day since midnight; by Greenwich where the cell names its zone (`isZoned`), else by a clock nobody says the place of.
 * `rest`: digits of seconds and of their fraction without noughts at the end: in the order of these texts, that of seconds.
 */
type Moment = { isZoned: boolean; isOfDay: boolean; minute: number; rest: string };

/** No clock stands more minutes before or behind Greenwich (https://www.w3.org/TR/xmlschema11-2/#dateTime). */
export const farthestZone = 14 * 60;

const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** рррр-мм-дд, a day that exists. Written with arithmetic, because it judges every date of every table. */
export function isDate(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  const digits = (from: number, to: number): number => {
    let value = 0;
    for (let at = from; at < to; at++) {
      const digit = text.charCodeAt(at) - 48;
      if (digit < 0 || digit > 9) return Number.NaN;
      value = value * 10 + digit;
    }
    return value;
  };
  const year = digits(0, 4);
  const month = digits(5, 7);
  const day = digits(8, 10);
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= (daysOf[month - 1] ?? 0)))
    return false;
  return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

/** гг:хх, seconds and a zone where they are written. */
export const timePattern = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;

/** рррр-мм-ддTгг:хх of a day that exists, the time as a time of day is written. */
export const isMoment = (text: string): boolean =>
  text[10] === "T" && isDate(text.slice(0, 10)) && timePattern.test(text.slice(11));

/** «Z», «+02:00», or nothing; the hyphen of a day is no sign of a zone. */
function zoneOf(text: string): string {
  if (text.endsWith("Z")) return "Z";
  const sign = text[text.length - 6];
  return text[text.length - 3] === ":" && (sign === "+" || sign === "-") ? text.slice(-6) : "";
}

/** A moment or a time as its own clock shows it: without its zone. */
export const clockOf = (text: string): string => text.slice(0, text.length - zoneOf(text).length);

/** The form of a moment or a time that is of its type. */
export function formOf(text: string): TimeForm {
  const zone = zoneOf(text);
  const length = text.length - zone.length - (text[10] === "T" ? 11 : 0);
  const clock = length > 8 ? "hh:mm:ss.s" : length > 5 ? "hh:mm:ss" : "hh:mm";
  return zone ? `${clock}Z` : clock;
}

/** Does a moment or a time say in which zone its clock stands? */
export const isZoned = (text: string): boolean => zoneOf(text) !== "";

const number = (text: string, from: number, to: number): number => Number(text.slice(from, to));

/** Days since 1 March of the year 0 (https://howardhinnant.github.io/date_algorithms.html). */
function dayOf(text: string): number {
  const month = number(text, 5, 7);
  const year = number(text, 0, 4) - (month < 3 ? 1 : 0);
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const days = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + number(text, 8, 10) - 1;
  return 365 * year + leaps + days;
}

/** Minutes by which a zone's clock is before that of Greenwich. */
const minutesOf = (zone: string): number =>
  zone.length < 6 ? 0 : (number(zone, 1, 3) * 60 + number(zone, 4, 6)) * (zone[0] === "-" ? -1 : 1);

/** A cell, or a limit, of moments or of times of day; a day alone is its midnight. Undefined where it is none of these. */
export function momentOf(text: string): Moment | undefined {
  const isOfDay = timePattern.test(text);
  if (!isOfDay && !isMoment(text) && !isDate(text)) return undefined;
  const zone = zoneOf(text);
  const clock = text.slice(isOfDay ? 0 : 11, text.length - zone.length);
  const days = isOfDay ? 0 : dayOf(text);
  return {
    isZoned: zone !== "",
    isOfDay,
    minute: days * 1440 + number(clock, 0, 2) * 60 + number(clock, 3, 5) - minutesOf(zone),
    rest: clock.slice(6).replace(".", "").replace(/0+$/, ""),
  };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byMinute = (a: Moment, b: Moment, later = 0): number =>
  a.minute - b.minute - later || byText(a.rest, b.rest);

/** Two that can be compared as moments: not where one of them is none, nor where texts of one form and zone say as much. */
function bothOf(a: string, b: string): [Moment, Moment] | undefined {
  if (a.length === b.length && zoneOf(a) === zoneOf(b)) return undefined;
  const [one, other] = [momentOf(a), momentOf(b)];
  return one && other && one.isOfDay === other.isOfDay ? [one, other] : undefined;
}

/**
 * Order of two moments, or of two times of day. One without a zone is compared with one that names it as XML Schema does, which
 * Table Schema follows: it is earlier, or later, only where it is so whatever the zone of its clock (14 hours either way); else
 * nobody knows, and the answer is NaN. What is no moment is compared as text.
 */
export function compareMoments(a: string, b: string): number {
  const both = bothOf(a, b);
  if (!both) return byText(a, b);
  const [one, other] = both;
  if (one.isZoned === other.isZoned) return byMinute(one, other);
  if (byMinute(one, other, -farthestZone) < 0) return -1;
  return byMinute(one, other, farthestZone) > 0 ? 1 : Number.NaN;
}

/**
 * The same for who has to put every cell somewhere, a list or the points of a chart: a clock without a zone is read as that of
 * Greenwich, and one moment written in two ways stands in the order of texts.
 */
export function placeMoments(a: string, b: string): number {
  const both = bothOf(a, b);
  return (both && byMinute(...both)) || byText(a, b);
}
