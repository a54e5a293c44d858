import { quote } from "../../model/reports/finding.ts";
import { registerNames } from "../../schemas/data/registers.ts";
import { error, type Rule } from "../rule.ts";

/** Folders and files the portal knows; anything else would be silently ignored. */
const known = [
  /^data\/portal\.yaml$/,
  /^data\/plan\.yaml$/,
  /^data\/card\.yaml$/,
  /^data\/basemap\.json$/,
  /^data\/portals(\/[^/]+)?\.yaml$/,
  /^data\/checks\/(links|national-portal|feedback)\.yaml$/,
  /^data\/audits\/20\d\d\/[a-z0-9-]+\.csv$/,
  new RegExp(`^data/registers/(${registerNames.join("|")})/[a-z0-9]+(-[a-z0-9]+)*\\.yaml$`),
  /^data\/publishers\/[^/]+\.yaml$/,
  /^data\/series\/[^/]+\.yaml$/,
  /^data\/datasets\/[^/]+\/[^/]+$/,
  /^content\/dashboards\/[^/]+\.mdx$/,
  /^content\/news\/[^/]+\.mdx$/,
];

/** Is it a place for a file of the portal? */
export const hasPlace = (file: string): boolean => known.some((pattern) => pattern.test(file));

/** The name a file was meant to have: «datapackage.yml», «portal.yaml.txt», «новина.md»; undefined where it is right. */
function meantBy(file: string): string | undefined {
  const passport =
    /^(data\/datasets\/[^/]+)\/(?:data-?package|паспорт|passport)\.(?:ya?ml|json)(?:\.txt)?$/i;
  const folder = passport.exec(file)?.[1];
  const meant =
    folder !== undefined
      ? `${folder}/datapackage.yaml`
      : file
          .replace(/^(content\/(?:news|dashboards)\/.+?)\.(?:mdx?|markdown)(?:\.txt)?$/i, "$1.mdx")
          .replace(/^(data\/(?!datasets\/).+?)\.ya?ml(?:\.txt)?$/i, "$1.yaml");
  return meant !== file && hasPlace(meant) ? meant : undefined;
}

export const filePlace: Rule = {
  id: "file-place",
  title: "Файл лежить у своїй теці",
  why: "Файл поза теками порталу ніхто не побачить: завантаження пішло не туди.",
  check: ({ tree, datasetIds }) => {
    const meant = new Map(
      [...tree.keys()].flatMap((file) => {
        const name = meantBy(file);
        // Beside a passport that is there, another file is a stray one: file-referenced tells of it.
        const isStray = file.startsWith("data/datasets/") && tree.has(name ?? "");
        return name === undefined || isStray ? [] : [[file, name]];
      }),
    );
    const names = new Set(meant.values());
    return [
      ...[...meant].map(([file, name]) => {
        const short = name.split("/").at(-1) ?? "";
        return error(filePlace, {
          place: { file },
          message: `Файлу ${quote(file.split("/").at(-1))} портал не прочитає: його назва має бути інша.`,
          hint: `${tree.has(name) ? `Файл «${short}» уже є: замініть його цим або вилучіть зайвий.` : `Перейменуйте на «${short}».`} Windows ховає закінчення назв: увімкніть у Провіднику «Вигляд → Розширення імен файлів».`,
        });
      }),
      ...[...tree.keys()]
        .filter((file) => !hasPlace(file) && !meant.has(file))
        .map((file) =>
          error(filePlace, {
            place: { file },
            message: `Портал не знає, що робити з файлом ${quote(file)}.`,
            hint: "Файли наборів кладуть у data/datasets/<набір>/, картки розпорядників — у data/publishers/, серії — у data/series/, записи реєстрів — у data/registers/<реєстр>/, новини — у content/news/.",
          }),
        ),
      ...datasetIds
        .map((id) => ({ id, passport: `data/datasets/${id}/datapackage.yaml` }))
        .filter(({ passport }) => !tree.has(passport) && !names.has(passport))
        .map(({ id }) =>
          error(filePlace, {
            place: { file: `data/datasets/${id}` },
            message: `У теці ${quote(id)} немає опису набору datapackage.yaml.`,
            hint: `Створіть його командою «npm run new-dataset -- ${id}» або перенесіть файли до теки їхнього набору.`,
          }),
        ),
    ];
  },
  examples: [
    {
      when: "паспорт названо із закінченням .yml",
      files: {
        "data/datasets/routes/datapackage.yml": "title: Маршрути\n",
        "data/portal.yaml.txt": "title: Портал\n",
      },
      messages: [
        "Файлу «datapackage.yml» портал не прочитає: його назва має бути інша.",
        "Файлу «portal.yaml.txt» портал не прочитає: його назва має бути інша.",
      ],
    },
    {
      when: "Windows дописала .txt, а новину збережено як .md",
      files: {
        "data/publishers/school.yaml.txt": "title: Школа\n",
        "content/news/a.md": "Текст\n",
      },
      messages: [
        "Файлу «a.md» портал не прочитає: його назва має бути інша.",
        "Файлу «school.yaml.txt» портал не прочитає: його назва має бути інша.",
      ],
    },
    {
      when: "файл завантажено в корінь data",
      files: { "data/stops.csv": "id\n1\n" },
      messages: ["Портал не знає, що робити з файлом «data/stops.csv»."],
    },
    {
      when: "теку набору завантажено в неї саму",
      files: { "data/datasets/stops/stops/datapackage.yaml": "title: Зупинки\n" },
      messages: [
        "Портал не знає, що робити з файлом «data/datasets/stops/stops/datapackage.yaml».",
      ],
    },
    {
      when: "тло карт на своєму місці",
      files: { "data/basemap.json": '{"type":"FeatureCollection","features":[]}\n' },
      messages: [],
    },
    {
      when: "у теці немає опису",
      files: { "data/datasets/routes/routes.csv": "id\n1\n" },
      messages: ["У теці «routes» немає опису набору datapackage.yaml."],
    },
  ],
};
