import { Fault } from "../../model/reports/fault.ts";
import type { Tree, TreeFile } from "../../model/tree.ts";
import { entriesOf, isCheckout, resolveCommit, resolveTree, runGit } from "./git.ts";

/** Files up to this size are read with their neighbours, in one call; a larger one alone, when somebody asks for it. */
const small = 2 ** 20;
/** Files of data read in one call: what people write is small and read all at once. */
const neighbours = 200;
/** What people write: descriptions, cards and entries, every one of which is read. */
const isWritten = ({ path }: Entry): boolean => /\.(yaml|mdx)$/.test(path);

type Entry = { path: string; sha: string } & Omit<TreeFile, "bytes">;
/** Modes git gives what is not a plain file (git-scm.com/book, «Git Objects»). */
const kinds: Record<string, Partial<Pick<TreeFile, "kind" | "executable">>> = {
  "120000": { kind: "symlink" },
  "160000": { kind: "submodule" },
  "100755": { executable: true },
};

/** Blobs of the given hashes, by hash: `git cat-file --batch` answers «hash type size», the bytes and a line end for each. */
function readBlobs(root: string, hashes: readonly string[]): Map<string, Uint8Array> {
  const { stdout } = runGit(root, ["cat-file", "--batch"], { input: `${hashes.join("\n")}\n` });
  const blobs = new Map<string, Uint8Array>();
  let at = 0;
  for (const hash of hashes) {
    const end = stdout.indexOf(10, at);
    const size = Number(stdout.subarray(at, end).toString().split(" ")[2]);
    if (end < 0 || !Number.isInteger(size))
      throw new Fault(
        `У репозиторії git немає вмісту файлу (${hash.slice(0, 10)}): клонуйте його заново, цілим.`,
      );
    blobs.set(hash, new Uint8Array(stdout.subarray(end + 1, end + 1 + size)));
    at = end + 1 + size + 1;
  }
  return blobs;
}

/** Files as they were in commits, in the order they are asked for; undefined where a commit had no such file. */
export function readFilesAt(
  root: string,
  wanted: readonly { hash: string; path: string }[],
): (Uint8Array | undefined)[] {
  if (wanted.length === 0) return [];
  // «./» makes the path one of the portal's folder, which may lie deeper than the checkout's top.
  const names = wanted.map(({ hash, path }) => `${hash}:./${path}`);
  const { stdout } = runGit(root, ["cat-file", "--batch"], { input: `${names.join("\n")}\n` });
  let at = 0;
  return wanted.map(() => {
    const end = stdout.indexOf(10, at);
    const size = Number(/ blob (\d+)$/.exec(stdout.subarray(at, end).toString())?.[1]);
    at = end + 1;
    if (!Number.isInteger(size)) return undefined;
    const bytes = new Uint8Array(stdout.subarray(at, at + size));
    at += size + 1;
    return bytes;
  });
}

/** The files under `data/` and `content/` of a commit, without a checkout. Undefined where there is no such commit. */
export function readGitTree(root: string, ref: string): Tree | undefined {
  const hash = isCheckout(root) ? resolveTree(root, ref) : undefined;
  if (hash === undefined) return undefined;
  const { stdout } = runGit(root, ["ls-tree", "-r", "-z", "--long", hash, "--", "data", "content"]);
  const entries = entriesOf(stdout).map((line): Entry => {
    const [, mode = "", sha = "", size = "", path = ""] =
      /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t(.*)$/s.exec(line) ?? [];
    return { path, sha, size: Number(size) || 0, kind: "file", ...kinds[mode] };
  });
  const shared = entries.filter(({ size, kind }) => size <= small && kind !== "submodule");
  const written = shared.filter(isWritten);
  const data = shared.filter((entry) => !isWritten(entry));
  /** What a file is read with. */
  const together = (entry: Entry): Entry[] => {
    if (entry.size > small) return [entry];
    if (isWritten(entry)) return written;
    const at = data.indexOf(entry);
    return at < 0 ? [entry] : data.slice(at, at + neighbours);
  };
  const blobs = new Map<string, Uint8Array>();
  const bytesOf = (entry: Entry): Uint8Array => {
    if (!blobs.has(entry.sha)) {
      const wanted = together(entry).flatMap(({ sha }) => (blobs.has(sha) ? [] : [sha]));
      for (const [hash, bytes] of readBlobs(root, [...new Set(wanted)])) blobs.set(hash, bytes);
    }
    return blobs.get(entry.sha) ?? new Uint8Array();
  };
  return new Map(
    entries
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map((entry): [string, TreeFile] => [
        entry.path,
        {
          size: entry.size,
          kind: entry.kind,
          ...(entry.executable ? { executable: true } : {}),
          blob: entry.sha,
          bytes: () => bytesOf(entry),
        },
      ]),
  );
}

const kyivDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Kyiv" });

/** The day (Kyiv) of each commit on the main line that ends with `ref`, newest first; empty where there is none. */
export function commitDays(root: string, ref = "HEAD"): { hash: string; day: string }[] {
  const last = isCheckout(root) ? resolveCommit(root, ref) : undefined;
  if (last === undefined) return [];
  const { stdout } = runGit(root, [
    "log",
    "--first-parent",
    "--no-show-signature",
    "--format=%H %ct",
    last,
  ]);
  return stdout
    .toString()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [hash = "", time = ""] = line.split(" ");
      return { hash, day: kyivDay.format(new Date(Number(time) * 1000)) };
    });
}
