import { stopsWith } from "../example-portal.ts";
import { error, type Rule } from "../rule.ts";

export const datesDerived: Rule = {
  id: "dates-derived",
  title: "Дати змін бере портал, а не людина",
  why: "Дати, вписані руками, застарівають непомітно. Портал бере їх з історії змін; вписують лише дати перенесеного з іншого порталу запису.",
  check: ({ datasets }) =>
    datasets.flatMap(({ value, placeOf }) =>
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
  examples: [
    {
      when: "дату змін вписано руками",
      files: stopsWith("frequency: yearly", "frequency: yearly\nmodified: 2026-01-01"),
      messages: ["Поле «modified» вписано руками."],
    },
  ],
};
