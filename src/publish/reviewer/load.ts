import type { FileBytes, Forge, Problem, RequestState } from "../../remote/forge.ts";
import { readPublished } from "../judge/published-folder.ts";
import { openFacts } from "../page/judge/facts.ts";
import { hasKey } from "./forge.ts";
import { setsAmong } from "./judge/review-request.ts";
import type { Asked } from "./judge/review-worker.ts";

/** Files of a request that are read: with a key thousands of calls an hour are free, without one sixty. */
const most = { withKey: 300, without: 30 };

/** A request's files with what they take the place of, ready to be judged. */
export type Loaded = {
  asked: Asked;
  /** Paths under data/ and content/ that were not read: there are too many. */
  unread: readonly string[];
  /** The day the site was built for: what the request is compared with. */
  day: string;
};

const isWritten = (path: string): boolean => /^(data|content)\//.test(path);

/** Paths of a request outside data/ and content/: the portal's own code and settings. */
export const codeOf = ({ files }: Pick<RequestState, "files">): string[] =>
  files.filter((path) => !isWritten(path));

/** Texts beside sets that the site does not serve as people wrote them: the portal's repository has them. */
async function readOthers(
  forge: Forge,
  paths: readonly string[],
): Promise<[string, FileBytes][] | Problem> {
  const found: [string, FileBytes][] = [];
  for (const path of paths) {
    const answer = await forge.read(path);
    if ("problem" in answer) return answer.problem;
    if (answer.told) found.push([path, answer.told]);
  }
  return found;
}

/** Reads what a request changes from the forge, and the same as it is from the site. */
export async function loadRequest(
  forge: Forge,
  { number, files: paths }: RequestState,
  site: string,
): Promise<{ told: Loaded } | { problem: Problem }> {
  const written = paths.filter(isWritten);
  const wanted = new Set(written.slice(0, hasKey() ? most.withKey : most.without));
  const files = await forge.files(number, (path) => wanted.has(path));
  if ("problem" in files) return files;
  const facts = await openFacts(site)();
  const sets = await Promise.all(setsAmong(files.told.keys()).map((id) => readSet(site, id)));
  const others = await readOthers(
    forge,
    [...files.told.keys()].filter(
      (path) => !path.startsWith("data/datasets/") && facts.files[path] === undefined,
    ),
  );
  if (!Array.isArray(others)) return { problem: others };
  return {
    told: {
      asked: {
        facts,
        before: new Map([...sets.flatMap((set) => [...set]), ...others]),
        files: files.told,
        code: codeOf({ files: paths }),
      },
      unread: written.filter((path) => !wanted.has(path)),
      day: facts.today,
    },
  };
}

/** A set's files as the site serves them; none where it has no such set. */
async function readSet(site: string, id: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const set = await readPublished(id, async (path) => {
    const answer = await fetch(`${site}${path}`, { cache: "no-cache" });
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  });
  return set ?? new Map();
}
