import { type Finding, quote } from "../../model/reports/finding.ts";
import type { Repository } from "../../model/repository.ts";
import { textOf } from "../../model/tree.ts";
import { skeletonQuestion, skeletonTexts } from "../../vocabularies/skeleton-texts.ts";
import { stopsWith } from "../example-portal.ts";
import { error, type Rule } from "../rule.ts";

/** Questions to the writer that are still in the text of news or of a dashboard. */
const questionsLeft = ({ tree, texts }: Repository): Finding[] =>
  texts.flatMap(({ file }) => {
    const source = tree.get(file);
    return (source ? textOf(source) : "").split("\n").flatMap((line, index) =>
      line.startsWith(skeletonQuestion)
        ? [
            error(skeletonFilled, {
              place: { file, line: index + 1 },
              message: `У тексті лишилося запитання заготовки: ${quote(line.slice(skeletonQuestion.length).trim())}.`,
              hint: "Дайте відповідь у тексті або приберіть цей рядок.",
            }),
          ]
        : [],
    );
  });

export const skeletonFilled: Rule = {
  id: "skeleton-filled",
  title: "Заготовку заповнено",
  why: "Заготовка правильна за формою, тож без цього правила на портал потрапив би набір із назвою «Назва набору» або новина із запитаннями до того, хто її писав.",
  check: (repository) => [
    ...questionsLeft(repository),
    ...repository.datasets.flatMap(({ value, placeOf }) =>
      [
        { path: ["title"], text: value.title },
        { path: ["description"], text: value.description ?? "" },
        { path: ["purpose"], text: value.purpose ?? "" },
        ...value.keywords.map((text, index) => ({ path: ["keywords", index], text })),
        ...value.resources.map(({ title }, index) => ({
          path: ["resources", index, "title"],
          text: title,
        })),
      ].flatMap(({ path, text }) =>
        skeletonTexts.some((blank) => text.startsWith(blank))
          ? [
              error(skeletonFilled, {
                place: placeOf(path),
                message: `У паспорті лишився текст заготовки: ${quote(text)}.`,
                hint: "Замініть його своїм.",
              }),
            ]
          : [],
      ),
    ),
  ],
  examples: [
    {
      when: "назву набору не змінено",
      files: stopsWith("title: Зупинки громадського транспорту", "title: Назва набору «stops»"),
      messages: ["У паспорті лишився текст заготовки: «Назва набору «stops»»."],
    },
    {
      when: "у новині лишилося запитання до того, хто пише",
      files: {
        "content/news/a.mdx":
          "---\ntitle: Новина\ndate: 2026-01-01\ndescription: Опис\n---\n> **Допишіть:** Чому це важливо?\n",
      },
      messages: ["У тексті лишилося запитання заготовки: «Чому це важливо?»."],
    },
  ],
};
