import { expect, test } from "vitest";
import { speak } from "../../../i18n/translate.ts";
import { editWords } from "./edit-words.ts";
import type { Edit } from "./edits.ts";

const edits: readonly [Edit, string, string][] = [
  [{ kind: "set", row: 16, column: 1, text: "Парк" }, "B17: «Парк»", "B17: “Парк”"],
  [{ kind: "set", row: 0, column: 0, text: "" }, "A1: порожньо", "A1: empty"],
  [
    { kind: "paste", rows: [1, 2], columns: [0], cells: [["a"], ["b"]] },
    "вставлення, 2 комірки",
    "pasting, 2 cells",
  ],
  [
    { kind: "clear", rows: { from: 0, to: 4 }, columns: [1] },
    "очищення, 5 комірок",
    "clearing, 5 cells",
  ],
  [
    { kind: "fill", row: 1, to: 2, columns: [1] },
    "заповнення вниз, 1 комірка",
    "filling down, 1 cell",
  ],
  [
    { kind: "replace", column: 2, find: "вул.", by: "", whole: false, matchCase: false },
    "заміна в колонці C: «вул.» → «»",
    "replacing in the column C: “вул.” → “”",
  ],
  [
    { kind: "repair", rule: "numbers-written", column: 2, mends: [] },
    "виправлення в колонці C: числа",
    "mending in the column C: numbers",
  ],
  [
    { kind: "repair", rule: "edrpou-valid", column: 2, mends: [] },
    "виправлення в колонці C: коди ЄДРПОУ",
    "mending in the column C: EDRPOU codes",
  ],
  [{ kind: "drop", columns: [0, 26] }, "вилучення колонки A, AA", "dropping the column A, AA"],
  [
    { kind: "rename", column: 0, name: "uid" },
    "назва колонки A: «uid»",
    "naming the column A: “uid”",
  ],
  [{ kind: "remove", rows: { from: 3, to: 4 } }, "видалення, 2 рядки", "deleting, 2 rows"],
];

test.each(edits)("%j", (edit, uk, en) => {
  // A number and its word stay on one line.
  const said = (language: "uk" | "en") =>
    editWords(edit, [edit], speak(language)).replaceAll("\u00a0", " ");
  expect(said("uk")).toBe(uk);
  expect(said("en")).toBe(en);
});
test("what takes back says what", () => {
  const list: Edit[] = [
    { kind: "drop", columns: [1] },
    { kind: "unapply", edit: 0 },
  ];
  expect(editWords(list[1] as Edit, list, speak("uk"))).toBe("повернення: вилучення колонки B");
});
