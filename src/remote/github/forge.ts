import { z } from "zod";
import { largestFile } from "../../model/tree.ts";
import type { Change, Forge, Made, Person, Proposed, Request } from "../forge.ts";
import { type ApiOptions, GitHubError, openApi } from "./client.ts";
import { pullSchema, refSchema, repositorySchema, userSchema } from "./requests/answers.ts";
import { headOf, inCopy, makeBranch, makeCopy } from "./requests/branch.ts";
import { blobName, parseBase64 } from "./requests/bytes.ts";
import { makeCommit } from "./requests/commit.ts";
import { type Compared, compareChange } from "./requests/compare.ts";
import {
  doing,
  problemIn,
  readAs,
  type Setting,
  Stopped,
  saidBy,
  toTold,
} from "./requests/problems.ts";
import { readFiles, readPull, readState, stateOf, toRequest } from "./requests/state.ts";

export type GitHubForgeOptions = ApiOptions & {
  /** owner/name of the portal's repository. */
  repository: string;
  /** Milliseconds between looks at a copy that is being made: GitHub takes up to five minutes. */
  copyPauses?: readonly number[];
  /** Told of each step as it begins. */
  onStep?: (step: Step) => void;
};
export type Step = "looking" | "copying" | "files" | "request";

/** A minute, in growing steps; whoever asks again then waits on. */
const minute = [500, 1000, 2000, 3000, 5000, 8000, 10_000, 15_000, 15_000];

const toConflict = (
  head: string,
  { baseKnown, files }: Extract<Compared, { kind: "conflict" }>,
): Proposed => ({ outcome: "conflict", head, baseKnown, files });

const hashOf = (value: unknown): Promise<string> =>
  blobName(new TextEncoder().encode(JSON.stringify(value)));

/**
 * GitHub as a forge, over its Git data API: every file of a change goes in one commit, on a branch of its own in the
 * portal's repository or, where the key may not write there, in the person's copy of it. What can go wrong is answered,
 * not thrown. Works in a page: nothing of Node is asked for.
 */
