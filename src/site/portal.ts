import { buildCatalogue } from "../catalogue/build-catalogue.ts";
import { partsOf } from "../catalogue/history/said.ts";
import { upToDate } from "../migrate/migrate.ts";
import type { Catalogue } from "../model/catalogue.ts";
import { Fault } from "../model/reports/fault.ts";
import { type Finding, hasErrors } from "../model/reports/finding.ts";
import type { History, Repository } from "../model/repository.ts";
import type { Tree } from "../model/tree.ts";
import { canCache, codeHash, openDiskCache } from "../read/disk/disk-cache.ts";
import { engine } from "../read/disk/engine.ts";
import { openFetchedFiles } from "../read/disk/fetched-files.ts";
import { openReadings, openYamlReadings } from "../read/disk/readings.ts";
import { commitDays, readGitTree } from "../read/git/git-tree.ts";
import { readHistory } from "../read/git/history.ts";
import { openLastSaid } from "../read/git/last-said.ts";
import { rememberSources } from "../read/remembered.ts";
import { readRepository } from "../read/repository.ts";
import type { Readers } from "../read/repository-with.ts";
import { readTree } from "../read/tree.ts";
import { checkRepository } from "../rules/index.ts";
import { isOfType } from "../table/column/cell.ts";

export type Portal = {
  repository: Repository;
  findings: Finding[];
  catalogue: Catalogue | undefined;
};

/** A portal folder → what people wrote, what is wrong with it and, where nothing stops it, the catalogue. */
export const loadPortal = (root: string, today: string): Portal =>
  portalOf(readTree(root), readSaid(root), today);

/**
 * The same of a commit, as it was on a day, its own unless another is given; undefined where there is no such commit. One
 * of an older version of the schemas is read as today's: years of history stay comparable.
 */
export function loadPortalAt(
  root: string,
  ref: string,
  day?: string,
): (Portal & { today: string }) | undefined {
  const tree = readGitTree(root, ref);
  const today = day ?? commitDays(root, ref)[0]?.day;
  return tree && today
    ? { ...portalOf(upToDate(tree), readSaid(root, ref), today), today }
    : undefined;
}

/** One for all portals of a process: what did not change between two of them is read once. */
let readers: Omit<Readers, "entry"> | undefined;
const read = (tree: Tree, history?: History): Repository => {
  readers ??= {
    table: openReadings(engine),
    source: rememberSources(openYamlReadings(engine)),
    fetched: openFetchedFiles(engine).find,
  };
  return readRepository(tree, history, readers);
};

/** Reads tables for whoever asks for them next: of one set, say, with the portal's descriptor, which says where it lies. */
export function readTables(tree: Tree): void {
  read(tree);
}

/** The history of a folder's files, and of what they say. */
export function readSaid(root: string, ref = "HEAD"): History {
  const history = readHistory(root, ref);
  let said: History["said"];
  const open = () => {
    const isKept = canCache(engine);
    return openLastSaid(root, history, partsOf, {
      kept: isKept ? openDiskCache(engine, "said") : (_, make) => make(),
      code: isKept ? codeHash(engine) : "",
    });
  };
  return {
    ...history,
    // Whoever only judges a portal's files asks for no dates.
    said(path) {
      said ??= open();
      return said(path);
    },
  };
}

/** The files of a portal and their history → the same. */
export function portalOf(tree: Tree, history: History, today: string): Portal {
  const repository: Repository = { ...read(tree, history), today };
  const findings = checkRepository(repository);
  const catalogue = hasErrors(findings) ? undefined : buildCatalogue(repository, findings, today);
  return { repository, findings, catalogue };
}

/** The moment a portal is published at, ISO date-time in UTC: now, or the beginning of the day that was asked for. */
export const publicationMoment = ({ PORTAL_DATE: asked }: { PORTAL_DATE?: string | undefined }) =>
  asked === undefined ? `${new Date().toISOString().slice(0, 19)}Z` : `${asked}T00:00:00Z`;

/**
 * The day a portal is built for: PORTAL_DATE, or today in Kyiv. The one place that asks the clock.
 * Throws a Fault where PORTAL_DATE is no day, or one that has not come: nobody knows what is overdue then.
 */
export function portalDate(environment: { PORTAL_DATE?: string | undefined }): string {
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Kyiv" }).format(new Date());
  const { PORTAL_DATE: asked } = environment;
  if (asked === undefined) return today;
  const fix = "вкажіть день у вигляді рррр-мм-дд, від 2000-01-01 до сьогодні, або не задавайте її.";
  if (!isOfType.date(asked))
    throw new Fault(`Змінна PORTAL_DATE — «${asked}», а це не день: ${fix}`);
  if (asked < "2000-01-01" || asked > today)
    throw new Fault(`Змінна PORTAL_DATE — ${asked}, а сьогодні ${today}: ${fix}`);
  return asked;
}
