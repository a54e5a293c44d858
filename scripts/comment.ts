import { existsSync, readFileSync, statSync } from "node:fs";
import { notice, warning } from "@actions/core";
import { renderMarkdown } from "../src/published/blocks/markdown.ts";
import { readPortal } from "../src/read/portal.ts";
import { GitHubError, openGitHub } from "../src/remote/github/client.ts";
import {
  changedCode,
  findPullRequest,
  keepComment,
  longestComment,
  withCode,
} from "../src/remote/github/comment.ts";
import { openReach } from "../src/remote/reach.ts";
import { parseReport } from "../src/review/report/parse.ts";
import { reviewBlocks } from "../src/review/report/report.ts";
import { rules } from "../src/rules/index.ts";
import { longestReport } from "../src/schemas/reports/review.ts";
import { command, loopbackOption } from "./command.ts";

await command(
  {
    about: "Пише звіт про зміну коментарем під pull request; викликає робота report на GitHub.",
    positionals: "ФАЙЛ",
    options: loopbackOption,
    environment: { GITHUB_TOKEN: "ключ GitHub Actions" },
  },
  async ({ values, positionals: [path = ""] }) => {
    const { HEAD_SHA = "", HEAD_OWNER = "", HEAD_BRANCH = "", RUN_URL = "" } = process.env;
    const { GITHUB_REPOSITORY: repository = "", GITHUB_TOKEN: token = "" } = process.env;
    const api = process.env.GITHUB_API_URL ?? "https://api.github.com";
    const site = readPortal(".")?.site;
    const known = new Set<string>(rules.map(({ id }) => id));

    const text =
      existsSync(path) && statSync(path).size <= longestReport ? readFileSync(path, "utf8") : "";
    const review = parseReport(text);
    const link = /^https:\/\/[\w.-]+\/[\w./-]+$/.test(RUN_URL)
      ? `\n[Повний звіт і перегляд сторінок](${RUN_URL})\n`
      : "";
    /** Where a reviewer sees the pages of the request's sets before and after. */
    const pagesOf = (pull: number): string =>
      site === undefined || !review
        ? ""
        : `\n[Сторінки наборів до і після](${site}/review/?request=${pull})\n`;
    const noReport =
      "## Перевірку не завершено\n\nЗвіту немає: перевірка зупинилася раніше. Причина — в її журналі.\n";
    const ownJudge =
      "**Зміна править не лише дані: вона могла змінити й саму перевірку разом із цим звітом. Не покладайтеся на нього — перегляньте файли.**\n\n";

    const unknownCode =
      "**GitHub не відповів, чи змінено лише дані. Якщо змінено й код, цей звіт міг скласти він сам: перегляньте перелік файлів.**\n\n";

    /** What the comment says; of changed code GitHub itself is believed, not the report. */
    function bodyOf(code: readonly string[] | undefined): string {
      if (!review) return noReport;
      const blocks = reviewBlocks(withCode(review, code), (rule) =>
        site !== undefined && known.has(rule) ? `${site}/help/${rule}/` : undefined,
      );
      return `${code?.length === 0 ? "" : code ? ownJudge : unknownCode}${renderMarkdown(blocks, longestComment)}`;
    }
    try {
      const client = openGitHub({
        repository,
        token,
        api,
        fetch: openReach({ allowLoopback: values["allow-loopback"] }),
      });
      const pull = await findPullRequest(client, {
        sha: HEAD_SHA,
        owner: HEAD_OWNER,
        branch: HEAD_BRANCH,
      });
      if (pull === undefined)
        notice(
          "Одного відкритого pull request із цим комітом і цією гілкою немає: коментувати нічого.",
        );
      else {
        const body = bodyOf(await changedCode(client, pull));
        notice(`Коментар: ${await keepComment(client, pull, body + link + pagesOf(pull))}.`);
      }
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      // The verdict stands in the check and its summary: a comment that could not be written changes nothing of it.
      warning(`Коментаря не записано: ${error.message}.`);
    }
  },
);
