import { quote } from "../../../model/reports/finding.ts";
import type { Field } from "../../../schemas/data/table-schema.ts";
import { closest } from "../../closest.ts";
import { error, warning } from "../../rule.ts";
import { tableExample } from "../example-table.ts";
import { placeIn, type TableRule, tableRule } from "../table-rule.ts";
import { fieldsBlock } from "./fields-block.ts";

const listed = (names: readonly string[]): string =>
  `${names.slice(0, 5).map(quote).join(", ")}${names.length > 5 ? " та інші" : ""}`;

const onTable = tableRule({
  id: "columns-match",
  title: "Колонки такі, як у структурі",
  why: "Структура набору обіцяє читачам певні колонки в певному порядку; програми читачів на це покладаються.",
  find(table) {
    const { schema, structure, report } = table;
    if (!schema || report.columns.length === 0) return [];
    const place = placeIn(table, report.header.indexOf("names") + 1 || 1);
    const expected = schema.fields.map(({ name }) => name);
    const found = report.columns.filter(({ declared }) => declared);
    const fields = found.map(({ field }) => field);
    // An official structure lets a publisher leave out a column whose values it does not require.
    const optionalIn = ({ constraints }: Field) => structure !== undefined && !constraints.required;
    const missing = schema.fields.filter(({ name }) => !fields.includes(name));
    const undescribed = report.columns.filter(
      ({ declared, name }) => !declared && name.trim() !== "",
    );
    const others = undescribed.map(({ name }) => name);
    // A column that is missing under its name and there under one much like it is one fault, told once.
    const meant = new Map(
      missing.map((field) => [
        field.name,
        optionalIn(field) ? undefined : closest(field.name, others),
      ]),
    );
    const left = undescribed.filter(({ name }) => ![...meant.values()].includes(name));
    const extra = left.map(({ name }) => name);
    const misnamed = found.filter(({ name, field, title }) => name !== field && name !== title);
    const ordered = fields.every((name, index) => expected[index] === name);
    const optional = missing.filter(optionalIn);
    // A published file must be as promised; a clerk's file is read to be mended.
    const say = table.form === "published" ? error : warning;
    if (structure && found.length < 3 && found.length < report.columns.length / 2)
      return [
        error(onTable, {
          place,
          message: `Таблиця не за структурою ${quote(structure)}: колонок збігається ${found.length} з ${schema.fields.length}.`,
          hint: "Перевірте, чи ту структуру вибрано; назви колонок структури — на її сторінці порталу.",
        }),
      ];
    return [
      ...missing
        .filter((field) => !optional.includes(field))
        .map(({ name, title }) => {
          const near = meant.get(name);
          return error(onTable, {
            place,
            message: `У таблиці немає колонки ${quote(name)}${structure ? ` (${title})` : ""}.`,
            hint: near
              ? `Колонку «${near}» перейменуйте на «${name}».`
              : structure
                ? "Якщо ця колонка у вас зветься інакше, перейменуйте її; якщо її немає, додайте."
                : "Додайте колонку або вилучіть її з опису.",
          });
        }),
      ...(optional.length > 0
        ? [
            warning(onTable, {
              place,
              message: `Необов’язкові колонки структури, яких немає в таблиці, — ${optional.length}: ${listed(optional.map(({ name }) => name))}.`,
              hint: "Додайте ті, для яких маєте дані.",
            }),
          ]
        : []),
      ...misnamed.map(({ name, field }) =>
        say(onTable, {
          place,
          message: `Назву колонки ${quote(name)} записано не так, як у структурі: ${quote(field)}.`,
          hint:
            table.form === "any"
              ? `У чистій таблиці колонку названо «${field}».`
              : `Скопіюйте назву «${field}»: можливо, в ній кирилична літера або зайвий знак.`,
        }),
      ),
      ...(extra.length === 0
        ? []
        : [
            {
              ...say(onTable, {
                place,
                message:
                  extra.length === 1
                    ? `Колонки ${quote(extra[0])} немає в описі структури.`
                    : `Колонок немає в описі структури: ${listed(extra)}.`,
                hint: structure
                  ? "Якщо колонка відповідає колонці структури, перейменуйте її; якщо ні, лишіть як додаткову й опишіть у паспорті набору."
                  : `Додайте ${extra.length === 1 ? "її до schema.fields" : "їх до schema.fields"} (назви в title поправте) або вилучіть із таблиці.`,
              }),
              ...(structure ? {} : { paste: fieldsBlock(left) }),
            },
          ]),
      ...(missing.length === 0 && extra.length === 0 && !ordered
        ? [
            say(onTable, {
              place,
              message: "Колонки стоять в іншому порядку, ніж у структурі.",
              hint: `Поставте їх так: ${expected.join(", ")}.`,
            }),
          ]
        : []),
    ];
  },
  examples: [
    tableExample({
      when: "у таблиці є колонки, яких паспорт не описує",
      bad: "id,name,platforms,zone,opened\n1,Вокзал,2,а,2024-05-01\n",
      messages: ["Колонок немає в описі структури: «zone», «opened»."],
    }),
    tableExample({
      when: "колонку перейменовано",
      bad: "id,nam,platforms\n1,Вокзал,2\n",
      good: "id,name,platforms\n1,Вокзал,2\n",
      messages: ["У таблиці немає колонки «name»."],
    }),
    tableExample({
      when: "кирилична літера в назві колонки",
      bad: "іd,name,platforms\n1,Вокзал,2\n",
      good: "id,name,platforms\n1,Вокзал,2\n",
      messages: ["Назву колонки «іd» записано не так, як у структурі: «id»."],
    }),
    tableExample({
      when: "колонки переставлено",
      bad: "id,platforms,name\n1,2,Вокзал\n",
      good: "id,name,platforms\n1,Вокзал,2\n",
      messages: ["Колонки стоять в іншому порядку, ніж у структурі."],
    }),
  ],
});

export const columnsMatch: TableRule = {
  ...onTable,
  check: (repository) => [
    ...onTable.check(repository),
    ...repository.datasets.flatMap(({ tables, placeOf }) =>
      tables
        .filter(({ table, schema }) => table && !schema)
        .map(({ resource, report }) => ({
          ...warning(onTable, {
            place: placeOf(["resources", resource]),
            message: "Структуру таблиці не описано.",
            hint: "Додайте до ресурсу ці рядки (назви в title поправте) або «structure:» з рекомендованою структурою.",
          }),
          paste: ["    schema:", "      fields:", ...fieldsBlock(report.columns)],
        })),
    ),
  ],
};
