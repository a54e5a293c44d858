import { quote } from "../../model/reports/finding.ts";
import { error, type Rule } from "../rule.ts";

export const valuePresent: Rule = {
  id: "value-present",
  title: "Обов’язкове значення є",
  why: "Без цього значення портал не може показати запис.",
  check: ({ problems }) =>
    problems.flatMap((problem) =>
      problem.code === "missing-value"
        ? [
            error(valuePresent, {
              place: problem.place,
              key: problem.key,
              message: `Немає обов’язкового значення ${quote(problem.key)}.`,
              hint: `Допишіть рядок «${problem.key.split(".").at(-1)}: …».`,
            }),
          ]
        : [],
    ),
  examples: [
    {
      when: "у розпорядника немає назви",
      files: { "data/publishers/council.yaml": "kind: council\n" },
      messages: ["Немає обов’язкового значення «title»."],
    },
  ],
};
