import { quote } from "../../../model/reports/finding.ts";
import { columnLetter } from "../../../model/table.ts";
import { fieldNamePattern } from "../../../schemas/data/table-schema.ts";
import { restored } from "../../../table/scan/mojibake.ts";
import { error, warning } from "../../rule.ts";
import { tableExample } from "../example-table.ts";
import { placeIn, tableRule } from "../table-rule.ts";

/** Names that come more than once, with the places of each; twenty at most, as the rest are no better. */
function alike(names: readonly string[]): [string, number[]][] {
  const places = new Map<string, number[]>();
  names.forEach((name, index) => {
    const found = places.get(name) ?? [];
    found.push(index);
    if (name.trim() !== "") places.set(name, found);
  });
  return [...places].filter(([, found]) => found.length > 1).slice(0, 20);
}

export const headerClean = tableRule({
  id: "header-clean",
  title: "Назви колонок є, різні й латиницею",
  why: "Колонку без назви або з чужою назвою програма прочитає неправильно або зовсім пропустить.",
  find(table) {
    const { columns, header } = table.report;
    const names = header.findIndex((kind) => kind === "names" || kind === "header");
    // Of a table without names header-rows speaks.
    if (names === -1) return [];
    const place = placeIn(table, names + 1);
    // Of a clerk's file the clean table leaves such columns out, and says so.
    const isLeftOut = ({ profile }: (typeof columns)[number]) =>
      table.form === "any" && profile.count === profile.missing;
    const nameless = columns.flatMap((column, index) =>
      column.name.trim() === "" && !isLeftOut(column) ? [columnLetter(index)] : [],
    );
    const misread = columns.flatMap(({ name }) => {
      const was = restored(name);
      return was === undefined ? [] : [`${quote(name)} (мабуть, ${quote(was)})`];
    });
    const foreign = columns.filter(
      ({ name, declared }) => !declared && name.trim() !== "" && !fieldNamePattern.test(name),
    );
    return [
      ...(misread.length > 0
        ? [
            error(headerClean, {
              place,
              message: `Назви колонок, прочитані колись в іншому кодуванні, — ${misread.length}: ${misread.slice(0, 5).join(", ")}${misread.length > 5 ? " та інші" : ""}.`,
              hint: "Візьміть вихідну таблицю і збережіть її як «CSV UTF-8».",
            }),
          ]
        : []),
      ...(nameless.length > 0
        ? [
            error(headerClean, {
              place,
              message: `Колонки без назви — ${nameless.length}: ${nameless.slice(0, 5).join(", ")}${nameless.length > 5 ? " та інші" : ""}.`,
              hint: "Дайте кожній колонці назву, а порожні вилучіть.",
            }),
          ]
        : []),
      ...alike(columns.map(({ name }) => name)).map(([name, [first = 0, ...others]]) =>
        error(headerClean, {
          place,
          message: `Назва ${quote(name)} повторюється в колонках ${[first, ...others.slice(0, 4)].map(columnLetter).join(", ")}${others.length > 4 ? ` та ще ${others.length - 4}` : ""}.`,
          hint: "Дайте кожній колонці свою назву.",
        }),
      ),
      ...(table.report.unnamed > 0
        ? [
            warning(headerClean, {
              place,
              message: `Комірок у кожному рядку даних більше, ніж назв у заголовку: на ${table.report.unnamed}.`,
              hint: "Мабуть, назву однієї колонки пропущено або дві назви злилися: перевірте, чи кожна стоїть над своїми даними. Якщо це лише зайві розділювачі наприкінці рядків, вилучіть їх.",
            }),
          ]
        : []),
      // A published table's names are compared with its structure, which has only names for programs.
      ...(table.form === "any" && foreign.length > 0
        ? [
            warning(headerClean, {
              place,
              message: `Назви колонок, які не прочитає програма, — ${foreign.length}: ${foreign
                .slice(0, 5)
                .map(({ name, field }) => `${quote(name)} (пропонуємо ${field})`)
                .join(
                  ", ",
                )}${foreign.length > 5 ? " та інші" : ""}. Потрібно: латинські літери й цифри, без пробілів, спершу літера.`,
              hint: "Назвіть колонки латиницею, як у рекомендованій структурі; українські назви перейдуть в опис колонок.",
            }),
          ]
        : []),
    ];
  },
  examples: [
    tableExample({
      when: "у заголовку бракує назви",
      warns: true,
      columns: "idname, platforms",
      bad: "idname,platforms\n1,Вокзал,\n2,Центр,\n",
      good: "idname,platforms\n1,Вокзал\n2,Центр\n",
      messages: ["Комірок у кожному рядку даних більше, ніж назв у заголовку: на 1."],
    }),
    tableExample({
      when: "назви прочитано колись в іншому кодуванні",
      bad: "id,РќР°Р·РІР°,platforms\n1,Вокзал,2\n",
      messages: [
        "Назви колонок, прочитані колись в іншому кодуванні, — 1: «РќР°Р·РІР°» (мабуть, «Назва»).",
      ],
    }),
    tableExample({
      when: "дві колонки з однаковою назвою",
      bad: "id,name,name\n1,Вокзал,2\n",
      messages: ["Назва «name» повторюється в колонках B, C."],
    }),
    tableExample({
      when: "праворуч порожня колонка",
      bad: "id,name,platforms,\n1,Вокзал,2,\n",
      messages: ["Колонки без назви — 1: D."],
    }),
  ],
});
