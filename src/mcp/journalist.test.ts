import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { project } from "../test/fixtures/built-site.ts";
import type { RowsAnswer } from "./answers.ts";

const client = new Client({ name: "a journalist", version: "1" });
beforeAll(async () => {
  const args = [join(project, "scripts/open-data-portal.mjs"), "mcp", "--root", project];
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args, stderr: "pipe" }),
  );
});
afterAll(() => client.close());

const ask = async (sql: string) => {
  const answer = await client.callTool({ name: "query_sql", arguments: { sql } });
  return answer.structuredContent as RowsAnswer;
};

/** A table as anyone reads it: the file itself, and nothing of the portal's code. */
type Row = Record<string, string>;
const read = (dataset: string, table = dataset): Row[] =>
  parse(readFileSync(join(project, `data/datasets/${dataset}/${table}.csv`)), {
    bom: true,
    columns: true,
  });
const sum = (rows: readonly Row[], column: string): number =>
  rows.reduce((all, row) => all + Number(row[column] || 0), 0);
const counted = (rows: readonly Row[], key: (row: Row) => string): [string, number][] =>
  [...Map.groupBy(rows, key)].map(([value, all]): [string, number] => [value, all.length]);
const most = (pairs: [string, number][]) => pairs.toSorted((a, b) => b[1] - a[1])[0] ?? ["", 0];
const year = (row: Row, column: string): string => (row[column] ?? "").slice(0, 4);
const round = (value: number): number => Math.round(value * 100) / 100;

/** What a journalist would ask, the query that a model writes for it, and the same counted by hand from the file. */
const questions: [question: string, sql: string, byHand: () => (string | number)[][]][] = [
  [
    "Скільки дерев призначили до видалення 2018-го і 2019 року?",
    "SELECT substr(actDate, 1, 4) AS year, sum(quantityPlan) FROM trees_removed WHERE year IN ('2018', '2019') GROUP BY 1 ORDER BY 1",
    () =>
      ["2018", "2019"].map((wanted) => [
        wanted,
        sum(
          read("trees-removed").filter((row) => year(row, "actDate") === wanted),
          "quantityPlan",
        ),
      ]),
  ],
  [
    "Яку породу видаляли найчастіше?",
    "SELECT itemSpecies, count(*) AS n FROM trees_removed WHERE itemSpecies IS NOT NULL GROUP BY 1 ORDER BY n DESC LIMIT 1",
    () => [
      most(
        counted(
          read("trees-removed").filter((row) => row.itemSpecies !== ""),
          (row) => row.itemSpecies ?? "",
        ),
      ),
    ],
  ],
  [
    "На одне висаджене дерево скільки видалено?",
    "SELECT round(1.0 * (SELECT sum(quantityFact) FROM trees_removed) / (SELECT sum(quantityFact) FROM trees_planted), 2)",
    () => [
      [
        round(
          sum(read("trees-removed"), "quantityFact") / sum(read("trees-planted"), "quantityFact"),
        ),
      ],
    ],
  ],
  [
    "На скільки більше громада отримала 2022 року, ніж 2021-го?",
    "SELECT round(sum(CASE WHEN month LIKE '2022%' THEN total ELSE -total END), 2) FROM budget_income_monthly__income_by_month WHERE month < '2023'",
    () => {
      const rows = read("budget-income-monthly", "income-by-month");
      const of = (wanted: string) =>
        sum(
          rows.filter((row) => year(row, "month") === wanted),
          "total",
        );
      return [[round(of("2022") - of("2021"))]];
    },
  ],
  [
    "Яка частка трансфертів у доходах 2021 року, у відсотках?",
    "SELECT round(100 * sum(transfers) / sum(total), 2) FROM budget_income_monthly__income_by_month WHERE month LIKE '2021%'",
    () => {
      const rows = read("budget-income-monthly", "income-by-month").filter(
        (row) => year(row, "month") === "2021",
      );
      return [[round((100 * sum(rows, "transfers")) / sum(rows, "total"))]];
    },
  ],
  [
    "Яка була явка в кожному окрузі?",
    "SELECT district, round(100.0 * sum(ballots) / sum(voters), 2) FROM polling_stations GROUP BY district ORDER BY district",
    () =>
      [...Map.groupBy(read("polling-stations"), (row) => Number(row.district))]
        .sort(([a], [b]) => a - b)
        .map(([district, rows]) => [
          district,
          round((100 * sum(rows, "ballots")) / sum(rows, "voters")),
        ]),
  ],
  [
    "Скільки людей пенсійного віку й скільки дітей до 18?",
    "SELECT sum(CASE WHEN age >= 60 THEN both END), sum(CASE WHEN age < 18 THEN both END) FROM population_by_age__population",
    () => {
      const rows = read("population-by-age", "population");
      return [
        [
          sum(
            rows.filter(({ age }) => Number(age) >= 60),
            "both",
          ),
          sum(
            rows.filter(({ age }) => Number(age) < 18),
            "both",
          ),
        ],
      ];
    },
  ],
  [
    "У якій громаді найбільша частка тих, хто не склав математики?",
    "SELECT hromada, round(100.0 * notPassed / participants, 2) AS share FROM exam_results WHERE subject LIKE 'математика%' AND participants > 0 ORDER BY share DESC, hromada LIMIT 1",
    () => {
      const shares = read("exam-results")
        .filter(
          ({ subject, participants }) =>
            /^математика/i.test(subject ?? "") && Number(participants) > 0,
        )
        .map((row): [string, number] => [
          row.hromada ?? "",
          round((100 * Number(row.notPassed)) / Number(row.participants)),
        ]);
      return [most(shares.sort(([a], [b]) => a.localeCompare(b, "uk")))];
    },
  ],
  [
    "На яких вулицях, де видаляли дерева, найбільше адрес?",
    "WITH places AS MATERIALIZED (SELECT DISTINCT streetAddress AS place FROM trees_removed) SELECT s.addressThoroughfare, s.addressCount FROM streets s WHERE s.addressThoroughfareType = 'вул.' AND EXISTS (SELECT 1 FROM places WHERE place LIKE 'вул. ' || s.addressThoroughfare || '%') ORDER BY s.addressCount DESC LIMIT 3",
    () => {
      const places = read("trees-removed").map(({ streetAddress = "" }) =>
        streetAddress.toLowerCase(),
      );
      return read("streets")
        .filter(
          ({ addressThoroughfareType, addressThoroughfare = "" }) =>
            addressThoroughfareType === "вул." &&
            places.some((place) => place.startsWith(`вул. ${addressThoroughfare.toLowerCase()}`)),
        )
        .map(({ addressThoroughfare = "", addressCount }): [string, number] => [
          addressThoroughfare,
          Number(addressCount),
        ])
        .sort((a, b) => b[1] - a[1])
        .slice(0, 3);
    },
  ],
  [
    "Скільки шкіл не працює і скільки центрів послуг мають пандус?",
    "SELECT (SELECT count(*) FROM schools WHERE status <> 'працює'), (SELECT sum(ramp) FROM service_centres)",
    () => [
      [
        read("schools").filter(({ status }) => status !== "працює" && status !== "").length,
        read("service-centres").filter(({ ramp }) => ramp === "true").length,
      ],
    ],
  ],
];

