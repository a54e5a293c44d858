import type { Change, Made, Proposed, Request } from "../../forge.ts";
import { GitHubError } from "../client.ts";
import { refSchema } from "./answers.ts";
import { toConflict } from "./compare.ts";
import { commitOnce, compareWith, type Desk, lookBefore, readHead } from "./desk.ts";
import { doing, readAs, Stopped } from "./problems.ts";
import { type Pull, readFiles, readPull, stateOf, toRequest } from "./state.ts";

/** A request by its number; one that is not there stops. */
export const findPull = ({ api, setting }: Desk, number: number): Promise<Pull> =>
  doing("reading", setting, async () => {
    try {
      return await readPull(api, setting.repository, number);
    } catch (error) {
      if (error instanceof GitHubError && error.fault === "missing")
        throw new Stopped({ kind: "no-request", number });
      throw error;
    }
  });

/** The repository of a request's branch, where this person may add to it. */
async function branchOf(desk: Desk, pull: Pull, change: Change) {
  const { login, main, mayWrite } = await lookBefore(desk, change);
  const state = stateOf(pull);
  if (state !== "open") throw new Stopped({ kind: "request-ended", state });
  const where = pull.head.repo?.full_name;
  if (where === undefined) throw new Stopped({ kind: "copy-gone" });
  const author = pull.user?.login ?? "";
  if (author !== login && !(mayWrite && where === desk.setting.repository))
    throw new Stopped({ kind: "request-others", author });
  return { where, main };
}

/** A corrected change with the request's other files: all that the portal would take. */
const withRest = ({ api, setting }: Desk, pull: Pull, change: Change): Promise<Change> =>
  doing("reading", setting, async () => {
    const files = await readFiles(api, setting.repository, pull);
    return { ...change, files: new Map([...files, ...change.files]) };
  });

/**
 * Adds a corrected change to a request, on the head the person saw. Where the portal has moved so that the request no
 * longer fits, the two are joined, once its sender has seen theirs: until then GitHub does not even check it.
 */
export async function correct(
  desk: Desk,
  seen: Pick<Request, "number" | "head">,
  change: Change,
  kept: Made,
): Promise<Proposed> {
  const { api, setting, onStep } = desk;
  const pull = await findPull(desk, seen.number);
  const { where, main } = await branchOf(desk, pull, change);
  const head = pull.head.sha;
  if (head === kept.commit?.hash) return { outcome: "sent", request: toRequest(pull) };
  const beside = await compareWith(desk, where, head, { ...change, base: seen.head });
  if (beside.kind === "conflict") return toConflict(head, beside);

  const joined = pull.mergeable === false ? await readHead(desk, main) : undefined;
  const whole = joined === undefined ? change : await withRest(desk, pull, change);
  const compared =
    joined === undefined ? beside : await compareWith(desk, setting.repository, joined, whole);
  if (compared.kind === "conflict") return toConflict(joined ?? head, compared);
  if (compared.differing.size === 0) return { outcome: "same" };

  return doing("files", setting, async () => {
    const parents = joined === undefined ? [head] : [head, joined];
    const place = { repository: where, parents, tree: compared.tree };
    const commit = await commitOnce(desk, place, whole, compared.differing, kept);
    onStep("request");
    // Without force: what came to the branch meanwhile is not thrown away.
    const path = `repos/${where}/git/refs/heads/${pull.head.ref}`;
    const moved = await api.send("PATCH", path, { sha: commit, force: false });
    readAs(refSchema, moved, "branch");
    return { outcome: "sent", request: { ...toRequest(pull), head: commit } };
  });
}
