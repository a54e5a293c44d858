import { quote } from "../../../model/reports/finding.ts";
import { stopsWith } from "../../example-portal.ts";
import { error, type Rule } from "../../rule.ts";

export const homeKnown: Rule = {
  id: "home-known",
  title: "Портал, що веде набір, є в каталозі",
  why: "Набір іншої громади показують за описом із її порталу: перевірено його там, а тут лежить лише посилання. Тому такий опис складає npm run federate, і файлів у нього немає.",
  check({ datasets, publishers, members }) {
    const known = new Set(members.map(({ id }) => id));
    const strangers = [...datasets, ...publishers].flatMap(({ value, placeOf }) =>
      value.home && !known.has(value.home.portal)
        ? [
            error(homeKnown, {
              place: placeOf(["home", "portal"]),
              message: `Порталу ${quote(value.home.portal)} немає серед порталів громад (data/portals).`,
              hint: "Якщо набір веде ця громада, вилучіть поле home. Інакше впишіть портал до data/portals.yaml і виконайте npm run federate.",
            }),
          ]
        : [],
    );
    const withFiles = datasets.flatMap(({ value, tables, placeOf }) =>
      value.home && tables.length > 0
        ? [
            error(homeKnown, {
              place: placeOf(["home"]),
              message: "Набір веде інший портал, а його таблиця лежить тут.",
              hint: "Вилучіть поле home або файл: таблицю, яку веде інша громада, перевіряють на її порталі.",
            }),
          ]
        : [],
    );
    return [...strangers, ...withFiles];
  },
  examples: [
    {
      when: "набір своєї громади записано на інший портал",
      files: stopsWith(
        "frequency: yearly",
        "frequency: yearly\nhome: { portal: lviv, iri: https://data.example.org/dataset/stops }",
      ),
      messages: [
        "Порталу «lviv» немає серед порталів громад (data/portals).",
        "Набір веде інший портал, а його таблиця лежить тут.",
      ],
    },
  ],
};
