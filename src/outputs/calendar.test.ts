import { expect, test } from "vitest";
import { catalogueOf } from "../fixtures/generated-portal.ts";
import { examplePortal, stopsWith } from "../rules/example-portal.ts";
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

test("a set that changes no more has no day", () => {
  expect(calendarOf(stopsWith("frequency: yearly", "frequency: never"))).not.toContain("VEVENT");
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
