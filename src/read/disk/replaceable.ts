import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
} from "node:fs";
import { homedir, userInfo } from "node:os";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { Fault } from "../../model/reports/fault.ts";

/** A path as the disk knows it: links followed as far as the path exists, the rest as written. */
function realPath(path: string): string {
  const whole = resolve(path);
  try {
    return realpathSync.native(whole);
  } catch {
    return dirname(whole) === whole ? whole : join(realPath(dirname(whole)), basename(whole));
  }
}

/** Is `path` this folder, or in it? */
const isIn = (path: string, folder: string): boolean => {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && resolve(way) !== way);
};

/** Folders of a portal that a person wrote, or that the project runs on. */
const kept = ["data", "content", "src", "scripts", "node_modules", ".git", ".github", ".ci"];

/** A folder that this portal's build has made: its note stands in it, and what only a build makes. */
function isSite(folder: string): boolean {
  try {
    const note: unknown = JSON.parse(readFileSync(join(folder, "build.json"), "utf8"));
    return (
      typeof note === "object" &&
      note !== null &&
      /^\d{4}-\d\d-\d\d$/.test(String((note as { date?: unknown }).date)) &&
      lstatSync(join(folder, "catalog.jsonld")).isFile()
    );
  } catch {
    return false;
  }
}

/**
 * May a build put its site here? Only where nothing is, an empty folder is, or an earlier site of this portal.
 * @param out the folder to be replaced; root the portal's; project the code's
 * @throws Fault that says why not
 */
export function checkReplaceable(
  out: string,
  { root, project }: { root: string; project: string },
) {
  const target = realPath(out);
  const refuse = (why: string): never => {
    throw new Fault(`Сайт не можна записати в ${out}: ${why}. Вкажіть іншу теку: --out ТЕКА.`);
  };
  for (const folder of [root, project].map(realPath)) {
    if (isIn(folder, target)) refuse("у цій теці лежить сам портал, і вона була б замінена");
    for (const name of kept)
      if (isIn(target, join(folder, name))) refuse(`тека ${name} — частина порталу`);
  }
  if (target.split(sep).includes(".git")) refuse("це тека репозиторію git");
  if (homes().some((home) => isIn(realPath(home), target)))
    refuse("це домашня тека або тека над нею");
  const stat = lstatSync(out, { throwIfNoEntry: false });
  if (!canWriteBeside(out)) refuse("у теку над нею не можна писати");
  if (!stat) return;
  if (stat.isSymbolicLink()) refuse("це посилання на іншу теку");
  if (!stat.isDirectory()) refuse("це файл, а не тека");
  if (readdirSync(out).length > 0 && !isSite(out))
    refuse("у теці є файли, і це не сайт цього порталу");
  // A branch of pages that is checked out: the site would come, its history would go.
  if (lstatSync(join(out, ".git"), { throwIfNoEntry: false }))
    refuse("поряд із сайтом там лежить репозиторій git, і він зник би");
}

/** HOME may say another place than the user's own, as under sudo: both are homes. */
function homes(): string[] {
  try {
    return [homedir(), userInfo().homedir];
  } catch {
    // A container's user that nobody listed.
    return [homedir()];
  }
}

/** Can a folder be made beside this one? The only sure way to know is to make one. */
function canWriteBeside(out: string): boolean {
  try {
    mkdirSync(dirname(out), { recursive: true });
    rmdirSync(mkdtempSync(join(dirname(out), ".portal-")));
    return true;
  } catch (error) {
    // A full disk is another trouble, with its own sentence.
    const { code = "" } = error as NodeJS.ErrnoException;
    if (["ENOSPC", "EDQUOT", "EMFILE", "ENFILE"].includes(code)) throw error;
    return false;
  }
}

/** May a command write this file? Only where nothing is: what people have is never overwritten. */
export function checkAbsent(file: string): void {
  if (lstatSync(file, { throwIfNoEntry: false }))
    throw new Fault(`Файл ${file} уже є, і його не змінено: вкажіть іншу назву або вилучіть його.`);
}
