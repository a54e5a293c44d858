import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mendsNamed } from "../../../table/mends.ts";
import { applyEdits, type EditedTable, type OriginalTable } from "./apply-edits.ts";
import { type Edit, heldEdits } from "./edits.ts";
import { afterEdit, type History, noHistory, redone, undone } from "./history.ts";
import { replacerOf } from "./replace.ts";

const table = (rows: string[][], more: Partial<OriginalTable> = {}): OriginalTable => ({
  count: rows.length,
  width: Math.max(...rows.map(({ length }) => length)),
  row: (index) => rows[index] ?? [],
  header: 1,
  naming: [0],
  names: rows[0] ?? [],
  ...more,
});
const stops = table([
  ["id", "name", "sum"],
  ["1", "Вокзал", "12,5"],
  ["2", "вокзал Північний", "-"],
  ["3", "Центр", "1 200"],
]);

/** Every row that is left, dropped columns blank. */
const rowsOf = (edited: EditedTable): string[][] =>
  Array.from({ length: edited.count }, (_, place) => edited.cells(edited.rowAt(place)));
const after = (...edits: Edit[]) => rowsOf(applyEdits(stops, edits));

describe("one edit", () => {
  test("a cell is set, one of the header too", () => {
    expect(after({ kind: "set", row: 2, column: 1, text: "Парк" })[2]).toEqual(["2", "Парк", "-"]);
    expect(after({ kind: "set", row: 0, column: 2, text: "Сума" })[0]).toEqual([
      "id",
      "name",
      "Сума",
    ]);
  });
  test("a cell beyond a short row makes the row longer, and an empty one there does not", () => {
    const short = table([["a", "b", "c"], ["1"]]);
    expect(rowsOf(applyEdits(short, [{ kind: "set", row: 1, column: 2, text: "x" }]))).toEqual([
      ["a", "b", "c"],
      ["1", "", "x"],
    ]);
    expect(
      rowsOf(applyEdits(short, [{ kind: "clear", rows: { from: 1, to: 1 }, columns: [2] }]))[1],
    ).toEqual(["1"]);
  });
  test("a block is pasted into the rows and columns it names", () => {
    expect(
      after({
        kind: "paste",
        rows: [1, 3],
        columns: [0, 2],
        cells: [["10", "20"], ["30"]],
      }),
    ).toEqual([
      ["id", "name", "sum"],
      ["10", "Вокзал", "20"],
      ["2", "вокзал Північний", "-"],
      ["30", "Центр", "1 200"],
    ]);
  });
  test("cells are cleared, and filled with the cell above them", () => {
    expect(
      after({ kind: "clear", rows: { from: 1, to: 2 }, columns: [1] }).map(([, name]) => name),
    ).toEqual(["name", "", "", "Центр"]);
    expect(
      after({ kind: "fill", row: 1, to: 3, columns: [1, 2] }).map((cells) => cells.slice(1)),
    ).toEqual([
      ["name", "sum"],
      ["Вокзал", "12,5"],
      ["Вокзал", "12,5"],
      ["Вокзал", "12,5"],
    ]);
  });
  test("what is filled is what stood above at that time", () => {
    expect(
      after(
        { kind: "set", row: 1, column: 1, text: "A" },
        { kind: "fill", row: 1, to: 2, columns: [1] },
        { kind: "set", row: 1, column: 1, text: "B" },
      ).map(([, name]) => name),
    ).toEqual(["name", "B", "A", "Центр"]);
  });
  test("a text is replaced in the data of a column, not in its name", () => {
    const replace = { kind: "replace", column: 1, by: "Станція", matchCase: false } as const;
    expect(after({ ...replace, find: "вокзал", whole: false }).map(([, name]) => name)).toEqual([
      "name",
      "Станція",
      "Станція Північний",
      "Центр",
    ]);
    expect(after({ ...replace, find: "name", whole: false })[0]?.[1]).toBe("name");
  });
  test("one cause is mended in one column", () => {
    const mends = ["missing-sign", "decimal-comma", "grouped"];
    expect(
      after({ kind: "repair", rule: "numbers-written", column: 2, mends }).map(([, , sum]) => sum),
    ).toEqual(["sum", "12.5", "", "1200"]);
  });
  test("a dropped column is blank and no longer among the columns", () => {
    const edited = applyEdits(stops, [{ kind: "drop", columns: [1] }]);
    expect(edited.columns).toEqual([0, 2]);
    expect(rowsOf(edited)[1]).toEqual(["1", "", "12,5"]);
  });
  test("removed rows leave the others their numbers", () => {
    const edited = applyEdits(stops, [{ kind: "remove", rows: { from: 1, to: 2 } }]);
    expect([edited.count, edited.rowAt(1), edited.placeOf(3), edited.placeOf(2)]).toEqual([
      2, 3, 1, -1,
    ]);
  });
  test("an edit in the middle is taken back, and those after it stay", () => {
    expect(
      after(
        { kind: "drop", columns: [2] },
        { kind: "set", row: 1, column: 0, text: "9" },
        { kind: "unapply", edit: 0 },
      )[1],
    ).toEqual(["9", "Вокзал", "12,5"]);
  });
});

