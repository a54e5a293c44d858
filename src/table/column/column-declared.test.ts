import { describe, expect, test } from "vitest";
import { tableSchema } from "../../schemas/data/table-schema.ts";
import { columnOf } from "../../test/fixtures/column-of.ts";
import { readTable } from "../read-table.ts";

describe("a cell of a column that the structure promises", () => {
  /** Marks and problems of a column, each with the lines of its first cells; and what is personal. */
  const foundIn = (values: readonly string[], field: object, name = "a", missing?: string[]) => {
    const column = columnOf(values, {
      name,
      field,
      ...(missing ? { missingValues: missing } : {}),
    });
    const told = [
      ...Object.entries(column.marks),
      ...column.problems.map((problem) => [`! ${problem.kind}`, problem] as const),
      ...column.personal.map((found) => [`? ${found.kind}`, found] as const),
    ];
    return told.map(([what, { count, first }]) => [what, count, first.map(({ line }) => line)]);
  };
  const text = { type: "string" };
  const whole = { type: "integer" };
  const fraction = { type: "number" };
  const required = { constraints: { required: true } };
  const mobile = "380671234567";
  type Found = [what: string, count: number, lines: number[]];
  test.each<
    [
      situation: string,
      values: string[],
      field: object,
      found: Found[],
      name?: string,
      missing?: string[],
    ]
  >([
    [
      "a text that stands for nothing",
      ["-", "так", "#REF!", "NA", "x"],
      text,
      [
        ["missing-sign", 1, [2]],
        ["excel-error", 1, [4]],
        ["missing-code", 1, [5]],
      ],
    ],
    [
      "a text for nothing that the structure allows",
      ["-", "так", "NA"],
      { ...text, constraints: { enum: ["-", "так"] } },
      [
        ["missing-code", 1, [4]],
        ["! enum", 1, [4]],
      ],
    ],
    ["pluses and dashes of a text", ["+", "-", "+"], text, []],
    [
      "a value met twice, wrong both times",
      ["а", "а", "а\u200b", "а\u200b", "а"],
      text,
      [["invisible", 2, [4, 5]]],
    ],
    [
      "a wrong value met twice",
      ["x1", "x1", "2024-01-01"],
      { type: "date" },
      [["! type", 2, [2, 3]]],
    ],
    [
      "a value no list allows, met twice",
      ["в", "в", "а"],
      { ...text, constraints: { enum: ["а"] } },
      [["! enum", 2, [2, 3]]],
    ],
    ["a phone met twice", [mobile, mobile, "слово"], text, [["? phone", 2, [2, 3]]]],
    ["a phone among numbers", ["1", mobile], whole, [["? phone", 1, [3]]]],
    ["eight digits", ["12345678"], whole, []],
    ["a phone with a point", [`${mobile}.0`, "1.5"], fraction, [["? phone", 1, [2]]]],
    [
      "a phone with a point where whole numbers are promised",
      [`${mobile}.0`, "1"],
      whole,
      [
        ["whole-decimal", 1, [2]],
        ["? phone", 1, [2]],
      ],
    ],
    [
      "a phone with a space before it",
      [` ${mobile}`, "1"],
      whole,
      [
        ["edge-space", 1, [2]],
        ["? phone", 1, [2]],
      ],
    ],
    [
      "a number of the missing values, with spaces and without",
      ["1", "-999", " -999 ", "5"],
      { ...whole, ...required },
      [
        ["edge-space", 1, [4]],
        ["! required", 2, [3, 4]],
      ],
      "a",
      ["", "-999"],
    ],
    [
      "a word of the missing values, and spaces alone",
      ["а", "  ", "н/д", "5"],
      { ...text, ...required },
      [
        ["edge-space", 1, [3]],
        ["! required", 2, [3, 4]],
      ],
      "a",
      ["", "н/д"],
    ],
    [
      "numbers with spaces around them",
      [" 5", "6 ", "7"],
      { ...whole, constraints: { minimum: 6 } },
      [
        ["edge-space", 2, [2, 3]],
        ["! minimum", 1, [2]],
      ],
    ],
    [
      "of two limits broken at once one",
      ["5.5", "x6", "7"],
      { ...whole, constraints: { maximum: 6, pattern: "[1-6]" } },
      [
        ["! maximum", 1, [4]],
        ["! type", 2, [2, 3]],
      ],
    ],
    [
      "of two rules of a text broken at once one",
      ["абв", "а"],
      { ...text, constraints: { maxLength: 2, pattern: "[бв]+" } },
      [
        ["! maxLength", 1, [2]],
        ["! pattern", 1, [3]],
      ],
    ],
    [
      "a number allowed as it is written",
      ["5.5", "5.50"],
      { ...fraction, constraints: { enum: [5.5] } },
      [["! enum", 1, [3]]],
    ],
    [
      "letters of two units of a computer, each one letter",
      ["😀😀", "😀😀😀", "абв"],
      { ...text, constraints: { minLength: 3, maxLength: 3 } },
      [["! minLength", 1, [2]]],
    ],
    [
      "a day with an hour where a day is promised, as official examples have it",
      ["2024-01-01", "2024-01-02T09:30", "02.01.2024"],
      { type: "date" },
      [
        ["datetime-iso", 1, [3]],
        ["date-dotted", 1, [4]],
      ],
    ],
    [
      "a day where an hour is promised too",
      ["2024-01-02T09:30", "2024-01-02"],
      { type: "datetime" },
      [["! type", 1, [3]]],
    ],
    [
      "words for yes and no",
      ["true", "0", "так", "може"],
      { type: "boolean" },
      [
        ["boolean-word", 1, [4]],
        ["! type", 1, [5]],
      ],
    ],
    [
      "places outside the territory, in degrees of a program and of a map",
      ["48.5", "49.5", "-1", "слово", "48,5", " 47.5 ", "48°30′"],
      fraction,
      [
        ["place-range", 3, [3, 4, 7]],
        ["decimal-comma", 1, [6]],
        ["edge-space", 1, [7]],
        ["place-degrees", 1, [8]],
        ["! type", 2, [5, 8]],
      ],
      "lat",
    ],
    ["longitudes", ["32.5", "31.5"], fraction, [["place-range", 1, [3]]], "lon"],
    ["codes promised as numbers", ["02229238", "123"], whole, [["edrpou-shape", 1, [3]]], "edrpou"],
    ["codes promised as texts", ["02229238", "123"], text, [["edrpou-shape", 1, [3]]], "edrpou"],
    [
      "a code by the title of its column",
      ["02229238", "123"],
      { ...text, title: "Код ЄДРПОУ" },
      [["edrpou-shape", 1, [3]]],
    ],
  ])("%s", (_, values, field, found, name, missing) =>
    expect(foundIn(values, field, name, missing)).toEqual(found),
  );
  test("days of birth beside names are personal", () => {
    const text = "birthDate,name\n1990-05-05,Петренко Іван Миколайович\nx1,Коваль Ганна Петрівна\n";
    const schema = tableSchema.parse({
      fields: [
        { name: "birthDate", title: "Народження", type: "date" },
        { name: "name", title: "ПІБ" },
      ],
    });
    const [column] = readTable(new TextEncoder().encode(text), {
      form: "published",
      fields: schema.fields,
    }).columns;
    expect(column?.personal.map(({ kind, count }) => [kind, count])).toEqual([["birth", 2]]);
  });
  test.each<[type: string, values: string[], limits: (string | undefined)[]]>([
    ["integer", ["9", "10", "x", "-1"], ["-1", "10"]],
    ["number", ["9", "10.5", "1e1"], ["9", "10.5"]],
    ["year", ["2021", "1999", "20x1"], ["1999", "2021"]],
    ["yearmonth", ["2024-02", "2024-01", "2024-13"], ["2024-01", "2024-02"]],
    ["date", ["2024-01-10", "2024-01-09", "x"], ["2024-01-09", "2024-01-10"]],
    [
      "datetime",
      ["2024-01-02T10:30", "2024-01-02T09:30"],
      ["2024-01-02T09:30", "2024-01-02T10:30"],
    ],
    ["time", ["10:30", "09:30"], ["09:30", "10:30"]],
    ["boolean", ["true", "0"], [undefined, undefined]],
    ["string", ["2024-01-10", "б"], [undefined, undefined]],
  ])("the least and the greatest of the type %s", (type, values, limits) => {
    const { minimum, maximum } = columnOf(values, { field: { type } }).profile;
    expect([minimum, maximum]).toEqual(limits);
  });
  test.each<[type: string, values: string[], limits: (string | undefined)[]]>([
    ["integer", ["9", "10", "5.0"], ["5", "10"]],
    ["date", ["2024-01-10", "2024-01-09", "2024-01-11"], ["2024-01-09", "2024-01-11"]],
    [
      "datetime",
      ["2024-01-02T10:30", "2024-01-02T09:30"],
      ["2024-01-02T09:30", "2024-01-02T10:30"],
    ],
  ])("the same of a column whose type is read off its cells: %s", (type, values, limits) => {
    const { profile, ...column } = columnOf(values);
    expect([column.type, profile.minimum, profile.maximum]).toEqual([type, ...limits]);
  });
  test("a number alone has no histogram, two have one", () => {
    const histogram = (...values: string[]) =>
      columnOf(values, { field: { type: "integer" } }).profile.histogram?.counts;
    expect(histogram("5")).toBeUndefined();
    expect(histogram("5", "5")).toEqual([2]);
  });
  test("of what is met often five places are kept, of a long text its beginning", () => {
    const long = `${"а".repeat(250)} `;
    const { marks } = columnOf(Array(7).fill(long));
    expect(marks["edge-space"]?.count).toBe(7);
    expect(marks["edge-space"]?.first).toEqual(
      [2, 3, 4, 5, 6].map((line) => ({ line, record: line, value: "а".repeat(200) })),
    );
    const { problems } = columnOf([...Array(4).fill("x y"), "5", "5.5", "x", "y"], {
      field: { type: "integer" },
    });
    expect(problems.map(({ count, first }) => [count, first.map(({ line }) => line)])).toEqual([
      [6, [2, 3, 4, 5, 7]],
    ]);
  });
  test("words among days have no least and no greatest", () => {
    const { type, profile } = columnOf(["2024-01-01", "а", "б", "в"]);
    expect([type, profile.minimum, profile.maximum]).toEqual(["string", undefined, undefined]);
  });
});

describe("spaces around a cell hide nothing of what is in it", () => {
  const taxNumbers = ["3184710604", "3184710610", "3184710627"];
  const fields = [undefined, ..."string integer number".split(" ").map((type) => ({ type }))];
  test.each(["%s", " %s", "%s ", "\u00a0%s", "%s.0 "])("%j", (pattern) => {
    for (const field of fields) {
      const values = taxNumbers.map((number) => pattern.replace("%s", number));
      const { personal } = columnOf(values, field ? { field } : {});
      expect([field, personal.map(({ kind, count }) => [kind, count])]).toEqual([
        field,
        [["tax-number", 3]],
      ]);
    }
  });
});
