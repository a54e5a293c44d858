import { describe, expect, test } from "vitest";
import { base, from, markdown, passport, table, text } from "../test/fixtures/changed-portal.ts";
import { renderReviewJson } from "./report/json.ts";
import { parseReport } from "./report/parse.ts";

/** A register of payments as a council keeps one: a key, a district of four, money, a day, an office's code. */
const header = "id,name,platforms,district,amount,paid,office";
const districts = ["Подільський", "Фортечний", "Центральний", "Новий"];
const row = (id: number): string[] => [
  String(id),
  `Ремонт зупинки № ${id}`,
  String((id % 4) + 1),
  districts[(id * 7) % 4] ?? "",
  (1800 + ((id * 977) % 5200) + (id % 89) / 100).toFixed(2),
  `2026-${String((id % 10) + 1).padStart(2, "0")}-${String((id % 27) + 1).padStart(2, "0")}`,
  `К-${4000 + id * 3}`,
];
const rows = Array.from({ length: 120 }, (_, at) => row(at + 1));
const csv = (lines: readonly (readonly string[])[], names = header) =>
  `${names}\n${lines.map((cells) => `${cells.join(",")}\n`).join("")}`;
const fields = [
  "{ name: district, type: string, title: Район }",
  "{ name: amount, type: number, title: Сума }",
  "{ name: paid, type: date, title: Сплачено }",
  "{ name: office, type: string, title: Код договору }",
];
const platforms = "title: Кількість платформ }";
const described = text.replace(platforms, [platforms, ...fields].join("\n        - "));
const old: Record<string, string> = { ...base, [passport]: described, [table]: csv(rows) };
const versioned = (written: string) =>
  written.replace('version: "1.1"', 'version: "2.0"\nversionNotes: Вилучено скасовані договори.');

const columns = header.split(",");
/** The table with some cells written anew. */
const edited = (
  fits: (id: number) => boolean,
  column: string,
  anew: (cell: string, id: number) => string,
): string => {
  const at = columns.indexOf(column);
  return csv(
    rows.map((cells, index) =>
      fits(index + 1)
        ? cells.map((cell, place) => (place === at ? anew(cell, index + 1) : cell))
        : cells,
    ),
  );
};
const only = (id: number) => (one: number) => one === id;
const added = (...lines: string[][]) => csv([...rows, ...lines]);
const set = "1: Зупинки громадського транспорту (stops-1)";
const look = (sentence: string) => `## Можна схвалити, якщо так і має бути: ${set}: ${sentence}`;
const fine = "## Можна схвалювати";

/** Changes one after another make this file long: the approved reports are of all of them. */
type Change = [what: string, files: Record<string, string | null>, first: string];

const harmless: Change[] = [
  ["a month's new rows", { [table]: added(...[121, 122, 123, 124, 125].map(row)) }, fine],
  [
    "a sum corrected by a few hryvnias",
    { [table]: edited(only(7), "amount", (cell) => (Number(cell) + 12.5).toFixed(2)) },
    fine,
  ],
  [
    "a misspelt name mended",
    { [table]: edited(only(9), "name", (cell) => cell.replace("Ремонт", "Поточний ремонт")) },
    fine,
  ],
  ["rows in another order", { [table]: csv([...rows].reverse()) }, fine],
  [
    "three rows moved to another known district",
    {
      [table]: edited(
        (id) => id <= 3,
        "district",
        () => "Новий",
      ),
    },
    fine,
  ],
  ["a date moved by a week", { [table]: edited(only(5), "paid", () => "2026-06-13") }, fine],
  ["one cell emptied", { [table]: edited(only(11), "amount", () => "") }, fine],
  [
    "a better description",
    { [passport]: described.replace("Перелік зупинок", "Повний перелік зупинок") },
    fine,
  ],
  [
    "keywords and the title of a column",
    { [passport]: described.replace("title: Сума }", "title: Сума договору }") },
    fine,
  ],
  [
    "sums of ten rows grown by a few hundredths",
    {
      [table]: edited(
        (id) => id % 12 === 0,
        "amount",
        (cell, id) => (Number(cell) * (1 + id / 5000)).toFixed(2),
      ),
    },
    fine,
  ],
];

