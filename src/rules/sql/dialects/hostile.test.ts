import { afterAll, expect, test } from "vitest";
import { askTables, openDuckDb } from "../../../../scripts/ask-duckdb.ts";
import { tableSchema } from "../../../schemas/data/table-schema.ts";
import { openWorkshop } from "../../../test/fixtures/asked-of-sql.ts";
import { answersFor } from "../rows.ts";
import { duckdb } from "./duckdb.ts";
import { spark } from "./spark.ts";
import { trino } from "./trino.ts";

const workshop = await openWorkshop(openDuckDb);
afterAll(() => workshop.close());

/** Names that leave their quotes, where they are not quoted rightly. */
const names = [
  `a"b`,
  "a'b",
  "a`b",
  "Назва, «лапки»",
  "дві\nлінії",
  `"; DROP TABLE x; --`,
  "a\\",
  "{y}",
  "*/",
];

test("columns of Parquet are asked by their names, whatever these are", async () => {
  const path = `${workshop.folder}/it's "hostile".parquet`;
  const columns = names.map((name, at) => `'${at}' AS "${name.replaceAll('"', '""')}"`);
  await workshop.db.ask(
    `COPY (SELECT ${columns.join(", ")}) TO '${path.replaceAll("'", "''")}' (FORMAT parquet)`,
  );
  const located = { name: "hostile", location: path, format: "parquet" as const };
  expect(await workshop.db.columnsOf(located)).toEqual(names);
  const schema = tableSchema.parse({
    fields: names.map((title, at) => ({ name: `f${at}`, type: "integer", title })),
  });
  const { rows } = await askTables(workshop.db, [{ ...located, columns: names, schema }]);
  const { columns: answered } = answersFor("hostile", rows);
  expect([...answered.values()].map(({ profile }) => Number(profile?.least))).toEqual(
    names.map((_, at) => at),
  );
});

test("typed columns of Parquet are judged as their texts", async () => {
  const path = `${workshop.folder}/typed.parquet`;
  await workshop.db.ask(
    `COPY (SELECT 12 AS n, 0.5::DOUBLE AS x, DATE '2024-02-29' AS d, TIMESTAMP '2024-02-29 10:45:00' AS t, true AS b UNION ALL SELECT NULL, NULL, NULL, NULL, NULL UNION ALL SELECT 7, 2.25, DATE '1999-01-01', TIMESTAMP '1999-01-01 00:00:00', false) TO '${path}' (FORMAT parquet)`,
  );
  const types = { n: "integer", x: "number", d: "date", t: "datetime", b: "boolean" };
  const schema = tableSchema.parse({
    fields: Object.entries(types).map(([name, type]) => ({ name, type, title: name })),
  });
  const columns = Object.keys(types);
  const { rows } = await askTables(workshop.db, [
    { name: "typed", location: path, format: "parquet", columns, schema },
  ]);
  const answers = answersFor("typed", rows);
  // The row of nothing is no row.
  expect(answers.rows).toBe(2);
  expect(
    [...answers.columns.values()].map(({ met, profile }) => [met.size, profile?.greatest]),
  ).toEqual([
    [0, "12.0"],
    [0, "2.25"],
    [0, "2024-02-29"],
    // Before the cell, what it is ordered by.
    [0, "L1064620645 2024-02-29T10:45:00"],
    [0, undefined],
  ]);
});

test("texts and names come back from DuckDB as they were given", async () => {
  const texts = [...names, "", "\u0000", "a\u0000'b", "\u2028\ufeff\u00a0\t", "%_[]", "'''", "\\'"];
  for (const text of texts) {
    const [row] = await workshop.db.ask(`SELECT ${duckdb.text(text)} AS ${duckdb.name("x")}`);
    expect(Object.values(row ?? {})).toEqual([text]);
  }
});

test.each([
  [spark, "it's \\d\u00a0", "'it\\'s \\\\d\\u00a0'", "a`b", "`a``b`"],
  [trino, "it's \\d\u00a0", "('it''s \\d' || chr(160))", 'a"b', '"a""b"'],
])("texts and names are quoted as each dialect asks", (dialect, text, quoted, name, quotedName) => {
  expect([dialect.text(text), dialect.name(name)]).toEqual([quoted, quotedName]);
});
