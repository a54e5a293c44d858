import type { Answers } from "../answers/answers.ts";
import { councilId, yamlFile } from "../files/data-files.ts";
import { mandatedName } from "./mandated-files.ts";
import { sections, tasks } from "./typical-plan.ts";

/** The document that adopted a hromada's plan: without one a plan on a portal would say what is not so. */
export type PlanAct = { number: string; date: string; years: readonly [number, number] };

/** data/plan.yaml of a typical plan, and the document that adopted the hromada's own. */
export function planFiles(answers: Answers, act: PlanAct): Record<string, string> {
  const [first, last] = act.years;
  const title = `План дій з розвитку відкритих даних на ${first}–${last} роки`;
  return {
    "data/registers/acts/action-plan.yaml": yamlFile("acts", 3, {
      title,
      kind: "order",
      issuer: answers.council,
      number: act.number,
      date: act.date,
      status: "in-force",
    }),
    "data/plan.yaml": yamlFile("plan", 1, {
      title,
      act: "action-plan",
      coordinator: councilId(answers),
      years: act.years,
      mandated: { dataset: mandatedName, resource: mandatedName },
      note: "Завдання взято з типового плану: приведіть їх до слів ухваленого документа.",
      sections: sections.map((section, index) => ({ number: index + 1, title: section })),
      tasks: tasks.map(([number, task, term, kpi, measure]) => ({
        number,
        section: Number(number.split(".")[0]),
        title: task,
        term,
        kpi,
        measure,
        executors: [{ text: answers.council, publishers: [councilId(answers)] }],
      })),
    }),
  };
}
