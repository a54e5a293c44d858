import { quote } from "../../../model/reports/finding.ts";
import { idPattern } from "../../../schemas/text.ts";
import { examplePortal } from "../../example-portal.ts";
import { error, type Rule } from "../../rule.ts";

export const idShape: Rule = {
  id: "id-shape",
  title: "Ідентифікатор записано латиницею",
  why: "Назва теки набору — його ідентифікатор і частина постійної адреси: малі латинські літери, цифри й дефіси, як у рекомендаціях до постанови № 835. Він ніколи не змінюється.",
  check: ({ datasetIds, publisherIds, news }) =>
    [
      ...datasetIds.map((id) => ({ id, file: `data/datasets/${id}`, what: "теки набору" })),
      ...publisherIds.map((id) => ({
        id,
        file: `data/publishers/${id}.yaml`,
        what: "файлу розпорядника",
      })),
      ...news.map(({ id, file }) => ({ id, file, what: "файлу новини" })),
    ]
      .filter(({ id }) => !idPattern.test(id))
      .map(({ id, file, what }) =>
        error(idShape, {
          place: { file },
          message: `Назва ${what} ${quote(id)} не може бути частиною адреси.`,
          hint: "Перейменуйте: лише малі латинські літери, цифри й дефіси, наприклад budget-2026.",
        }),
      ),
  examples: [
    {
      when: "теку названо кирилицею",
      files: {
        "data/datasets/Зупинки/datapackage.yaml":
          examplePortal["data/datasets/stops/datapackage.yaml"] ?? "",
        "data/datasets/Зупинки/stops.csv": examplePortal["data/datasets/stops/stops.csv"] ?? "",
      },
      messages: ["Назва теки набору «Зупинки» не може бути частиною адреси."],
    },
  ],
};
