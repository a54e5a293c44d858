import {
  type Catalogue,
  type Dataset,
  type News,
  type Publisher,
  published,
  type Series,
} from "../model/catalogue.ts";
import type { Finding } from "../model/reports/finding.ts";
import type { Repository } from "../model/repository.ts";
import { type Theme, themes } from "../vocabularies/dcat/themes.ts";
import { buildDataset } from "./build-dataset.ts";
import { changesByDataset } from "./changes.ts";
import { countsOf, fillGenerated, type Generate } from "./generated.ts";
import { mandatedOf, registersOf } from "./registers.ts";
import { relatedTo, sharedBy } from "./related.ts";
import { compare, localised } from "./values.ts";

const collator = new Intl.Collator("uk");

/**
 * A repository without errors → the catalogue that every page and every file is made from.
 * Dates come from git; a file not yet committed counts as changed today.
 */
export function buildCatalogue(
  repository: Repository,
  findings: readonly Finding[],
  today: string,
  generate: Generate,
): Catalogue {
  const portal = repository.portal?.value;
  if (!portal) throw new Error("A catalogue needs data/portal.yaml without errors.");
  const publishers = new Map<string, Publisher>(
    repository.publishers.map(({ id, value }) => [
      id,
      {
        ...value,
        id,
        iri: `${portal.iriBase}/publisher/${id}`,
        name: localised(value.title, value.en?.title),
      },
    ]),
  );
  const changes = changesByDataset(repository.history);
  const context = { repository, portal, publishers, findings, changes, today };
  const news = repository.news
    .map(toNews)
    .sort((a, b) => (a.date === b.date ? (a.slug < b.slug ? -1 : 1) : a.date < b.date ? 1 : -1));
  const datasets = repository.datasets
    .map((source) => buildDataset(source, context))
    .sort((a, b) => collator.compare(a.title.uk, b.title.uk) || (a.id < b.id ? -1 : 1));
  const shared = sharedBy(datasets);
  for (const dataset of datasets) {
    dataset.news = news
      .filter((entry) => entry.datasets.includes(dataset.id))
      .map(({ slug }) => slug);
    dataset.related = relatedTo(dataset, shared);
  }
  const owner = publishers.get(portal.publisher);
  if (!owner) throw new Error(`The portal's publisher "${portal.publisher}" has no file.`);
  const active = published({ datasets });
  const withSets = [...publishers.values()]
    .map((publisher) => ({
      ...publisher,
      datasets: datasets
        .filter((dataset) => dataset.publisher.id === publisher.id)
        .map(({ id }) => id),
    }))
    .sort((a, b) => b.datasets.length - a.datasets.length || collator.compare(a.title, b.title));
  const series = repository.series
    .map(({ id, value }): Series => {
      return {
        ...value,
        id,
        iri: `${portal.iriBase}/series/${id}`,
        name: localised(value.title, value.en?.title),
        about: localised(value.description, value.en?.description),
        datasets: active
          .filter((dataset) => dataset.series === id)
          .sort((a, b) => compare(periodOf(b), periodOf(a)) || compare(a.id, b.id))
          .map((dataset) => dataset.id),
      };
    })
    .filter((entry) => entry.datasets.length > 0);
  const catalogue: Catalogue = {
    portal,
    publisher: owner,
    datasets,
    publishers: withSets,
    themes: (Object.keys(themes) as Theme[])
      .map((theme) => ({
        theme,
        datasets: active.filter((set) => set.themes.includes(theme)).map(({ id }) => id),
      }))
      .filter((entry) => entry.datasets.length > 0),
    series,
    ...(repository.plan ? { plan: repository.plan.value } : {}),
    ...(repository.card ? { card: repository.card.value } : {}),
    checks: repository.checks,
    registers: registersOf(repository),
    audits: repository.audits,
    mandated: mandatedOf(repository),
    today,
    news,
    dashboards: repository.dashboards
      .map(toNews)
      .sort((a, b) => collator.compare(a.title.uk, b.title.uk)),
    tombstones: datasets
      .flatMap(({ id, iri, passport: { withdrawn } }) =>
        withdrawn ? [{ id, iri, ...withdrawn }] : [],
      )
      .sort((a, b) => compare(b.date, a.date) || compare(a.id, b.id))
      .map(({ successor, ...stone }) =>
        successor === undefined ? stone : { ...stone, successor },
      ),
    counts: countsOf(active),
    modified:
      datasets
        .map(({ modified }) => modified)
        .sort()
        .at(-1) ?? `${today}T00:00:00Z`,
  };
  fillGenerated(catalogue, generate, today);
  return { ...catalogue, counts: countsOf(active) };
}

const periodOf = ({ temporal, modified }: Dataset): string => temporal?.start ?? modified;

const toNews = ({ id, file, value, nodes }: Repository["news"][number]): News => ({
  slug: id,
  file,
  title: localised(value.title, value.en?.title),
  description: localised(value.description, value.en?.description),
  date: value.date,
  datasets: value.datasets,
  planTasks: value.planTasks,
  nodes,
});
