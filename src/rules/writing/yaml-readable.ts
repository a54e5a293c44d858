import { error, type Rule } from "../rule.ts";

export const yamlReadable: Rule = {
  id: "yaml-readable",
  title: "Файл опису читається",
  why: "Опис у форматі YAML розбирає програма: зайвий відступ, незакриті лапки або двічі записаний ключ змінюють зміст. Якорі, посилання і теги YAML заборонено, бо вони приховують значення.",
  check: ({ problems }) =>
    problems.flatMap((problem) =>
      problem.code === "yaml"
        ? [
            error(yamlReadable, {
              place: problem.place,
              message: `Файл не вдалося прочитати: ${problem.reason}.`,
              hint: "Виправте цей рядок. Текст із двокрапкою беруть у лапки, відступи роблять пробілами.",
            }),
          ]
        : [],
    ),
  examples: [
    {
      when: "ключ записано двічі",
      files: { "data/publishers/council.yaml": "title: Рада\ntitle: Міська рада\nkind: council\n" },
      messages: ["Файл не вдалося прочитати: той самий ключ записано двічі."],
    },
    {
      when: "в описі є якір YAML",
      files: { "data/publishers/council.yaml": "title: &a Рада\nkind: council\n" },
      messages: ["Файл не вдалося прочитати: якорі (&назва) не дозволені."],
    },
  ],
};
