import { versionAdvice } from "../../model/reports/version-advice.ts";
import { examplePortal } from "../example-portal.ts";
import { error, type Rule } from "../rule.ts";

const portal = examplePortal["data/portal.yaml"] ?? "";

export const schemaVersionRead: Rule = {
  id: "schema-version",
  title: "Опис порталу — тієї версії, яку портал читає",
  why: "Коли поля описів змінюються, змінюється й версія схеми (schemaVersion у data/portal.yaml). Описи іншої версії портал зрозумів би не так, тому далі їх не перевіряє: спершу їх переписує команда.",
  check: ({ problems }) =>
    problems.flatMap((problem) =>
      problem.code === "schema-version"
        ? [error(schemaVersionRead, { place: problem.place, ...versionAdvice(problem) })]
        : [],
    ),
  examples: [
    {
      when: "рушій оновили, а описи лишилися колишніми",
      files: { "data/portal.yaml": portal.replace("schemaVersion: 2\n", "") },
      messages: ["Портал описано за версією 1 схеми, а рушій читає версію 2."],
    },
    {
      when: "описи новіші за рушій",
      files: { "data/portal.yaml": portal.replace("schemaVersion: 2", "schemaVersion: 3") },
      messages: ["Портал описано за версією 3 схеми, а рушій читає лише версію 2."],
    },
  ],
};