describe("names", () => {
  test("of one row are renamed in it", () => {
    expect(after({ kind: "rename", column: 1, name: "title" })[0]).toEqual(["id", "title", "sum"]);
  });
  test("over several rows become one row, so that a neighbour under a joined cell keeps its own", () => {
    const joined = table(
      [
        ["Звіт", "", ""],
        ["Назва", "Усього", ""],
        ["", "план", "факт"],
        ["a", "1", "2"],
      ],
      { header: 3, naming: [1, 2], names: ["Назва", "Усього — план", "Усього — факт"] },
    );
    expect(rowsOf(applyEdits(joined, [{ kind: "rename", column: 1, name: "plan" }]))).toEqual([
      ["Звіт", "", ""],
      ["Назва", "plan", "Усього — факт"],
      ["a", "1", "2"],
    ]);
    expect(rowsOf(applyEdits(joined, [{ kind: "drop", columns: [1] }]))[1]).toEqual([
      "Назва",
      "",
      "Усього — факт",
    ]);
  });
  test("of the row for programs are renamed there, and the titles over them stay", () => {
    const both = table(
      [
        ["Назва", "Сума"],
        ["name", "sum"],
        ["a", "1"],
      ],
      { header: 2, naming: [0, 1], machineNames: 1, names: ["name", "sum"] },
    );
    expect(
      rowsOf(applyEdits(both, [{ kind: "rename", column: 1, name: "amount" }])).slice(0, 2),
    ).toEqual([
      ["Назва", "Сума"],
      ["name", "amount"],
    ]);
  });
  test("are given to a file without them in a row of their own", () => {
    const nameless = table([["1", "2"]], {
      header: 0,
      naming: [],
      names: ["column1", "column2"],
    });
    const edited = applyEdits(nameless, [{ kind: "rename", column: 1, name: "sum" }]);
    expect(rowsOf(edited)).toEqual([
      ["column1", "sum"],
      ["1", "2"],
    ]);
    expect([edited.rowAt(0), edited.placeOf(0)]).toEqual([-1, 1]);
  });
});

test.each<[string, Parameters<typeof replacerOf>[0], string, string]>([
  [
    "signs of patterns are signs",
    { find: "a.b*", by: "$&", whole: false, matchCase: true },
    "xa.b*",
    "x$&",
  ],
  [
    "only whole cells",
    { find: "київ", by: "Київ", whole: true, matchCase: false },
    "Київ 2",
    "Київ 2",
  ],
  ["case told apart", { find: "київ", by: "x", whole: true, matchCase: true }, "Київ", "Київ"],
  ["case not told apart", { find: "київ", by: "x", whole: true, matchCase: false }, "КИЇВ", "x"],
  ["empty cells are filled", { find: "", by: "0", whole: true, matchCase: false }, "", "0"],
  [
    "nothing looked for is found nowhere",
    { find: "", by: "0", whole: false, matchCase: false },
    "a",
    "a",
  ],
])("replacing: %s", (_, replacement, before, expected) => {
  expect(replacerOf(replacement)(before)).toBe(expected);
});

const rows = 6;
const columns = 4;
const row = fc.integer({ min: 0, max: rows - 1 });
const column = fc.integer({ min: 0, max: columns - 1 });
const text = fc.constantFrom("", "a", "А", "1,5", "-", " x ", "так");
const span = fc.tuple(row, row).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const some = fc.uniqueArray(column, { minLength: 1 });
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant("set" as const), row, column, text }),
  fc.record({
    kind: fc.constant("paste" as const),
    rows: fc.uniqueArray(row, { minLength: 1 }),
    columns: some,
    cells: fc.array(fc.array(text, { maxLength: columns }), { maxLength: rows }),
  }),
  fc.record({ kind: fc.constant("clear" as const), rows: span, columns: some }),
  fc.record({ kind: fc.constant("fill" as const), row, to: row, columns: some }),
  fc.record({
    kind: fc.constant("replace" as const),
    column,
    find: text,
    by: text,
    whole: fc.boolean(),
    matchCase: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("repair" as const),
    rule: fc.constant("numbers-written"),
    column,
    mends: fc.subarray(["edge-space", "decimal-comma", "missing-sign"]),
  }),
  fc.record({ kind: fc.constant("drop" as const), columns: some }),
  fc.record({ kind: fc.constant("rename" as const), column, name: text }),
  fc.record({ kind: fc.constant("remove" as const), rows: span }),
  fc.record({ kind: fc.constant("unapply" as const), edit: fc.integer({ min: 0, max: 5 }) }),
);
const anyRows = fc.array(fc.array(text, { minLength: columns, maxLength: columns }), {
  minLength: rows,
  maxLength: rows,
});

