import { renderYaml } from "../../published/yaml.ts";
import { schemaVersion } from "../../schemas/data/schema-version.ts";
import { toSlug } from "../../table/layout/transliterate.ts";
import type { Answers } from "../answers/answers.ts";

/** Where schemas for editors lie in a portal that has the engine among its packages, from a file so many folders deep. */
const schemaOf = (name: string, depth: number): string =>
  `# yaml-language-server: $schema=${"../".repeat(depth)}node_modules/open-data-portal/src/schemas/json/${name}.schema.json\n`;

/** A file of a kind that has a schema, as text. */
export const yamlFile = (schema: string, depth: number, value: object): string =>
  renderYaml(schemaOf(schema, depth), value);

/** The council's name in the files that speak of it. */
export const councilId = ({ council }: Answers): string => toSlug(council) || "council";

type Sign = { letters: string } | { box: readonly number[]; paths: readonly string[] };

/** What the hromada consists of and where it lies, where it is known. */
export type Ground = {
  places: readonly { code: string; title: string }[];
  bbox?: readonly number[] | undefined;
};

/** data/portal.yaml and the card of who keeps the portal. */
export function portalFiles(
  answers: Answers,
  sign: Sign | undefined,
  { places, bbox }: Ground,
): Record<string, string> {
  const { council, hromada, code, site, repository, edrpou } = answers;
  const id = councilId(answers);
  return {
    "data/portal.yaml": yamlFile("portal", 1, {
      schemaVersion,
      title: answers.name,
      description: `Відкриті дані, які веде ${council}: таблиці з описом кожної колонки, які можна вільно завантажувати й використовувати.`,
      site,
      iriBase: site,
      publisher: id,
      contact: { email: answers.mailbox },
      licenses: [{ name: "CC-BY-4.0" }],
      mailDomains: [...answers.mailDomains],
      timeZone: answers.timeZone,
      ...(repository === undefined ? {} : { repository }),
      mark: sign ?? { letters: answers.letters },
      ...(answers.colours === undefined ? {} : { colours: { ...answers.colours } }),
      languages: [...answers.languages],
      places: [{ code, title: hromada, ...(bbox ? { bbox: [...bbox] } : {}) }, ...places],
    }),
    [`data/publishers/${id}.yaml`]: yamlFile("publisher", 2, {
      title: council,
      kind: "council",
      ...(edrpou === undefined ? {} : { edrpou }),
      email: answers.mailbox,
    }),
  };
}

/**
 * The first set of every portal: the register of its sets, which the portal makes itself. A catalogue without sets is
 * never published: harvesters would take it for one that lost all.
 * @param mandated codes of the mandated sets it answers
 */
export function registryFiles(
  answers: Answers,
  mandated: readonly string[],
): Record<string, string> {
  return {
    "data/datasets/registry/datapackage.yaml": yamlFile("dataset", 3, {
      title: `Реєстр наборів даних: ${answers.council}`,
      description:
        "Перелік усіх наборів, оприлюднених на порталі: назва, опис, підстава, періодичність, формати, розпорядник. Один рядок — один набір. Колонки — за додатком 7 до рекомендацій із застосування постанови № 835. Портал складає реєстр сам з паспортів наборів щоразу, коли їх змінюють. Де паспорт набору не має відомостей, комірка порожня.",
      purpose:
        "Пункт 19 Положення про набори даних, які підлягають оприлюдненню у формі відкритих даних, затвердженого постановою Кабінету Міністрів України від 21 жовтня 2015 р. № 835; щоб знати, які дані має громада.",
      publisher: councilId(answers),
      contact: { email: answers.mailbox },
      keywords: ["реєстр", "набори даних", "перелік наборів", "відкриті дані"],
      themes: ["GOVE"],
      frequency: "on-change",
      licenses: [{ name: "CC-BY-4.0" }],
      spatial: [answers.code],
      legalBasis: [
        {
          title: "Закон України «Про доступ до публічної інформації», стаття 10-1",
          path: "https://zakon.rada.gov.ua/laws/show/2939-17",
        },
      ],
      ...(mandated.length === 0 ? {} : { mandated: [...mandated] }),
      ...(answers.languages.includes("en")
        ? {
            en: {
              title: "Register of datasets",
              description:
                "Every dataset published on the portal, one row each, in the columns of Annex 7 to the recommendations on resolution 835. The portal makes it from the passports of the datasets.",
              keywords: ["register", "datasets", "open data"],
            },
          }
        : {}),
      resources: [
        {
          name: "register",
          title: "Реєстр",
          description: "Один рядок — один набір.",
          path: "/registry.csv",
          structure: "07-register",
        },
        {
          name: "register-json",
          title: "Реєстр у JSON",
          description: "Те саме списком об’єктів.",
          path: "/registry.json",
        },
      ],
    }),
  };
}

/** The first news: what the portal is, with a link to its first set. */
export const newsFiles = (answers: Answers, day: string): Record<string, string> => ({
  "content/news/portal.mdx": `---
${renderYaml("", {
  title: "У громади є портал відкритих даних",
  date: day,
  description:
    "Тут лежатимуть набори даних, які веде рада: їх можна завантажувати й використовувати.",
  datasets: ["registry"],
})}---

Портал веде ${answers.council}. Кожен набір має паспорт: що в ньому є, звідки дані, як часто їх оновлюють і хто за них відповідає.
Почніть із [реєстру наборів](/dataset/registry/) або [попросіть дані](/requests/), яких тут ще немає.
`,
});
