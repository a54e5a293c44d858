import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Fault } from "../../model/reports/fault.ts";

export type GitAnswer = { status: number; stdout: Buffer; stderr: string };

/**
 * Variables by which a hook or a shell sends git to another repository than the folder's, or makes a path mean another:
 * `git rev-parse --local-env-vars`, without what only sets options, and with those of pathspecs and comparing.
 */
const redirecting = [
  "GIT_DIR",
  "GIT_COMMON_DIR",
  "GIT_WORK_TREE",
  "GIT_IMPLICIT_WORK_TREE",
  "GIT_INDEX_FILE",
  "GIT_OBJECT_DIRECTORY",
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  "GIT_GRAFT_FILE",
  "GIT_SHALLOW_FILE",
  "GIT_REPLACE_REF_BASE",
  "GIT_NAMESPACE",
  "GIT_PREFIX",
  "GIT_CEILING_DIRECTORIES",
  "GIT_EXTERNAL_DIFF",
  "GIT_ATTR_SOURCE",
  "GIT_LITERAL_PATHSPECS",
  "GIT_GLOB_PATHSPECS",
  "GIT_NOGLOB_PATHSPECS",
  "GIT_ICASE_PATHSPECS",
];
const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !redirecting.includes(name)),
  ),
  LC_ALL: "C",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
});

/** What a reader's own settings of git would otherwise change: how paths are written, whether the first commit has files. */
const settings = ["core.quotePath=false", "log.showRoot=true"];

/** Does the folder lie in a checkout, as far as the file system says: a `.git` in it or above? */
export function isCheckout(folder: string): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return true;
    if (dirname(at) === at) return false;
  }
}

/**
 * Runs git in a folder. A tool that failed is no empty answer: throws a Fault where git is not there, refuses the folder
 * or cannot read the repository.
 * @param args never a stranger's words where git takes options: refs go through resolveCommit first
 * @param answers exit codes that are answers, not failures, beside 0
 */
export function runGit(
  root: string,
  args: readonly string[],
  { input, answers = [] }: { input?: string | Uint8Array; answers?: readonly number[] } = {},
): GitAnswer {
  const { status, signal, stdout, stderr, error } = spawnSync(
    "git",
    ["--no-pager", "-C", root, ...settings.flatMap((one) => ["-c", one]), ...args],
    { maxBuffer: 2 ** 30, env: environment(), ...(input === undefined ? {} : { input }) },
  );
  if (error) throw unstarted(root, error);
  const said = stderr.toString();
  if (status === 0 || (status !== null && answers.includes(status)))
    return { status, stdout, stderr: said };
  throw faultOf(root, said.trim() || `${signal ?? `код ${status}`}`);
}

/** Git that did not start says nothing of the repository: what the system refused, as too many open files, is told as that. */
function unstarted(root: string, error: NodeJS.ErrnoException): Error {
  if (error.code === "ENOENT")
    return new Fault(
      existsSync(root)
        ? "Програми git немає, а без неї не дізнатися, коли змінено набори: встановіть git і повторіть."
        : `Теки ${root} немає: перевірте шлях.`,
    );
  if (error.code === "ENOBUFS")
    return new Fault("Відповідь git завелика: у репозиторії є файл понад 1 ГБ, вилучіть його.");
  return error;
}

function faultOf(root: string, said: string): Fault {
  if (/dubious ownership/.test(said))
    return new Fault(
      `Теку ${root} створив інший користувач, і git її не читає. Виконайте: git config --global --add safe.directory ${resolve(root)}`,
    );
  if (/not a git repository|invalid gitfile|bad config|unknown repository extension/i.test(said))
    return new Fault(
      `Репозиторій git у теці ${root} пошкоджено: клонуйте його заново. Git каже: ${firstLine(said)}`,
    );
  return new Fault(
    `Програма git не прочитала репозиторію в теці ${root}: він пошкоджений або неповний, клонуйте його заново. Git каже: ${firstLine(said)}`,
  );
}

const firstLine = (text: string): string => text.trim().split("\n")[0]?.slice(0, 200) ?? "";

/** Is there a commit yet? False in a repository just made; a HEAD that is broken is a Fault. */
export function hasCommits(root: string): boolean {
  const head = runGit(root, ["symbolic-ref", "-q", "HEAD"], { answers: [1] });
  if (head.status === 0) {
    const branch = head.stdout.toString().trim();
    return runGit(root, ["show-ref", "--verify", "-q", branch], { answers: [1] }).status === 0;
  }
  return resolveCommit(root, "HEAD") !== undefined;
}

/** Were only the last commits cloned? */
export const isShallow = (root: string): boolean =>
  runGit(root, ["rev-parse", "--is-shallow-repository"]).stdout.toString().trim() === "true";

/** A name of a commit, whoever wrote it → its hash; undefined where there is no such commit. */
export const resolveCommit = (root: string, ref: string): string | undefined =>
  resolveObject(root, `${ref}^{commit}`);

/** The same for the files of a commit, or for a tree that is no commit's. */
export const resolveTree = (root: string, ref: string): string | undefined =>
  resolveObject(root, `${ref}^{tree}`);

function resolveObject(root: string, name: string): string | undefined {
  const { status, stdout } = runGit(
    root,
    ["rev-parse", "--verify", "-q", "--end-of-options", name],
    { answers: [1, 128] },
  );
  const hash = stdout.toString().trim();
  return status === 0 && /^[0-9a-f]{40,64}$/.test(hash) ? hash : undefined;
}

/** The branch a portal is published from: the one named, else the server's main one, else main, else what is checked out. */
export function publishedBranch(root: string, name?: string): string | undefined {
  const names =
    name === undefined ? ["refs/remotes/origin/HEAD", "refs/heads/main", "HEAD"] : [name];
  return names.map((one) => resolveCommit(root, one)).find((hash) => hash !== undefined);
}

/** The top of the checkout a folder lies in, and the folder's path from there: "" for the top itself. */
export function placeInCheckout(root: string): { top: string; prefix: string } {
  const said = runGit(root, ["rev-parse", "--show-toplevel", "--show-prefix"]).stdout.toString();
  const [top = root, prefix = ""] = said.split("\n");
  return { top, prefix };
}

/** Is a commit part of another's history? Both are hashes. */
export const isAncestor = (root: string, commit: string, of: string): boolean =>
  runGit(root, ["merge-base", "--is-ancestor", commit, of], { answers: [1] }).status === 0;

/** Where git answers a path with each entry's end (`-z`): its entries. */
export const entriesOf = (stdout: Buffer): string[] =>
  stdout
    .toString()
    .split("\0")
    .filter((entry) => entry !== "");
