import { textsOf } from "../model/texts.ts";
import type { TreeFile } from "../model/tree.ts";
import { textOf } from "../model/tree.ts";
import { isPersonalText } from "../table/personal.ts";
import { stopsWith } from "./example-portal.ts";
import { type Rule, warning } from "./rule.ts";

const inDataset = /^data\/datasets\/.+\.(?:geo)?json$/;
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

export const fileImpersonal: Rule = {
  id: "file-impersonal",
  title: "У файлах JSON немає персональних даних",
  why: "Таблиці перевіряють за колонками, а у файлі JSON ім’я чи телефон може стояти будь-де. Історія змін зберігає файл назавжди, тож подивитися треба до оприлюднення.",
  check: ({ tree }) =>
    [...tree]
      .filter(([path]) => inDataset.test(path))
      .map(([path, file]) => ({ path, count: peopleIn(file) }))
      .filter(({ count }) => count > 0)
      .map(({ path, count }) =>
        warning(fileImpersonal, {
          place: { file: path },
          message: `Значень, схожих на імена, телефони або номери осіб, у файлі — ${count}.`,
          hint: "Перегляньте файл. Вилучіть імена й контакти або замініть посадою, установою; якщо це назви вулиць чи відкриті службові дані, лишіть.",
        }),
      ),
  examples: [
    {
      when: "у файлі JSON — імена й телефони",
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