const harmful: Change[] = [
  [
    "one amount times a thousand",
    { [table]: edited(only(7), "amount", (cell) => (Number(cell) * 1000).toFixed(2)) },
    look("колонка amount: число стало більшим у 1 000 разів: 3 439,07 → 3 439 070"),
  ],
  [
    "thousands become milliards",
    { [table]: edited(only(20), "amount", () => "2509123456.78") },
    look("колонка amount: число стало більшим у 440 000 разів: 5 740,2 → 2 509 123 456,78"),
  ],
  [
    "a number below zero",
    { [table]: edited(only(8), "platforms", () => "-5") },
    look("колонка platforms: число −5 менше за нуль, а досі від’ємних не було"),
  ],
  [
    "a new district",
    { [table]: added([...row(121).slice(0, 3), "Подільский", ...row(121).slice(4)]) },
    look("колонка district: нове значення «Подільский», а досі було 4 значення"),
  ],
  [
    "a column of codes half emptied",
    {
      [table]: edited(
        (id) => id % 2 === 0,
        "office",
        () => "",
      ),
    },
    look("колонка office: порожніх комірок стало 50 % замість 0 %"),
  ],
  [
    "one contract's code in two rows",
    { [table]: edited(only(30), "office", () => "К-4003") },
    look("колонка office: значення «К-4003» повторюється, а досі в кожного рядка було своє"),
  ],
  [
    "a year of another century",
    { [table]: edited(only(30), "paid", () => "2062-01-04") },
    look("колонка paid: дата 2062-01-04 далека від решти (2026-01-03 – 2026-10-26)"),
  ],
  [
    "a thousand copies but for the id",
    {
      [table]: csv([
        ...rows,
        ...Array.from({ length: 1000 }, (_, at) => [
          String(1000 + at),
          ...row((at % 120) + 1).slice(1),
        ]),
      ]),
    },
    look("1 000 нових рядків повторюють інші в усьому, крім ключа"),
  ],
  [
    "one district replaced everywhere",
    {
      [table]: edited(
        () => true,
        "district",
        (cell) => (cell === "Новий" ? "Центральний" : cell),
      ),
    },
    look("колонка district: у 30 рядках однакова заміна: «Новий» → «Центральний»"),
  ],
  [
    "every sum grown by more than a half",
    {
      [table]: edited(
        () => true,
        "amount",
        (cell, id) => (Number(cell) * (1.5 + (id % 9) / 70)).toFixed(2),
      ),
    },
    look("колонка amount: змінені комірки зсунули суму: 523 064,12 → 813 948,44 (+55,6 %)"),
  ],
  [
    "all sums in kopecks",
    {
      [table]: edited(
        () => true,
        "amount",
        (cell) => (Number(cell) * 100).toFixed(0),
      ),
    },
    look("колонка amount: у 120 рядках числа помножено на 100"),
  ],
  ["a table cut off", { [table]: csv(rows.slice(0, 60)) }, "## Схвалити не можна: 1 помилка"],
  [
    "rows taken out, and the passport says so",
    { [table]: csv(rows.slice(0, 60)), [passport]: versioned(described) },
    look("зміна зламає програми, що читають набір"),
  ],
];

describe("the reviewer: verdict and first sentence", () => {
  test.each(harmless)("harmless: %s", (_, files, first) => {
    const result = from(old, files);
    expect([result.verdict, markdown(result).split("\n")[0]]).toEqual(["fine", first]);
  });
  test.each(harmful)("harmful: %s", (_, files, first) => {
    const result = from(old, files);
    expect([result.verdict, markdown(result).split("\n")[0]?.replaceAll("\u00a0", " ")]).toEqual([
      first.includes("не можна") ? "blocked" : "look",
      first,
    ]);
  });

  /** More of what a change may be: reports of these are read whole, their first sentences are held elsewhere. */
  const others: [what: string, files: Record<string, string | null>][] = [
    [
      "the passport alone",
      { [passport]: described.replace("frequency: yearly", "frequency: monthly") },
    ],
    ["a set taken away", { [passport]: null, [table]: null }],
    [
      "a new set",
      {
        "data/datasets/benches/datapackage.yaml": described.replace(
          "title: Зупинки громадського транспорту",
          "title: Лави",
        ),
        "data/datasets/benches/stops.csv": csv(rows.slice(0, 3)),
      },
    ],
    [
      "a new column that the passport tells of",
      {
        [table]: csv(
          rows.map((cells, at) => [...cells, at % 2 === 0 ? "так" : "ні"]),
          `${header},covered`,
        ),
        [passport]: described.replace(
          "title: Код договору }",
          "title: Код договору }\n        - { name: covered, type: string, title: Накрито }",
        ),
      },
    ],
    [
      "a column renamed and another type",
      {
        [table]: csv(rows, header.replace("district", "raion")),
        [passport]: described
          .replace("{ name: district,", "{ name: raion,")
          .replace("name: office, type: string", "name: office, type: integer"),
      },
    ],
    [
      "a file of the portal that other pages stand on",
      { "data/publishers/council.yaml": "title: Рада\nkind: council\n" },
    ],
    ["a picture beside the data", { "data/datasets/stops-1/scheme.pdf": "%PDF-1.7\n" }],
    [
      "a new column that the passport does not tell of",
      {
        [table]: csv(
          rows.map((cells) => [...cells, "так"]),
          `${header},covered`,
        ),
      },
    ],
    ["the same rows in another order", { [table]: csv(rows.toReversed()) }],
  ];
  test("the reports of all these changes read as they were read and approved", async () => {
    // Written by the check, read again by the job that comments: what one says the other takes.
    for (const [, files] of [...harmless, ...harmful, ...others]) {
      const result = from(old, files);
      expect(parseReport(renderReviewJson(result))).toEqual(result);
    }
    const reports = [...harmless, ...harmful, ...others].map(
      ([what, files]) => `##### ${what}\n\n${markdown(from(old, files))}`,
    );
    await expect(reports.join("\n").replaceAll("\u00a0", " ")).toMatchFileSnapshot(
      "../test/fixtures/reviews.txt",
    );
  });
});
