import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits, type OriginalTable } from "./apply-edits.ts";
import { readBlock, writeBlock } from "./block-text.ts";
import { fillEdit, pasteEdit } from "./make-edits.ts";
import { at } from "./selection.ts";

test.each<[string, string, string[][]]>([
  ["one cell", "a", [["a"]]],
  [
    "rows and columns, the last line ended",
    "a\tb\r\nc\td\r\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  ["a line break in a quoted cell", '"a\nb"\tc\n', [["a\nb", "c"]]],
  ["Excel's own breaks in a cell", '"a\r\nb"', [["a\nb"]]],
  ["quotes doubled", '"КП ""Парк"""\t1', [['КП "Парк"', "1"]]],
  ["a quote that is only a quote", '"Парк" КП\t1', [['"Парк" КП', "1"]]],
  ["a quote that is never closed", '"Парк\t1\n2', [['"Парк', "1"], ["2"]]],
  [
    "empty cells",
    "\t\n\t1",
    [
      ["", ""],
      ["", "1"],
    ],
  ],
  ["line ends of old machines", "a\rb", [["a"], ["b"]]],
  ["nothing", "", [[""]]],
])("the clipboard: %s", (_, text, block) => {
  expect(readBlock(text)).toEqual(block);
});

test("a block that was copied is pasted as it was", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "є", '"', "\t", "\n", ",", " ") });
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 4 })
        .chain((width) =>
          fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }),
        ),
      (block) => {
        // Excel ends the last line too.
        expect(readBlock(`${writeBlock(block)}\r\n`)).toEqual(block);
      },
    ),
  );
});

const rows = [
  ["a", "b", "c"],
  ["1", "2", "3"],
  ["4", "5", "6"],
  ["7", "8", "9"],
];
const original: OriginalTable = {
  count: 4,
  width: 3,
  row: (index) => rows[index] ?? [],
  header: 1,
  naming: [0],
  names: rows[0] ?? [],
};
const shown = applyEdits(original, [
  { kind: "drop", columns: [1] },
  { kind: "remove", rows: { from: 2, to: 2 } },
]);

test("a block goes to the rows and columns that are seen, and what reaches beyond them is told", () => {
  const { edit, beyond } = pasteEdit(shown, at(1, 0), [
    ["x", "y", "z"],
    ["u", "v", "w"],
    ["p", "q", "r"],
  ]);
  expect(edit).toEqual({
    kind: "paste",
    rows: [1, 3],
    columns: [0, 2],
    cells: [
      ["x", "y"],
      ["u", "v"],
    ],
  });
  expect(beyond).toEqual({ rows: 1, columns: 1 });
});
test("one cell fills the selection", () => {
  const selection = { anchor: { row: 2, column: 1 }, focus: { row: 1, column: 0 } };
  expect(pasteEdit(shown, selection, [["x"]])).toEqual({
    edit: {
      kind: "paste",
      rows: [1, 3],
      columns: [0, 2],
      cells: [
        ["x", "x"],
        ["x", "x"],
      ],
    },
    beyond: { rows: 0, columns: 0 },
  });
});
test("the first row of a selection goes down it; one row has nowhere to go", () => {
  const selection = { anchor: { row: 1, column: 0 }, focus: { row: 2, column: 0 } };
  expect(fillEdit(shown, selection)).toEqual({ kind: "fill", row: 1, to: 3, columns: [0] });
  expect(fillEdit(shown, at(1, 0))).toBe(undefined);
});
