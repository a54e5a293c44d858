import { largestFile } from "../../../model/tree.ts";
import type { Change, Made } from "../../forge.ts";
import type { GitHubApi } from "../client.ts";
import { repositorySchema, userSchema } from "./answers.ts";
import { headOf } from "./branch.ts";
import { blobName } from "./bytes.ts";
import { makeCommit, type Place } from "./commit.ts";
import { type Compared, compareChange } from "./compare.ts";
import { doing, readAs, type Setting, Stopped } from "./problems.ts";

/** Told of each step as it begins. */
export type OnStep = (step: "looking" | "copying" | "files" | "request") => void;

/** What every step of sending has at hand: the API, whose portal it is, and whose key. */
export type Desk = {
  api: GitHubApi;
  setting: Setting;
  /** Milliseconds between looks at a copy that is being made. */
  copyPauses: readonly number[];
  onStep: OnStep;
};

/** The portal's repository. */
export const readPortal = ({ api, setting }: Desk) =>
  doing("reading", setting, async () => {
    const answer = await api.get(`repos/${setting.repository}`);
    const facts = readAs(repositorySchema, answer, "portal");
    setting.ofOrganisation = facts.owner.type === "Organization";
    return facts;
  });

/** Who has the key. Stops where there is none, or where it says itself that it may not write. */
export const readLogin = ({ api, setting }: Desk): Promise<string> =>
  doing("reading", setting, async () => {
    if (setting.token === undefined) throw new Stopped({ kind: "token-missing" });
    const { body, headers } = await api.look("user");
    const { login } = readAs(userSchema, body, "key");
    // Only keys of the older kind say what they may do.
    const scopes = headers.get("x-oauth-scopes")?.split(/,\s*/);
    if (scopes && !scopes.some((scope) => scope === "repo" || scope === "public_repo"))
      throw new Stopped({ kind: "token-weak", lacks: "scope" });
    return login;
  });

/** What is looked at before anything is sent. */
export async function lookBefore(desk: Desk, { files }: Change) {
  desk.onStep("looking");
  if (files.size === 0) throw new Stopped({ kind: "empty" });
  for (const [path, bytes] of files)
    if (bytes && bytes.length > largestFile)
      throw new Stopped({ kind: "too-large", path, size: bytes.length, most: largestFile });
  const login = await readLogin(desk);
  const facts = await readPortal(desk);
  if (facts.archived) throw new Stopped({ kind: "archived" });
  return { login, main: facts.default_branch, mayWrite: facts.permissions?.push === true };
}

/** The portal's newest commit. */
export const readHead = ({ api, setting }: Desk, main: string): Promise<string> =>
  doing("reading", setting, async () => {
    const head = await headOf(api, setting.repository, main);
    if (head !== undefined) return head;
    throw new Stopped({ kind: "no-repository", repository: setting.repository });
  });

export const compareWith = (
  { api, setting }: Desk,
  repository: string,
  head: string,
  change: Pick<Change, "files" | "base">,
): Promise<Compared> =>
  doing("reading", setting, () => compareChange(api, repository, head, change));

/** The commit of a change on others; the one made before, where it is of the same things. */
export async function commitOnce(
  { api, onStep }: Desk,
  place: Place,
  change: Change,
  differing: ReadonlyMap<string, string | undefined>,
  kept: Made,
): Promise<string> {
  const made = new TextEncoder().encode(JSON.stringify([change.message, [...differing]]));
  const of = await blobName(made);
  const on = place.parents.join(" ");
  // A branch that was made stands where the portal stood then: it fits still, or there would be a conflict.
  if (kept.commit?.of === of && (kept.commit.on === on || kept.branch !== undefined))
    return kept.commit.hash;
  onStep("files");
  const hash = await makeCommit(api, place, change, differing, kept);
  delete kept.branch;
  kept.commit = { hash, on, of };
  return hash;
}
