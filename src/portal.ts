import { buildCatalogue } from "./catalogue/build-catalogue.ts";
import type { Catalogue } from "./model/catalogue.ts";
import { type Finding, hasErrors } from "./model/finding.ts";
import type { Repository } from "./model/repository.ts";
import { renderGenerated } from "./outputs/registry.ts";
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
export function loadPortal(root: string, today: string): Portal {
  // Commands run in the project's folder: its engine's sources are there, and so is the cache of what it read.
  const cache = openReportCache(process.cwd());
  const repository = readRepository(readTree(root), readHistory(root), cache);
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
