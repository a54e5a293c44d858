import { z } from "zod";
import type { FileBytes, Forge, Made, OpenRequest, Person, Proposed, Request } from "../forge.ts";
import { type ApiOptions, GitHubError, openApi } from "./client.ts";
import { pullSchema } from "./requests/answers.ts";
import { parseBase64 } from "./requests/bytes.ts";
import { correct, findPull } from "./requests/correct.ts";
import { type Desk, type OnStep, readLogin, readPortal } from "./requests/desk.ts";
import { doing, problemIn, readAs, toTold } from "./requests/problems.ts";
import { propose } from "./requests/propose.ts";
import { type Pull, readFiles, readState, toOpenRequest, toRequest } from "./requests/state.ts";

export type GitHubForgeOptions = ApiOptions & {
  /** owner/name of the portal's repository. */
  repository: string;
  /** Milliseconds between looks at a copy that is being made: GitHub takes up to five minutes. */
  copyPauses?: readonly number[];
  onStep?: OnStep;
};

/** A minute, in growing steps; whoever asks again then waits on. */
const minute = [500, 1000, 2000, 3000, 5000, 8000, 10_000, 15_000, 15_000];

/** A file of the portal as it is now. */
async function readFile({ api, setting }: Desk, path: string): Promise<FileBytes | undefined> {
  const at = path.split("/").map(encodeURIComponent).join("/");
  try {
    const answer = await api.get(`repos/${setting.repository}/contents/${at}`);
    return parseBase64(readAs(z.object({ content: z.string() }), answer, "portalFile").content);
  } catch (error) {
    if (error instanceof GitHubError && error.fault === "missing") return undefined;
    throw error;
  }
}

async function readOpenPulls({ api, setting }: Desk): Promise<Pull[]> {
  const pulls = await api.list(`repos/${setting.repository}/pulls`, { state: "open" });
  return pulls.map((pull) => readAs(pullSchema, pull, "request"));
}

async function readMine(desk: Desk): Promise<Request[]> {
  const login = await readLogin(desk);
  return (await readOpenPulls(desk)).filter(({ user }) => user?.login === login).map(toRequest);
}

const readOpen = async (desk: Desk): Promise<OpenRequest[]> =>
  (await readOpenPulls(desk)).map(toOpenRequest);

async function readPerson(desk: Desk): Promise<Person> {
  const login = await readLogin(desk);
  const { permissions } = await readPortal(desk);
  return { login, way: permissions?.push ? "here" : "copy" };
}

/** Steps that send, each try with what the one before made; a problem is answered with what this one has. */
async function sending(
  made: Made = {},
  steps: (kept: Made) => Promise<Proposed>,
): Promise<Proposed> {
  const kept = structuredClone(made);
  try {
    return await steps(kept);
  } catch (error) {
    return { outcome: "failed", problem: problemIn(error), made: kept };
  }
}

/**
 * GitHub as a forge, over its Git data API: every file of a change goes in one commit, on a branch of its own in the
 * portal's repository or, where the key may not write there, in the person's copy of it. What can go wrong is answered,
 * not thrown. Works in a page: nothing of Node is asked for.
 */
export function openGitHubForge(options: GitHubForgeOptions): Forge {
  const { repository, token, copyPauses = minute, onStep = () => {} } = options;
  const desk: Desk = { api: openApi(options), setting: { repository, token }, copyPauses, onStep };
  const { api, setting } = desk;
  const reading = <T>(steps: () => Promise<T>) => toTold(doing("reading", setting, steps));
  return {
    who: () => reading(() => readPerson(desk)),
    read: (path) => reading(() => readFile(desk, path)),
    propose: (change, made) => sending(made, (kept) => propose(desk, change, kept)),
    correct: (seen, change, made) => sending(made, (kept) => correct(desk, seen, change, kept)),
    state: (number) =>
      reading(async () => readState(api, repository, await findPull(desk, number))),
    files: (number, isWanted) =>
      reading(async () => readFiles(api, repository, await findPull(desk, number), isWanted)),
    open: () => reading(() => readOpen(desk)),
    mine: () => reading(() => readMine(desk)),
  };
}
