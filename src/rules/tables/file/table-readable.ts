import type { Finding } from "../../../model/reports/finding.ts";
import type { TableProblem, TableReport } from "../../../model/table.ts";
import { delimiterWords, encodingWords } from "../../../vocabularies/table-words.ts";
import { error, warning } from "../../rule.ts";
import { tableExample } from "../example-table.ts";
import { placeIn, tableRule } from "../table-rule.ts";

const saveAs =
  "Найпростіше: сторінка порталу «Перевірте таблицю» дає з такого файлу правильний CSV. В Excel: «CSV UTF-8»; щоб він писав коми, у Windows: Регіон → Додаткові параметри → роздільник елементів списку — кома.";

function words(problem: TableProblem): { line: number; message: string; hint: string } {
  switch (problem.kind) {
    case "not-utf8":
      return {
        line: problem.line,
        message:
          "Файл не в кодуванні UTF-8: замість українських літер читачі побачать нерозбірливі знаки.",
        hint: saveAs,
      };
    case "empty":
      return { line: 1, message: "У файлі немає таблиці.", hint: "Завантажте файл ще раз." };
    case "blank":
      return {
        line: 1,
        message: "У файлі немає таблиці: самі порожні рядки.",
        hint: "Візьміть вихідну таблицю й збережіть її знову.",
      };
    case "wide":
      return {
        line: 1,
        message: `Колонок у таблиці — ${problem.columns}: такої не прочитає майже жодна програма.`,
        hint: "Можливо, рядки й колонки переплутано: поверніть таблицю (в Excel — Спеціальна вставка → Транспонувати) або поділіть її.",
      };
    case "delimiter":
      return {
        line: 1,
        message: `Колонки розділено ${delimiterWords[problem.found]?.by}, а потрібна кома.`,
        hint: saveAs,
      };
    case "syntax":
      return {
        line: problem.line,
        message:
          problem.reason === "open-quote"
            ? "Лапки відкрито й не закрито: решта файлу прочиталася як одна комірка."
            : problem.reason === "swallowed-lines"
              ? "Лапки закрито аж через кілька рядків: ці рядки злилися в одну комірку."
              : "Лапки стоять посеред комірки.",
        hint: 'Комірку з лапками беруть у лапки всю, а лапки всередині подвоюють: "КП ""Благоустрій""". Excel робить це сам, коли зберігає CSV.',
      };
    case "forbidden-bytes":
      return {
        line: problem.line,
        ...{
          nul: {
            message: "У файлі є нульові байти: це не текст або текст у кодуванні UTF-16.",
            hint: saveAs,
          },
          conflict: {
            message: "У файлі лишилися позначки незавершеного злиття змін (<<<<<<<).",
            hint: "Вилучіть ці рядки, лишивши правильний варіант.",
          },
          html: {
            message: "Замість таблиці збережено вебсторінку.",
            hint: "Завантажте сам файл: на сторінці джерела натисніть «Завантажити», а не «Зберегти сторінку».",
          },
          lfs: {
            message: "Замість таблиці збережено вказівник Git LFS.",
            hint: "Завантажте сам файл: портал не використовує Git LFS.",
          },
          binary: { message: "Це книга Excel або архів з розширенням .csv.", hint: saveAs },
        }[problem.what],
      };
  }
}

/** A clerk's file in another encoding is read; one that changes encoding on its way is not. */
const partlyForeign = (line: number) => ({
  line,
  message: "Файл у кодуванні UTF-8, але з цього рядка літери записано інакше.",
  hint: "Схоже, у файл вставлено частину іншого. Візьміть вихідні таблиці й складіть їх заново.",
});

/**
 * A clerk's file is read however it is written; what the portal asks of it is said all the same. A published table is
 * read only as it should be written, and a sheet's text is the engine's own.
 */
