import { expect, test } from "vitest";
import { capital, ended, type Period, periodText } from "./period.ts";
import { timesText } from "./times.ts";
import { speak } from "./translate.ts";

test.each<[Period, string, string]>([
  [{ start: "2018-01-01", end: "2020-12-31" }, "дані за 2018–2020 роки", "data for 2018–2020"],
  [{ start: "2022-01-01", end: "2022-12-31" }, "дані за 2022 рік", "data for 2022"],
  [
    { start: "2022-01-01", end: "2022-01-01" },
    "дані на 1 січня 2022 р.",
    "data as of 1 January 2022",
  ],
  [
    { start: "2021-01-01", end: "2023-03-31" },
    "дані за січень 2021 — березень 2023 року",
    "data for January 2021 – March 2023",
  ],
  [{ start: "2024-02-01", end: "2024-02-29" }, "дані за лютий 2024 року", "data for February 2024"],
  [
    { start: "2026-01-01", end: "2026-06-30" },
    "дані за січень–червень 2026 року",
    "data for January–June 2026",
  ],
  [
    { start: "2018-04-17", end: "2019-10-25" },
    "дані від 17 квітня 2018 р. до 25 жовтня 2019 р.",
    "data from 17 April 2018 to 25 October 2019",
  ],
  [{ start: "2026-01-01" }, "дані з 1 січня 2026 р.", "data since 1 January 2026"],
])("a period %j is said as people say it", (period, uk, en) => {
  const told = (["uk", "en"] as const).map((language) => periodText(period, speak(language)));
  expect(told.map((text) => text.replaceAll("\u00a0", " "))).toEqual([uk, en]);
});

test("a sentence ends with one full stop", () => {
  expect(["у 2019 р.", "дані", "…"].map(ended)).toEqual(["у 2019 р.", "дані.", "…"]);
});

test("a sentence begins with a capital", () => {
  expect(["дані", "", "i"].map(capital)).toEqual(["Дані", "", "I"]);
});

test.each([
  [4, 4, "", ""],
  [134, 100, "на 34 % більше, ніж", "34% more than"],
  [200, 100, "удвічі більше, ніж", "twice as much as"],
  [293, 100, "майже утричі більше, ніж", "almost three times as much as"],
  [310, 100, "понад утричі більше, ніж", "over three times as much as"],
  [240, 100, "у 2,4 раза більше, ніж", "2.4 times as much as"],
  [600, 100, "у 6 разів більше, ніж", "6 times as much as"],
  [2210, 100, "у 22 рази більше, ніж", "22 times as much as"],
  [5, 0, "", ""],
])("%d is more than %d", (more, less, uk, en) => {
  const told = [speak("uk"), speak("en")].map((speech) =>
    timesText(more, less, speech).replaceAll("\u00a0", " "),
  );
  expect(told).toEqual([uk, en]);
});
