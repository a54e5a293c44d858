import { describe, expect, test } from "vitest";
import { column, range, told } from "../../../test/fixtures/column-pair.ts";
import { findRepeated } from "./repeated.ts";

describe("identifiers met again", () => {
  const ids = range(1, 30).map((at) => `A${at}`);
  const repeated = (more: object, old = ids) =>
    findRepeated(column(old, { kind: "text", ...more }));
  test("a value of another row, and one that came twice", () =>
    expect(told(repeated({ added: ["A5", "B1", "B1"] }))).toEqual([
      ["repeated", "30", "2", 2, ["A5", "B1"]],
    ]));
  test("blanks are no values, neither of old rows nor of new ones", () => {
    expect(repeated({ added: ["A5"] }, [...ids, "", ""])).toHaveLength(1);
    expect(repeated({ added: ["", ""], changed: [["A1", ""]] })).toEqual([]);
    expect(repeated({})).toEqual([]);
  });
  test("twenty values make identifiers; among many new ones some repeat by chance", () => {
    expect(repeated({ added: ["A5"] }, ids.slice(0, 20))).toHaveLength(1);
    const fresh = (again: number) => [
      ...ids.slice(0, again),
      ...range(1, 20 - again).map((at) => `B${at}`),
    ];
    expect(repeated({ added: fresh(3) })).toEqual([]);
    expect(repeated({ added: fresh(4) })).toHaveLength(1);
  });
  test("codes with points in them are no measures", () => {
    for (const name of [(at: number) => `К${at}.5`, (at: number) => `${at}.10.1`])
      expect(repeated({ added: [name(5)] }, range(1, 30).map(name))).toHaveLength(1);
    expect(
      repeated(
        { added: ["10.25"] },
        range(10, 40).map((at) => `${at}.25`),
      ),
    ).toEqual([]);
  });
  test("a value that moved from its row to another is not met twice", () =>
    expect(
      repeated({
        changed: [
          ["A5", "A6"],
          ["A6", "A5"],
        ],
      }),
    ).toEqual([]));
  test("where values repeated before, were few or measures: nothing", () => {
    expect(repeated({ added: ["A5"] }, [...ids, "A1"])).toEqual([]);
    expect(repeated({ added: ["A5"] }, ids.slice(0, 19))).toEqual([]);
    expect(
      repeated(
        { added: ["1.5"] },
        range(1, 30).map((at) => `${at}.5`),
      ),
    ).toEqual([]);
    expect(findRepeated(column(ids, { added: ["A5"] }))).toEqual([]);
    expect(findRepeated(column(ids, { added: ["A5"], code: true }))).toHaveLength(1);
  });
});