function formWords({ encoding, separators }: TableReport): Pick<Finding, "message" | "hint">[] {
  const name = encoding.name === "utf-8" ? undefined : encodingWords[encoding.name];
  const delimiter =
    separators.delimiter === "," ? undefined : delimiterWords[separators.delimiter]?.by;
  return [
    ...(name
      ? [
          encoding.sure === "guess"
            ? {
                message: `Кодування файлу незрозуміле: найбільше схоже на ${name}. Потрібно: UTF-8.`,
                hint: `Перевірте, чи читаються літери; якщо ні, візьміть вихідну таблицю. ${saveAs}`,
              }
            : { message: `Файл у кодуванні ${name}. Потрібно: UTF-8.`, hint: saveAs },
        ]
      : []),
    ...(delimiter
      ? [{ message: `Колонки розділено ${delimiter}. Потрібно: кома.`, hint: saveAs }]
      : []),
    ...(separators.newline === "\r"
      ? [
          {
            message: "Рядки закінчуються так, як на комп’ютерах Apple до 2001 року.",
            hint: saveAs,
          },
        ]
      : []),
  ];
}

export const tableReadable = tableRule({
  id: "table-readable",
  title: "Таблиця читається",
  why: "CSV з відкритих даних читають програми: кодування UTF-8, кома між колонками, лапки за RFC 4180.",
  find(table) {
    const { problems } = table.report;
    return [
      ...problems
        // An empty file of the portal is spoken of by file-size.
        .filter(({ kind }) => kind !== "empty" || table.form === "any")
        .map((problem) => {
          const { line, ...rest } =
            problem.kind === "not-utf8" && table.form === "any"
              ? partlyForeign(problem.line)
              : words(problem);
          return error(tableReadable, { place: placeIn(table, line), ...rest });
        }),
      ...formWords(table.report).map((rest) =>
        warning(tableReadable, { place: placeIn(table), ...rest }),
      ),
    ];
  },
  examples: [
    tableExample({
      when: "файл у кодуванні Windows-1251",
      bad: new Uint8Array([
        ...new TextEncoder().encode("id,name,platforms\n1,"),
        ...[0xc2, 0xee, 0xea, 0xe7, 0xe0, 0xeb, 0x2c, 0x32, 0x0a],
      ]),
      messages: [
        "Файл не в кодуванні UTF-8: замість українських літер читачі побачать нерозбірливі знаки.",
      ],
    }),
    tableExample({
      when: "Excel розділив колонки крапкою з комою",
      bad: "id;name;platforms\n1;Вокзал;2\n",
      good: "id,name,platforms\n1,Вокзал,2\n",
      messages: ["Колонки розділено крапкою з комою, а потрібна кома."],
    }),
    tableExample({
      when: "у файлі самі порожні рядки",
      bad: "\n  \n\n",
      messages: ["У файлі немає таблиці: самі порожні рядки."],
    }),
    tableExample({
      when: "лапки не закрито",
      bad: 'id,name,platforms\n1,"Вокзал,2\n',
      good: "id,name,platforms\n1,Вокзал,2\n",
      messages: ["Лапки відкрито й не закрито: решта файлу прочиталася як одна комірка."],
    }),
    tableExample({
      when: "лапки посеред комірки",
      bad: 'id,name,platforms\n1,КП "Вокзал",2\n2,"Центр" міста,1\n',
      good: 'id,name,platforms\n1,"КП ""Вокзал""",2\n2,"""Центр"" міста",1\n',
      messages: ["Лапки стоять посеред комірки."],
    }),
    tableExample({
      when: "лишилися позначки незавершеного злиття змін",
      bad: "id,name,platforms\n<<<<<<< HEAD\n1,Вокзал,2\n=======\n1,Вокзал,3\n>>>>>>> main\n",
      good: "id,name,platforms\n1,Вокзал,2\n",
      messages: ["У файлі лишилися позначки незавершеного злиття змін (<<<<<<<)."],
    }),
    tableExample({
      when: "збережено вказівник Git LFS",
      bad: "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
      messages: ["Замість таблиці збережено вказівник Git LFS."],
    }),
    tableExample({
      when: "збережено вебсторінку",
      bad: "<!DOCTYPE html><html></html>\n",
      messages: ["Замість таблиці збережено вебсторінку."],
    }),
    tableExample({
      when: "книгу Excel перейменовано на .csv",
      bad: new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0]),
      messages: ["Це книга Excel або архів з розширенням .csv."],
    }),
  ],
});
