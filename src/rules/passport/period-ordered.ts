import { stopsWith } from "../example-portal.ts";
import { error, type Rule } from "../rule.ts";

export const periodOrdered: Rule = {
  id: "period-ordered",
  title: "Період починається раніше, ніж закінчується",
  why: "Переставлені дати роблять набір невидимим для пошуку за роками.",
  check: ({ datasets }) =>
    datasets.flatMap(({ value: { temporal }, placeOf }) =>
      temporal?.end !== undefined && temporal.end < temporal.start
        ? [
            error(periodOrdered, {
              place: placeOf(["temporal"]),
              message: `Період закінчується ${temporal.end}, раніше, ніж починається ${temporal.start}.`,
              hint: "Поміняйте дати місцями.",
            }),
          ]
        : [],
    ),
  examples: [
    {
      when: "дати переставлено",
      files: stopsWith(
        "frequency: yearly",
        "frequency: yearly\ntemporal: { start: 2025-12-31, end: 2025-01-01 }",
      ),
      messages: ["Період закінчується 2025-01-01, раніше, ніж починається 2025-12-31."],
    },
  ],
};
