import { createHash } from "node:crypto";
import { datasetsById } from "../../catalogue/lookups.ts";
import { type Uses, usesOf } from "../../catalogue/measures/about-dataset.ts";
import { type Catalogue, type Dataset, sharedOf } from "../../model/catalogue.ts";
import { once } from "../../model/once.ts";
import { registerNames } from "../../schemas/data/registers.ts";

/**
 * A catalogue → what the pages of some datasets are made of: the sets and those they name, what names the sets, and what
 * stands on every page; the rest is empty.
 * @param shown a page's own set; of a page that is about something else, the sets it shows, if any
 * @param names ids of other sets whose titles the page shows
 * @returns the part, and the SHA-256 of all that is in it
 */
export function partOf(
  catalogue: Catalogue,
  shown: readonly Dataset[],
  names: readonly string[],
): { part: Catalogue; hash: string } {
  const { plan, today } = catalogue;
  const { portal, publisher, publishers, series, members } = cardsOf(catalogue);
  const byId = datasetsById(catalogue);
  const datasets = [...new Set([...shown, ...names.flatMap((id) => byId.get(id) ?? [])])];
  const uses = shown.map(({ id }) => usesOf(catalogue, id));
  const all = <N extends keyof Uses>(name: N) => [
    ...new Set(uses.flatMap((use) => [...use[name]])),
  ];
  const own = {
    series: series.filter(({ id }) => shown.some((dataset) => dataset.series === id)),
    news: all("news"),
    dashboards: all("dashboards"),
    registers: {
      ...noEntries,
      products: all("products"),
      publications: all("publications"),
    },
    today,
  };
  return {
    part: {
      ...empty,
      ...own,
      portal,
      publisher,
      publishers,
      members,
      datasets,
      ...(plan ? { plan } : {}),
    },
    hash: sha256(
      JSON.stringify([
        own,
        ...[portal, publisher, publishers, members, plan ?? {}, ...datasets].map(hashOf),
      ]),
    ),
  };
}

/** Cards without the lists of their sets, which change as other sets do. */
const cardsOf = once((catalogue: Catalogue) => {
  const { publishers, series, ...shared } = sharedOf(catalogue);
  const without = <T>(card: T): T & { datasets: string[] } => ({ ...card, datasets: [] });
  return {
    ...shared,
    publishers: publishers.map(without),
    series: series.map(without),
    members: catalogue.members.map(without),
  };
});

const noEntries = Object.fromEntries(
  registerNames.map((name) => [name, []]),
) as unknown as Catalogue["registers"];
const empty = {
  themes: [],
  checks: {},
  audits: [],
  mandated: [],
  tombstones: [],
  counts: { datasets: 0, files: 0, publishers: 0, rows: 0, overdue: 0 },
  modified: "",
};

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const hashOf = once((thing: object) => sha256(JSON.stringify(thing)));
