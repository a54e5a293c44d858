import type { Line } from "../../../model/blocks.ts";
import type { FieldChange } from "../../../model/reports/review.ts";
import { counted, most, rest } from "../words.ts";
import { fieldLine, type LookItem } from "./item.ts";

const codeLines = (texts: readonly string[]): Line[] => [
  ...texts.slice(0, most).map((text): Line => [{ code: text }]),
  ...rest(texts.length),
];

export const fileRemovedItem = (path: string): LookItem => ({
  line: ["Вилучено файл ", { code: path }],
  more: [],
});

export const centralItem = (path: string, fields: readonly FieldChange[]): LookItem => ({
  line: ["Змінено файл ", { code: path }, ", від якого залежать інші сторінки"],
  more: fields.slice(0, 5).map(fieldLine),
});

export const harvestDeletedItem = (iris: readonly string[]): LookItem => ({
  line: [`Харвестери вилучать ${counted(iris.length, "набір", "набори", "наборів")}`],
  more: codeLines(iris),
});

export const codeItem = (paths: readonly string[]): LookItem => ({
  line: [
    `Змінено ${counted(paths.length, "файл", "файли", "файлів")} коду або налаштувань порталу: такі зміни схвалює той, хто відповідає за код`,
  ],
  more: codeLines(paths),
});

export const codeUnknownItem = (): LookItem => ({
  line: ["Не вдалося дізнатися, чи змінено код порталу: перегляньте перелік файлів зміни"],
  more: [],
});
