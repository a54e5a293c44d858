import type { CellProblem } from "../../../model/table.ts";
import { typeWords } from "../../../vocabularies/table-words.ts";
import { tableExample } from "../example-table.ts";
import { cellsFinding, tableRule } from "../table-rule.ts";

function words({ kind, expected }: CellProblem): {
  found: string;
  expected: string;
  hint: string;
} {
  const type = typeWords[expected] ?? expected;
  switch (kind) {
    case "type":
      return {
        found: `не ${type}`,
        expected: type,
        hint: "Виправте комірки; якщо значення немає, лишіть порожніми.",
      };
    case "required":
      return {
        found: "порожні комірки",
        expected: "значення в кожному рядку",
        hint: "Заповніть комірки або зніміть вимогу required у структурі.",
      };
    case "unique":
      return {
        found: "повтори",
        expected: "кожне значення один раз",
        hint: "Вилучіть повтори або зніміть вимогу unique у структурі.",
      };
    case "enum":
      return {
        found: "значення не з переліку",
        expected,
        hint: "Виберіть значення з переліку; великі й малі літери розрізняються.",
      };
    case "minimum":
      return {
        found: "значення, менше за дозволене",
        expected: `${expected} або більше`,
        hint: "Перевірте числа.",
      };
    case "maximum":
      return {
        found: "значення, більше за дозволене",
        expected: `${expected} або менше`,
        hint: "Перевірте числа.",
      };
    case "minLength":
      return {
        found: "закороткий запис",
        expected: `знаків ${expected} або більше`,
        hint: "Перевірте, чи не загубилися нулі на початку.",
      };
    case "maxLength":
      return {
        found: "задовгий запис",
        expected: `знаків ${expected} або менше`,
        hint: "Скоротіть значення.",
      };
    case "pattern":
      return {
        found: "запис не за зразком",
        expected: "запис за зразком зі структури",
        hint: `Звірте з описом колонки; зразок для програм: ${expected}.`,
      };
  }
}

export const cellsValid = tableRule({
  id: "cells-valid",
  title: "Комірки відповідають структурі",
  why: "Структура набору обіцяє читачам тип і межі кожної колонки. Однакові помилки колонки зібрано в один запис. Дату й час порівнюють із межею як моменти, зважаючи на часовий пояс; якщо його записано тільки в комірці або тільки в межі, помилкою є лише різниця понад 14 годин.",
  find: (table) =>
    table.report.columns.flatMap(({ problems }, index) =>
      problems.flatMap((problem) =>
        cellsFinding(cellsValid, table, index, problem, { severity: "error", ...words(problem) }),
      ),
    ),
  examples: [
    tableExample({
      when: "у числовій колонці слово",
      bad: "id,name,platforms\n1,Вокзал,дві\n2,Центр,1\n",
      messages: ["Колонка «platforms»: не ціле число (1 комірка: C2 «дві»). Потрібно: ціле число."],
    }),
    tableExample({
      when: "немає обов’язкового значення",
      bad: "id,name,platforms\n,Вокзал,2\n",
      messages: [
        "Колонка «id»: порожні комірки (1 комірка: A2). Потрібно: значення в кожному рядку.",
      ],
    }),
  ],
});
