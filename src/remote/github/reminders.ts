import { z } from "zod";
import { addDays } from "../../catalogue/measures/quality/freshness.ts";
import { type Catalogue, type Dataset, published } from "../../model/catalogue.ts";
import { frequencies } from "../../vocabularies/dcat/frequencies.ts";
import type { GitHubClient } from "./client.ts";
import { reminderLabel } from "./labels.ts";

const issueSchema = z.object({
  number: z.int().positive(),
  title: z.string(),
  body: z.string().nullish(),
});
export type OpenReminder = z.infer<typeof issueSchema>;

export type ReminderStep =
  | { action: "open"; dataset: string; title: string; body: string }
  | { action: "rewrite"; dataset: string; number: number; title: string; body: string }
  | { action: "close"; dataset: string; number: number; comment: string };

/** Days before the term a reminder comes: a quarter of the period, two weeks at most. */
const leadOf = (lag: number): number => Math.min(14, Math.floor(lag / 4));

const markOf = (id: string): string => `<!-- update-reminder:${id} -->`;
const idIn = ({ body }: OpenReminder): string | undefined =>
  /<!-- update-reminder:([a-z0-9-]+) -->/.exec(body ?? "")?.[1];

/** Why a reminder goes: the set was updated, or nothing is due any more, as where its frequency was changed. */
const closing = ({ modified, freshness }: Dataset, today: string): string =>
  freshness.state === "current" &&
  modified !== undefined &&
  addDays(modified.slice(0, 10), 31) >= today
    ? `Набір оновлено ${modified.slice(0, 10)}. Дякуємо.`
    : "Нагадування більше не потрібне: строк оновлення змінено.";

/** Text of a title that stays text: a name in it calls nobody, a bracket opens no link. */
const plain = (text: string): string => text.replace(/[\\`*_<>[\]@#|~]/g, (sign) => `\\${sign}`);

function reminderOf(
  dataset: Dataset,
  catalogue: Catalogue,
): { title: string; body: string } | undefined {
  const { freshness, frequency, id, publisher } = dataset;
  if (!("due" in freshness) || frequency === undefined) return undefined;
  const { due, state } = freshness;
  const { lag = 0, uk } = frequencies[frequency];
  if (state === "current" && addDays(due, -leadOf(lag)) > catalogue.today) return undefined;
  const owners = publisher.owners.join(" ");
  return {
    title: `Оновити набір «${dataset.title.uk.slice(0, 150)}» не пізніше ніж ${due}`,
    body: [
      markOf(id),
      `Набір «${plain(dataset.title.uk)}» оновлюють так: ${uk.toLowerCase()}. ${
        state === "overdue"
          ? `Строк оновлення минув ${due}: на порталі набір позначено «Не оновлений».`
          : `Оновити треба не пізніше ніж ${due}.`
      }`,
      `Сторінка набору: ${catalogue.portal.site}/dataset/${id}/`,
      "Що зробити: покладіть нові файли в теку набору. Якщо відомості не змінилися, допишіть у паспорт validAsOf із сьогоднішнім днем. Якщо набір більше не оновлюватимуть, поставте frequency: never.",
      `Розпорядник: ${plain(publisher.title)}.${owners === "" ? "" : ` ${owners}`}`,
      "Портал закриє це нагадування сам, щойно набір оновлять.",
    ].join("\n\n"),
  };
}

/** Open issues → what to do so that each set whose term comes or is over has one, and no other has any. */
export function planReminders(catalogue: Catalogue, open: readonly OpenReminder[]): ReminderStep[] {
  const sets = published(catalogue);
  const seen = new Set<string>();
  // The oldest stays where there are two for a set.
  const steps = [...open]
    .sort((a, b) => a.number - b.number)
    .flatMap((issue): ReminderStep[] => {
      const id = idIn(issue);
      if (id === undefined) return [];
      const dataset = sets.find((one) => one.id === id);
      const wanted = dataset && !seen.has(id) ? reminderOf(dataset, catalogue) : undefined;
      const { number } = issue;
      if (!wanted) {
        const comment = seen.has(id)
          ? "Про цей набір уже є інше нагадування."
          : dataset
            ? closing(dataset, catalogue.today)
            : "Набору на порталі більше немає.";
        return [{ action: "close", dataset: id, number, comment }];
      }
      seen.add(id);
      return wanted.title === issue.title &&
        wanted.body === (issue.body ?? "").replaceAll("\r\n", "\n")
        ? []
        : [{ action: "rewrite", dataset: id, number, ...wanted }];
    });
  const missing = sets.flatMap((dataset): ReminderStep[] => {
    const wanted = seen.has(dataset.id) ? undefined : reminderOf(dataset, catalogue);
    return wanted ? [{ action: "open", dataset: dataset.id, ...wanted }] : [];
  });
  return [...steps, ...missing];
}

export async function readReminders(client: GitHubClient): Promise<OpenReminder[]> {
  const found = await client.list("issues", { state: "open", labels: reminderLabel });
  return found.flatMap((issue) => issueSchema.safeParse(issue).data ?? []);
}

/** Carries the steps out one after another; what was done before a failure stays done, and the next run goes on. */
export async function sendReminders(
  client: GitHubClient,
  steps: readonly ReminderStep[],
  done: (step: ReminderStep) => void,
): Promise<void> {
  for (const step of steps) {
    if (step.action === "open")
      await client.send("POST", "issues", {
        title: step.title,
        body: step.body,
        labels: [reminderLabel],
      });
    else if (step.action === "rewrite")
      await client.send("PATCH", `issues/${step.number}`, { title: step.title, body: step.body });
    else {
      await client.send("POST", `issues/${step.number}/comments`, { body: step.comment });
      await client.send("PATCH", `issues/${step.number}`, {
        state: "closed",
        state_reason: "completed",
      });
    }
    done(step);
  }
}
