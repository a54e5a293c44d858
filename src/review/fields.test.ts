import { expect, test } from "vitest";
import { cutAround, fieldChanges } from "./fields.ts";

const change = (before: unknown, after: unknown) =>
  fieldChanges(before, after).map(({ field, before: was, after: is }) => [field, was, is]);

test.each<[what: string, before: unknown, after: unknown, told: string[][]]>([
  ["nothing changed", { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, []],
  ["a value", { a: "x" }, { a: "y" }, [["a", "x", "y"]]],
  [
    "a value that came, and one that went",
    { a: 1 },
    { b: 2 },
    [
      ["a", "1", ""],
      ["b", "", "2"],
    ],
  ],
  ["a value deep inside", { a: { b: { c: 1 } } }, { a: { b: { c: 2 } } }, [["a.b.c", "1", "2"]]],
  ["nothing and null are one", { a: null }, { a: undefined }, []],
  ["an empty text, an empty list and nothing are one", { a: "" }, { a: [] }, []],
  [
    "false is a value, and nought",
    { a: false, b: 0 },
    { a: true, b: 1 },
    [
      ["a", "false", "true"],
      ["b", "0", "1"],
    ],
  ],
  ["a list of words", { a: ["x", "y"] }, { a: ["y", "z"] }, [["a", "x, y", "y, z"]]],
  [
    "things of a list by their names",
    {
      a: [
        { name: "x", t: 1 },
        { name: "y", t: 2 },
      ],
    },
    {
      a: [
        { name: "z", t: 0 },
        { name: "y", t: 3 },
      ],
    },
    [
      ["a.x", "name: x; t: 1", ""],
      ["a.y.t", "2", "3"],
      ["a.z.name", "", "z"],
      ["a.z.t", "", "0"],
    ],
  ],
  [
    "things without names as a whole",
    { a: [{ t: 1 }, { t: 2 }] },
    { a: [{ t: 1 }, { t: 3 }] },
    [["a", "t: 1, t: 2", "t: 1, t: 3"]],
  ],
  [
    "one of them without a name as a whole",
    { a: [{ name: "x", t: 1 }, { t: 2 }] },
    { a: [{ name: "x", t: 1 }, { t: 3 }] },
    [["a", "name: x; t: 1, t: 2", "name: x; t: 1, t: 3"]],
  ],
  [
    "two of one name as a whole",
    {
      a: [
        { name: "x", t: 1 },
        { name: "x", t: 2 },
      ],
    },
    {
      a: [
        { name: "x", t: 1 },
        { name: "x", t: 3 },
      ],
    },
    [["a", "name: x; t: 1, name: x; t: 2", "name: x; t: 1, name: x; t: 3"]],
  ],
  [
    "things that are names alone, as words",
    { a: [{ name: "x" }] },
    { a: [{ name: "x" }, { name: "y" }] },
    [["a", "x", "x, y"]],
  ],
  [
    "a thing by its number or code",
    { a: [{ number: "5", t: 1 }] },
    { a: [{ number: "5", t: 2 }] },
    [["a.5.t", "1", "2"]],
  ],
  [
    "lists and maps inside of a thing stand in brackets",
    { a: [{ t: [1, 2], m: { k: 1 }, n: null }, 1] },
    { a: 5 },
    [["a", "t: (1, 2); m: (k: 1), 1", "5"]],
  ],
  ["a map for a value", { a: 1 }, { a: { b: 2 } }, [["a", "1", "b: 2"]]],
  [
    "a map that came is told key by key",
    {},
    { a: { b: 2, c: 3 } },
    [
      ["a.b", "", "2"],
      ["a.c", "", "3"],
    ],
  ],
  ["a map for nothing in one line", { a: null }, { a: { b: 2, c: 3 } }, [["a", "", "b: 2; c: 3"]]],
  [
    "the first thing of an empty list in one line",
    { a: [] },
    { a: [{ name: "x", t: 1 }] },
    [["a", "", "name: x; t: 1"]],
  ],
  ["a map that went in one line", { a: { b: 2, c: 3 } }, {}, [["a", "b: 2; c: 3", ""]]],
  [
    "an office's mailbox is shown whole, a phone in a text is not",
    { contact: { email: "o.kovalenko@example.gov.ua" }, note: "тел. 067 123 45 67" },
    { contact: { email: "info@example.gov.ua" }, note: "" },
    [
      ["contact.email", "o.kovalenko@example.gov.ua", "info@example.gov.ua"],
      ["note", "тел. 06*****567", ""],
    ],
  ],
])("%s", (_, before, after, told) => {
  expect(change(before, after)).toEqual(told);
});

test("long texts begin shortly before what differs, and end at their longest", () => {
  const of = (length: number, sign = "ж") => sign.repeat(length);
  expect(cutAround(of(160), of(159))).toEqual({ before: of(160), after: of(159) });
  expect(cutAround(of(161), "є")).toEqual({ before: `${of(159)}…`, after: "є" });
  expect(cutAround(`${of(24)}а${of(200)}`, `${of(24)}б`)).toEqual({
    before: `${of(24)}а${of(134)}…`,
    after: `${of(24)}б`,
  });
  expect(cutAround(`${of(25)}а${of(134)}`, `${of(25)}б${of(200)}`)).toEqual({
    before: `…${of(24)}а${of(134)}`,
    after: `…${of(24)}б${of(133)}…`,
  });
  // Two values may be written otherwise and read alike.
  expect(cutAround(of(200), of(200))).toEqual({ before: `…${of(24)}`, after: `…${of(24)}` });
  expect(cutAround(of(200), of(300))).toEqual({ before: `…${of(24)}`, after: `…${of(124)}` });
});
