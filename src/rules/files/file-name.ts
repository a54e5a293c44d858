import { quote } from "../../model/reports/finding.ts";
import { deviceName } from "../../schemas/text.ts";
import { toSlug } from "../../table/layout/transliterate.ts";
import { examplePortal } from "../example-portal.ts";
import { error, type Rule } from "../rule.ts";

/** A part of a path that is a safe part of an address and of a command: no blanks, quotes, line ends, leading dots. */
const part = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
/** Letters of a part: file systems hold 255 bytes, and the portal adds endings of its own. */
const longest = 120;
/** A name that can be, made of one that cannot: Cyrillic in Latin letters, whatever form it is written in. */
function proposed(name: string): string {
  const [, stem = name, ending = ""] =
    /^(.*?)(\.[A-Za-z0-9]{1,8})?$/.exec(name.normalize("NFC").replace(/[. ]+$/, "")) ?? [];
  // Short enough to be shown whole, with its ending.
  const slug = toSlug(stem).slice(0, 50) || "file";
  return (deviceName.test(slug) ? `${slug}-1` : slug) + ending.toLowerCase();
}
/** What in a name of a file or a folder cannot be; undefined where it can. */
export function nameFault(name: string): string | undefined {
  if (name.length > longest) return `довша за ${longest} знаків`;
  if (name !== name.normalize("NFC"))
    return "має літери, складені з двох знаків (так пише macOS): на вигляд вони ті самі, а для програм — інші";
  if (deviceName.test(name))
    return "у Windows зайнята пристроєм, і файлу з такою назвою там не створити";
  if (/[. ]$/.test(name)) return "закінчується крапкою або пробілом, які Windows відкидає";
  return part.test(name) ? undefined : "має знаки, яких у назвах файлів тут не може бути";
}

/** Two paths that a person, Windows or macOS would take for one. */
export const fold = (path: string): string => path.normalize("NFKC").toLowerCase();

export const fileName: Rule = {
  id: "file-name",
  title: "Назву файлу записано латиницею і без пробілів",
  why: "Назва файлу стає частиною адреси, а її бачать програми. Кирилиця, пробіли, лапки чи невидимі знаки в ній у кожній програмі читаються по-своєму, а дві назви, що різняться лише великими літерами, на Windows — один файл.",
  check({ tree }) {
    const seen = new Map<string, string>();
    /** Folders whose names have been told of: once, not with each file in them. */
    const told = new Set<string>();
    return [...tree.keys()].flatMap((path) => {
      const twin = seen.get(fold(path));
      seen.set(fold(path), path);
      const place = { file: path };
      return [
        ...path.split("/").flatMap((name, depth, names) => {
          const fault = nameFault(name);
          const upTo = names.slice(0, depth + 1).join("/");
          if (fault === undefined || told.has(upTo)) return [];
          told.add(upTo);
          return [
            error(fileName, {
              place,
              message: `Назва ${quote(name)} ${fault}.`,
              hint: `Перейменуйте на ${quote(proposed(name))}: латинські літери, цифри, дефіс, підкреслення і крапка.`,
            }),
          ];
        }),
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
      messages: ["Назва «Нова новина.mdx» має знаки, яких у назвах файлів тут не може бути."],
    },
    {
      when: "назва записана складеними літерами, як на macOS",
      files: { [`data/datasets/stops/${"Їжаки".normalize("NFD")}.csv`]: "id\n1\n" },
      messages: [
        "Назва «Їжаки.csv» має літери, складені з двох знаків (так пише macOS): на вигляд вони ті самі, а для програм — інші.".replace(
          "Їжаки",
          "Їжаки".normalize("NFD"),
        ),
      ],
    },
    {
      when: "тека має кириличну назву: про неї кажуть раз, а не з кожним файлом",
      files: {
        "data/registers/events/Рада/a.yaml": "title: Подія\n",
        "data/registers/events/Рада/b.yaml": "title: Подія\n",
      },
      messages: ["Назва «Рада» має знаки, яких у назвах файлів тут не може бути."],
    },
    {
      when: "назва закінчується крапкою",
      files: { "data/datasets/stops/notes.": "Нотатки\n" },
      messages: ["Назва «notes.» закінчується крапкою або пробілом, які Windows відкидає."],
    },
    {
      when: "назва, яку Windows дає пристрою",
      files: { "data/publishers/aux.yaml": "title: Рада\nkind: council\n" },
      messages: [
        "Назва «aux.yaml» у Windows зайнята пристроєм, і файлу з такою назвою там не створити.",
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
