import { quote } from "../../../model/reports/finding.ts";
import type { ColumnReport, TableSubject } from "../../../model/table.ts";
import type { Field, TableSchema } from "../../../schemas/data/table-schema.ts";
import { closest } from "../../closest.ts";
import { error, warning } from "../../rule.ts";
import { tableExample } from "../example-table.ts";
import { placeIn, type TableRule, tableRule } from "../table-rule.ts";
import { fieldsBlock } from "./fields-block.ts";

type Words = { message: string; hint: string };

const listed = (names: readonly string[]): string =>
  `${names.slice(0, 5).map(quote).join(", ")}${names.length > 5 ? " та інші" : ""}`;

type Compared = ReturnType<typeof compareColumns>;

/** A table's columns beside those of its structure. */
function compareColumns({ report, structure }: TableSubject, { fields }: TableSchema) {
  // An official structure lets a publisher leave out a column whose values it does not require.
  const isOptional = ({ constraints }: Field) => structure !== undefined && !constraints.required;
  const found = report.columns.filter(({ declared }) => declared);
  const names = found.map(({ field }) => field);
  const absent = fields.filter(({ name }) => !names.includes(name));
  const missing = absent.filter((field) => !isOptional(field));
  const undescribed = report.columns.filter(
    ({ declared, name }) => !declared && name.trim() !== "",
  );
  const others = undescribed.map(({ name }) => name);
  // A column that is missing under its name and there under one much like it is one fault, told once.
  const meant = new Map(missing.map(({ name }) => [name, closest(name, others)]));
  const told = new Set(meant.values());
  return {
    found,
    missing,
    meant,
    optional: absent.filter(isOptional),
    extra: undescribed.filter(({ name }) => !told.has(name)),
    misnamed: found.filter(({ name, field, title }) => name !== field && name !== title),
    ordered: names.every((name, index) => fields[index]?.name === name),
  };
}

/** Is it another structure's table? */
const isOfAnother = ({ structure, report }: TableSubject, { found }: Compared): boolean =>
  structure !== undefined && found.length < 3 && found.length < report.columns.length / 2;

const missingWords = (
  { structure }: TableSubject,
  { meant }: Compared,
  { name, title }: Field,
): Words => {
  const near = meant.get(name);
  const rename = near && `Колонку «${near}» перейменуйте на «${name}».`;
  return {
    message: `У таблиці немає колонки ${quote(name)}${structure ? ` (${title})` : ""}.`,
    hint:
      rename ??
      (structure
        ? "Якщо ця колонка у вас зветься інакше, перейменуйте її; якщо її немає, додайте."
        : "Додайте колонку або вилучіть її з опису."),
  };
};

const optionalWords = ({ optional }: Compared): Words => ({
  message: `Необов’язкові колонки структури, яких немає в таблиці, — ${optional.length}: ${listed(optional.map(({ name }) => name))}.`,
  hint: "Додайте ті, для яких маєте дані.",
});

const misnamedWords = ({ form }: TableSubject, { name, field }: ColumnReport): Words => ({
  message: `Назву колонки ${quote(name)} записано не так, як у структурі: ${quote(field)}.`,
  hint:
    form === "any"
      ? `У чистій таблиці колонку названо «${field}».`
      : `Скопіюйте назву «${field}»: можливо, в ній кирилична літера або зайвий знак.`,
});

function extraWords({ structure }: TableSubject, { extra }: Compared): Words {
  const names = extra.map(({ name }) => name);
  const isOne = names.length === 1;
  return {
    message: isOne
      ? `Колонки ${quote(names[0])} немає в описі структури.`
      : `Колонок немає в описі структури: ${listed(names)}.`,
    hint: structure
      ? "Якщо колонка відповідає колонці структури, перейменуйте її; якщо ні, лишіть як додаткову й опишіть у паспорті набору."
      : `Додайте ${isOne ? "її до schema.fields" : "їх до schema.fields"} (назви в title поправте) або вилучіть із таблиці.`,
  };
}

const onTable = tableRule({
  id: "columns-match",
  title: "Колонки такі, як у структурі",
  why: "Структура набору обіцяє читачам певні колонки в певному порядку; програми читачів на це покладаються.",
  find(table) {
    const { schema, structure, report, form } = table;
    if (!schema || report.columns.length === 0) return [];
    const place = placeIn(table, report.header.indexOf("names") + 1 || 1);
    const compared = compareColumns(table, schema);
    const { found, missing, optional, extra, misnamed, ordered } = compared;
    if (isOfAnother(table, compared))
      return [
        error(onTable, {
          place,
          message: `Таблиця не за структурою ${quote(structure)}: колонок збігається ${found.length} з ${schema.fields.length}.`,
          hint: "Перевірте, чи ту структуру вибрано; назви колонок структури — на її сторінці порталу.",
        }),
      ];
    // A published file must be as promised; a clerk's file is read to be mended.
    const say = (words: Words) =>
      (form === "published" ? error : warning)(onTable, { place, ...words });
    const isWhole = missing.length === 0 && optional.length === 0 && extra.length === 0;
    return [
      ...missing.map((field) => error(onTable, { place, ...missingWords(table, compared, field) })),
      ...(optional.length > 0 ? [warning(onTable, { place, ...optionalWords(compared) })] : []),
      ...misnamed.map((column) => say(misnamedWords(table, column))),
      ...(extra.length > 0
        ? [
            {
              ...say(extraWords(table, compared)),
              ...(structure ? {} : { paste: fieldsBlock(extra) }),
            },
          ]
        : []),
      ...(isWhole && !ordered
        ? [
            say({
              message: "Колонки стоять в іншому порядку, ніж у структурі.",
              hint: `Поставте їх так: ${schema.fields.map(({ name }) => name).join(", ")}.`,
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
        .filter(({ table, beginning, schema }) => (table ?? beginning) && !schema)
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
