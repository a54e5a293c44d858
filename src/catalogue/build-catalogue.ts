import {
  type Catalogue,
  type Dataset,
  localised,
  type Member,
  type News,
  type Publisher,
  published,
  type Series,
} from "../model/catalogue.ts";
import type { Finding } from "../model/reports/finding.ts";
import type { Repository } from "../model/repository.ts";
import type { PortalDescriptor } from "../schemas/data/portal.ts";
import { type Theme, themes } from "../vocabularies/dcat/themes.ts";
import { buildDataset } from "./build-dataset.ts";
import { freezeCatalogue } from "./freeze.ts";
import { describeGenerated } from "./generated.ts";
import { changesByDataset } from "./history/changes.ts";
import { entitledIn } from "./history/said.ts";
import { grouped } from "./lookups.ts";
import { newestOf } from "./newest.ts";
import { mandatedOf, registersOf } from "./registers.ts";
import { compare, momentBy } from "./values.ts";

const collator = new Intl.Collator("uk");

/**
 * A repository without errors → the catalogue that every page and every file is made from, frozen: what is counted of
 * it is counted once. Dates come from git; a file not yet committed counts as changed today.
 */
export function buildCatalogue(
  repository: Repository,
  findings: readonly Finding[],
  today: string,
): Catalogue {
  const portal = repository.portal?.value;
  if (!portal) throw new Error("A catalogue needs data/portal.yaml without errors.");
  const publishers = publishersOf(repository, portal);
  const publisher = publishers.get(portal.publisher);
  if (!publisher) throw new Error(`The portal's publisher "${portal.publisher}" has no file.`);
  const written = datasetsOf(repository, findings, portal, publishers, today);
  const datasets = describeGenerated(written, portal, today);
  const active = published({ datasets });
  const entitled = entitledIn(repository.history);
  return freezeCatalogue({
    portal,
    publisher,
    datasets,
    publishers: withDatasets(publishers, datasets),
    themes: themesOf(active),
    series: seriesOf(repository, portal, written),
    members: membersOf(repository, active),
    ...(repository.plan ? { plan: repository.plan.value } : {}),
    ...(repository.card ? { card: repository.card.value } : {}),
    checks: repository.checks,
    registers: registersOf(repository),
    audits: repository.audits,
    mandated: mandatedOf(repository),
    today,
    news: newsOf(repository),
    dashboards: repository.dashboards
      .map(toNews)
      .sort((a, b) => collator.compare(a.title.uk, b.title.uk)),
    tombstones: tombstonesOf(datasets),
    counts: countsOf(active),
    ...newestOf(datasets, entitled && momentBy(entitled, today)),
  });
}

const publishersOf = (
  repository: Repository,
  portal: PortalDescriptor,
): ReadonlyMap<string, Publisher> =>
  new Map(
    repository.publishers.map(({ id, value }) => [
      id,
      {
        ...value,
        id,
        iri: value.home?.iri ?? `${portal.iriBase}/publisher/${id}`,
        name: localised(value.title, value.en?.title),
      },
    ]),
  );

/** Every set by its Ukrainian title. */
function datasetsOf(
  repository: Repository,
  findings: readonly Finding[],
  portal: PortalDescriptor,
  publishers: ReadonlyMap<string, Publisher>,
  today: string,
): Dataset[] {
  const context = {
    repository,
    portal,
    publishers,
    warnings: grouped(
      findings,
      ({ place }) => place.file.match(/^data\/datasets\/[^/]+(?=\/)/) ?? [],
    ),
    changes: changesByDataset(repository.history),
    today,
  };
  return repository.datasets
    .map((source) => buildDataset(source, context))
    .sort((a, b) => collator.compare(a.title.uk, b.title.uk) || (a.id < b.id ? -1 : 1));
}

/** Publishers with the ids of their sets, withdrawn ones too; who has most comes first. */
function withDatasets(
  publishers: ReadonlyMap<string, Publisher>,
  datasets: readonly Dataset[],
): Catalogue["publishers"] {
  const sets = Map.groupBy(datasets, ({ publisher }) => publisher.id);
  return [...publishers.values()]
    .map((publisher) => ({
      ...publisher,
      datasets: (sets.get(publisher.id) ?? []).map(({ id }) => id),
    }))
    .sort((a, b) => b.datasets.length - a.datasets.length || collator.compare(a.title, b.title));
}

/** Themes that published sets have, in the order of the vocabulary. */
function themesOf(active: readonly Dataset[]): Catalogue["themes"] {
  const sets = grouped(active, (dataset) => dataset.themes);
  return (Object.keys(themes) as Theme[])
    .map((theme) => ({ theme, datasets: (sets.get(theme) ?? []).map(({ id }) => id) }))
    .filter(({ datasets }) => datasets.length > 0);
}

/** Portals of other hromadas with the ids of the sets they publish. */
function membersOf({ members }: Repository, active: readonly Dataset[]): Member[] {
  const sets = Map.groupBy(active, ({ home }) => home?.portal);
  return members
    .map(({ id, value }) => ({
      ...value,
      id,
      name: localised(value.title, value.en?.title),
      datasets: (sets.get(id) ?? []).map((dataset) => dataset.id),
    }))
    .sort((a, b) => collator.compare(a.title, b.title));
}

/** Series that have a published set, the sets of the newest period first. */
function seriesOf(
  repository: Repository,
  portal: PortalDescriptor,
  datasets: readonly Dataset[],
): Series[] {
  const sets = Map.groupBy(published({ datasets: [...datasets] }), ({ series }) => series);
  return repository.series
    .map(
      ({ id, value }): Series => ({
        ...value,
        id,
        iri: `${portal.iriBase}/series/${id}`,
        name: localised(value.title, value.en?.title),
        about: localised(value.description, value.en?.description),
        datasets: (sets.get(id) ?? [])
          .sort((a, b) => compare(periodOf(b), periodOf(a)) || compare(a.id, b.id))
          .map((dataset) => dataset.id),
      }),
    )
    .filter((entry) => entry.datasets.length > 0);
}

const periodOf = ({ temporal, modified }: Dataset): string => temporal?.start ?? modified ?? "";

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

/** News, the newest first. */
const newsOf = ({ news }: Repository): News[] =>
  news.map(toNews).sort((a, b) => compare(b.date, a.date) || compare(a.slug, b.slug));

/** Withdrawn sets, the latest first. */
const tombstonesOf = (datasets: readonly Dataset[]): Catalogue["tombstones"] =>
  datasets
    .flatMap(({ id, iri, withdrawnAt: published, passport: { withdrawn } }) =>
      withdrawn ? [{ id, iri, ...withdrawn, ...(published ? { published } : {}) }] : [],
    )
    .sort((a, b) => compare(b.published ?? b.date, a.published ?? a.date) || compare(a.id, b.id))
    .map(({ successor, ...stone }) => (successor === undefined ? stone : { ...stone, successor }));

const countsOf = (active: readonly Dataset[]): Catalogue["counts"] => ({
  datasets: active.length,
  files: active.reduce((sum, { resources }) => sum + resources.length, 0),
  publishers: new Set(active.map(({ publisher }) => publisher.id)).size,
  rows: active
    .flatMap(({ resources }) => resources)
    .reduce((sum, { table }) => sum + (table?.rows ?? 0), 0),
  overdue: active.filter(({ freshness }) => freshness.state === "overdue").length,
});
