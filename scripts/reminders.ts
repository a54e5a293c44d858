import { resolve } from "node:path";
import { GitHubError, openGitHub, repositoryOf } from "../src/remote/github/client.ts";
import {
  planReminders,
  type ReminderStep,
  readReminders,
  sendReminders,
} from "../src/remote/github/reminders.ts";
import { openReach } from "../src/remote/reach.ts";
import { loadPortal, portalDate } from "../src/site/portal.ts";
import { command, loopbackOption } from "./command.ts";

await command(
  {
    about:
      "Відкриває одне нагадування на кожен набір, строк якого надходить або минув, і закриває виконані.",
    options: {
      root: { type: "string", value: "ТЕКА", default: ".", about: "тека порталу" },
      repository: { type: "string", value: "ВЛАСНИК/НАЗВА", about: "репозиторій на GitHub" },
      api: {
        type: "string",
        value: "АДРЕСА",
        default: process.env.GITHUB_API_URL ?? "https://api.github.com",
        about: "адреса GitHub API",
      },
      ...loopbackOption,
      "dry-run": { type: "boolean", about: "лише показати" },
    },
    environment: { GITHUB_TOKEN: "ключ GitHub" },
    code1: "GitHub не відповів",
  },
  async ({ values }) => {
    const ask = openReach({ allowLoopback: values["allow-loopback"] });
    const { catalogue } = loadPortal(
      resolve(values.root),
      portalDate({ PORTAL_DATE: process.env.PORTAL_DATE }),
    );
    const repository =
      values.repository ??
      process.env.GITHUB_REPOSITORY ??
      repositoryOf(catalogue?.portal.repository);
    const token = process.env.GITHUB_TOKEN;
    const words = { open: "відкрити", rewrite: "оновити", close: "закрити" };
    const print = (step: ReminderStep) =>
      process.stdout.write(
        `${words[step.action]}: ${step.dataset}${"number" in step ? ` (№ ${step.number})` : ""}\n`,
      );
    if (!catalogue || (repository === undefined && !values["dry-run"])) {
      process.stderr.write(
        catalogue
          ? "Не відомо, де нагадувати: вкажіть --repository власник/назва або repository в data/portal.yaml.\n"
          : "Портал має помилки: спершу виправте їх (npm run validate).\n",
      );
      process.exitCode = 2;
    } else
      try {
        const client =
          repository === undefined
            ? undefined
            : openGitHub({ repository, api: values.api, fetch: ask, ...(token ? { token } : {}) });
        // Without a repository there is nothing open to compare with: the plan is all there is.
        const steps = planReminders(catalogue, client ? await readReminders(client) : []);
        if (client && !values["dry-run"]) await sendReminders(client, steps, print);
        else steps.forEach(print);
        if (steps.length === 0) process.stdout.write("Нагадувати немає про що.\n");
      } catch (error) {
        if (!(error instanceof GitHubError)) throw error;
        process.stderr.write(`Нагадування не завершено: ${error.message}. Запустіть ще раз.\n`);
        process.exitCode = 1;
      }
  },
);
