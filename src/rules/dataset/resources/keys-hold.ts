import { type Finding, quote } from "../../../model/reports/finding.ts";
import type { DatasetSource } from "../../../model/repository.ts";
import { counted, type Table } from "../../../model/table.ts";
import { pinnedFile } from "../../../schemas/data/pinned.ts";
import { namesOf, type TableSchema } from "../../../schemas/data/table-schema.ts";
import { keysOf } from "../../../table/keys.ts";
import { stopsWith } from "../../example-portal.ts";
import { error, type Rule, warning } from "../../rule.ts";

const shown = (key: string) => quote(key.replaceAll("\u001f", ", "));

/** Rows that break a key: how many, and of the first one its key, the values parted by U+001F, and its line. */
export type KeyFault = { count: number; first: { key: string; line: number } };

const faultOf = (rows: readonly KeyFault["first"][]): KeyFault | undefined =>
  rows[0] && { count: rows.length, first: rows[0] };

/** Rows whose primary key stood in a row before. */
const repeatsOf = (table: Table, schema: TableSchema): KeyFault["first"][] =>
  counted(table, ["repeats of the key", schema.primaryKey], () => {
    const { rows } = table;
    const seen = new Set<string>();
    return keysOf(table, schema, schema.primaryKey ?? []).flatMap((key, index) => {
      if (key === undefined) return [];
      if (seen.has(key)) return [{ key, line: rows[index]?.line ?? 1 }];
      seen.add(key);
      return [];
    });
  });

/**
 * Columns of the primary key that must be filled and do not say so themselves: «their use in the primary key is equivalent
 * to adding required: true» (Table Schema, primaryKey). Of those that do, cells-valid tells.
 */
export const unsaidKey = ({ primaryKey, fields }: TableSchema): string[] =>
  namesOf(primaryKey).filter((name) =>
    fields.some((field) => field.name === name && field.constraints.required !== true),
  );

/** Rows without a value in a column of the primary key, each with the first such column. */
const keylessOf = (table: Table, schema: TableSchema): KeyFault["first"][] =>
  counted(table, ["rows without a key", schema.primaryKey], () => {
    const missing = new Set(["", ...schema.missingValues]);
    const columns = unsaidKey(schema)
      .map((name) => ({ name, at: table.header.indexOf(name) }))
      .filter(({ at }) => at !== -1);
    return table.rows.flatMap(({ cells, line }) => {
      const empty = columns.find(({ at }) => missing.has(cells[at] ?? ""));
      return empty ? [{ key: empty.name, line }] : [];
    });
  });

/** Rows whose values of a foreign key are not in the table it leads to. */
function lostOf(
  own: { table: Table; schema: TableSchema },
  other: { table: Table; schema: TableSchema },
  { fields, reference }: TableSchema["foreignKeys"][number],
): KeyFault["first"][] {
  const present = new Set(keysOf(other.table, other.schema, reference.fields));
  return keysOf(own.table, own.schema, fields).flatMap((key, row) =>
    key === undefined || present.has(key) ? [] : [{ key, line: own.table.rows[row]?.line ?? 1 }],
  );
}

/** Who counts the rows that break the keys of a table: this engine, or SQL where the table lies elsewhere. */
export type KeyCounts = {
  repeats(): KeyFault | undefined;
  /** Rows without a value in one of `unsaidKey`; the fault's key is the name of the column. */
  keyless(): KeyFault | undefined;
  /** Of a foreign key, by its number from 0; undefined where the set has no such table to look into. */
  lost(number: number): { fault: KeyFault | undefined } | undefined;
};

/** Which of a set's resources a foreign key of one of them leads to; -1 where there is none. */
export const targetOf = (
  { value }: Pick<DatasetSource, "value">,
  resource: number,
  { reference }: TableSchema["foreignKeys"][number],
): number =>
  reference.resource === ""
    ? resource
    : value.resources.findIndex(({ name }) => name === reference.resource);

