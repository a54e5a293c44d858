import { type Finding, quote } from "../../model/reports/finding.ts";
import type { DatasetSource } from "../../model/repository.ts";
import { textsOf } from "../../model/texts.ts";
import type { TreeFile } from "../../model/tree.ts";
import { textOf } from "../../model/tree.ts";
import { isPersonalText } from "../../table/people/personal.ts";
import { readArchivedWorkbook } from "../../table/workbook/read-workbook.ts";
import { sheetText } from "../../table/workbook/sheet-text.ts";
import { stopsWith } from "../example-portal.ts";
import { type Rule, warning } from "../rule.ts";
import { peopleAround, peopleInSheets } from "./workbook-people.ts";

const json = /^data\/datasets\/.+\.(?:geo)?json$/i;
const workbook = /^data\/datasets\/([^/]+)\/.+\.(?:xlsx|xlsm|xlsb|xls|ods)$/i;
/** Bytes of a file that is read for this; a larger one is not one that people write names into. */
const longest = 20_000_000;

/** Texts of a JSON file that look like people's; none where it cannot be read as JSON. */
function peopleIn(file: TreeFile): number {
  if (file.size > longest) return 0;
  try {
    return textsOf(JSON.parse(textOf(file))).filter(({ text }) => isPersonalText(text)).length;
  } catch {
    return 0;
  }
}

/** A workbook is read as its publisher's tables are: sheets, hidden ones too, and what stands around the cells. */
function peopleInBook(file: TreeFile, path: string, datasets: readonly DatasetSource[]): Finding[] {
  if (file.kind !== "file" || file.size > longest) return [];
  const { sheets, texts, problem } = readArchivedWorkbook(file.bytes());
  if (problem || sheets.some(({ unread }) => unread))
    return [
      warning(fileImpersonal, {
        place: { file: path },
        message: `Книгу ${quote(path.split("/").at(-1))} не вдалося прочитати, тож чи є в ній персональні дані, не перевірено.`,
        hint: "Відкрийте її в Excel або LibreOffice, збережіть заново без пароля або вилучіть: відкриті дані — це таблиця CSV.",
      }),
    ];
  const id = workbook.exec(path)?.[1];
  const fields = (datasets.find((dataset) => dataset.id === id)?.value.resources ?? []).flatMap(
    ({ schema }) => schema?.fields ?? [],
  );
  const tables = sheets.map((sheet) => ({ name: sheet.name, csv: sheetText(sheet) }));
  return [...peopleInSheets(path, tables, fields), ...peopleAround(path, texts)];
}

export const fileImpersonal: Rule = {
  id: "file-impersonal",
  ofPeople: true,
  title: "У файлах JSON і книгах немає персональних даних",
  why: "Таблиці CSV перевіряють за колонками, а у файлі JSON ім’я чи телефон може стояти будь-де; книга Excel має ще й приховані аркуші, примітки, ім’я автора. Історія змін зберігає файл назавжди, тож подивитися треба до оприлюднення.",
  check: ({ tree, fetched, datasets }) => [
    ...[...tree, ...fetched]
      .filter(([path]) => json.test(path))
      .map(([path, file]) => ({ path, count: peopleIn(file) }))
      .filter(({ count }) => count > 0)
      .map(({ path, count }) =>
        warning(fileImpersonal, {
          place: { file: path },
          message: `Значень, схожих на імена, телефони або номери осіб, у файлі — ${count}.`,
          hint: "Перегляньте файл. Вилучіть імена й контакти або замініть посадою, установою; якщо це назви вулиць чи відкриті службові дані, лишіть.",
        }),
      ),
    ...[...tree, ...fetched]
      .filter(([path]) => workbook.test(path))
      .flatMap(([path, file]) => peopleInBook(file, path, datasets))
      .map((finding) => ({ ...finding, rule: fileImpersonal.id })),
  ],
  examples: [
    {
      when: "у файлі JSON — імена й телефони",
      warns: true,
      files: {
        ...stopsWith(
          "resources:",
          "resources:\n  - { name: people, title: Люди, path: people.json, format: JSON }",
        ),
        "data/datasets/stops/people.json":
          '[{"pib":"Коваленко Олена Петрівна","phone":"0670000000"},{"pib":"Директор"}]',
      },
      messages: ["Значень, схожих на імена, телефони або номери осіб, у файлі — 2."],
    },
    {
      when: "книга поряд із таблицею не відкривається",
      warns: true,
      files: {
        ...stopsWith(
          "resources:",
          "resources:\n  - { name: book, title: Книга, path: book.xlsx, format: XLSX }",
        ),
        "data/datasets/stops/book.xlsx": "PK обірвано",
      },
      messages: [
        "Книгу «book.xlsx» не вдалося прочитати, тож чи є в ній персональні дані, не перевірено.",
      ],
    },
    {
      when: "у файлі JSON — лише назви",
      files: {
        ...stopsWith(
          "resources:",
          "resources:\n  - { name: people, title: Люди, path: people.json, format: JSON }",
        ),
        "data/datasets/stops/people.json": '[{"name":"Парк Ковалівський","code":"0670"}]',
      },
      messages: [],
    },
  ],
};
