import { z } from "zod";
import { type GitHubClient, GitHubError } from "../github/client.ts";
import { type Check, good, lacking } from "./check.ts";

const workflowsSchema = z.object({
  workflows: z.array(z.object({ id: z.int(), path: z.string(), state: z.string() })),
});
const runsSchema = z.object({
  workflow_runs: z.array(
    z.object({
      status: z.string().nullish(),
      conclusion: z.string().nullish(),
      created_at: z.string(),
      html_url: z.string().default(""),
    }),
  ),
});
type Run = z.infer<typeof runsSchema>["workflow_runs"][number];

const day = 86_400_000;
/** GitHub stops schedules of a public repository after so many days without activity (docs.github.com, «Events that trigger workflows»). */
const quiet = 60;
/** From so many days on it is told beforehand. */
const nearlyQuiet = 45;
/** Days a nightly run may be old: GitHub may begin one late. */
const lateRun = 2;

/** What a portal cannot do without each of its workflows. */
const workflows: Readonly<Record<string, string>> = {
  check: "зміни ніхто не перевіряє",
  publish: "сайт не оновлюється",
  nightly: "посилань, звернень і строків ніхто не переглядає",
};

const enable = (name: string) =>
  `Вкладка Actions → ${name} → Enable workflow; потім Run workflow, щоб не чекати ночі.`;

function stateCheck(name: string, loss: string, state: string | undefined): Check {
  const id = `workflow-${name}`;
  if (state === "active") return good(id, `Робочий процес ${name} увімкнено.`);
  if (state === undefined)
    return lacking(
      id,
      "should",
      `Робочого процесу ${name} на GitHub немає: ${loss}, якщо цього не робить інша система.`,
      `Покладіть .github/workflows/${name}.yml у головну гілку: його пише npm run new-portal.`,
    );
  return lacking(
    id,
    "must",
    state === "disabled_inactivity"
      ? `GitHub вимкнув ${name}: ${quiet} днів у репозиторії нічого не змінювали. Тепер ${loss}.`
      : `Робочий процес ${name} вимкнено: ${loss}.`,
    enable(name),
  );
}

/** Finished runs, newest first. */
async function runsOf(client: GitHubClient, id: number, branch: string): Promise<Run[]> {
  const answer = await client.get(`actions/workflows/${id}/runs`, { branch, per_page: "5" });
  return (runsSchema.safeParse(answer).data?.workflow_runs ?? []).filter(
    ({ status, conclusion }) => status === "completed" && conclusion !== "skipped",
  );
}

function runCheck(name: string, runs: readonly Run[], now: number): Check {
  const id = `run-${name}`;
  const [last] = runs;
  if (!last)
    return lacking(
      id,
      name === "publish" ? "must" : "should",
      `Робочий процес ${name} ще не закінчився жодного разу.`,
      `Вкладка Actions → ${name} → Run workflow.`,
    );
  const when = last.created_at.slice(0, 10);
  if (last.conclusion !== "success" && last.conclusion !== "cancelled")
    return lacking(
      id,
      "must",
      `Останній запуск ${name} (${when}) не вдався.`,
      `Причина — у журналі: ${last.html_url}`,
    );
  return now - Date.parse(last.created_at) > lateRun * day
    ? lacking(
        id,
        "should",
        `Востаннє ${name} працював ${when}, а має щоночі.`,
        `Перевірте розклад: вкладка Actions → ${name}; якщо там «disabled», натисніть Enable workflow.`,
      )
    : good(id, `Останній запуск ${name} (${when}) вдався.`);
}

function quietCheck(pushed: string, now: number): Check {
  const id = "schedule-quota";
  const days = Math.floor((now - Date.parse(pushed)) / day);
  return days >= nearlyQuiet && days < quiet
    ? lacking(
        id,
        "should",
        `У репозиторії нічого не змінювали днів: ${days}. На ${quiet}-й GitHub вимкне розклад.`,
        "Прийміть будь-яку зміну — пропозицію Dependabot, паспорт, новину.",
      )
    : good(
        id,
        `Остання зміна в репозиторії — ${pushed.slice(0, 10)}: до вимкнення розкладу далеко.`,
      );
}

/** Do the portal's workflows run, and did they do so lately? */
export async function scheduleChecks(
  client: GitHubClient,
  { now, branch, pushed }: { now: number; branch: string; pushed: string | undefined },
): Promise<Check[]> {
  try {
    const read = workflowsSchema.safeParse(await client.get("actions/workflows"));
    const known = read.data?.workflows ?? [];
    const found = Object.entries(workflows).map(([name, loss]) => ({
      name,
      loss,
      workflow: known.find(({ path }) => path === `.github/workflows/${name}.yml`),
    }));
    const states = found.map(({ name, loss, workflow }) => stateCheck(name, loss, workflow?.state));
    const runs: Check[] = [];
    for (const { name, workflow } of found)
      if (workflow?.state === "active" && name !== "check")
        runs.push(runCheck(name, await runsOf(client, workflow.id, branch), now));
    const isOff = found.some(({ workflow }) => workflow?.state === "disabled_inactivity");
    return [
      ...states,
      ...runs,
      ...(pushed === undefined || isOff ? [] : [quietCheck(pushed, now)]),
    ];
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return [
      lacking(
        "workflows",
        "unseen",
        `Робочих процесів не видно: ${error.message}.`,
        "Повторіть із ключем, що читає Actions: GITHUB_TOKEN=… npm run doctor.",
      ),
    ];
  }
}