export function openGitHubForge(options: GitHubForgeOptions): Forge {
  const { repository, token, copyPauses = minute, onStep = () => {} } = options;
  const api = openApi(options);
  const portal = `repos/${repository}`;
  const setting: Setting = { token, repository };

  /** The portal's repository and, with a key, who has it. */
  const look = () =>
    doing("reading", setting, async () => {
      const facts = readAs(repositorySchema, await api.get(portal), "опис порталу");
      setting.ofOrganisation = facts.owner.type === "Organization";
      return facts;
    });
  const readPerson = (): Promise<{ login: string }> =>
    doing("reading", setting, async () => {
      if (token === undefined) throw new Stopped({ kind: "token-missing" });
      const { body, headers } = await api.look("user");
      const { login } = readAs(userSchema, body, "власник ключа");
      // Only keys of the older kind say what they may do.
      const scopes = headers.get("x-oauth-scopes")?.split(/,\s*/);
      if (scopes && !scopes.some((scope) => scope === "repo" || scope === "public_repo"))
        throw new Stopped({ kind: "token-weak", lacks: "scope" });
      return { login };
    });

  async function open(change: Change) {
    onStep("looking");
    if (change.files.size === 0) throw new Stopped({ kind: "empty" });
    for (const [path, bytes] of change.files)
      if (bytes && bytes.length > largestFile)
        throw new Stopped({ kind: "too-large", path, size: bytes.length, most: largestFile });
    const { login } = await readPerson();
    const facts = await look();
    if (facts.archived) throw new Stopped({ kind: "archived" });
    return { login, facts, mayWrite: facts.permissions?.push === true };
  }

  const compare = (where: string, head: string, change: Change): Promise<Compared> =>
    doing("reading", setting, () => compareChange(api, where, head, change));

  /** The commit of a change on another commit; the one made before, where it is of the same things. */
  async function commitOn(
    place: { repository: string; on: string; tree: string },
    change: Change,
    differing: ReadonlyMap<string, string | undefined>,
    kept: Made,
  ): Promise<string> {
    const of = await hashOf([change.message, [...differing]]);
    // A branch that was made stands where the portal stood then: it fits still, or there would be a conflict.
    if (kept.commit?.of === of && (kept.commit.on === place.on || kept.branch !== undefined))
      return kept.commit.hash;
    onStep("files");
    const hash = await makeCommit(api, place, change, differing, kept);
    delete kept.branch;
    kept.commit = { hash, on: place.on, of };
    return hash;
  }

  async function openRequest(
    where: string,
    branch: string,
    main: string,
    change: Change,
  ): Promise<Request> {
    onStep("request");
    const head = `${where.split("/")[0]}:${branch}`;
    try {
      const pull = await api.send("POST", `${portal}/pulls`, {
        title: change.title,
        body: change.body,
        head,
        base: main,
        maintainer_can_modify: true,
      });
      return toRequest(readAs(pullSchema, pull, "запит"));
    } catch (error) {
      // Made by a call whose answer was lost.
      if (!(error instanceof GitHubError) || !/already exists/i.test(saidBy(error))) throw error;
      const pulls = await api.get(`${portal}/pulls`, { state: "open", head });
      const [pull] = readAs(z.array(pullSchema), pulls, "запити");
      if (!pull) throw error;
      return toRequest(pull);
    }
  }

  async function propose(change: Change, kept: Made): Promise<Proposed> {
    const { facts, mayWrite } = await open(change);
    const main = facts.default_branch;
    const head = await doing("reading", setting, () => headOf(api, repository, main));
    if (head === undefined) throw new Stopped({ kind: "no-repository", repository });
    const compared = await compare(repository, head, change);
    if (compared.kind === "conflict") return toConflict(head, compared);
    if (compared.differing.size === 0) return { outcome: "same" };
    if (mayWrite) kept.repository = repository;
    else if (kept.repository === undefined) {
      onStep("copying");
      kept.repository = await doing("copy", setting, () => makeCopy(api, repository, copyPauses));
    }
    const where = kept.repository;
    const branch = await doing("files", setting, async () => {
      const write = async () => {
        const place = { repository: where, on: head, tree: compared.tree };
        const commit = await commitOn(place, change, compared.differing, kept);
        return kept.branch ?? makeBranch(api, where, change.name, commit);
      };
      return mayWrite ? write() : inCopy(api, where, main, write);
    });
    kept.branch = branch;
    const request = await doing("requests", setting, () =>
      openRequest(where, branch, main, change),
    );
    return { outcome: "sent", request };
  }

  async function correct(
    seen: Pick<Request, "number" | "head">,
    change: Change,
    kept: Made,
  ): Promise<Proposed> {
    const { login, mayWrite } = await open(change);
    const pull = await pullOf(seen.number);
    const state = stateOf(pull);
    if (state !== "open") throw new Stopped({ kind: "request-ended", state });
    const where = pull.head.repo?.full_name;
    if (where === undefined) throw new Stopped({ kind: "copy-gone" });
    if (pull.user?.login !== login && !(mayWrite && where === repository))
      throw new Stopped({ kind: "request-others", author: pull.user?.login ?? "" });
    const head = pull.head.sha;
    if (head === kept.commit?.hash) return { outcome: "sent", request: toRequest(pull) };
    const compared = await compare(where, head, { ...change, base: seen.head });
    if (compared.kind === "conflict") return toConflict(head, compared);
    if (compared.differing.size === 0) return { outcome: "same" };
    return doing("files", setting, async () => {
      const place = { repository: where, on: head, tree: compared.tree };
      const commit = await commitOn(place, change, compared.differing, kept);
      onStep("request");
      // Without force: what came to the branch meanwhile is not thrown away.
      const path = `repos/${where}/git/refs/heads/${pull.head.ref}`;
      const moved = await api.send("PATCH", path, { sha: commit, force: false });
      readAs(refSchema, moved, "гілка");
      return { outcome: "sent", request: { ...toRequest(pull), head: commit } };
    });
  }

  const pullOf = async (number: number) => {
    try {
      return await readPull(api, repository, number);
    } catch (error) {
      if (error instanceof GitHubError && error.fault === "missing")
        throw new Stopped({ kind: "no-request", number });
      return doing("reading", setting, () => Promise.reject(error));
    }
  };

  /** Steps that send, each try with what the one before made; a problem is answered with what this one has. */
  const sending = async (
    made: Made | undefined,
    steps: (kept: Made) => Promise<Proposed>,
  ): Promise<Proposed> => {
    const kept: Made = structuredClone(made ?? {});
    try {
      return await steps(kept);
    } catch (error) {
      return { outcome: "failed", problem: problemIn(error), made: kept };
    }
  };

  async function readFile(path: string) {
    try {
      const answer = await api.get(
        `${portal}/contents/${path.split("/").map(encodeURIComponent).join("/")}`,
      );
      const { content } = readAs(z.object({ content: z.string() }), answer, "файл порталу");
      return parseBase64(content);
    } catch (error) {
      if (error instanceof GitHubError && error.fault === "missing") return undefined;
      throw error;
    }
  }

  async function mine(): Promise<Request[]> {
    const { login } = await readPerson();
    const pulls = await api.list(`${portal}/pulls`, { state: "open" });
    return pulls
      .map((pull) => readAs(pullSchema, pull, "запит"))
      .filter(({ user }) => user?.login === login)
      .map(toRequest);
  }

  const reading = <T>(steps: () => Promise<T>) => toTold(doing("reading", setting, steps));
  return {
    who: () =>
      reading(async (): Promise<Person> => {
        const { login } = await readPerson();
        const { permissions } = await look();
        return { login, way: permissions?.push ? "here" : "copy" };
      }),
    read: (path) => reading(() => readFile(path)),
    propose: (change, made) => sending(made, (kept) => propose(change, kept)),
    correct: (seen, change, made) => sending(made, (kept) => correct(seen, change, kept)),
    state: (number) => reading(async () => readState(api, repository, await pullOf(number))),
    files: (number) => reading(async () => readFiles(api, repository, await pullOf(number))),
    mine: () => reading(mine),
  };
}
