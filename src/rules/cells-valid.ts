import { quote } from "../model/finding.ts";
import { type CellProblem, columnLetter } from "../model/table.ts";
import { error, type Rule } from "./rule.ts";

const types: Record<string, string> = {
  integer: "ціле число",
  number: "число з десятковою крапкою",
  boolean: "true або false",
  date: "дата рррр-мм-дд",
  datetime: "дата й час рррр-мм-ддTгг:хх",
  time: "час гг:хх",
  year: "рік",
  yearmonth: "місяць рррр-мм",
};

function words({ kind, expected }: CellProblem): [what: string, hint: string] {
  switch (kind) {
    case "type":
      return [
        `не ${types[expected] ?? expected}`,
        `Запишіть як ${types[expected] ?? expected}; відсутнє значення лишіть порожнім.`,
      ];
    case "required":
      return ["порожні", "Заповніть комірки або зніміть вимогу required у структурі."];
    case "unique":
      return ["повторюються", "Вилучіть повтори або зніміть вимогу unique у структурі."];
    case "enum":
      return ["не з переліку", `Дозволено: ${expected}.`];
    case "minimum":
      return [`менші за ${expected}`, "Перевірте числа."];
    case "maximum":
      return [`більші за ${expected}`, "Перевірте числа."];
    case "minLength":
      return [`коротші за ${expected} знаків`, "Перевірте, чи не загубилися нулі на початку."];
    case "maxLength":
      return [`довші за ${expected} знаків`, "Скоротіть значення."];
    case "pattern":
      return ["не відповідають зразку", `Зразок: ${expected}.`];
  }
}

export const cellsValid: Rule = {
  id: "cells-valid",
  title: "Комірки відповідають структурі",
  why: "Число з комою, дата через крапки чи «-» замість порожньої комірки зупиняють програми читачів. Однакові помилки колонки зібрано в один запис.",
  check: ({ datasets }) =>
    datasets.flatMap(({ tables }) =>
      tables.flatMap(({ path, cells }) =>
        cells.map((problem) => {
          const [what, hint] = words(problem);
          const letter = columnLetter(problem.column);
          const first = problem.first
            .map(({ record, value }) =>
              value === "" ? `${letter}${record}` : `${letter}${record} ${quote(value)}`,
            )
            .join(", ");
          const rest = problem.count > problem.first.length ? " та інші" : "";
          return error(cellsValid, {
            place: { file: path, line: problem.first[0]?.line ?? 1, column: 1 },
            message: `Колонка ${quote(problem.field)}: комірок, що ${what}, — ${problem.count}: ${first}${rest}.`,
            hint,
          });
        }),
      ),
    ),
  examples: [
    {
      when: "у числовій колонці текст",
      files: {
        "data/datasets/stops/stops.csv": "id,name,platforms\n1,Вокзал,дві\n2,Центр,1\n3,Парк,-\n",
      },
      messages: ["Колонка «platforms»: комірок, що не ціле число, — 2: C2 «дві», C4 «-»."],
    },
    {
      when: "немає обов’язкового значення",
      files: { "data/datasets/stops/stops.csv": "id,name,platforms\n,Вокзал,2\n" },
      messages: ["Колонка «id»: комірок, що порожні, — 1: A2."],
    },
  ],
};
