import { expect, test } from "vitest";
import { metresBetween, nearestTo, placeOfAddress } from "./nearest.ts";

const places = [
  { row: 1, lat: 48.5, lon: 32.2, address: "вул. Соборна, 10" },
  { row: 2, lat: 48.51, lon: 32.2, address: "вулиця Соборна, 12А" },
  { row: 3, lat: 48.6, lon: 32.4, address: "просп. Університетський, 1" },
];

test("a hundredth of a degree of latitude is 1,112 metres, wherever one stands", () => {
  const metres = metresBetween({ lat: 48.5, lon: 32.2 }, { lat: 48.51, lon: 32.2 });
  expect(Math.round(metres)).toBe(1112);
});

test("the nearest places stand first, and no more than were asked", () => {
  const found = nearestTo(places, { lat: 48.52, lon: 32.2 }, 2);
  expect(found.map(({ row }) => row)).toEqual([2, 1]);
});

test.each([
  ["Соборна, 12а", 48.51, "house"],
  ["вулиця Соборна 10", 48.5, "house"],
  ["Університетському", 48.6, "street"],
  ["Соборна", 48.505, "street"],
  ["Соборна, 14", 48.51, "neighbour"],
  ["Соборна, 99", 48.505, "street"],
  ["м. Кропивницький, вул. Соборна, буд. 12-А", 48.51, "house"],
  ["Полтавська", undefined, undefined],
  ["12", undefined, undefined],
])("«%s» is found among the table's own addresses, and by which of them", (asked, lat, by) => {
  const found = placeOfAddress(places, asked);
  expect(found?.by).toBe(by);
  if (lat === undefined) expect(found).toBeUndefined();
  else expect(found?.place[0]).toBeCloseTo(lat, 6);
});
