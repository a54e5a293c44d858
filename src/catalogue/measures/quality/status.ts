import type { Catalogue, Dataset } from "../../../model/catalogue.ts";
import { once } from "../../../model/once.ts";
import { grouped } from "../../lookups.ts";
import { addDays } from "./freshness.ts";
import { brokenLinks } from "./links.ts";

/** A check the portal lives by: when it last ran, and is that too long ago. */
export type CheckRun = {
  name: "build" | "links" | "national-portal" | "feedback";
  last: string | undefined;
  stale: boolean;
};

/** Days after which a nightly check counts as not running: the host switches schedules off without a word. */
const patience = 3;

export function checkRuns({ checks, today }: Pick<Catalogue, "checks" | "today">): CheckRun[] {
  const run = (name: CheckRun["name"], last: string | undefined): CheckRun => ({
    name,
    last,
    stale: last === undefined || addDays(last, patience) < today,
  });
  return [
    run("build", today),
    run("links", checks.links?.checked),
    run("national-portal", checks.nationalPortal?.checked),
    run("feedback", checks.feedback?.checked),
  ];
}

export type BrokenLink = { url: string; answer: string; since: string; datasets: string[] };

/** Links that readers cannot follow, with the sets whose pages have them. */
export const brokenLinksOf = once((catalogue: Catalogue): readonly BrokenLink[] => {
  const broken = brokenLinks(catalogue);
  const pages = grouped(catalogue.datasets, linksOn);
  return (catalogue.checks.links?.links ?? [])
    .filter(({ url }) => broken.has(url))
    .map(({ url, answer, since = "" }) => ({
      url,
      answer,
      since,
      datasets: (pages.get(url) ?? []).map(({ id }) => id),
    }));
});

/** Addresses a dataset's page has links to. */
const linksOn = ({ resources, passport }: Dataset): string[] =>
  [
    ...resources.flatMap(({ url, page }) => [url, page]),
    ...[...passport.sources, ...passport.legalBasis].map(({ path }) => path),
    passport.importedFrom,
  ].filter((url) => url !== undefined);