/** What is wrong with the keys of one table of a set. */
export function keyFindings(
  dataset: Pick<DatasetSource, "value" | "placeOf">,
  { resource, file, schema }: { resource: number; file: string; schema: TableSchema },
  counts: KeyCounts,
): Finding[] {
  const { value, placeOf } = dataset;
  const unknown = [schema.primaryKey, ...schema.foreignKeys.map(({ fields }) => fields)]
    .flatMap(namesOf)
    .filter((name) => !schema.fields.some((field) => field.name === name));
  if (unknown.length > 0)
    return unknown.map((name) =>
      error(keysHold, {
        place: placeOf(["resources", resource, "schema"]),
        message: `Колонки ключа ${quote(name)} немає у структурі.`,
        hint: "Перевірте назву колонки в primaryKey або foreignKeys.",
      }),
    );
  const repeated = isToldOfCells(schema) ? undefined : counts.repeats();
  const keyless = counts.keyless();
  return [
    ...(keyless
      ? [
          // Portals published such tables before the rule knew of them: no error.
          warning(keysHold, {
            place: { file, line: keyless.first.line },
            message: `Первинний ключ (${namesOf(schema.primaryKey).join(", ")}) без значення, рядків — ${keyless.count}; у першому порожня колонка ${shown(keyless.first.key)}.`,
            hint: "Заповніть комірки або оберіть ключем колонки, де значення є завжди: рядка без ключа не впізнати, коли таблицю оновлять.",
          }),
        ]
      : []),
    ...(repeated
      ? [
          error(keysHold, {
            place: { file, line: repeated.first.line },
            message: `Первинний ключ (${namesOf(schema.primaryKey).join(", ")}) повторюється, рядків — ${repeated.count}; перший — ${shown(repeated.first.key)}.`,
            hint: "Вилучіть повтори або додайте до ключа колонку, що їх розрізняє.",
          }),
        ]
      : []),
    ...schema.foreignKeys.flatMap((key, number) => {
      const lost = counts.lost(number);
      if (!lost)
        return [
          error(keysHold, {
            place: placeOf(["resources", resource, "schema", "foreignKeys"]),
            message: `Зовнішній ключ веде до таблиці ${quote(key.reference.resource)}, якої в наборі немає.`,
            hint: "Вкажіть назву ресурсу цього набору.",
          }),
        ];
      if (!lost.fault) return [];
      const { count, first } = lost.fault;
      const target = value.resources[targetOf(dataset, resource, key)]?.name;
      return [
        error(keysHold, {
          place: { file, line: first.line },
          message: `Значень колонки ${namesOf(key.fields).join(", ")}, яких немає в таблиці ${quote(target)}, — ${count}; перше — ${shown(first.key)}.`,
          hint: "Додайте рядок до тієї таблиці або виправте значення тут.",
        }),
      ];
    }),
  ];
}

/** No primary key, or one of one column that must not repeat: cells-valid names each repetition. */
function isToldOfCells({ primaryKey, fields }: TableSchema): boolean {
  const [sole, ...more] = namesOf(primaryKey);
  return (
    primaryKey === undefined ||
    (more.length === 0 &&
      fields.some(({ name, constraints }) => name === sole && constraints.unique === true))
  );
}

export const keysHold: Rule = {
  id: "keys-hold",
  title: "Ключі таблиць дотримано",
  why: "За первинним ключем видно, який рядок змінився; зовнішній ключ пов’язує таблиці набору. Повтор або посилання в нікуди — помилка в даних; рядок без ключа не впізнати.",
  check: ({ datasets }) =>
    datasets.flatMap((dataset) =>
      dataset.tables.flatMap(({ resource, file, table, schema }) => {
        if (!table || !schema) return [];
        return keyFindings(
          dataset,
          { resource, file, schema },
          {
            repeats: () => faultOf(repeatsOf(table, schema)),
            keyless: () => faultOf(keylessOf(table, schema)),
            lost(number) {
              const key = schema.foreignKeys[number];
              const index = key ? targetOf(dataset, resource, key) : -1;
              const target = dataset.tables.find((other) => other.resource === index)?.table;
              const described = dataset.value.resources[index];
              const targetSchema = described?.schema;
              // Of a table elsewhere whose rows are not at hand, file-fetched says that nobody looked into it.
              if (!target && described && pinnedFile(described)) return { fault: undefined };
              if (!key || !target || !targetSchema) return undefined;
              const other = { table: target, schema: targetSchema };
              return { fault: faultOf(lostOf({ table, schema }, other, key)) };
            },
          },
        );
      }),
    ),
  examples: [
    {
      when: "первинний ключ повторюється",
      files: { "data/datasets/stops/stops.csv": "id,name,platforms\n1,Вокзал,2\n1,Центр,1\n" },
      messages: ["Первинний ключ (id) повторюється, рядків — 1; перший — «1»."],
    },
    {
      when: "у колонці первинного ключа немає значення",
      files: {
        ...stopsWith("primaryKey: id", "primaryKey: [name, platforms]"),
        "data/datasets/stops/stops.csv": "id,name,platforms\n1,Вокзал,2\n2,Центр,\n3,,1\n",
      },
      mended: stopsWith("primaryKey: id", "primaryKey: [name, platforms]"),
      messages: [
        "Первинний ключ (name, platforms) без значення, рядків — 2; у першому порожня колонка «platforms».",
      ],
      warns: true,
    },
    {
      when: "зовнішній ключ веде в нікуди",
      files: stopsWith(
        "primaryKey: id",
        "foreignKeys: [{ fields: name, reference: { resource: routes, fields: id } }]",
      ),
      messages: ["Зовнішній ключ веде до таблиці «routes», якої в наборі немає."],
    },
  ],
};
