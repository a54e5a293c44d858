import type { PushPlan, PushStep } from "./push.ts";

const verbs: Record<PushStep["action"], string> = {
  create: "створити",
  update: "оновити",
  withdraw: "позначити вилученим",
  delete: "стерти",
  keep: "без змін",
};

/** What will be done, a line for each dataset that is not as it should be, before anything is done. */
export function renderPushPlan({ steps, foreign }: PushPlan): string {
  const changes = steps.filter(({ action }) => action !== "keep");
  const lines = changes.map(
    ({ action, name, title, fields }) =>
      `  ${verbs[action]}: ${name} — ${title}${fields.length > 0 ? ` (${fields.join(", ")})` : ""}\n`,
  );
  return `План: ${changes.length === 0 ? "усе вже так, як треба" : `змін — ${changes.length}`}, без змін — ${steps.length - changes.length}.
${lines.join("")}${foreign.length > 0 ? `  чужі набори організації, лишаються як є: ${foreign.join(", ")}\n` : ""}`;
}

export const renderPushResult = (result: {
  done: number;
  failed: number;
  stopped: string | undefined;
}): string =>
  `Зроблено — ${result.done}, не вдалося — ${result.failed}.${result.stopped === undefined ? "" : ` Зупинено: ${result.stopped}.`}${result.failed > 0 ? " Усуньте причину й запустіть ще раз: зроблене не повториться." : ""}\n`;
