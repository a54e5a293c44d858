import {
  type Catalogue,
  type Dataset,
  type Entry,
  type News,
  published,
} from "../../model/catalogue.ts";
import { once } from "../../model/once.ts";
import { grouped } from "../lookups.ts";
import { type Request, requestsOf } from "./quality/feedback.ts";
import { type BrokenLink, brokenLinksOf } from "./quality/status.ts";
import { relatedTo, sharedBy } from "./related.ts";

/** Things that name datasets → by dataset. */
const byDataset = <T extends { datasets: readonly string[] }>(things: readonly T[]) =>
  grouped(things, ({ datasets }) => datasets);

const requests = once((catalogue: Catalogue) => byDataset(requestsOf(catalogue)));
const links = once((catalogue: Catalogue) => byDataset(brokenLinksOf(catalogue)));
const uses = once(({ news, dashboards, registers }: Catalogue) => ({
  products: byDataset(registers.products),
  dashboards: byDataset(dashboards),
  news: byDataset(news),
  publications: byDataset(registers.publications),
}));
const shared = once((catalogue: Catalogue) => sharedBy(published(catalogue)));

/** Requests of readers that name a dataset, in the order of the page of requests. */
export const requestsAbout = (catalogue: Catalogue, id: string): readonly Request[] =>
  requests(catalogue).get(id) ?? [];

/** The first link on a dataset's page that does not open. */
export const brokenLinkOf = (catalogue: Catalogue, id: string): BrokenLink | undefined =>
  links(catalogue).get(id)?.[0];

export type Uses = {
  products: readonly Entry<"products">[];
  dashboards: readonly News[];
  news: readonly News[];
  publications: readonly Entry<"publications">[];
};

/** What has been made of a dataset, here and elsewhere. */
export function usesOf(catalogue: Catalogue, id: string): Uses {
  const { products, dashboards, news, publications } = uses(catalogue);
  return {
    products: products.get(id) ?? [],
    dashboards: dashboards.get(id) ?? [],
    news: news.get(id) ?? [],
    publications: publications.get(id) ?? [],
  };
}

/** Ids of the sets that share most with this one, nearest first. */
export const relatedSets = (catalogue: Catalogue, dataset: Dataset): string[] =>
  relatedTo(dataset, shared(catalogue));
