import { describe, expect, test } from "vitest";
import {
  alike,
  byId,
  changedRow,
  compare,
  type Told,
} from "../../test/fixtures/compared-tables.ts";

const stops = ["id|name|district", "1|Вокзал|Новий", "2|Центр|Новий", "3|Парк|Старий"];

describe("rows", () => {
  test.each<[situation: string, is: string[], told: Told, expected: object]>([
    ["the same file", stops, byId, { same: "writing" }],
    [
      "rows in another order, though the first cells of both ends are alike",
      ["id|name|district", "2|Центр|Новий", "1|Вокзал|Новий", "3|Парк|Старий"],
      byId,
      { same: "order" },
    ],
    [
      "a row of which nothing stayed but its key",
      [...stops.slice(0, 3), "3|Театр|Центральний"],
      byId,
      {
        changed: {
          count: 1,
          shown: [
            changedRow("3", 4, ["name", "Парк", "Театр"], ["district", "Старий", "Центральний"]),
          ],
        },
      },
    ],
    [
      "the names of two stops, put right, change places",
      ["id|name|district", "1|Центр|Новий", "2|Вокзал|Новий", "3|Парк|Старий"],
      byId,
      {
        changed: {
          count: 2,
          shown: [
            changedRow("1", 2, ["name", "Вокзал", "Центр"]),
            changedRow("2", 3, ["name", "Центр", "Вокзал"]),
          ],
        },
      },
    ],
    [
      "the same without a key: one row went, another came",
      [...stops.slice(0, 3), "4|Театр|Центральний"],
      {},
      {
        matched: "none",
        removed: {
          count: 1,
          shown: [
            changedRow(
              "рядок 4: 3 · Парк · Старий",
              4,
              ["id", "3", ""],
              ["name", "Парк", ""],
              ["district", "Старий", ""],
            ),
          ],
        },
        added: {
          count: 1,
          shown: [
            changedRow(
              "рядок 4: 4 · Театр · Центральний",
              4,
              ["id", "", "4"],
              ["name", "", "Театр"],
              ["district", "", "Центральний"],
            ),
          ],
        },
      },
    ],
    [
      "a key of two columns",
      [...stops.slice(0, 3), "3|Парк|Новий"],
      { key: ["id", "name"] },
      {
        changed: { count: 1, shown: [changedRow("3 · Парк", 4, ["district", "Старий", "Новий"])] },
      },
    ],
    [
      "the first row goes, and a row comes at the end",
      ["id|name|district", "2|Центр|Новий", "3|Парк|Старий", "4|Театр|Новий"],
      byId,
      {
        removed: {
          count: 1,
          shown: [
            changedRow("1", 2, ["id", "1", ""], ["name", "Вокзал", ""], ["district", "Новий", ""]),
          ],
        },
        added: {
          count: 1,
          shown: [
            changedRow("4", 4, ["id", "", "4"], ["name", "", "Театр"], ["district", "", "Новий"]),
          ],
        },
      },
    ],
  ])("%s", (_, is, told, expected) => {
    expect(compare(stops, is, told)).toEqual({ ...alike, ...expected });
  });

  test("a column of the key that one of the tables has not: rows are matched by their cells", () => {
    const told = { key: ["id", "part"] };
    const old = ["id|name", "1|Вокзал", "2|Центр", "3|Парк"];
    const now = ["id|name|part", "1|Вокзал|а", "2|Центр|а", "3|Парк|б"];
    const matched = (was: string[], is: string[]) => compare(was, is, told).matched;
    expect([matched(old, now), matched(now, old), matched(now, now)]).toEqual([
      "cells",
      "cells",
      "key",
    ]);
  });

  test("of many rows ten that went are shown, twenty changed ones and five that came", () => {
    const many = (from: number, to: number, name: string) =>
      Array.from({ length: to - from + 1 }, (_, at) => `${from + at}|${name}${from + at}`);
    const { removed, changed, added } = compare(
      ["id|name", ...many(1, 60, "а")],
      ["id|name", ...many(21, 60, "б"), ...many(101, 120, "в")],
      byId,
    );
    expect([removed, changed, added].map(({ count, shown }) => [count, shown.length])).toEqual([
      [20, 10],
      [40, 20],
      [20, 5],
    ]);
  });

  test("without a key a row is told by its first three cells, long ones cut at sixty letters", () => {
    const words = (length: number) => `${"слово ".repeat(20).slice(0, length - 1)}є`;
    const row = `${words(60)}|${words(61)}|в|г`;
    const { added } = compare(["a|b|c|d", "1|2|3|4"], ["a|b|c|d", "1|2|3|4", row], {});
    const cut = `${words(61).slice(0, 59)}…`;
    expect(added.shown).toEqual([
      changedRow(
        `рядок 3: ${words(60)} · ${cut} · в`,
        3,
        ["a", "", words(60)],
        ["b", "", cut],
        ["c", "", "в"],
        ["d", "", "г"],
      ),
    ]);
  });
});
