import type { Catalogue } from "../../../model/catalogue.ts";
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
export function brokenLinksOf(catalogue: Catalogue): BrokenLink[] {
  const broken = brokenLinks(catalogue);
  return (catalogue.checks.links?.links ?? [])
    .filter(({ url }) => broken.has(url))
    .map(({ url, answer, since = "" }) => ({
      url,
      answer,
      since,
      datasets: catalogue.datasets
        .filter(
          ({ resources, passport }) =>
            resources.some((resource) => resource.url === url || resource.page === url) ||
            [...passport.sources, ...passport.legalBasis].some(({ path }) => path === url) ||
            passport.importedFrom === url,
        )
        .map(({ id }) => id),
    }));
}
