import { quote } from "../../model/reports/finding.ts";
import { skeletonTexts } from "../../vocabularies/skeleton-texts.ts";
import { stopsWith } from "../example-portal.ts";
import { error, type Rule } from "../rule.ts";

export const skeletonFilled: Rule = {
  id: "skeleton-filled",
  title: "Заготовку паспорта заповнено",
  why: "Заготовка правильна за формою, тож без цього правила на портал потрапив би набір із назвою «Назва набору».",
  check: ({ datasets }) =>
    datasets.flatMap(({ value, placeOf }) =>
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
  examples: [
    {
      when: "назву набору не змінено",
      files: stopsWith("title: Зупинки громадського транспорту", "title: Назва набору «stops»"),
      messages: ["У паспорті лишився текст заготовки: «Назва набору «stops»»."],
    },
  ],
};
