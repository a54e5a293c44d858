import { quote } from "../model/finding.ts";
import { registerWords } from "../vocabularies/registers.ts";
import { error, type Rule } from "./rule.ts";

/** Folders and files the portal knows; anything else would be silently ignored. */
const known = [
  /^data\/portal\.yaml$/,
  /^data\/plan\.yaml$/,
  /^data\/card\.yaml$/,
  /^data\/checks\/(links|national-portal|feedback)\.yaml$/,
  /^data\/audits\/20\d\d\/[a-z0-9-]+\.csv$/,
  new RegExp(
    `^data/registers/(${Object.keys(registerWords).join("|")})/[a-z0-9]+(-[a-z0-9]+)*\\.yaml$`,
  ),
  /^data\/publishers\/[^/]+\.yaml$/,
  /^data\/series\/[^/]+\.yaml$/,
  /^data\/datasets\/[^/]+\/[^/]+$/,
  /^content\/dashboards\/[^/]+\.mdx$/,
  /^content\/news\/[^/]+\.mdx$/,
];

export const filePlace: Rule = {
  id: "file-place",
  title: "Файл лежить у своїй теці",
  why: "Файл поза теками порталу ніхто не побачить: завантаження пішло не туди.",
  check: ({ tree, datasetIds }) => [
    ...[...tree.keys()]
      .filter((file) => !known.some((pattern) => pattern.test(file)))
      .map((file) =>
        error(filePlace, {
          place: { file },
          message: `Портал не знає, що робити з файлом ${quote(file)}.`,
          hint: "Файли наборів кладуть у data/datasets/<набір>/, картки розпорядників — у data/publishers/, серії — у data/series/, записи реєстрів — у data/registers/<реєстр>/, новини — у content/news/.",
        }),
      ),
    ...datasetIds
      .filter((id) => !tree.has(`data/datasets/${id}/datapackage.yaml`))
      .map((id) =>
        error(filePlace, {
          place: { file: `data/datasets/${id}` },
          message: `У теці ${quote(id)} немає опису набору datapackage.yaml.`,
          hint: `Створіть його командою «npm run new-dataset -- ${id}» або перенесіть файли до теки їхнього набору.`,
        }),
      ),
  ],
  examples: [
    {
      when: "файл завантажено в корінь data",
      files: { "data/stops.csv": "id\n1\n" },
      messages: ["Портал не знає, що робити з файлом «data/stops.csv»."],
    },
    {
      when: "у теці немає опису",
      files: { "data/datasets/routes/routes.csv": "id\n1\n" },
      messages: ["У теці «routes» немає опису набору datapackage.yaml."],
    },
  ],
};
