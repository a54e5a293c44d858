import { buildCatalogue } from "./catalogue/build-catalogue.ts";
import type { Catalogue } from "./model/catalogue.ts";
import { type Finding, hasErrors } from "./model/finding.ts";
import type { History, Repository } from "./model/repository.ts";
import type { Tree } from "./model/tree.ts";
import { renderGenerated } from "./outputs/registry.ts";
import { commitDays, readGitTree } from "./read/git-tree.ts";
import { readHistory } from "./read/history.ts";
import { openReportCache } from "./read/report-cache.ts";
import { readRepository } from "./read/repository.ts";
import { readTree } from "./read/tree.ts";
import { checkRepository } from "./rules/index.ts";

export type Portal = {
  repository: Repository;
  findings: Finding[];
  catalogue: Catalogue | undefined;
};

/** A portal folder → what people wrote, what is wrong with it and, where nothing stops it, the catalogue. */
export const loadPortal = (root: string, today: string): Portal =>
  portalOf(readTree(root), readHistory(root), today);

/** The same of a commit, as it was on a day, its own unless another is given; undefined where there is no such commit. */
export function loadPortalAt(
  root: string,
  ref: string,
  day?: string,
): (Portal & { today: string }) | undefined {
  const tree = readGitTree(root, ref);
  const today = day ?? commitDays(root, ref)[0]?.day;
  return tree && today ? { ...portalOf(tree, readHistory(root, ref), today), today } : undefined;
}

function portalOf(tree: Tree, history: History, today: string): Portal {
  // Commands run in the project's folder: its engine's sources are there, and so is the cache of what it read.
  const cache = openReportCache(process.cwd());
  const repository = readRepository(tree, history, cache);
  const findings = checkRepository(repository);
  const catalogue = hasErrors(findings)
    ? undefined
    : buildCatalogue(repository, findings, today, renderGenerated);
  return { repository, findings, catalogue };
}

/** The day a portal is built for: PORTAL_DATE, or today in Kyiv. The one place that asks the clock. */
export const portalDate = (environment: { PORTAL_DATE?: string | undefined }): string =>
  environment.PORTAL_DATE ??
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Kyiv" }).format(new Date());
