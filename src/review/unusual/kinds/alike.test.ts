import { describe, expect, test } from "vitest";
import { column, range, told } from "../../../test/fixtures/column-pair.ts";
import { findAlike } from "./alike.ts";

describe("many cells changed alike", () => {
  const alike = (changed: [string, string][], more: object = {}, rows = 40) =>
    told(findAlike(column(range(1, rows), { changed, ...more })));
  const many = (count: number, make: (at: number) => [string, string]) =>
    range(1, count).map((at) => make(at));
  const words = { kind: "text" };
  test("one value became another: in ten rows, and in a twentieth of them", () => {
    const swap = (count: number) => many(count, () => ["а", "б"]);
    expect(alike(swap(10), words)).toEqual([["replaced", "а", "б", 10, Array(5).fill("б")]]);
    expect(alike(swap(9), words)).toEqual([]);
    expect(alike(swap(19), words, 400)).toEqual([]);
    expect(alike(swap(20), words, 400)).toHaveLength(1);
    expect(alike([...many(12, () => ["а", ""] as [string, string]), ...swap(10)], words)).toEqual([
      ["replaced", "а", "б", 10, Array(5).fill("б")],
    ]);
  });
  test("emptied cells are told as such, and not here", () => {
    expect(
      alike(
        many(12, () => ["а", ""]),
        words,
      ),
    ).toEqual([]);
    expect(
      alike(
        many(12, (at) => [`а${at}`, ""]),
        words,
      ),
    ).toEqual([]);
  });
  test("numbers multiplied by one number: in ten rows, and in more than half of what changed", () => {
    const kopecks = (count: number) => many(count, (at) => [`${at * 7}`, `${at * 700}`]);
    const others = (count: number) => many(count, (at) => [`${at * 7}`, `${at * at + 1000}`]);
    expect(alike(kopecks(10))).toEqual([
      ["rescaled", "", "100", 10, ["700", "1400", "2100", "2800", "3500"]],
    ]);
    expect(alike(kopecks(9))).toEqual([]);
    expect(alike([...kopecks(11), ...others(10)])).toHaveLength(1);
    expect(alike([...kopecks(10), ...others(10)])).toEqual([]);
    expect(alike(kopecks(12), { code: true })).toEqual([]);
    expect(alike(kopecks(12), words)).toEqual([]);
    expect(alike(many(12, (at) => [`${at}`, `${at}.0`]))).toEqual([]);
    expect(alike(many(12, (at) => [`${at}`, `-${at}`]))).toEqual([]);
  });
  test("three values and more became one: in ten rows, and in more than half of what changed", () => {
    const one = (count: number, values: number) => many(count, (at) => [`а${at % values}`, "Інше"]);
    const others = (count: number) => many(count, (at) => [`б${at}`, `в${at}`]);
    expect(alike(one(10, 10), words)).toEqual([
      ["collapsed", "10", "Інше", 10, Array(5).fill("Інше")],
    ]);
    expect(alike(one(10, 3), words)).toHaveLength(1);
    expect(alike(one(18, 2), words)).toEqual([]);
    expect(alike(one(9, 9), words)).toEqual([]);
    expect(alike([...one(9, 9), ...others(1)], words)).toEqual([]);
    expect(alike([...one(11, 11), ...others(10)], words)).toHaveLength(1);
    expect(alike([...one(10, 10), ...others(10)], words)).toEqual([]);
  });
});
