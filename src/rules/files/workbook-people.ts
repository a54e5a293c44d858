import { type Finding, quote } from "../../model/reports/finding.ts";
import type { Field } from "../../schemas/data/table-schema.ts";
import { namesPerson } from "../../table/people/personal.ts";
import { veilAll } from "../../table/people/veil.ts";
import { readTable } from "../../table/read-table.ts";
import type { WorkbookText } from "../../table/workbook/texts-around.ts";
import { findPeople } from "../people-found.ts";

const words: Record<WorkbookText["where"], { what: string; hint: string }> = {
  sheet: {
    what: "У назві аркуша",
    hint: "Не надсилайте цього файлу: перейменуйте аркуш за змістом (Назва аркуша → Перейменувати).",
  },
  comment: {
    what: "У примітці до комірки",
    hint: "Не надсилайте цього файлу: вилучіть примітки (Рецензування → Видалити), тоді збережіть книгу.",
  },
  author: {
    what: "У властивостях книги (автор, хто змінив)",
    hint: "Збережіть таблицю як CSV або вилучіть властивості: Файл → Відомості → Перевірити на наявність проблем → Інспектор документів.",
  },
};

/** Texts of a workbook beside its cells that name people: a sheet's name and a comment stop it, an author is told. */
export const peopleAround = (file: string, texts: readonly WorkbookText[]): Finding[] =>
  texts
    .filter(({ text }) => namesPerson(text))
    .map(({ where, text }) => ({
      rule: "personal-data",
      severity: where === "author" ? "warning" : "error",
      place: { file },
      message: `${words[where].what} схоже на ім’я, телефон або номер особи: ${quote(veilAll(text.slice(0, 60)))}.`,
      hint: words[where].hint,
    }));

/** Sheets of a workbook but those that are judged already → what of them is personal. */
export const peopleInSheets = (
  file: string,
  sheets: readonly { name: string; csv: string }[],
  fields: readonly Field[] = [],
): Finding[] =>
  sheets.flatMap(({ name, csv }) =>
    findPeople(
      {
        file,
        sheet: name,
        form: "any",
        report: readTable(new TextEncoder().encode(csv), {
          form: "any",
          fields,
          encoding: { name: "utf-8", sure: "certain", mark: false },
          separators: { delimiter: ",", newline: "\n" },
        }),
      },
      fields,
    ),
  );
