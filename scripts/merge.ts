import { appendFileSync } from "node:fs";
import { resolve } from "node:path";
import { notice, warning } from "@actions/core";
import { Fault } from "../src/model/reports/fault.ts";
import type { Tree } from "../src/model/tree.ts";
import {
  type Main,
  type MergeOutcome,
  mergeUpdate,
} from "../src/publish/scheduled/merge-update.ts";
import { renderMarkdown } from "../src/published/blocks/markdown.ts";
import { readGitTree } from "../src/read/git/git-tree.ts";
import { readHead, readHistory } from "../src/read/git/history.ts";
import { GitHubError, openGitHub } from "../src/remote/github/client.ts";
import { keepComment, longestComment } from "../src/remote/github/comment.ts";
import { openReach } from "../src/remote/reach.ts";
import { leftToPerson, mergedByItself } from "../src/review/merge/words.ts";
import { reviewOf } from "../src/site/load-review.ts";
import { portalDate, portalOf } from "../src/site/portal.ts";
import { command, loopbackOption } from "./command.ts";

/** The portal as the checked out commit has it. */
function readMain(root: string, today: string): Main {
  const commit = readHead(root)?.commit;
  const tree = commit === undefined ? undefined : readGitTree(root, commit);
  if (commit === undefined || !tree)
    throw new Fault(`У теці ${root} немає репозиторію git із комітами: вкажіть --root ТЕКА.`);
  const history = readHistory(root, commit);
  const judge = (files: Tree) => portalOf(files, history, today);
  const before = judge(tree);
  return {
    commit,
    tree,
    allowed: before.repository.portal?.value.mergeCleanUpdates ?? [],
    treeAt: (other) => readGitTree(root, other),
    review: (after) => reviewOf(before, judge(after), []),
  };
}

const wordsOf = (outcome: Exclude<MergeOutcome, { kind: "none" }>, sha: string) =>
  outcome.kind === "merged"
    ? mergedByItself(outcome.change, sha)
    : leftToPerson(outcome.id, outcome.faults);

/** Tells the steps that follow that the portal has changed: what a job's own key merged starts no workflow by itself. */
function tellMerged(): void {
  const { GITHUB_OUTPUT: output } = process.env;
  if (output) appendFileSync(output, "merged=true\n");
}

await command(
  {
    about:
      "Приймає чисте оновлення набору, якому це дозволяє mergeCleanUpdates; викликає робота merge на GitHub.",
    options: {
      root: {
        type: "string",
        value: "ТЕКА",
        default: ".",
        about: "тека порталу: його головна гілка",
      },
      ...loopbackOption,
    },
    environment: { GITHUB_TOKEN: "ключ GitHub Actions", PORTAL_DATE: "день, на який перевіряють" },
  },
  async ({ values }) => {
    const { HEAD_SHA: sha = "", HEAD_OWNER: owner = "", HEAD_BRANCH: branch = "" } = process.env;
    const { GITHUB_REPOSITORY: repository = "", GITHUB_TOKEN: token = "" } = process.env;
    const today = portalDate({ PORTAL_DATE: process.env.PORTAL_DATE });
    const main = readMain(resolve(values.root), today);
    try {
      const client = openGitHub({
        repository,
        token,
        api: process.env.GITHUB_API_URL ?? "https://api.github.com",
        fetch: openReach({ allowLoopback: values["allow-loopback"] }),
      });
      const outcome = await mergeUpdate(client, main, { sha, owner, branch });
      if (outcome.kind === "none") return notice("Без людини приймати нічого.");
      if (outcome.kind === "merged") tellMerged();
      const { number } = outcome;
      notice(outcome.kind === "merged" ? `Прийнято: #${number}.` : `Лишено людині: #${number}.`);
      const text = renderMarkdown(wordsOf(outcome, sha), longestComment);
      await keepComment(client, number, text, "merge");
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      // A person can merge it as ever: nothing is lost by not having merged it.
      warning(`GitHub не відповів як слід: ${error.message}.`);
    }
  },
);
