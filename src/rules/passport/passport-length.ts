import { stopsWith } from "../example-portal.ts";
import { error, type Rule, warning } from "../rule.ts";

/** Limits of the national portal's harvester, in characters. */
const limits = { title: 254, description: 4000, purpose: 512 } as const;

export const passportLength: Rule = {
  id: "passport-length",
  title: "Тексти паспорта не задовгі",
  why: "Національний портал приймає найменування до 254 знаків, опис до 4000, підставу та призначення до 512. Довший текст зупинить перенесення набору.",
  check: ({ datasets }) =>
    datasets.flatMap(({ value, placeOf }) =>
      (Object.keys(limits) as (keyof typeof limits)[]).flatMap((key) => {
        const length = [...(value[key] ?? "")].length;
        const over = length - limits[key];
        if (over <= 0) return [];
        return [
          (value.importedFrom ? warning : error)(passportLength, {
            place: placeOf([key]),
            message: `Текст у полі «${key}» має ${length} знаків, а дозволено ${limits[key]}.`,
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
