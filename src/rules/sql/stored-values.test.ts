import { afterAll, expect, test } from "vitest";
import { askTables, openDuckDb } from "../../../scripts/ask-duckdb.ts";
import { datasetOf, openWorkshop } from "../../test/fixtures/asked-of-sql.ts";
import { findingsOf, type SetTable } from "./findings.ts";

const workshop = await openWorkshop(openDuckDb);
afterAll(() => workshop.close());

const number = (name: string, allowed: unknown[]) => ({
  name,
  type: "number",
  title: "Число",
  constraints: { enum: allowed },
});
const moment = (name: string, constraints = {}) => ({
  name,
  type: "datetime",
  title: "Коли",
  constraints,
});
const fields = [
  moment("at", { minimum: "2024-02-29T08:00", maximum: "2024-02-29T09:00" }),
  moment("local"),
  number("share", [12.5, 1]),
  number("size", [0.25, 3]),
];

/** Messages about a Parquet file of two rows, and the moments' limits. */
async function askedIn(zone: string) {
  const file = `${workshop.folder}/stored.parquet`;
  await workshop.db.ask(`SET TimeZone = '${zone}'`);
  await workshop.db.ask(
    `COPY (SELECT TIMESTAMPTZ '2024-02-29 08:45:00+00' AS "at", TIMESTAMP '2024-02-29 08:45:00.5' AS local, 12.5::DECIMAL(18,2) AS share, 3::DOUBLE AS size
     UNION ALL SELECT TIMESTAMPTZ '2024-02-29 08:45:01.25+00', NULL, 1, 0.5) TO '${file}' (FORMAT parquet)`,
  );
  const dataset = datasetOf(
    {
      title: "Реєстр",
      publisher: "council",
      resources: [{ name: "stored", title: "Реєстр", path: "stored.parquet", schema: { fields } }],
    },
    {},
  );
  const schema = dataset.value.resources[0]?.schema;
  if (!schema) throw new Error("No structure.");
  const table = { name: "stored", location: file, format: "parquet", schema } as const;
  const columns = await workshop.db.columnsOf(table);
  const tables: SetTable[] = [{ ...table, columns, resource: 0, file: "stored.parquet" }];
  const { findings, reports } = findingsOf(dataset, tables, await askTables(workshop.db, tables));
  const { minimum, maximum } = reports.get("stored")?.columns[0]?.profile ?? {};
  return { messages: findings.map(({ message }) => message), minimum, maximum };
}

test.each(["UTC", "Europe/Kyiv"])(
  "moments are told in the time of Greenwich and numbers are compared as numbers, in a session of %s",
  async (zone) => {
    expect(await askedIn(zone)).toEqual({
      messages: [
        "Колонка «size»: значення не з переліку (1 комірка: D3 «0.5»). Потрібно: 0.25, 3.",
      ],
      minimum: "2024-02-29T08:45:00Z",
      maximum: "2024-02-29T08:45:01.25Z",
    });
  },
);
