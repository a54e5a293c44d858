import { quote } from "../../model/reports/finding.ts";
import { error, type Rule } from "../rule.ts";

const needed = {
  decision: "рішення (номер і дата)",
  harmTest: "висновок трискладового тесту",
  review: "день перегляду",
} as const;

export const exemptionGrounded: Rule = {
  id: "exemption-grounded",
  title: "Обмеження має рішення, тест і день перегляду",
  why: "Доступ обмежують лише за трискладовим тестом (стаття 6 Закону України «Про доступ до публічної інформації») і не назавжди: без рішення, висновку й дня перегляду обмежений набір нічим не відрізняється від неоприлюдненого.",
  check: ({ registers: { exemptions } }) =>
    exemptions
      .filter(({ value }) => value.kind === "restricted")
      .flatMap(({ value, placeOf }) => {
        const missing = (Object.keys(needed) as (keyof typeof needed)[]).filter(
          (key) => value[key] === undefined,
        );
        return missing.length === 0
          ? []
          : [
              error(exemptionGrounded, {
                place: placeOf(["kind"]),
                message: `Доступ до набору ${quote(value.mandated)} обмежено, але не вказано: ${missing.map((key) => needed[key]).join("; ")}.`,
                hint: `Допишіть: ${missing.join(", ")}. Якщо рішення немає, приберіть запис: набір вважатиметься відсутнім.`,
              }),
            ];
      }),
  examples: [
    {
      when: "набір обмежено без рішення",
      files: {
        "data/registers/exemptions/plans.yaml":
          "mandated: mun-001\nkind: restricted\nground: інтереси національної безпеки\n",
      },
      mended: {
        "data/registers/exemptions/plans.yaml":
          "mandated: mun-001\nkind: restricted\nground: інтереси національної безпеки\ndecision: рішення виконавчого комітету № 5 від 10.02.2026\nharmTest: легітимний інтерес — національна безпека; шкода істотна; шкода переважає суспільний інтерес\nreview: 2027-02-10\n",
      },
      messages: [
        "Доступ до набору «mun-001» обмежено, але не вказано: рішення (номер і дата); висновок трискладового тесту; день перегляду.",
      ],
    },
    {
      when: "набір незастосовний: рішення не потрібне",
      files: {
        "data/registers/exemptions/metro.yaml":
          "mandated: mun-002\nkind: not-applicable\nground: Метро в місті немає\n",
      },
      messages: [],
    },
  ],
};
