import { type Finding, quote } from "../model/reports/finding.ts";
import type { PersonalFound, TableSubject } from "../model/table.ts";
import type { Field } from "../schemas/data/table-schema.ts";
import { cellsFinding, placeIn } from "./tables/table-rule.ts";

/** The rule that speaks of people, wherever they are found. */
const rule = { id: "personal-data" } as const;

const words: Record<PersonalFound["kind"], string> = {
  "tax-number": "РНОКПП (ідентифікаційні номери) людей",
  passport: "серії й номери паспортів",
  "id-card": "номери паспортів-карток",
  unzr: "УНЗР (номери запису в демографічному реєстрі)",
  phone: "мобільні телефони",
  mail: "особисті адреси електронної пошти",
  name: "імена людей",
  initials: "прізвища з ініціалами",
  entrepreneur: "імена підприємців",
  named: "імена людей: так названо колонку",
  card: "номери банківських карток",
  birth: "дати народження поруч з іменами",
  "home-address": "адреси квартир поруч з іменами",
  plate: "номерні знаки автомобілів",
};

const withdraw =
  "Не надсилайте цього файлу: вилучіть колонку або замініть людину посадою, установою, номером. Якщо оприлюднення передбачено законом або є згода людей, запишіть підставу в паспорті набору, в описі цієї колонки (personal).";
/** An entrepreneur's name is in the state register, open to all; the number of the same person is not. */
const traders =
  "Ім’я підприємця відкрите в Єдиному державному реєстрі, його РНОКПП — ні. Якщо оприлюднення передбачено законом (закупівлі, оренда, дозволи), запишіть підставу в описі цієї колонки (personal), а номери вилучіть; якщо ні — лишіть саме «ФОП».";
const lookAt =
  "Якщо це службова скринька установи або підприємець із відкритого реєстру, лишіть; якщо особиста — вилучіть.";
const lookAtNames =
  "Перегляньте ці комірки: якщо в них названо людей, вилучіть імена або замініть посадою, установою; якщо ні, лишіть.";

const hintOf = ({ kind, severity }: PersonalFound): string =>
  kind === "entrepreneur"
    ? traders
    : severity === "error"
      ? withdraw
      : kind === "mail"
        ? lookAt
        : lookAtNames;

/** What is personal in a table: its columns, but those whose description names a ground, and the rows above them. */
export const findPeople = (table: TableSubject, fields: readonly Field[]): Finding[] => [
  ...(table.report.named ?? []).map(({ where, value, ...spot }) => ({
    rule: rule.id,
    severity: "error" as const,
    place: placeIn(table, { ...spot, value }),
    message: `${where === "title" ? "Рядок над таблицею" : "Назва колонки"}: схоже на ім’я, телефон або номер особи (${quote(value)}).`,
    hint: "Не надсилайте цього файлу: вилучіть ім’я; хто готував таблицю, читачеві знати не треба.",
  })),
  ...table.report.columns.flatMap((column, index) => {
    const permitted = fields.find(({ name }) => name === column.field)?.personal;
    if (permitted !== undefined) return [];
    return column.personal.flatMap((found) =>
      cellsFinding(rule, table, index, found, {
        severity: found.severity,
        found: `схоже на ${words[found.kind]}`,
        expected: "дані, що не дають упізнати людину",
        hint: hintOf(found),
      }),
    );
  }),
];
