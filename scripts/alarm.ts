import { resolve } from "node:path";
import { notice, warning } from "@actions/core";
import { keepAlarm } from "../src/remote/github/alarm.ts";
import { GitHubError, openGitHub } from "../src/remote/github/client.ts";
import { openReach } from "../src/remote/reach.ts";
import { loadPortal, portalDate } from "../src/site/portal.ts";
import { command } from "./command.ts";

await command(
  {
    about:
      "Відкриває одне звернення на GitHub, коли сайт не опубліковано, і закриває його, коли опубліковано.",
    environment: {
      "BUILD, DEPLOY": "чим закінчилися кроки роботи publish",
      GITHUB_TOKEN: "ключ GitHub Actions",
      PORTAL_ROOT: "тека порталу",
    },
  },
  async () => {
    const {
      BUILD,
      DEPLOY,
      GITHUB_REPOSITORY: repository = "",
      GITHUB_TOKEN: token = "",
    } = process.env;
    const { GITHUB_SERVER_URL: server = "https://github.com", GITHUB_RUN_ID: id = "" } =
      process.env;
    const api = process.env.GITHUB_API_URL ?? "https://api.github.com";
    // A run that was cancelled by a person, or has nothing to deploy, says nothing of the portal.
    const failed = BUILD === "failure" || DEPLOY === "failure";
    const published = BUILD === "success" && DEPLOY === "success";
    if (failed || published)
      try {
        const { findings } = failed
          ? loadPortal(resolve(process.env.PORTAL_ROOT ?? "."), portalDate({}))
          : { findings: [] };
        const run = `${server}/${repository}/actions/runs/${id}`;
        const client = openGitHub({ repository, token, api, fetch: openReach() });
        notice(`Сповіщення: ${await keepAlarm(client, failed ? { findings, run } : undefined)}.`);
      } catch (error) {
        if (!(error instanceof GitHubError)) throw error;
        warning(`Сповіщення не записано: ${error.message}.`);
      }
  },
);
