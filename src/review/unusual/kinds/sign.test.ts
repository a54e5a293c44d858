import { describe, expect, test } from "vitest";
import { column, range, told } from "../../../test/fixtures/column-pair.ts";
import type { ColumnPair } from "../subject.ts";
import { findSign } from "./sign.ts";

describe("numbers below zero", () => {
  test("where none ever was", () =>
    expect(
      told(findSign(column(range(1, 8), { changed: [["1", "-5"]], added: ["-7", "0", "3"] }))),
    ).toEqual([["sign", "8", "-5", 2, ["-5", "-7"]]]));
  test.each<[string, ColumnPair]>([
    ["where one was before", column([-1, ...range(1, 9)], { added: ["-5"] })],
    ["in a column too short to have habits", column(range(1, 7), { added: ["-5"] })],
    [
      "in a column of seven numbers and blanks",
      column([...range(1, 7), "", "", ""], { added: ["-5"] }),
    ],
    ["in a column of words", column(range(1, 9), { added: ["-5"], kind: "text" })],
    ["nought is not below it", column(range(1, 9), { added: ["0", "-0", ""] })],
  ])("%s: nothing", (_, pair) => expect(findSign(pair)).toEqual([]));
});