test.each(questions)("%s", async (_, sql, byHand) => {
  const { rows, complete, sources, check } = await ask(sql);
  const expected = byHand();
  expect(expected.flat().every((value) => value !== "" && value !== 0)).toBe(true);
  expect(rows).toEqual(expected);
  expect(complete).toBe(true);
  expect(sources.length).toBeGreaterThan(0);
  for (const source of sources) {
    const { licence, publisher, version, modified, page, file = "", sha256 = "" } = source;
    expect([licence, publisher, version, modified].every((text) => text !== "")).toBe(true);
    // What is cited is what was read, and will be there after the next version.
    expect(file).toMatch(new RegExp(`^${page}versions/[0-9a-f]{10}/[\\w-]+\\.csv$`));
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  }
  expect(check).toContain("/sql/?data=");
});

test("the client sees four tools that read only, a resource for each set, and two prompts", async () => {
  const { tools } = await client.listTools();
  expect(tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint])).toEqual([
    ["search_datasets", true],
    ["describe_dataset", true],
    ["query_sql", true],
    ["fetch_rows", true],
  ]);
  const { resources } = await client.listResources();
  expect(resources.map(({ uri }) => uri)).toContain("portal://datasets/trees-removed");
  const { contents } = await client.readResource({ uri: "portal://datasets/trees-removed" });
  expect(contents[0]).toMatchObject({ mimeType: "text/markdown" });
  expect((await client.listPrompts()).prompts.map(({ name }) => name)).toEqual([
    "compare-years",
    "check-claim",
  ]);
  const { messages } = await client.getPrompt({
    name: "compare-years",
    arguments: { about: "видалені дерева", from: "2018", to: "2019" },
  });
  expect(JSON.stringify(messages)).toContain("Порівняй 2018 і 2019 роки: видалені дерева.");
});
