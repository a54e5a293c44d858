import { quote } from "../../model/reports/finding.ts";
import { suggest } from "../closest.ts";
import { error, type Rule } from "../rule.ts";

export const newsDatasets: Rule = {
  id: "news-datasets",
  title: "Новина називає наявні набори",
  why: "Зі сторінки набору читач потрапляє до новин про нього, і навпаки.",
  check: ({ news, dashboards, datasetIds }) =>
    [...news, ...dashboards].flatMap(({ value, placeOf }) =>
      value.datasets.flatMap((id, index) =>
        datasetIds.includes(id)
          ? []
          : [
              error(newsDatasets, {
                place: placeOf(["datasets", index]),
                message: `Набору ${quote(id)} на порталі немає.`,
                hint: suggest(id, datasetIds),
              }),
            ],
      ),
    ),
  examples: [
    {
      when: "у назві набору одрук",
      files: {
        "content/news/a.mdx":
          "---\ntitle: Новина\ndate: 2026-01-01\ndescription: Опис\ndatasets: [stop]\n---\nТекст.\n",
      },
      messages: ["Набору «stop» на порталі немає."],
    },
  ],
};
