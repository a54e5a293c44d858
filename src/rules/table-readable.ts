import type { TableProblem } from "../model/table.ts";
import { error, type Rule } from "./rule.ts";

const delimiters: Record<string, string> = {
  ";": "крапкою з комою",
  "\t": "табуляцією",
  "|": "рискою |",
};

function words(problem: TableProblem): { line: number; message: string; hint: string } {
  const saveAs = "Відкрийте таблицю в Excel і збережіть як «CSV UTF-8 (з роздільниками-комами)».";
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
    case "delimiter":
      return {
        line: 1,
        message: `Колонки розділено ${delimiters[problem.found]}, а потрібна кома.`,
        hint: saveAs,
      };
    case "syntax":
      return {
        line: problem.line,
        message:
          problem.reason === "open-quote"
            ? "Лапки відкрито й не закрито: решта файлу прочиталася як одна комірка."
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

export const tableReadable: Rule = {
  id: "table-readable",
  title: "Таблиця читається",
  why: "CSV з відкритих даних читають програми: кодування UTF-8, кома між колонками, лапки за RFC 4180.",
  check: ({ datasets }) =>
    datasets.flatMap(({ tables }) =>
      tables.flatMap(({ path, problem }) => {
        // An empty file is spoken of by file-size.
        if (!problem || problem.kind === "empty") return [];
        const { line, ...rest } = words(problem);
        return [error(tableReadable, { place: { file: path, line }, ...rest })];
      }),
    ),
  examples: [
    {
      when: "файл у кодуванні Windows-1251",
      files: {
        "data/datasets/stops/stops.csv": new Uint8Array([
          ...new TextEncoder().encode("id,name,platforms\n1,"),
          0xc2,
          0xee,
          0xea,
          0xe7,
          0xe0,
          0xeb,
          0x2c,
          0x32,
          0x0a,
        ]),
      },
      messages: [
        "Файл не в кодуванні UTF-8: замість українських літер читачі побачать нерозбірливі знаки.",
      ],
    },
    {
      when: "Excel розділив колонки крапкою з комою",
      files: { "data/datasets/stops/stops.csv": "id;name;platforms\n1;Вокзал;2\n" },
      messages: ["Колонки розділено крапкою з комою, а потрібна кома."],
    },
    {
      when: "лапки не закрито",
      files: { "data/datasets/stops/stops.csv": 'id,name,platforms\n1,"Вокзал,2\n' },
      messages: ["Лапки відкрито й не закрито: решта файлу прочиталася як одна комірка."],
    },
    {
      when: "збережено вебсторінку",
      files: { "data/datasets/stops/stops.csv": "<!DOCTYPE html><html></html>\n" },
      messages: ["Замість таблиці збережено вебсторінку."],
    },
  ],
};
