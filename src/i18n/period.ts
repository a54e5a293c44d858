import type { Speech } from "./speech.ts";

/** Days from and to which data are, yyyy-mm-dd; without an end they go on. */
export type Period = { start: string; end?: string };

const lastDay = (day: string): boolean => {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1;
};

/**
 * The time data are of, as people say it: «дані за 2018–2020 роки», «дані на 1 січня 2022 р.», «дані за січень–червень
 * 2026 року», «дані від 17 квітня 2018 р. до 25 жовтня 2019 р.», «дані з 1 січня 2026 р.».
 */
export function periodText({ start, end }: Period, { t, date, language }: Speech): string {
  if (end === undefined) return t("period.since", { start: date(start) });
  if (start === end) return t("period.day", { day: date(start) });
  const whole = start.endsWith("-01") && lastDay(end);
  if (!whole) return t("period.days", { start: date(start), end: date(end) });
  const [from, to] = [start.slice(0, 4), end.slice(0, 4)];
  if (start.endsWith("-01-01") && end.endsWith("-12-31"))
    return from === to
      ? t("period.year", { year: from })
      : t("period.years", { start: from, end: to });
  const months = new Intl.DateTimeFormat(language === "uk" ? "uk-UA" : "en-GB", {
    month: "long",
    timeZone: "UTC",
  });
  const [first, last] = [start, end].map((day) => months.format(new Date(`${day}T00:00:00Z`)));
  if (from !== to) return t("period.months", { start: `${first} ${from}`, end: `${last} ${to}` });
  return first === last
    ? t("period.month", { month: `${first} ${to}` })
    : t("period.monthsOfYear", { start: first ?? "", end: last ?? "", year: to });
}

/** A sentence ends with one full stop, also where its last word has one: «р.». */
export const ended = (text: string): string => text.replace(/([^.!?…])$/, "$1.");

/** A sentence from its words: the first letter is a capital. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
