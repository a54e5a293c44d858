import type { Source } from "../../model/repository.ts";
import { namesPerson } from "../../table/people/personal.ts";
import { error, type Rule } from "../rule.ts";

export const registerImpersonal: Rule = {
  id: "register-impersonal",
  ofPeople: true,
  title: "У реєстрах — посади й підрозділи, не особи",
  why: "Реєстри лишаються в історії назавжди. Хто саме навчався чи підписав, читачеві знати не треба: досить посади, підрозділу, органу.",
  check: ({ registers }) =>
    (Object.values(registers).flat() as Source<Record<string, unknown>>[]).flatMap(
      ({ value, placeOf }) =>
        ["title", "unit", "role", "issuer", "author", "outcome", "reason", "note"].flatMap(
          (key) => {
            const written = value[key];
            return typeof written === "string" && namesPerson(written)
              ? [
                  error(registerImpersonal, {
                    place: placeOf([key]),
                    message: `У полі «${key}» схоже на ім’я особи.`,
                    hint: "Замініть ім’я посадою або підрозділом.",
                  }),
                ]
              : [];
          },
        ),
    ),
  examples: [
    {
      when: "у навчанні названо людину",
      files: {
        "data/registers/trainings/course.yaml":
          "title: Відкриті дані\ndate: 2026-03-01\nkind: training\npublisher: council\nrole: Коваленко Олена Петрівна\n",
      },
      mended: {
        "data/registers/trainings/course.yaml":
          "title: Відкриті дані\ndate: 2026-03-01\nkind: training\npublisher: council\nrole: головний спеціаліст відділу\n",
      },
      messages: ["У полі «role» схоже на ім’я особи."],
    },
  ],
};
