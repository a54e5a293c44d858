import type { Source } from "../../model/repository.ts";
import { registerList } from "../../schemas/data/registers.ts";
import { error, type Rule } from "../rule.ts";

export const registerOrdered: Rule = {
  id: "register-ordered",
  title: "Дати в записі реєстру йдуть у правильному порядку",
  why: "За цими датами рахують строки відповідей і чинність документів: переплутані дати дають від’ємний строк.",
  check: ({ registers }) =>
    registerList.flatMap(({ name, dates = [] }) =>
      (registers[name] as Source<Record<string, unknown>>[]).flatMap(({ value, placeOf }) =>
        dates.flatMap(([earlier, later, words]) => {
          const [first, second] = [value[earlier], value[later]];
          return typeof first === "string" && typeof second === "string" && second < first
            ? [
                error(registerOrdered, {
                  place: placeOf([later]),
                  message: `${words}: ${earlier} — ${first}, ${later} — ${second}.`,
                  hint: "Перевірте обидві дати.",
                }),
              ]
            : [];
        }),
      ),
    ),
  examples: [
    {
      when: "відповідь датовано раніше за запит",
      files: {
        "data/registers/requests/one.yaml":
          "title: Розклад руху\nkind: data\ndate: 2026-11-12\nchannel: mail\nanswered: 2026-11-05\n",
      },
      mended: {
        "data/registers/requests/one.yaml":
          "title: Розклад руху\nkind: data\ndate: 2026-11-12\nchannel: mail\nanswered: 2026-11-15\n",
      },
      messages: [
        "Відповідь датовано раніше за звернення: date — 2026-11-12, answered — 2026-11-05.",
      ],
    },
    {
      when: "відповідь того самого дня",
      files: {
        "data/registers/requests/one.yaml":
          "title: Розклад руху\nkind: data\ndate: 2026-11-12\nchannel: mail\nanswered: 2026-11-12\n",
      },
      messages: [],
    },
  ],
};
