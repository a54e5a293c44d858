import type { Finding } from "../model/finding.ts";
import type { DatasetSource } from "../model/repository.ts";
import { textsOf } from "../model/texts.ts";
import type { TreeFile } from "../model/tree.ts";
import { textOf } from "../model/tree.ts";
import { isPersonalText } from "../table/personal.ts";
import { readWorkbookParts } from "../table/workbook/parts.ts";
import { stopsWith } from "./example-portal.ts";
import { type Rule, warning } from "./rule.ts";
import { peopleAround, peopleInSheets } from "./workbook-people.ts";

const json = /^data\/datasets\/.+\.(?:geo)?json$/;
const workbook = /^data\/datasets\/([^/]+)\/.+\.(?:xlsx|ods)$/;
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
  const parts = readWorkbookParts(file.bytes());
  if (!parts) return [];
  const id = workbook.exec(path)?.[1];
  const fields = (datasets.find((dataset) => dataset.id === id)?.value.resources ?? []).flatMap(
    ({ schema }) => schema?.fields ?? [],
  );
  return [...peopleInSheets(path, parts.sheets, fields), ...peopleAround(path, parts.texts)];
}

export const fileImpersonal: Rule = {
  id: "file-impersonal",
  ofPeople: true,
  title: "У файлах JSON і книгах немає персональних даних",
  why: "Таблиці CSV перевіряють за колонками, а у файлі JSON ім’я чи телефон може стояти будь-де; книга Excel має ще й приховані аркуші, примітки, ім’я автора. Історія змін зберігає файл назавжди, тож подивитися треба до оприлюднення.",
  check: ({ tree, datasets }) => [
    ...[...tree]
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
    ...[...tree]
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
