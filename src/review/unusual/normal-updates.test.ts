import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import type { Row, Table } from "../../model/table.ts";
import { readRepository } from "../../read/repository.ts";
import { readTree } from "../../read/tree.ts";
import { namesOf, tableSchema } from "../../schemas/data/table-schema.ts";
import { roleOf } from "../../table/column/role/role.ts";
import { readRows, readTable } from "../../table/read-table.ts";
import type { DescribedTable } from "../described-table.ts";
import { compareTables } from "../tables.ts";

const project = resolve(import.meta.dirname, "../../..");
const shared = resolve(project, "../shared/realdata");
const longest = 3000;
const least = 20;

/** The portal's own tables, with the structures people wrote. */
const ownTables = (): DescribedTable[] =>
  readRepository(readTree(project)).datasets.flatMap(({ tables, value }) =>
    tables.flatMap(({ table, resource, file }) => {
      const { name, schema } = value.resources[resource] ?? {};
      return table && name !== undefined && schema
        ? [
            {
              table: { ...table, rows: table.rows.slice(0, longest) },
              schema,
              resource: name,
              file,
              personal: new Set<string>(),
            },
          ]
        : [];
    }),
  );

/** Files as others publish them, their types read off the cells. */
const foreignTables = (): DescribedTable[] =>
  (existsSync(shared) ? readdirSync(shared, { recursive: true, encoding: "utf8" }) : [])
    .filter((file) => file.endsWith(".csv"))
    .map((file): DescribedTable => {
      const bytes = readFileSync(resolve(shared, file));
      const report = readTable(bytes, { form: "any" });
      const header = report.columns.map((_, at) => `c${at}`);
      const schema = tableSchema.parse({
        fields: report.columns.map(({ type }, at) => ({
          name: header[at],
          title: `c${at}`,
          type: type === "time" ? "string" : type,
        })),
      });
      const rows = readRows(bytes, report).slice(0, longest);
      return { table: { header, rows }, schema, resource: file, file, personal: new Set() };
    });

/** A generator of the same numbers each time. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

type Update = (
  side: DescribedTable,
  roll: (sides: number) => number,
) => { before: readonly Row[]; after: readonly Row[] };
const tail =
  (share: number): Update =>
  ({ table: { rows } }) => ({
    before: rows.slice(0, -Math.max(1, Math.round(rows.length * share))),
    after: rows,
  });

/** Some cells of a table written anew: those of columns that `fits` allows. */
const rewritten =
  (
    turns: number,
    fits: (column: number, side: DescribedTable) => boolean,
    anew: (
      cell: string,
      at: { column: number; rows: readonly Row[] },
      roll: (sides: number) => number,
    ) => string,
  ): Update =>
  (side, roll) => {
    const { rows, header } = side.table;
    const places = header.map((_, at) => at).filter((at) => fits(at, side));
    const after = [...rows];
    for (let turn = 0; turn < turns && places.length > 0; turn++) {
      const row = roll(rows.length);
      const column = places[roll(places.length)] ?? 0;
      const cells = [...(rows[row]?.cells ?? [])];
      cells[column] = anew(cells[column] ?? "", { column, rows }, roll);
      after[row] = { line: rows[row]?.line ?? 0, cells };
    }
    return { before: rows, after };
  };
const isMeasure = (column: number, { table, schema }: DescribedTable): boolean => {
  const name = table.header[column] ?? "";
  const field = schema.fields.find((one) => one.name === name);
  return (
    field?.type === "number" &&
    !namesOf(schema.primaryKey).includes(name) &&
    !roleOf(name, field.title)
  );
};
const isCategory = (column: number, { table }: DescribedTable): boolean =>
  new Set(table.rows.map(({ cells }) => cells[column])).size < table.rows.length / 5;
const isProse = (column: number, { table }: DescribedTable): boolean =>
  table.rows.filter(({ cells }) => /^[\p{L} ]{8,}$/u.test(cells[column] ?? "")).length >
  table.rows.length / 2;
const turned =
  (update: Update): Update =>
  (side, roll) => {
    const { before, after } = update(side, roll);
    return { before: after, after: before };
  };

/** What happens to a table in an ordinary month. */
const updates: Record<string, Update> = {
  "the last row came": tail(0),
  "a month of a year's rows came": tail(1 / 12),
  "rows came here and there": ({ table: { rows } }, roll) => ({
    before: rows.filter(() => roll(20) > 0),
    after: rows,
  }),
  "a few sums corrected": rewritten(4, isMeasure, (cell) =>
    /^\d/.test(cell) ? String(Number((Number(cell) * 1.03).toFixed(2))) : cell,
  ),
  "states of some things became others": rewritten(
    5,
    isCategory,
    (_, { column, rows }, roll) => rows[roll(rows.length)]?.cells[column] ?? "",
  ),
  "misspelt words mended": turned(
    rewritten(2, isProse, (cell) =>
      cell.replace(/.(?=.$)/u, (letter) => (letter === "а" ? "о" : "а")),
    ),
  ),
};

const withRows = (side: DescribedTable, rows: readonly Row[]): DescribedTable => ({
  ...side,
  table: { header: side.table.header, rows: [...rows] } satisfies Table,
});

/** Every update of every table, and what a reviewer would be told of it. */
function alarmsOf(tables: readonly DescribedTable[]) {
  const large = tables.filter(({ table }) => table.rows.length >= least);
  const told = large.flatMap((side, at) =>
    Object.entries(updates).flatMap(([name, update]) => {
      const { before, after } = update(side, dice(at + 1));
      const { unusual } = compareTables(withRows(side, before), withRows(side, after));
      return unusual.length === 0
        ? []
        : [
            `${side.file}: ${name}: ${unusual.map(({ kind, column }) => `${kind} ${column}`).join(", ")}`,
          ];
    }),
  );
  const made = large.length * Object.keys(updates).length;
  // A month in which every table is updated once, each time in another way.
  return { made, told, monthly: (told.length / made) * large.length, tables: large.length };
}

test.each([
  ["the portal's own tables", ownTables],
  ["real files of others", foreignTables],
])(
  "ordinary updates of %s raise less than one alarm a month",
  (what, tables) => {
    const { made, told, monthly, tables: count } = alarmsOf(tables());
    console.log(
      made === 0
        ? `${what}: none here, nothing measured`
        : `${what}: ${told.length} alarms in ${made} updates; with ${count} tables updated once a month, ${monthly.toFixed(2)} a month\n${told.join("\n")}`,
    );
    if (made > 0) expect(monthly).toBeLessThan(1);
  },
  60_000,
);
