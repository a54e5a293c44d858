import { quote } from "../../../model/reports/finding.ts";
import { structures } from "../../../vocabularies/structures.ts";
import { suggest } from "../../closest.ts";
import { stopsWith } from "../../example-portal.ts";
import { error, type Rule } from "../../rule.ts";

const path = "path: stops.csv\n";

export const structureKnown: Rule = {
  id: "structure-known",
  title: "Рекомендована структура з переліку",
  why: "Рекомендації до постанови № 835 мають 109 таблиць. Набір, названий такою таблицею, перевіряють за її колонками, і дані всіх громад можна скласти разом.",
  check: ({ datasets }) =>
    datasets.flatMap(({ value, placeOf }) =>
      value.resources.flatMap(({ structure }, index) =>
        structure === undefined || structures.has(structure)
          ? []
          : [
              error(structureKnown, {
                place: placeOf(["resources", index, "structure"]),
                message: `Структури ${quote(structure)} немає в переліку.`,
                hint: suggest(structure, [...structures.keys()]),
              }),
            ],
      ),
    ),
  examples: [
    {
      when: "у назві структури описка",
      files: stopsWith(path, `${path}    structure: 27-stop\n`),
      messages: ["Структури «27-stop» немає в переліку."],
    },
  ],
};
