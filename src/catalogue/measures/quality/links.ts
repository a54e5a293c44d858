import type { Catalogue } from "../../../model/catalogue.ts";
import { once } from "../../../model/once.ts";

/** Checks in a row that must fail before a link counts as broken: a site may be down for a night. */
export const strikes = 3;

/** Addresses that did not open three times in a row. */
export const brokenLinks = once(
  ({ checks: { links } }: Pick<Catalogue, "checks">): ReadonlySet<string> =>
    new Set(links?.links.filter(({ failures }) => failures >= strikes).map(({ url }) => url)),
);

/** How many of these addresses open, of those that were checked; none of none where nobody looked. */
export function reachedLinks(
  catalogue: Pick<Catalogue, "checks">,
  addresses: readonly string[],
): [part: number, whole: number] {
  const broken = brokenLinks(catalogue);
  const known = new Set(catalogue.checks.links?.links.map(({ url }) => url));
  const checked = [...new Set(addresses)].filter((url) => known.has(url));
  return [checked.filter((url) => !broken.has(url)).length, checked.length];
}

/** Every address outside the portal that it sends readers to, sorted: what a link check visits. */
export function outsideAddresses({ datasets, registers, publishers, portal }: Catalogue): string[] {
  const found = [
    ...datasets.flatMap(({ passport, resources }) => [
      passport.importedFrom,
      ...passport.legalBasis.map(({ path }) => path),
      ...passport.sources.map(({ path }) => path),
      ...resources.flatMap(({ path, url, page }) => (path === undefined ? [url, page] : [])),
    ]),
    ...publishers.map(({ url }) => url),
    ...Object.values(registers).flatMap((entries) =>
      entries.map((entry) => ("path" in entry ? entry.path : undefined)),
    ),
  ];
  return [...new Set(found)]
    .filter((url) => url !== undefined)
    .filter((url) => !url.startsWith(`${portal.site}/`) && url !== portal.site)
    .sort();
}
