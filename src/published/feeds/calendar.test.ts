import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import type { Dataset } from "../../model/catalogue.ts";
import { examplePortal, stopsWith } from "../../rules/example-portal.ts";
import { catalogueOf } from "../../test/fixtures/generated-portal.ts";
import { renderCalendar } from "./calendar.ts";

const calendarOf = (files: Record<string, string>) => {
  const { datasets, portal } = catalogueOf({ ...examplePortal, ...files });
  return renderCalendar("Портал", datasets, portal.site);
};

test("the day a set is due stands in the calendar and comes again as the set does", () => {
  expect(calendarOf({})).toBe(
    [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//data.example.gov.ua//open data//UK",
      "X-WR-CALNAME:Портал",
      "BEGIN:VEVENT",
      "UID:stops@data.example.gov.ua",
      "DTSTAMP:20251009T085320Z",
      "DTSTART;VALUE=DATE:20261009",
      "RRULE:FREQ=YEARLY",
      "SUMMARY:Оновлення: Зупинки громадського тра",
      " нспорту",
      "DESCRIPTION:Міська рада. Щороку.",
      "URL:https://data.example.gov.ua/dataset/stops/",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ].join("\r\n"),
  );
});

/** The components of a calendar as another reader finds them: their kinds, days and words. */
const componentsOf = (calendar: string) =>
  new ICAL.Component(ICAL.parse(calendar))
    .getAllSubcomponents()
    .map((one) => [
      one.name,
      String(one.getFirstPropertyValue("dtstart") ?? ""),
      one.getFirstPropertyValue("rrule"),
      one.getFirstPropertyValue("summary"),
      one.getFirstPropertyValue("description"),
    ]);

test("a set from which nothing is due has the day it was last updated, a withdrawn one the day it was withdrawn", () => {
  expect(componentsOf(calendarOf(stopsWith("frequency: yearly", "frequency: never")))).toEqual([
    [
      "vevent",
      "2025-10-09",
      null,
      "Оновлено: Зупинки громадського транспорту",
      "Міська рада. Більше не оновлюється.",
    ],
  ]);
  expect(
    componentsOf(
      calendarOf(
        stopsWith(
          "frequency: yearly",
          "frequency: yearly\nstatus: withdrawn\nwithdrawn: { date: 2026-10-01, reason: Дані об’єднано }",
        ),
      ),
    ),
  ).toEqual([
    ["vevent", "2026-10-01", null, "Вилучено: Зупинки громадського транспорту", "Дані об’єднано"],
  ]);
});

test("a calendar without a day that anybody knows still holds a component, as RFC 5545 asks of each", () => {
  const { datasets, portal } = catalogueOf(examplePortal);
  const undated = datasets.map(({ modified: _, ...set }) => set as Dataset);
  for (const sets of [[], undated])
    expect(componentsOf(renderCalendar("Портал", sets, portal.site))).toEqual([
      ["vtimezone", "", null, null, null],
    ]);
});

test("where sets are due, days of others are not told", () => {
  const { datasets, portal } = catalogueOf(examplePortal);
  const closed = datasets.map((set) => ({ ...set, id: "closed", freshness: { state: "closed" } }));
  const both = [...datasets, ...closed] as Dataset[];
  expect(renderCalendar("Портал", both, portal.site)).toBe(calendarOf({}));
});

test("commas and semicolons of a title are escaped, lines of 75 octets are folded between letters", () => {
  const lines = calendarOf(
    stopsWith(
      "title: Зупинки громадського транспорту",
      'title: "Зупинки, маршрути; розклад руху громадського транспорту міста"',
    ),
  ).split("\r\n");
  expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const whole = lines.join("\n").replaceAll("\n ", "");
  expect(whole).toContain(
    "SUMMARY:Оновлення: Зупинки\\, маршрути\\; розклад руху громадського транспорту міста\n",
  );
});

test("another reader of calendars takes from one the words that were put into it", () => {
  const { datasets, portal } = catalogueOf(examplePortal);
  const signs = fc.constantFrom(",", ";", "\\", ":", '"', "n", "N", "\n", "\t", "і", "🌳");
  const text = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 200 }),
    fc.string({ unit: signs, maxLength: 90 }),
  );
  fc.assert(
    fc.property(text, (uk) => {
      const sets = datasets.map((set) => ({ ...set, title: { uk } }));
      const calendar = new ICAL.Component(ICAL.parse(renderCalendar("Портал", sets, portal.site)));
      expect(calendar.getFirstSubcomponent("vevent")?.getFirstPropertyValue("summary")).toBe(
        `Оновлення: ${uk}`.replace(/\s+/g, " "),
      );
    }),
    { numRuns: 1000 },
  );
});

test.each<[frequency: string, due: string, rule: string | undefined]>([
  ["several-a-day", "2026-10-31", "FREQ=DAILY"],
  ["daily", "2026-10-31", "FREQ=DAILY"],
  ["weekly", "2026-10-31", "FREQ=WEEKLY"],
  ["monthly", "2026-10-28", "FREQ=MONTHLY"],
  ["monthly", "2026-10-29", "FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1"],
  ["quarterly", "2026-10-31", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"],
  ["half-yearly", "2026-10-30", "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=28,29,30;BYSETPOS=-1"],
  ["yearly", "2028-02-29", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1"],
  ["on-change", "2026-10-31", undefined],
])("%s from %s on comes again on a day every month has", (frequency, due, rule) => {
  const { datasets, portal } = catalogueOf(examplePortal);
  const calendar = renderCalendar(
    "Портал",
    datasets.map((set) => ({ ...set, frequency, freshness: { state: "current", due } }) as Dataset),
    portal.site,
  );
  expect(/RRULE:(.*)\r/.exec(calendar)?.[1]).toBe(rule);
  expect(calendar).toContain(`DTSTART;VALUE=DATE:${due.replaceAll("-", "")}\r\n`);
});

test.each([
  ["2026-03-01T10:00:00+02:00", "20260301T080000Z"],
  ["2026-03-01T10:00:00Z", "20260301T100000Z"],
  ["2026-03-01T10:00:00", "20260301T100000Z"],
  ["2026-03-01", "20260301T000000Z"],
])("a set changed at %s is stamped in UTC, wherever the calendar is made", (modified, stamp) => {
  const { datasets, portal } = catalogueOf(examplePortal);
  const calendar = renderCalendar(
    "Портал",
    datasets.map((set) => ({ ...set, modified })),
    portal.site,
  );
  expect(calendar).toContain(`DTSTAMP:${stamp}\r\n`);
});
