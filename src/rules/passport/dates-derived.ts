import type { Repository } from "../../model/repository.ts";
import type { DatasetDescriptor } from "../../schemas/data/dataset.ts";
import { stopsWith } from "../example-portal.ts";
import { error, type Rule, warning } from "../rule.ts";

/** The last day data may be of, as the schemas have it: where nobody says what day it is, only a later one is surely to come. */
const lastDay = "2099-12-31";

/** Every moment a passport may state, with its place in it. */
const momentsOf = ({ importedFrom, issued, modified, resources }: DatasetDescriptor) =>
  [
    ...(importedFrom === undefined
      ? []
      : [
          { path: ["issued"], moment: issued },
          { path: ["modified"], moment: modified },
        ]),
    ...resources.map((resource, index) => ({
      path: ["resources", index, "modified"],
      moment: resource.modified,
    })),
  ] as const;

/** Moments that have not come, whoever wrote them: harvesters refuse them, and take nothing for newer. */
const ahead = ({ datasets, today = lastDay }: Repository) =>
  datasets.flatMap(({ value, placeOf }) =>
    momentsOf(value).flatMap(({ path, moment }) =>
      moment !== undefined && moment.slice(0, 10) > today
        ? [
            warning(datesDerived, {
              place: placeOf([...path]),
              message: `У полі «${path.at(-1)}» — день, який ще не настав: ${moment.slice(0, 10)}.`,
              hint: "Виправте дату за порталом, з якого перенесено набір, або вилучіть рядок: такої дати портал не показує.",
            }),
          ]
        : [],
    ),
  );

export const datesDerived: Rule = {
  id: "dates-derived",
  title: "Дати змін бере портал, а не людина",
  why: "Дати, вписані руками, застарівають непомітно. Портал бере їх з історії змін; вписують лише дати перенесеного з іншого порталу запису. Дати, яка ще не настала, портал не показує: з нею новіших змін ніхто не помітив би.",
  check: (repository) => [
    ...repository.datasets.flatMap(({ value, placeOf }) =>
      (["issued", "modified"] as const).flatMap((key) =>
        value[key] !== undefined && value.importedFrom === undefined
          ? [
              error(datesDerived, {
                place: placeOf([key]),
                message: `Поле «${key}» вписано руками.`,
                hint: "Вилучіть рядок: портал візьме дату з історії змін. Дату, на яку дані правдиві, пишуть у validAsOf.",
              }),
            ]
          : [],
      ),
    ),
    ...ahead(repository),
  ],
  examples: [
    {
      when: "дату змін вписано руками",
      files: stopsWith("frequency: yearly", "frequency: yearly\nmodified: 2026-01-01"),
      messages: ["Поле «modified» вписано руками."],
    },
    {
      when: "дата змін у перенесеному записі ще не настала",
      warns: true,
      files: stopsWith(
        "frequency: yearly",
        "frequency: yearly\nimportedFrom: https://example.org/dataset/stops\nmodified: 2126-01-01T00:00:00Z",
      ),
      mended: stopsWith(
        "frequency: yearly",
        "frequency: yearly\nimportedFrom: https://example.org/dataset/stops\nmodified: 2026-01-01T00:00:00Z",
      ),
      messages: ["У полі «modified» — день, який ще не настав: 2126-01-01."],
    },
  ],
};
