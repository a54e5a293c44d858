import type { Field } from "../../schemas/data/table-schema.ts";
import { namesOf } from "../../schemas/data/table-schema.ts";
import { declaredFields, publishedLayout } from "../../table/layout/header.ts";
import { columnStatement } from "./column-statement.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { sampleStatement } from "./people.ts";
import type { Proof } from "./rows.ts";
import {
  type AskedTable,
  keyStatement,
  referenceStatement,
  rowsSelect,
  rowsStatement,
} from "./table-statements.ts";

/** One statement of SQL, and what it asks in words of a developer. */
export type Statement = { about: string; sql: string };

/** A check, and the row that its answer holds whatever the table is like: where there is none, it was not asked. */
export type Check = Statement & { proof: Proof };

/** What the structure says of each column, in the order of the file. */
export const fieldsOf = ({ columns, schema }: AskedTable): (Field | undefined)[] =>
  declaredFields(publishedLayout([[...columns]], { fields: schema.fields }), schema.fields);

/** Are all columns of a key in the structure? A key that has others is told of by the passport's rules. */
const isOfStructure = ({ schema }: AskedTable, names: string | string[] | undefined): boolean =>
  namesOf(names).every((name) => schema.fields.some((field) => field.name === name));

/**
 * The tables of one set → what a dialect has to run before the checks, and the checks; and, by the resource's name, what
 * gives the first rows of each, for whoever runs them where people are looked for.
 */
export function statementsOf(
  dialect: Dialect,
  tables: readonly AskedTable[],
): { prepare: Statement[]; checks: Check[]; samples: Map<string, string> } {
  const known = tables.map((table) => ({
    table,
    select: rowsSelect(dialect, table),
    rows: dialect.rowsOf(table, rowsSelect(dialect, table)),
  }));
  const prepare = known.flatMap(({ table, select }) =>
    dialect.prepare(table, select).map((sql) => ({ about: `rows of ${table.name}`, sql })),
  );
  const checks = known.flatMap(({ table, rows }) => {
    const { schema, name } = table;
    const fields = fieldsOf(table);
    const columns = table.columns.map((column, position) => {
      const field = fields[position];
      const asked = {
        resource: name,
        position,
        name: column,
        field: field && { ...field, isStored: table.format === "parquet" },
      };
      return {
        about: `column ${position + 1} of ${name}${field ? `: ${field.name}, ${field.type}` : ""}`,
        sql: columnStatement(dialect, { ...asked, missingValues: schema.missingValues }, rows),
        proof: { resource: name, aspect: "profile", kind: "", position },
      };
    });
    const hasKey = namesOf(schema.primaryKey).length > 0 && isOfStructure(table, schema.primaryKey);
    const references = schema.foreignKeys.flatMap(({ fields: names, reference }, number) => {
      const target = reference.resource === "" ? name : reference.resource;
      const other = known.find((one) => one.table.name === target);
      return other && isOfStructure(table, names)
        ? [
            {
              about: `foreign key ${number + 1} of ${name}`,
              sql: referenceStatement(dialect, number, { table, rows }, other),
              proof: { resource: name, aspect: "asked", kind: `reference ${number}` },
            },
          ]
        : [];
    });
    return [
      {
        about: `number of rows of ${name}, rows alike`,
        sql: rowsStatement(dialect, table, rows),
        proof: { resource: name, aspect: "rows", kind: "count" },
      },
      ...columns,
      ...(hasKey
        ? [
            {
              about: `primary key of ${name}`,
              sql: keyStatement(dialect, table, rows),
              proof: { resource: name, aspect: "asked", kind: "key" },
            },
          ]
        : []),
      ...references,
    ];
  });
  const samples = new Map(
    known.map(({ table, rows }) => [table.name, sampleStatement(table, rows)] as const),
  );
  return { prepare, checks, samples };
}
