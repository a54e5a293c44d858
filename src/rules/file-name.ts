import { quote } from "../model/finding.ts";
import { examplePortal } from "./example-portal.ts";
import { error, type Rule } from "./rule.ts";

/** A part of a path that is a safe part of an address and of a command: no blanks, quotes, line ends, leading dots. */
const part = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
/** Letters of a part: file systems hold 255 bytes, and the portal adds endings of its own. */
const longest = 120;
/** Two names that a person, Windows or macOS would take for one. */
const fold = (path: string): string => path.normalize("NFKC").toLowerCase();

export const fileName: Rule = {
  id: "file-name",
  title: "Назву файлу записано латиницею і без пробілів",
  why: "Назва файлу стає частиною адреси, а її бачать програми. Кирилиця, пробіли, лапки чи невидимі знаки в ній у кожній програмі читаються по-своєму, а дві назви, що різняться лише великими літерами, на Windows — один файл.",
  check({ tree }) {
    const seen = new Map<string, string>();
    return [...tree.keys()].flatMap((path) => {
      const twin = seen.get(fold(path));
      seen.set(fold(path), path);
      const place = { file: path };
      return [
        ...(path.split("/").every((name) => part.test(name) && name.length <= longest)
          ? []
          : [
              error(fileName, {
                place,
                message: path.split("/").some((name) => name.length > longest)
                  ? `Назва ${quote(path)} довша за ${longest} знаків.`
                  : `Назва ${quote(path)} має знаки, яких у назвах файлів тут не може бути.`,
                hint: "Перейменуйте: латинські літери, цифри, дефіс, підкреслення і крапка, наприклад stops-2026.csv.",
              }),
            ]),
        ...(twin === undefined
          ? []
          : [
              error(fileName, {
                place,
                message: `Файли ${quote(twin)} і ${quote(path)} різняться лише написанням літер.`,
                hint: "Залиште один із них або дайте другому іншу назву.",
              }),
            ]),
      ];
    });
  },
  examples: [
    {
      when: "назва кирилицею і з пробілом",
      files: {
        "content/news/Нова новина.mdx":
          "---\ntitle: Новина\ndate: 2026-01-01\ndescription: Опис\n---\nТекст\n",
      },
      messages: [
        "Назва «content/news/Нова новина.mdx» має знаки, яких у назвах файлів тут не може бути.",
      ],
    },
    {
      when: "два файли різняться великою літерою",
      files: {
        "data/publishers/Council.yaml": examplePortal["data/publishers/council.yaml"] ?? "",
      },
      messages: [
        "Файли «data/publishers/Council.yaml» і «data/publishers/council.yaml» різняться лише написанням літер.",
      ],
    },
  ],
};
