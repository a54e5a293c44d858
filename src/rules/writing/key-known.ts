import { quote } from "../../model/reports/finding.ts";
import { suggest } from "../closest.ts";
import { stopsWith } from "../example-portal.ts";
import { error, type Rule } from "../rule.ts";

export const keyKnown: Rule = {
  id: "key-known",
  title: "Ключ із переліку",
  why: "Ключ з одруком мовчки губить своє значення: портал його не знає і не покаже. Тому невідомий ключ — помилка.",
  check: ({ problems }) =>
    problems.flatMap((problem) =>
      problem.code === "unknown-key"
        ? [
            error(keyKnown, {
              place: problem.place,
              message: `Невідомий ключ ${quote(problem.key)}.`,
              hint: suggest(problem.key, problem.known),
            }),
          ]
        : [],
    ),
  examples: [
    {
      when: "у назві ключа одрук",
      files: stopsWith("frequency: yearly", "frequency: yearly\nlicense: CC-BY-4.0"),
      messages: ["Невідомий ключ «license»."],
    },
  ],
};
