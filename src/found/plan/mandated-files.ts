import type { Answers } from "../answers/answers.ts";
import { councilId, yamlFile } from "../files/data-files.ts";

/** The set that lists what must be published, as the plan names it. */
export const mandatedName = "mandated-datasets";

const field = (name: string, title: string, more: object = {}) => ({
  name,
  type: "string",
  title,
  ...more,
});

/**
 * The list of sets that every holder and every local authority is expected to publish, as a set of the portal.
 * @param table the list itself, CSV, from the engine: it is the recommendations', no city's
 */
export const mandatedFiles = (answers: Answers, table: string): Record<string, string> => ({
  [`data/datasets/${mandatedName}/datapackage.yaml`]: yamlFile("dataset", 3, {
    title:
      "Набори даних, що мають оприлюднювати всі розпорядники та органи місцевого самоврядування",
    description:
      "Один рядок — один набір із переліку до постанови Кабінету Міністрів України № 835: для всіх розпорядників і для органів місцевого самоврядування. Перелік складено за рекомендаціями та шаблонами; з текстом чинної редакції постанови його не звірено.",
    purpose:
      "Закон України «Про доступ до публічної інформації», стаття 10-1; постанова Кабінету Міністрів України від 21 жовтня 2015 року № 835. Перелік потрібен, щоб бачити, які набори вже оприлюднено, а яких ще бракує.",
    publisher: councilId(answers),
    contact: { email: answers.mailbox },
    keywords: ["відкриті дані", "обовʼязкові набори", "перелік наборів"],
    themes: ["GOVE"],
    frequency: "on-change",
    licenses: [{ name: "CC-BY-4.0" }],
    legalBasis: [
      {
        title: "Закон України «Про доступ до публічної інформації», стаття 10-1",
        path: "https://zakon.rada.gov.ua/laws/show/2939-17",
      },
    ],
    sources: [
      {
        title: "Рекомендації щодо оприлюднення наборів даних на data.gov.ua",
        path: "https://data.gov.ua/pages/835-rec-index",
      },
    ],
    resources: [
      {
        name: mandatedName,
        title: "Набори за рекомендаціями",
        description: "Один рядок — один набір переліку.",
        path: `${mandatedName}.csv`,
        schema: {
          fields: [
            field("code", "Код", {
              description: "Робочий код набору: all — для всіх, mun — для місцевого самоврядування",
              constraints: { required: true, unique: true },
            }),
            field("scope", "Кого стосується", { constraints: { required: true } }),
            field("category", "Категорія", { constraints: { required: true } }),
            field("title", "Назва набору", { constraints: { required: true } }),
            field("recommendationPage", "Сторінка рекомендацій", { format: "uri" }),
          ],
          primaryKey: ["code"],
        },
      },
    ],
  }),
  [`data/datasets/${mandatedName}/${mandatedName}.csv`]: table,
});
