import { expect, test } from "vitest";
import type { IndexedStreet } from "./street-files.ts";
import { filedPoints, pointsIn, whereIs } from "./street-place.ts";

const points = (count: number, lat: number, lon: number) => ({
  count,
  lat: lat * count,
  lon: lon * count,
});
const all = {
  all: points(9, 48.5, 32.2),
  houses: new Map([
    ["26 к1", points(2, 48.498, 32.201)],
    ["26 к2", points(4, 48.501, 32.201)],
    ["29", points(1, 48.51, 32.2)],
    ["32", points(1, 48.52, 32.2)],
  ]),
};
const filed: IndexedStreet = {
  title: "вул. Волкова",
  key: "волкова",
  has: [],
  ...filedPoints(all),
};

test.each([
  [
    "all points of the house, each block by how many it has",
    "26",
    [48.5, 32.201],
    "house",
    undefined,
  ],
  ["one block", "26 к1", [48.498, 32.201], "house", undefined],
  ["the nearest house of the same side", "30Б", [48.52, 32.2], "neighbour", "32"],
  ["the other side where it alone is near", "19", [48.51, 32.2], "neighbour", "29"],
  ["the whole street where no house is near", "150", [48.5, 32.2], "street", undefined],
  ["the whole street where no house is asked", "", [48.5, 32.2], "street", undefined],
])(
  "where a house is, is told by %s, from a file as well",
  (_, house, [lat, lon], by, neighbour) => {
    for (const known of [all, pointsIn(filed)]) {
      const found = whereIs(known, house);
      expect(found?.by).toBe(by);
      expect(found?.place[0]).toBeCloseTo(lat ?? 0, 5);
      expect(found?.place[1]).toBeCloseTo(lon ?? 0, 5);
      expect(found?.by === "neighbour" ? found.house : undefined).toBe(neighbour);
    }
  },
);

test("a street without points is nowhere", () => {
  const nowhere: IndexedStreet = { title: "вул. Нова", key: "нова", has: [] };
  expect(whereIs(pointsIn(nowhere), "5")).toBeUndefined();
  expect(filedPoints(pointsIn(nowhere))).toEqual({});
});
