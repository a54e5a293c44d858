import { quote } from "../../model/reports/finding.ts";
import type { Repository, Source } from "../../model/repository.ts";
import { registerList } from "../../schemas/data/registers.ts";
import { suggest } from "../closest.ts";
import { error, type Rule } from "../rule.ts";

/** What a register's entry names elsewhere in the repository: key, and where it must be. */
const links = ({ datasetIds, publisherIds, registers }: Repository): Link[] => [
  { key: "datasets", ids: datasetIds, what: "Набору", where: "на порталі" },
  { key: "publisher", ids: publisherIds, what: "Розпорядника", where: "в теці data/publishers" },
  ...registerList.flatMap(({ name, named }) =>
    (named?.by ?? []).map((key) => ({
      key,
      ids: registers[name].map(({ id }) => id),
      what: named?.what ?? "",
      where: `в теці data/registers/${name}`,
    })),
  ),
];

type Link = { key: string; ids: string[]; what: string; where: string };

export const registerLinked: Rule = {
  id: "register-linked",
  title: "Запис реєстру називає те, що є",
  why: "Виконання Плану дій доводять записи реєстрів: посилання в нікуди нічого не доводить.",
  check(repository) {
    const known = links(repository);
    const entries = Object.values(repository.registers).flat() as Source<Record<string, unknown>>[];
    const plan = repository.plan as Source<Record<string, unknown>> | undefined;
    return [...entries, ...(plan ? [plan] : [])].flatMap(({ value, placeOf }) =>
      known.flatMap(({ key, ids, what, where }) => {
        const written = value[key];
        const names = Array.isArray(written) ? written : written === undefined ? [] : [written];
        return names
          .map(String)
          .filter((name) => !ids.includes(name))
          .map((name) =>
            error(registerLinked, {
              place: placeOf([key]),
              message: `${what} ${quote(name)} немає ${where}.`,
              hint: suggest(name, ids),
            }),
          );
      }),
    );
  },
  examples: [
    {
      when: "продукт названо з набором, якого немає",
      files: {
        "data/registers/products/map.yaml":
          "title: Мапа зупинок\nauthor: Громадська організація\npath: https://map.example.org/\ndatasets: [stop]\n",
      },
      mended: {
        "data/registers/products/map.yaml":
          "title: Мапа зупинок\nauthor: Громадська організація\npath: https://map.example.org/\ndatasets: [stops]\n",
      },
      messages: ["Набору «stop» немає на порталі."],
    },
    {
      when: "захід посилається на документ, якого немає в реєстрі",
      files: {
        "data/registers/measures/sensors.yaml": "title: Датчики\nyear: 2026\nact: programme-2026\n",
      },
      messages: ["Документа «programme-2026» немає в теці data/registers/acts."],
    },
  ],
};
