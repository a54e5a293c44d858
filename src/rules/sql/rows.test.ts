import { expect, test } from "vitest";
import { tableSchema } from "../../schemas/data/table-schema.ts";
import { trino } from "./dialects/trino.ts";
import { resultColumns } from "./result.ts";
import { parseAnswers, unanswered } from "./rows.ts";
import { statementsOf } from "./statements.ts";

const schema = tableSchema.parse({
  fields: [
    { name: "id", type: "string", title: "Номер" },
    { name: "of", type: "string", title: "Чий" },
  ],
  primaryKey: "id",
  foreignKeys: [{ fields: "of", reference: { resource: "", fields: "id" } }],
});
const { checks } = statementsOf(trino, [
  { name: "days", location: "days", format: "parquet", columns: ["id", "of"], schema },
]);
const names = Object.keys(resultColumns);
const line = (given: Record<string, string>) => names.map((name) => given[name] ?? "").join(",");
const fileOf = (...rows: Record<string, string>[]) =>
  [names.join(","), ...rows.map(line), ""].join("\n");
/** What is said to have no answer. */
const left = (text: string) => unanswered(checks, parseAnswers(text)).map(({ about }) => about);

const all = [
  "number of rows of days, rows alike",
  "column 1 of days: id, string",
  "column 2 of days: of, string",
  "primary key of days",
  "foreign key 1 of days",
];
const rowsCounted = { resource: "days", aspect: "rows", kind: "count", times: "0" };
const profile = { resource: "days", aspect: "profile", times: "0" };
const whole = [
  rowsCounted,
  // As pandas writes whole numbers of a column that has empty cells.
  { ...profile, position: "0.0", times: "0.0" },
  { ...profile, position: "1.0", times: "0.0" },
  { resource: "days", aspect: "asked", kind: "key", times: "0" },
  { resource: "days", aspect: "asked", kind: "reference 0", times: "0" },
];

test.each([
  ["names alone", fileOf(), all],
  ["answers of another table", fileOf(...whole.map((row) => ({ ...row, resource: "t" }))), all],
  ["a run that broke off after the first check", fileOf(rowsCounted), all.slice(1)],
  ["a run that broke off at a number", fileOf({ ...rowsCounted, times: "" }), all],
  ["a table of no rows, asked about everything", fileOf(...whole), []],
])("a check without an answer is no clean table: %s", (_, text, about) => {
  expect(left(text)).toEqual(about);
});

test("a row that was not written to its end is refused", () => {
  const text = fileOf(...whole);
  expect(() => parseAnswers(text.slice(0, -20))).toThrow("записали не до кінця");
});
