import { z } from "zod";
import type { Finding } from "../../model/reports/finding.ts";
import type { GitHubClient } from "./client.ts";
import { alarmLabel } from "./labels.ts";

const issueSchema = z.object({ number: z.int().positive(), body: z.string().nullish() });
const most = 10;

/** What stopped a publication: errors in the files, or something else that the log of the run tells. */
export type Failure = { findings: readonly Finding[]; run: string };

/** Backticks would end the code a value stands in. */
const code = (text: string): string => `\`${text.replaceAll("`", "'").replace(/\s+/g, " ")}\``;

export function alarmText({ findings, run }: Failure): string {
  const errors = findings.filter(({ severity }) => severity === "error");
  return [
    "Сайт не оновлено: на порталі лишилася остання справна версія.",
    errors.length === 0
      ? "У файлах data і content помилок немає: причину шукайте в журналі; найчастіше це мережа, розгортання або шлюз харвестингу."
      : `Причина у файлах. Помилок: ${errors.length}.\n\n${errors
          .slice(0, most)
          .map(
            ({ place, message, hint }) =>
              `- ${code(place.line === undefined ? place.file : `${place.file}:${place.line}`)}\n  ${code(message)}\n  Що зробити: ${code(hint)}`,
          )
          .join("\n")}`,
    `Журнал: ${run}`,
    "Це повідомлення закриється саме, щойно сайт оновиться.",
  ].join("\n\n");
}

/** One open issue while the portal cannot be published; none when it can. */
export async function keepAlarm(
  client: GitHubClient,
  failure: Failure | undefined,
): Promise<"opened" | "updated" | "closed" | "quiet"> {
  const open = (await client.list("issues", { state: "open", labels: alarmLabel })).flatMap(
    (issue) => issueSchema.safeParse(issue).data ?? [],
  );
  if (!failure) {
    for (const { number } of open) {
      await client.send("POST", `issues/${number}/comments`, { body: "Сайт оновлено." });
      await client.send("PATCH", `issues/${number}`, {
        state: "closed",
        state_reason: "completed",
      });
    }
    return open.length > 0 ? "closed" : "quiet";
  }
  const body = alarmText(failure);
  const [first] = open;
  if (!first) {
    await client.send("POST", "issues", {
      title: "Сайт порталу не оновлюється",
      body,
      labels: [alarmLabel],
    });
    return "opened";
  }
  await client.send("PATCH", `issues/${first.number}`, { body });
  return "updated";
}
