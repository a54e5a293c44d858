import { quote } from "../../../model/reports/finding.ts";
import { counted, type Table } from "../../../model/table.ts";
import { namesOf, type TableSchema } from "../../../schemas/data/table-schema.ts";
import { keysOf } from "../../../table/keys.ts";
import { stopsWith } from "../../example-portal.ts";
import { error, type Rule } from "../../rule.ts";

const shown = (key: string) => quote(key.replaceAll("\u001f", ", "));

/** Rows whose primary key stood in a row before. */
const repeatsOf = (table: Table, schema: TableSchema): { key: string; line: number }[] =>
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

export const keysHold: Rule = {
  id: "keys-hold",
  title: "Ключі таблиць дотримано",
  why: "За первинним ключем видно, який рядок змінився; зовнішній ключ пов’язує таблиці набору. Повтор або посилання в нікуди — помилка в даних.",
  check: ({ datasets }) =>
    datasets.flatMap(({ value, tables, placeOf }) =>
      tables.flatMap(({ resource, file, table, schema }) => {
        if (!table || !schema) return [];
        const findings = [];
        const unknown = [schema.primaryKey, ...schema.foreignKeys.map(({ fields }) => fields)]
          .flatMap(namesOf)
          .filter((name) => !schema.fields.some((field) => field.name === name));
        for (const name of unknown)
          findings.push(
            error(keysHold, {
              place: placeOf(["resources", resource, "schema"]),
              message: `Колонки ключа ${quote(name)} немає у структурі.`,
              hint: "Перевірте назву колонки в primaryKey або foreignKeys.",
            }),
          );
        if (unknown.length > 0) return findings;
        const [sole, ...more] = namesOf(schema.primaryKey);
        // A key of one column that must not repeat: cells-valid names each repetition.
        const told =
          more.length === 0 &&
          schema.fields.some(({ name, constraints }) => name === sole && constraints.unique);
        if (schema.primaryKey !== undefined && !told) {
          const repeated = repeatsOf(table, schema);
          const [first] = repeated;
          if (first)
            findings.push(
              error(keysHold, {
                place: { file, line: first.line },
                message: `Первинний ключ (${namesOf(schema.primaryKey).join(", ")}) повторюється, рядків — ${repeated.length}; перший — ${shown(first.key)}.`,
                hint: "Вилучіть повтори або додайте до ключа колонку, що їх розрізняє.",
              }),
            );
        }
        for (const { fields, reference } of schema.foreignKeys) {
          const index =
            reference.resource === ""
              ? resource
              : value.resources.findIndex(({ name }) => name === reference.resource);
          const target = tables.find((other) => other.resource === index)?.table;
          const targetSchema = value.resources[index]?.schema;
          if (!target || !targetSchema) {
            findings.push(
              error(keysHold, {
                place: placeOf(["resources", resource, "schema", "foreignKeys"]),
                message: `Зовнішній ключ веде до таблиці ${quote(reference.resource)}, якої в наборі немає.`,
                hint: "Вкажіть назву ресурсу цього набору.",
              }),
            );
            continue;
          }
          const { rows } = table;
          const present = new Set(keysOf(target, targetSchema, reference.fields));
          const lost = keysOf(table, schema, fields).flatMap((key, row) =>
            key === undefined || present.has(key) ? [] : [{ key, line: rows[row]?.line ?? 1 }],
          );
          const [first] = lost;
          if (first)
            findings.push(
              error(keysHold, {
                place: { file, line: first.line },
                message: `Значень колонки ${namesOf(fields).join(", ")}, яких немає в таблиці ${quote(value.resources[index]?.name)}, — ${lost.length}; перше — ${shown(first.key)}.`,
                hint: "Додайте рядок до тієї таблиці або виправте значення тут.",
              }),
            );
        }
        return findings;
      }),
    ),
  examples: [
    {
      when: "первинний ключ повторюється",
      files: { "data/datasets/stops/stops.csv": "id,name,platforms\n1,Вокзал,2\n1,Центр,1\n" },
      messages: ["Первинний ключ (id) повторюється, рядків — 1; перший — «1»."],
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
