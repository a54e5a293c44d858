import { expect, test } from "vitest";
import { csvLine } from "../model/csv.ts";
import { randomOf } from "../test/fixtures/random.ts";
import { readTable } from "./read-table.ts";

type Random = (below: number) => number;
const words = (text: string): string[] => text.split("|");
const names = words(
  "Назва закладу|Адреса|Район|Код ЄДРПОУ|Сума, грн|Дата|Кількість|№ з/п|План|Факт|2023|2024 рік|id|name|5|Телефон|Вербовий Остап Ілліч",
);
const cells: ((random: Random) => string)[] = [
  (random) => `${random(1000)}`,
  (random) => `${random(100)},${random(90) + 10}`,
  (random) => `2025-0${1 + random(9)}-1${random(9)}`,
  (random) => `0${1 + random(9)}.0${1 + random(9)}.2025`,
  (random) =>
    words("Школа № 5|Парк Перемоги|вулиця Соборна|Ліцей «Наука»|а|Сквер")[random(6)] ?? "",
  (random) => words("так|ні|-|н/д||null")[random(6)] ?? "",
  (random) => `${10_000_000 + random(80_000_000)}`,
];
const odd: ((random: Random, width: number) => string[])[] = [
  (_, width) => Array.from({ length: width }, (__, at) => `${at + 1}`),
  (_, width) => Array.from({ length: width }, () => ""),
  (random) => [words("Фортечний район|Подільський район|Розділ 1. Заклади|ШКОЛИ")[random(4)] ?? ""],
  (random) => [
    words("Усього|Всього по місту|Разом:|Усього за 2024 рік, грн")[random(4)] ?? "",
    "",
    "500",
  ],
  (random) => [
    words("Виконавець: сектор обліку|Примітка. Дані за звітом|* без філій|М.П.")[random(4)] ?? "",
  ],
  () => ["Звіт про заклади освіти станом на 01.01.2025"],
  () => ["", "Показники", "", "Суми"],
  (random) => Array.from({ length: 3 }, () => words("-//-|те саме|”")[random(3)] ?? ""),
];

/** A table as offices make them: a title, some rows of names, data, and what stands among and under them. */
function tableOf(seed: number): string {
  const random = randomOf(seed);
  const width = 2 + random(5);
  const header = Array.from({ length: width }, () => names[random(names.length)] ?? "");
  const columns = Array.from({ length: width }, () => cells[random(cells.length)] ?? (() => ""));
  const one = (): string[] => odd[random(odd.length)]?.(random, width) ?? [];
  const rows: string[][] = [];
  for (let above = random(4); above > 1; above--) rows.push(one());
  rows.push(header);
  if (random(3) === 0) rows.push(one());
  if (random(5) === 0)
    rows.push(Array.from({ length: width }, () => names[random(names.length)] ?? ""));
  const count = [0, 1, 2, 5, 12, 30][random(6)] ?? 0;
  for (let at = 0; at < count; at++) {
    if (random(12) === 0) rows.push(one());
    if (random(25) === 0) rows.push(header);
    rows.push(columns.map((cell) => cell(random)).slice(0, random(20) === 0 ? width - 1 : width));
  }
  for (let under = random(4); under > 1; under--) rows.push(one());
  return rows.map(csvLine).join("");
}

test("five hundred tables as offices make them are laid out as approved", () => {
  const lines = Array.from({ length: 500 }, (_, seed) => {
    const text = tableOf(seed + 1);
    const { header, columns, rows, ...report } = readTable(new TextEncoder().encode(text), {
      form: "any",
    });
    const tallies = (
      ["ragged", "blank", "repeated", "totals", "groups", "footers", "headings"] as const
    ).flatMap((what) =>
      report[what].count === 0
        ? []
        : [
            `${what} ${report[what].count}: ${report[what].first.map(({ record }) => record).join(" ")}`,
          ],
    );
    return [
      JSON.stringify(text.length > 300 ? `${text.slice(0, 300)}…` : text),
      `  [${header.join(" ")}] ${rows} rows, ${columns.map(({ name, field, type }) => `${name}/${field}:${type}`).join(", ")}`,
      `  ${[...tallies, ...report.others.map(({ from, to }) => `another ${from.record}–${to}`), ...(report.named ?? []).map(({ where, value }) => `${where} ${value}`), ...report.problems.map((problem) => JSON.stringify(problem))].join("; ")}${report.unnamed > 0 ? ` unnamed ${report.unnamed}` : ""}${report.truncated === undefined ? "" : ` cut at ${report.truncated}`}`,
    ].join("\n");
  });
  expect(lines.join("\n")).toMatchSnapshot();
});
