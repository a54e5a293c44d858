import { quote } from "../../../model/reports/finding.ts";
import { isPattern } from "../../../table/column/constraints.ts";
import { stopsWith } from "../../example-portal.ts";
import { error, type Rule } from "../../rule.ts";

export const patternKnown: Rule = {
  id: "pattern-known",
  title: "Шаблон значень можна перевірити",
  why: "Шаблон виконується на кожній комірці, тому портал бере лише ті, що не можуть зависнути: без перевірок уперед і назад (lookaround) та зворотних посилань (\\1). Шаблон, якого не зрозуміти, нічого не перевіряє.",
  check: ({ datasets }) =>
    datasets.flatMap(({ value, placeOf }) =>
      value.resources.flatMap(({ schema }, resource) =>
        (schema?.fields ?? []).flatMap(({ name, constraints: { pattern } }, field) =>
          pattern === undefined || isPattern(pattern)
            ? []
            : [
                error(patternKnown, {
                  place: placeOf([
                    "resources",
                    resource,
                    "schema",
                    "fields",
                    field,
                    "constraints",
                    "pattern",
                  ]),
                  message: `Шаблон колонки ${quote(name)} не можна виконати: ${quote(pattern)}.`,
                  hint: "Перевірте дужки; замість (?=…), (?<=…) і \\1 опишіть значення повністю.",
                }),
              ],
        ),
      ),
    ),
  examples: [
    {
      when: "у шаблоні є перевірка назад (lookbehind)",
      files: stopsWith("title: Назва }", 'title: Назва, constraints: { pattern: "(?<=вул)ж" } }'),
      messages: ["Шаблон колонки «name» не можна виконати: «(?<=вул)ж»."],
    },
    {
      when: "у шаблоні не закрито дужку",
      files: stopsWith("title: Назва }", 'title: Назва, constraints: { pattern: "(ж" } }'),
      messages: ["Шаблон колонки «name» не можна виконати: «(ж»."],
    },
  ],
};
