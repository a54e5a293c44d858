import { z } from "zod";
import type { Change, Made, Proposed, Request } from "../../forge.ts";
import { GitHubError } from "../client.ts";
import { pullSchema } from "./answers.ts";
import { inCopy, makeBranch, makeCopy } from "./branch.ts";
import { toConflict } from "./compare.ts";
import { commitOnce, compareWith, type Desk, lookBefore, readHead } from "./desk.ts";
import { doing, readAs, saidBy } from "./problems.ts";
import { toRequest } from "./state.ts";

/** Opens the request of a branch, or finds the one that a call whose answer was lost has opened. */
async function openRequest(
  { api, setting, onStep }: Desk,
  from: { head: string; base: string },
  { title, body }: Change,
): Promise<Request> {
  onStep("request");
  const pulls = `repos/${setting.repository}/pulls`;
  try {
    const asked = { title, body, ...from, maintainer_can_modify: true };
    return toRequest(readAs(pullSchema, await api.send("POST", pulls, asked), "request"));
  } catch (error) {
    if (!(error instanceof GitHubError) || !/already exists/i.test(saidBy(error))) throw error;
    const open = await api.get(pulls, { state: "open", head: from.head });
    const [pull] = readAs(z.array(pullSchema), open, "requests");
    if (!pull) throw error;
    return toRequest(pull);
  }
}

/** Sends a change as a new request. `kept` learns of each thing as soon as it is made. */
export async function propose(desk: Desk, change: Change, kept: Made): Promise<Proposed> {
  const { api, setting, copyPauses, onStep } = desk;
  const { repository } = setting;
  const { main, mayWrite } = await lookBefore(desk, change);
  const head = await readHead(desk, main);
  const compared = await compareWith(desk, repository, head, change);
  if (compared.kind === "conflict") return toConflict(head, compared);
  if (compared.differing.size === 0) return { outcome: "same" };

  if (mayWrite) kept.repository = repository;
  else if (kept.repository === undefined) {
    onStep("copying");
    kept.repository = await doing("copy", setting, () => makeCopy(api, repository, copyPauses));
  }
  const where = kept.repository;
  const write = async (): Promise<string> => {
    const place = { repository: where, parents: [head], tree: compared.tree };
    const commit = await commitOnce(desk, place, change, compared.differing, kept);
    return kept.branch ?? makeBranch(api, where, change.name, commit);
  };
  kept.branch = await doing("files", setting, () =>
    mayWrite ? write() : inCopy(api, where, main, write),
  );
  const from = { head: `${where.split("/")[0]}:${kept.branch}`, base: main };
  const request = await doing("requests", setting, () => openRequest(desk, from, change));
  return { outcome: "sent", request };
}
