import { createHash } from "node:crypto";
import { datasetsById } from "../../catalogue/lookups.ts";
import { usesOf } from "../../catalogue/measures/about-dataset.ts";
import { type Catalogue, type Dataset, sharedOf } from "../../model/catalogue.ts";
import { once } from "../../model/once.ts";
import { registerNames } from "../../schemas/data/registers.ts";

/**
 * A catalogue → what the pages of one dataset are made of: the set and those it names, what names the set, and what
 * stands on every page; the rest is empty.
 * @param names ids of other sets whose titles the page shows
 * @returns the part, and the SHA-256 of all that is in it
 */
export function partOf(
  catalogue: Catalogue,
  dataset: Dataset,
  names: readonly string[],
): { part: Catalogue; hash: string } {
  const { plan, today } = catalogue;
  const { portal, publisher, publishers, series, members } = cardsOf(catalogue);
  const byId = datasetsById(catalogue);
  const datasets = [...new Set([dataset, ...names.flatMap((id) => byId.get(id) ?? [])])];
  const { products, publications, news, dashboards } = usesOf(catalogue, dataset.id);
  const own = {
    series: series.filter(({ id }) => id === dataset.series),
    news: [...news],
    dashboards: [...dashboards],
    registers: { ...noEntries, products: [...products], publications: [...publications] },
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
