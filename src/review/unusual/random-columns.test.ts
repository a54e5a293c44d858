import { expect, test } from "vitest";
import { randomOf } from "../../test/fixtures/random.ts";
import { findUnusual } from "./index.ts";
import type { ColumnPair, Fresh } from "./subject.ts";

type Random = (below: number) => number;
/** How a column's cells are made, by what the column is of. */
const makers: [
  name: string,
  kind: ColumnPair["kind"],
  cell: (random: Random, at: number) => string,
][] = [
  ["counts", "number", (random) => `${random(20)}`],
  ["prices", "number", (random) => ((1000 + random(9000)) / 100).toFixed(2)],
  ["budgets", "number", (random) => `${10 ** (3 + random(4)) * (1 + random(9))}`],
  ["differences", "number", (random) => `${random(200) - 100}`],
  ["one number", "number", () => "5"],
  ["a growing number", "number", (random, at) => `${at * 10 + random(5)}`],
  ["gaps", "number", (random) => (random(3) === 0 ? "" : `${random(50)}`)],
  [
    "days",
    "date",
    (random) =>
      `2025-${`${1 + random(12)}`.padStart(2, "0")}-${`${1 + random(28)}`.padStart(2, "0")}`,
  ],
  ["days of a month", "date", (random) => `2025-03-${`${1 + random(28)}`.padStart(2, "0")}`],
  ["districts", "text", (random) => ["Фортечний", "Подільський"][random(2)] ?? ""],
  ["names", "text", (random) => `вулиця ${random(1000)}`],
  ["empty", "text", () => ""],
];
/** What a hand or a program does to a cell. */
const harms: ((cell: string, random: Random) => string)[] = [
  (cell) => `${Number(cell) * 10}`,
  (cell) => `${Number(cell) * 100}`,
  (cell) => `${Number(cell) / 1000}`,
  (cell) => `${-Number(cell)}`,
  (cell) => `${Number((Number(cell) * 1.15).toPrecision(6))}`,
  () => "",
  () => "0",
  () => "1",
  (cell) => cell.replace("2025", "2205"),
  (cell) => cell.replace("2025", "2024"),
  (cell) => cell.replace(/о/g, "o"),
  (cell) => cell.toUpperCase(),
  () => "Невідомо",
  (cell, random) => `${cell}${random(10)}`,
];

function columnOf(seed: number): { name: string; column: ColumnPair } {
  const random = randomOf(seed);
  const [name, kind, cell] = makers[seed % makers.length] ?? ["", "text", () => ""];
  const old = Array.from({ length: [3, 7, 8, 9, 25, 60][random(6)] ?? 0 }, (_, at) =>
    cell(random, at),
  );
  const harm = harms[random(harms.length)] ?? ((same: string) => same);
  const share = [0, 1, 3, 12, 100][random(5)] ?? 0;
  const changed: Fresh[] = old.flatMap((before, row) => {
    if (random(100) >= share * 3) return [];
    const after = harm(before, random);
    return after === before ? [] : [{ row, before, after }];
  });
  const added: Fresh[] = Array.from({ length: [0, 1, 5, 12][random(4)] ?? 0 }, (_, at) => {
    const usual = cell(random, old.length + at);
    return {
      row: old.length + at,
      before: undefined,
      after: random(4) === 0 ? harm(usual, random) : usual,
    };
  });
  const code = random(9) === 0;
  return { name, column: { index: 1, oldIndex: 1, kind, code, old, changed, added } };
}

test("six hundred columns, changed as hands and programs change them, are judged as approved", () => {
  const lines = Array.from({ length: 600 }, (_, seed) => {
    const { name, column } = columnOf(seed + 1);
    const { old, changed, added } = column;
    const before = old.map((cell, row) => [`${row}`, cell]);
    const after = [
      ...before.map(([id = "", cell = ""], row) => [
        id,
        changed.find((one) => one.row === row)?.after ?? cell,
      ]),
      ...added.map((one) => [`${one.row}`, one.after]),
    ];
    const found = findUnusual({
      before,
      after,
      added: added.map(({ row }) => row),
      key: [0],
      columns: [column],
    }).map(
      ({ kind, weight, was, is, count, spots }) =>
        `${kind} ${weight.toFixed(3)} ${was} → ${is} ×${count} [${spots.map(({ row }) => row).join(" ")}]`,
    );
    return `${seed + 1} ${name}, ${old.length} cells, ${changed.length} changed, ${added.length} came: ${found.join("; ") || "usual"}`;
  });
  expect(lines.join("\n")).toMatchSnapshot();
});
