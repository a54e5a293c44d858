import { createHash } from "node:crypto";
import { type BuildNote, buildNoteSchema } from "../schemas/reports/build-note.ts";

/** The note of a site that may be anybody's; undefined where it is none. */
export function parseBuildNote(bytes: Uint8Array): BuildNote | undefined {
  try {
    return buildNoteSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined;
  }
}

export type Verdict = {
  equal: number;
  /** Files whose bytes are others, and files the site does not give. */
  different: string[];
  missing: string[];
};

/** Files that hosts read and do not give. */
const notGiven = new Set(["_headers", "_redirects"]);

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/**
 * A site against the build of its commit, file by file.
 * @param built files of the commit's own build, by path from the site's root without a leading slash
 * @param read a file of the site that is judged; undefined where there is none
 */
export async function compareSites(
  built: ReadonlyMap<string, () => Uint8Array>,
  read: (path: string) => Promise<Uint8Array | undefined>,
): Promise<Verdict> {
  const verdict: Verdict = { equal: 0, different: [], missing: [] };
  const waiting = [...built].filter(([path]) => !notGiven.has(path));
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [path, bytes] = next;
      const given = await read(path);
      if (!given) verdict.missing.push(path);
      else if (sha256(given) === sha256(bytes())) verdict.equal++;
      else verdict.different.push(path);
    }
  };
  // A web server is asked for a few files at a time.
  await Promise.all(Array.from({ length: 8 }, work));
  verdict.different.sort();
  verdict.missing.sort();
  return verdict;
}
