import type { ReadProblem } from "../../model/repository.ts";
import { encodingWords } from "../../vocabularies/table-words.ts";
import { examplePortal } from "../example-portal.ts";
import { error, type Rule } from "../rule.ts";

const saveAs =
  "Збережіть файл у кодуванні UTF-8. Блокнот: Файл → Зберегти як → Кодування: UTF-8. VS Code: натисніть назву кодування внизу праворуч → Save with Encoding → UTF-8. Excel (таблиці): Зберегти як → «CSV UTF-8». Перевірте, чи літери читаються.";

function words(problem: Extract<ReadProblem, { code: "text" }>): { message: string; hint: string } {
  switch (problem.what) {
    case "encoding":
      return {
        message: `Файл у кодуванні ${encodingWords[problem.encoding] ?? problem.encoding}, а потрібне UTF-8.`,
        hint: saveAs,
      };
    case "broken":
      return { message: "У цьому місці літери зіпсовано: це не UTF-8.", hint: saveAs };
    case "binary":
      return {
        message: "Це не текст, а архів, книга Excel чи інший документ.",
        hint: "Напишіть файл у текстовому редакторі (Блокнот, VS Code) і збережіть у кодуванні UTF-8.",
      };
    case "long":
      return {
        message: "Текст довший за 2 МБ: портал таких описів не читає.",
        hint: "Опис пишуть кількома абзацами. Якщо це дані, покладіть їх таблицею CSV у теку набору.",
      };
    case "lfs":
      return {
        message: "Замість тексту збережено вказівник Git LFS.",
        hint: "Завантажте сам файл: портал не використовує Git LFS.",
      };
    case "conflict":
      return {
        message: "У файлі лишилися позначки незавершеного злиття змін (<<<<<<<).",
        hint: "Вилучіть ці рядки, лишивши правильний варіант.",
      };
    case "control":
      return {
        message: `У тексті є керівний знак U+${problem.point.toString(16).toUpperCase().padStart(4, "0")}, якого не видно.`,
        hint: "Вилучіть його або наберіть рядок заново: такі знаки потрапляють із Word, PDF і вебсторінок, а програми читають їх по-різному.",
      };
  }
}

export const textReadable: Rule = {
  id: "text-readable",
  title: "Файл записано текстом у UTF-8",
  why: "Описи, картки й новини портал читає як текст у UTF-8. В іншому кодуванні замість українських літер вийдуть нерозбірливі знаки, а невидимі керівні знаки різні програми розуміють по-різному.",
  check: ({ problems }) =>
    problems.flatMap((problem) =>
      problem.code === "text"
        ? [error(textReadable, { place: problem.place, ...words(problem) })]
        : [],
    ),
  examples: [
    {
      when: "картку розпорядника збережено у Windows-1251",
      files: {
        "data/publishers/council.yaml": Uint8Array.from(
          [..."title: Міська рада\nkind: council\n"].map((letter) => {
            const code = letter.charCodeAt(0);
            return code < 128 ? code : letter === "і" ? 0xb3 : code - 0x350;
          }),
        ),
      },
      mended: {},
      messages: ["Файл у кодуванні Windows-1251, а потрібне UTF-8."],
    },
    {
      when: "у файлі лишилися позначки злиття",
      files: {
        "data/publishers/council.yaml": `<<<<<<< HEAD\n${examplePortal["data/publishers/council.yaml"]}=======\ntitle: Рада\n>>>>>>> new\n`,
      },
      mended: {},
      messages: ["У файлі лишилися позначки незавершеного злиття змін (<<<<<<<)."],
    },
    {
      when: "у новині — повернення каретки посеред рядка",
      files: {
        "content/news/a.mdx":
          "---\ntitle: Новина\ndate: 2026-01-01\ndescription: Опис\rще\n---\nТекст\n",
      },
      messages: ["У тексті є керівний знак U+000D, якого не видно."],
    },
  ],
};