/** The same, done cell by cell on a copy of the table. */
function plainly(start: readonly string[][], edits: readonly Edit[]): string[][] {
  const cells = start.map((one) => [...one]);
  const gone = { rows: new Set<number>(), columns: new Set<number>() };
  const set = (at: number, of: number, value: string | undefined) => {
    const line = cells[at];
    if (line && value !== undefined) line[of] = value;
  };
  const inData = (of: number, make: (value: string) => string) => {
    for (let at = 1; at < rows; at++) set(at, of, make(cells[at]?.[of] ?? ""));
  };
  for (const { edit } of heldEdits(edits))
    switch (edit.kind) {
      case "set":
        set(edit.row, edit.column, edit.text);
        break;
      case "rename":
        set(0, edit.column, edit.name);
        break;
      case "paste":
        edit.rows.forEach((at, i) => {
          edit.columns.forEach((of, j) => {
            set(at, of, edit.cells[i]?.[j]);
          });
        });
        break;
      case "clear":
        for (let at = edit.rows.from; at <= edit.rows.to; at++)
          for (const of of edit.columns) set(at, of, "");
        break;
      case "fill":
        for (let at = edit.row + 1; at <= edit.to; at++)
          for (const of of edit.columns) set(at, of, cells[edit.row]?.[of]);
        break;
      case "replace":
        inData(edit.column, replacerOf(edit));
        break;
      case "repair":
        inData(edit.column, (value) =>
          mendsNamed(edit.mends).reduce((now, { mend }) => mend(now) ?? now, value),
        );
        break;
      case "drop":
        for (const of of edit.columns) gone.columns.add(of);
        break;
      case "remove":
        for (let at = edit.rows.from; at <= edit.rows.to; at++) gone.rows.add(at);
    }
  return cells.flatMap((line, at) =>
    gone.rows.has(at) ? [] : [line.map((value, of) => (gone.columns.has(of) ? "" : value))],
  );
}

describe("any list of edits", () => {
  test("gives the cells that doing them one by one on a copy gives", () => {
    fc.assert(
      fc.property(anyRows, fc.array(anyEdit, { maxLength: 12 }), (start, edits) => {
        expect(rowsOf(applyEdits(table(start), edits))).toEqual(plainly(start, edits));
      }),
      { numRuns: 400 },
    );
  });
  test("is the same after it was kept as JSON, and cell by cell as row by row", () => {
    fc.assert(
      fc.property(anyRows, fc.array(anyEdit, { maxLength: 12 }), (start, edits) => {
        const edited = applyEdits(table(start), edits);
        const again = applyEdits(table(start), JSON.parse(JSON.stringify(edits)));
        expect(rowsOf(again)).toEqual(rowsOf(edited));
        for (let place = 0; place < edited.count; place++) {
          const at = edited.rowAt(place);
          expect(edited.placeOf(at)).toBe(place);
          expect(start[at]?.map((_, of) => edited.cell(at, of))).toEqual(edited.cells(at));
        }
      }),
    );
  });
  test("says which rows it touched", () => {
    fc.assert(
      fc.property(anyRows, fc.array(anyEdit, { maxLength: 6 }), row, (start, edits, at) => {
        const edited = applyEdits(table(start), edits);
        if (edited.isTouched({ from: at, to: at })) return;
        expect(edited.placeOf(at)).not.toBe(-1);
        expect(edited.cells(at)).toEqual(start[at]);
      }),
    );
  });
  test("undone to the first leaves the table as it came; done again, as it was", () => {
    fc.assert(
      fc.property(anyRows, fc.array(anyEdit, { maxLength: 12 }), (start, edits) => {
        const full = edits.reduce<History>(afterEdit, noHistory);
        let history = full;
        for (const _ of edits) history = undone(history);
        expect(undone(history)).toEqual(history);
        expect(rowsOf(applyEdits(table(start), history.done))).toEqual(start);
        for (const _ of edits) history = redone(history);
        expect(history).toEqual(full);
      }),
    );
  });
  test("has no way to be done again once something else was done", () => {
    const edit: Edit = { kind: "drop", columns: [0] };
    const history = afterEdit(undone(afterEdit(noHistory, edit)), edit);
    expect(redone(history)).toEqual(history);
  });
});
