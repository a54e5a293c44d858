import { expect, test } from "vitest";
import type { TableReport } from "../../../model/table.ts";
import { areSwapped, roleMark } from "./role-marks.ts";

const box = [32, 48, 33, 49] as const;
const territory = { places: new Set(["UA35040210000014072", "UA35040210010014073"]), box };

test.each<[role: Parameters<typeof roleMark>[1], text: string, mark: string | undefined]>([
  ["edrpou", "00022438", undefined],
  ["edrpou", "00022437", "edrpou-doubtful"],
  ["edrpou", "2229239", "edrpou-short"],
  ["edrpou", "3184710691", undefined],
  ["edrpou", "ABCDEFGHIJ", "edrpou-shape"],
  ["edrpou", "5", "edrpou-shape"],
  ["edrpou", "31847106911", "edrpou-shape"],
  ["edrpou", "x2229239", "edrpou-shape"],
  ["edrpou", "2229239x", "edrpou-shape"],
  ["edrpou", "x02229239", "edrpou-shape"],
  ["edrpou", "02229239x", "edrpou-shape"],
  ["edrpou", "x3184710691", "edrpou-shape"],
  ["katottg", "UA35040210000014072", undefined],
  ["katottg", "UA35040210010099999", "katottg-unknown"],
  ["katottg", "UA35040230000014072", undefined],
  ["katottg", "UА35040210000014072", "katottg-letters"],
  ["katottg", "351013630", "koatuu"],
  ["katottg", "3510136300", "koatuu"],
  ["katottg", "051013630", "katottg-shape"],
  ["katottg", "35", "katottg-shape"],
  ["katottg", "x351013630", "katottg-shape"],
  ["katottg", "3abcdefgh", "katottg-shape"],
  ["katottg", "351013630x", "katottg-shape"],
  ["katottg-category", "К", "katottg-letters"],
  ["katottg-category", "K", undefined],
  ["katottg-category", "КК", undefined],
  ["koatuu", "351013630", "koatuu"],
  ["koatuu", "3510136300", "koatuu"],
  ["koatuu", "абвгґдеєж", undefined],
  ["koatuu", "35101363001", undefined],
  ["koatuu", "UA35040210000014072", undefined],
  ["iban", "UA21 3223 1300 0002 6007 2335 6600 1", undefined],
  ["iban", "UA213223130000026007233566002", "iban"],
  ["postcode", "25006", undefined],
  ["postcode", "2500", "postcode"],
  ["postcode", "250061", "postcode"],
  ["postcode", "x25006", "postcode"],
  ["phone", "+380522245566", undefined],
  ["phone", "380522245566, 380522245567", undefined],
  ["phone", "0522 24 55 66", "phone"],
  ["hours", "Пн-Пт 09:00-18:00", undefined],
  ["hours", "24/7", undefined],
  ["hours", "9-18", "hours"],
  ["latitude", "48", undefined],
  ["latitude", "49", undefined],
  ["latitude", "47.9", "place-range"],
  ["latitude", "49.1", "place-range"],
  ["latitude", "48,5", undefined],
  ["latitude", "48°30′", "place-degrees"],
  ["latitude", "слово", undefined],
  ["longitude", "32", undefined],
  ["longitude", "33", undefined],
  ["longitude", "31.9", "place-range"],
  ["longitude", "33.1", "place-range"],
  ["longitude", "48.5", "place-range"],
  ["person", "будь-що", undefined],
])("%s «%s»", (role, text, mark) => {
  expect(roleMark(text, role, territory)).toBe(mark);
});

test("without a territory no place is out of it, and no code unknown", () => {
  expect(roleMark("10", "latitude", { places: new Set() })).toBeUndefined();
  expect(roleMark("UA35040210010099999", "katottg", { places: new Set() })).toBeUndefined();
});

test("latitude and longitude in each other's place", () => {
  const columns = (
    first: [string, string, number | undefined],
    second: [string, string, number | undefined],
  ) =>
    [first, second].map(([name, field, mean]) => ({
      name,
      field,
      profile: mean === undefined ? {} : { mean },
    })) as TableReport["columns"];
  const swapped = (lat: number | undefined, lon: number | undefined) =>
    areSwapped(columns(["lat", "lat", lat], ["lon", "lon", lon]), box);
  expect(swapped(32.5, 48.5)).toBe(true);
  expect(swapped(32, 48)).toBe(true);
  expect(swapped(33, 49)).toBe(true);
  expect(swapped(48.5, 32.5)).toBe(false);
  expect(swapped(31.9, 48.5)).toBe(false);
  expect(swapped(33.1, 48.5)).toBe(false);
  expect(swapped(32.5, 47.9)).toBe(false);
  expect(swapped(32.5, 49.1)).toBe(false);
  expect(swapped(undefined, 48.5)).toBe(false);
  expect(areSwapped(columns(["lat", "lat", 32.5], ["lon", "lon", 48.5]), undefined)).toBe(false);
  expect(areSwapped(columns(["Широта", "shyrota", 32.5], ["Довгота", "dovhota", 48.5]), box)).toBe(
    true,
  );
  expect(areSwapped(columns(["y", "latitude", 32.5], ["x", "lng", 48.5]), box)).toBe(true);
  for (const [lat, lon] of [
    ["late", "lon"],
    ["plat", "lon"],
    ["lat", "long"],
    ["lat", "salon"],
    ["lat", "lngs"],
    ["lat", "xlng"],
  ] as const)
    expect(areSwapped(columns([lat, lat, 32.5], [lon, lon, 48.5]), box)).toBe(false);
  // A box that holds both ways round says nothing.
  expect(areSwapped(columns(["lat", "lat", 32.5], ["lon", "lon", 33.5]), [30, 30, 40, 40])).toBe(
    false,
  );
});
