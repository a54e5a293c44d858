import { Fault } from "../../model/reports/fault.ts";
import { resolveCommit, resolveTree, runGit } from "./git.ts";

/** A commit of some files on another commit, on a branch that is new. */
export type NewBranch = {
  /** Letters, digits, hyphens; numbered where there is one of this name. */
  name: string;
  /** Hash of the commit it stands on. */
  on: string;
  message: string;
  /** Files by their paths in the portal's folder, as they should become; nothing where one goes. */
  files: ReadonlyMap<string, Uint8Array | undefined>;
};

/** The first free name: «name», «name-2» and so on. */
function freeName(root: string, name: string): string {
  for (let number = 1; ; number++) {
    const branch = number === 1 ? name : `${name}-${number}`;
    if (resolveCommit(root, `refs/heads/${branch}`) === undefined) return branch;
  }
}

/** Who commits, as git is set up to say: «Name <mail> seconds zone». */
function committer(root: string): string {
  const { status, stdout } = runGit(root, ["var", "GIT_COMMITTER_IDENT"], { answers: [128] });
  if (status !== 0)
    throw new Fault(
      'Git не знає, хто ви: виконайте git config --global user.name "Ім’я" і git config --global user.email пошта.',
    );
  return stdout.toString().trim();
}

/** Commands of `git fast-import` for one commit; paths are checked by whoever gives them: nothing in them needs quotes. */
function* importOf(
  { on, message, files }: NewBranch,
  branch: string,
  folder: string,
  who: string,
): Generator<string | Uint8Array> {
  const data = (bytes: Uint8Array): (string | Uint8Array)[] => [
    `data ${bytes.length}\n`,
    bytes,
    "\n",
  ];
  yield `commit refs/heads/${branch}\ncommitter ${who}\n`;
  yield* data(new TextEncoder().encode(`${message.trim()}\n`));
  yield `from ${on}\n`;
  for (const [path, bytes] of files)
    if (bytes === undefined) yield `D ${folder}${path}\n`;
    else {
      yield `M 100644 inline ${folder}${path}\n`;
      yield* data(bytes);
    }
  yield "done\n";
}

/**
 * Makes the branch and its commit. Git's objects and one new ref are all that is written: not the index, not a file of the
 * working tree, no branch that is there.
 * @returns undefined where the files are as they are in that commit already
 */
export function writeBranch(
  root: string,
  wanted: NewBranch,
): { branch: string; commit: string } | undefined {
  const branch = freeName(root, wanted.name);
  const folder = runGit(root, ["rev-parse", "--show-prefix"]).stdout.toString().trim();
  const input = Buffer.concat(
    [...importOf(wanted, branch, folder, committer(root))].map((part) =>
      typeof part === "string" ? Buffer.from(part) : part,
    ),
  );
  runGit(root, ["fast-import", "--quiet", "--done", "--date-format=raw"], { input });
  const commit = resolveCommit(root, `refs/heads/${branch}`) ?? "";
  if (resolveTree(root, commit) !== resolveTree(root, wanted.on)) return { branch, commit };
  runGit(root, ["update-ref", "-d", `refs/heads/${branch}`, commit]);
  return undefined;
}
