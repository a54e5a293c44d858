import { quote } from "../../../model/reports/finding.ts";
import { stopsWith } from "../../example-portal.ts";
import { error, type Rule } from "../../rule.ts";
import { formerFileFault } from "./former-file.ts";

export const resourceUnique: Rule = {
  id: "resource-unique",
  title: "Назви ресурсів набору різні",
  why: "З назви ресурсу складається постійна адреса файлу; з двох однакових видно буде один. Так само з колишніми назвами файлів (aliases), за якими вони відкриваються далі.",
  check: ({ datasets }) =>
    datasets.flatMap(({ value, placeOf }) => [
      ...value.resources.flatMap(({ name }, index, all) =>
        all.findIndex((other) => other.name === name) < index
          ? [
              error(resourceUnique, {
                place: placeOf(["resources", index, "name"]),
                message: `Ресурс ${quote(name)} названо двічі.`,
                hint: "Дайте другому ресурсу іншу назву.",
              }),
            ]
          : [],
      ),
      ...value.resources.flatMap(({ aliases = [] }, index) =>
        aliases.flatMap((name, at) => {
          const fault = formerFileFault(value.resources, index, at);
          return fault === undefined
            ? []
            : [
                error(resourceUnique, {
                  place: placeOf(["resources", index, "aliases", at]),
                  message: `Колишня назва файлу ${quote(name)} не годиться: ${fault}.`,
                  hint: "Запишіть назву, яку файл мав раніше і якої більше ніхто в наборі не має, або приберіть її.",
                }),
              ];
        }),
      ),
    ]),
  examples: [
    {
      when: "колишню назву файлу вже має інший файл набору",
      files: stopsWith("path: stops.csv\n", "path: stops.csv\n    aliases: [stops.csv]\n"),
      messages: ["Колишня назва файлу «stops.csv» не годиться: її вже має файл цього набору."],
    },
    {
      when: "колишня назва має інше закінчення",
      files: stopsWith("path: stops.csv\n", "path: stops.csv\n    aliases: [stops.xlsx]\n"),
      messages: [
        "Колишня назва файлу «stops.xlsx» не годиться: вона закінчується інакше, ніж «stops.csv».",
      ],
    },
    {
      when: "два ресурси з однаковою назвою",
      files: stopsWith(
        "resources:\n",
        "resources:\n  - name: stops\n    title: Сторінка\n    page: https://example.gov.ua/\n",
      ),
      messages: ["Ресурс «stops» названо двічі."],
    },
  ],
};
