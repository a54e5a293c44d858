import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { posix } from "node:path";
import { Fault } from "../../model/reports/fault.ts";
import { buildNote, identityOf } from "./last-site.ts";

const { dirname } = posix;

/** In the folder of a new site: what is to be done with the last one. Once it is there, all that is to come is there. */
const planFile = "/.in-place.json";
type Plan = {
  /** Paths that go, files or folders. */
  gone: string[];
  /** Which site the new one lies over, and which it will be. */
  over: string;
  own: string;
};

/** Paths of the files of a folder, from its root. */
const filesOf = (folder: string, path = ""): string[] =>
  readdirSync(folder + path, { withFileTypes: true }).flatMap((entry) => {
    const own = `${path}/${entry.name}`;
    return entry.isDirectory() ? filesOf(folder, own) : own;
  });

/** Paths and the folders they lie in. */
function withFolders(paths: Iterable<string>): Set<string> {
  const all = new Set<string>();
  for (const path of paths)
    for (let part = path; part !== "/" && !all.has(part); part = dirname(part)) all.add(part);
  return all;
}

/** What of a folder no path needs: a folder as a whole where nothing in it is needed. */
function goneOf(folder: string, files: ReadonlySet<string>): string[] {
  const folders = withFolders([...files].map(dirname));
  const gone: string[] = [];
  const look = (path: string): void => {
    for (const entry of readdirSync(folder + path, { withFileTypes: true })) {
      const own = `${path}/${entry.name}`;
      if (entry.isDirectory() && folders.has(own)) look(own);
      else if (entry.isDirectory() || !files.has(own)) gone.push(own);
    }
  };
  look("");
  return gone;
}

/**
 * The files of a new site that the last one lacks or has otherwise → in their places, and what the new site lacks goes:
 * what stays is not touched, so a site of a quarter of a million files changes in a moment. It is first written down what
 * is to be done; who finds that of a build that was killed finishes it (`finishPlan`).
 * @param fresh folder with those files, on the disk of `out`; it goes
 * @param staying paths of the last site's files that are the new one's too
 * @param over identity of the last site as it was looked at
 */
export function putInPlace(
  fresh: string,
  out: string,
  { staying, over }: { staying: ReadonlySet<string>; over: string },
): void {
  if (identityOf(out) !== over)
    throw new Fault(
      `Поки сайт збирався, теку ${out} замінило або вилучило щось інше, тож зібраного туди не покладено. Запустіть команду ще раз.`,
    );
  if (!existsSync(out)) {
    renameSync(fresh, out);
    return;
  }
  const files = filesOf(fresh);
  const gone = goneOf(out, new Set([...staying, ...files]));
  // Seen before anything is touched: a site that is another user's in part stays whole.
  for (const folder of new Set([...files, ...gone].map(dirname)))
    if (existsSync(out + folder)) accessSync(out + folder, constants.W_OK);
  const plan: Plan = { gone, over, own: identityOf(fresh) };
  writeFileSync(`${fresh}${planFile}.new`, JSON.stringify(plan));
  renameSync(`${fresh}${planFile}.new`, fresh + planFile);
  carryOut(plan, fresh, out);
}

/** Takes away what was made for a site and came to nothing; what is being put in place is left for the next build. */
export function discard(fresh: string): void {
  if (!existsSync(fresh + planFile)) rmSync(fresh, { recursive: true, force: true });
}

/** Finishes what a killed build had begun to put in place, where nobody else has built since. */
export function finishPlan(fresh: string, out: string): void {
  if (!existsSync(fresh + planFile) || !existsSync(out)) return;
  const plan: Plan = JSON.parse(readFileSync(fresh + planFile, "utf8"));
  const isBegun = !existsSync(fresh + buildNote);
  if (identityOf(out) === (isBegun ? plan.own : plan.over)) carryOut(plan, fresh, out);
}

function carryOut({ gone }: Plan, fresh: string, out: string): void {
  const files = filesOf(fresh).filter((path) => path !== planFile);
  // First what tells the new site from the last: whatever comes between is then seen.
  files.sort((a, b) => Number(b === buildNote) - Number(a === buildNote));
  const places = withFolders(files);
  const remove = (path: string) => rmSync(out + path, { recursive: true, force: true });
  // A file where a folder is to be, or the other way round.
  for (const path of gone) if (places.has(path)) remove(path);
  for (const folder of new Set(files.map(dirname))) mkdirSync(out + folder, { recursive: true });
  for (const path of files) renameSync(fresh + path, out + path);
  for (const path of gone) if (!places.has(path)) remove(path);
  rmSync(fresh, { recursive: true });
}
