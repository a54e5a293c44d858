import { describe, expect, test } from "vitest";
import { column, range, told } from "../../../test/fixtures/column-pair.ts";
import { findCopies } from "./copies.ts";

describe("rows that repeat others", () => {
  const place = (index: number) => ({ ...column([]), index, oldIndex: index });
  /** A register: a key, a code each row has for itself, and what may repeat. */
  const row = (at: number, same = at) => [`${at}`, `К-${at}`, `Робота ${same}`, `${same * 10}`, ""];
  const before = range(1, 20).map((at) => row(at));
  const copies = (
    fresh: readonly (readonly string[])[],
    { key = [0], old = before, columns = [0, 1, 2, 3, 4].map(place) } = {},
  ) =>
    told(
      findCopies({
        before: old,
        after: [...old, ...fresh],
        added: range(old.length, old.length + fresh.length - 1),
        key,
        columns,
      }),
    );
  const again = (count: number, from = 100) => range(1, count).map((at) => row(from + at, at));
  const anew = (count: number) => range(1, count).map((at) => row(200 + at));
  test("in everything but the key and what each row has for itself: five of them, and a fifth of those that came", () => {
    expect(copies(again(5))).toEqual([["copies", "0", "1", 5, Array(5).fill("")]]);
    expect(copies(again(4))).toEqual([]);
    expect(copies([...again(5), ...anew(20)])).toEqual([]);
    expect(copies([...again(6), ...anew(20)])).toEqual([
      ["copies", "0", `${6 / 26}`, 6, Array(5).fill("")],
    ]);
    expect(copies([...again(4), ...anew(20)])).toEqual([]);
    // New rows that repeat one another do so too.
    expect(copies(Array.from({ length: 6 }, (_, at) => row(100 + at, 50)))).toHaveLength(1);
  });
  test("without a key, too; where only one column may repeat, it says nothing", () => {
    expect(copies(again(6), { key: [] })).toHaveLength(1);
    expect(copies(again(6), { columns: [0, 1, 2].map(place) })).toEqual([]);
    expect(copies(again(6), { columns: [0, 1, 2, 3].map(place) })).toHaveLength(1);
    expect(copies(again(6), { columns: [0, 2, 3].map(place), key: [0, 3] })).toEqual([]);
  });
  test("a table in which rows always repeated may repeat them", () => {
    const old = range(1, 20).map((at) => row(at, 1 + (at % 10)));
    expect(copies([...again(6), ...anew(3)], { old })).toEqual([]);
  });
  test("columns that changed their places are compared by their new ones", () => {
    const moved = [0, 1, 3, 2, 4].map((oldIndex, index) => ({ ...place(index), oldIndex }));
    expect(copies(again(6), { columns: moved })).toEqual([
      ["copies", "0", "1", 6, Array(5).fill("")],
    ]);
  });
});
