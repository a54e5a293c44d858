import { quote } from "../../../model/reports/finding.ts";
import { suggest } from "../../closest.ts";
import { stopsWith } from "../../example-portal.ts";
import { error, type Rule } from "../../rule.ts";

export const seriesKnown: Rule = {
  id: "series-known",
  title: "Серія набору є на порталі",
  why: "Набори одного змісту за різні роки читач знаходить разом через серію; її описано у файлі теки data/series.",
  check: ({ datasets, tree }) => {
    const known = [...tree.keys()].flatMap(
      (path) => /^data\/series\/([^/]+)\.yaml$/.exec(path)?.[1] ?? [],
    );
    return datasets.flatMap(({ value: { series }, placeOf }) =>
      series === undefined || known.includes(series)
        ? []
        : [
            error(seriesKnown, {
              place: placeOf(["series"]),
              message: `Серії ${quote(series)} немає в теці data/series.`,
              hint: `${suggest(series, known)} Нову серію описують у файлі data/series/<назва>.yaml: title, description, publisher.`,
            }),
          ],
    );
  },
  examples: [
    {
      when: "серії немає",
      files: stopsWith("frequency: yearly", "frequency: yearly\nseries: stops"),
      mended: {
        ...stopsWith("frequency: yearly", "frequency: yearly\nseries: stops"),
        "data/series/stops.yaml":
          "title: Зупинки за роками\ndescription: Перелік зупинок на кінець кожного року.\npublisher: council\n",
      },
      messages: ["Серії «stops» немає в теці data/series."],
    },
  ],
};
