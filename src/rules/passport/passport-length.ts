import { passportFields, type TextField } from "../../schemas/data/dataset.ts";
import { stopsWith } from "../example-portal.ts";
import { error, type Rule, warning } from "../rule.ts";

/** Texts the national portal's harvester takes up to a limit, in characters. */
const limited = (Object.keys(passportFields) as TextField[]).flatMap((key) => {
  const { limit } = passportFields[key];
  return limit === undefined ? [] : [{ key, limit }];
});

export const passportLength: Rule = {
  id: "passport-length",
  title: "Тексти паспорта не задовгі",
  why: "Національний портал приймає найменування до 254 знаків, опис до 4000, підставу та призначення до 512. Довший текст зупинить перенесення набору.",
  check: ({ datasets }) =>
    datasets.flatMap(({ value, placeOf }) =>
      limited.flatMap(({ key, limit }) => {
        const length = [...(value[key] ?? "")].length;
        const over = length - limit;
        if (over <= 0) return [];
        return [
          (value.importedFrom ? warning : error)(passportLength, {
            place: placeOf([key]),
            key,
            message: `Текст у полі «${key}» має ${length} знаків, а дозволено ${limit}.`,
            hint: `Скоротіть його щонайменше на ${over}.`,
          }),
        ];
      }),
    ),
  examples: [
    {
      when: "найменування довше за 254 знаки",
      files: stopsWith("title: Зупинки громадського транспорту", `title: ${"а".repeat(300)}`),
      messages: ["Текст у полі «title» має 300 знаків, а дозволено 254."],
    },
  ],
};
