import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { renderFeedbackCheck } from "../src/published/reports/checks.ts";
import { GitHubError, openGitHub, repositoryOf } from "../src/remote/github/client.ts";
import { importFeedback } from "../src/remote/github/feedback.ts";
import { openReach } from "../src/remote/reach.ts";
import { loadPortal, portalDate } from "../src/site/portal.ts";
import { command, loopbackOption } from "./command.ts";

await command(
  {
    about: "Збирає звернення з форм GitHub у data/registers/requests, без імен.",
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
    },
    environment: { GITHUB_TOKEN: "ключ GitHub" },
    code1: "GitHub не відповів",
  },
  async ({ values }) => {
    const ask = openReach({ allowLoopback: values["allow-loopback"] });
    const root = resolve(values.root);
    const today = portalDate({ PORTAL_DATE: process.env.PORTAL_DATE });
    const { catalogue, repository: portal } = loadPortal(root, today);
    const repository =
      values.repository ??
      process.env.GITHUB_REPOSITORY ??
      repositoryOf(catalogue?.portal.repository);
    const token = process.env.GITHUB_TOKEN;
    if (!catalogue || repository === undefined) {
      process.stderr.write(
        catalogue
          ? "Не відомо, звідки брати звернення: вкажіть --repository власник/назва або repository в data/portal.yaml.\n"
          : "Портал має помилки: спершу виправте їх (npm run validate).\n",
      );
      process.exitCode = 2;
    } else {
      const folder = join(root, "data/registers/requests");
      const written = (file: string) => {
        const entry = portal.registers.requests.find(({ id }) => `${id}.yaml` === file)?.value;
        return Object.fromEntries(
          (["publisher", "note"] as const).flatMap((key) =>
            entry?.[key] ? [[key, entry[key]]] : [],
          ),
        );
      };
      try {
        const client = openGitHub({
          repository,
          api: values.api,
          fetch: ask,
          ...(token ? { token } : {}),
        });
        const known = {
          datasets: catalogue.datasets.map(({ id }) => id),
          polls: catalogue.registers.polls.map(({ id }) => id),
        };
        const { files, hidden, unread } = await importFeedback(client, known, written);
        mkdirSync(folder, { recursive: true });
        mkdirSync(join(root, "data/checks"), { recursive: true });
        for (const [file, text] of files) writeFileSync(join(folder, file), text);
        for (const file of hidden) rmSync(join(folder, file), { force: true });
        writeFileSync(join(root, "data/checks/feedback.yaml"), renderFeedbackCheck(today));
        process.stdout.write(
          `Звернень записано: ${files.size}; приховано: ${hidden.length}; не прочитано: ${unread.length}.\n`,
        );
      } catch (error) {
        if (!(error instanceof GitHubError)) throw error;
        process.stderr.write(`Звернення лишилися, як були: ${error.message}.\n`);
        process.exitCode = 1;
      }
    }
  },
);
