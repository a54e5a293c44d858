import type { ContentNode, NewsSource, Repository, Source } from "../../model/repository.ts";
import { textOf } from "../../model/tree.ts";
import { entryTitle } from "../../schemas/data/registers.ts";
import type { DatasetUse, KnownDataset, PortalFacts } from "../../schemas/reports/portal-facts.ts";
import type { PublishedSite } from "../addresses/address.ts";

/** Files every set is judged by: the portal's description, cards of publishers and of series. */
const shared = /^data\/(portal|(publishers|series)\/[^/]+)\.yaml$/;

/** What a set is judged by beside its own files, on this portal. */
export const toPortalFacts = ({
  repository,
  catalogue,
}: Pick<PublishedSite, "repository" | "catalogue">): PortalFacts => ({
  today: catalogue.today,
  files: Object.fromEntries(
    [...repository.tree].flatMap(([path, file]) =>
      shared.test(path) ? [[path, textOf(file)]] : [],
    ),
  ),
  datasets: repository.datasets.map(knownOf),
  mandated: catalogue.mandated.map(({ code, title }) => ({ code, title })),
  uses: usesOf(repository),
  written: { news: repository.news.map(titled), dashboards: repository.dashboards.map(titled) },
  entries: entriesOf(repository),
});

export const renderPortalFacts = (site: PublishedSite): string =>
  JSON.stringify(toPortalFacts(site));

function knownOf({ id, value }: Repository["datasets"][number]): KnownDataset {
  const { title, publisher, identifier, aliases, withdrawn, home } = value;
  return {
    id,
    title,
    publisher,
    ...(identifier === undefined ? {} : { identifier }),
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(home ? { home: home.portal } : {}),
    ...(withdrawn ? { withdrawn: withdrawn.date } : {}),
    ...(withdrawn?.successor === undefined ? {} : { successor: withdrawn.successor }),
  };
}

const titled = ({ id, value }: NewsSource) => ({ id, title: value.title });

/** Entries of each register, by their names and titles. */
const entriesOf = ({ registers }: Repository): PortalFacts["entries"] =>
  Object.fromEntries(
    Object.entries(registers)
      .filter(([, entries]) => entries.length > 0)
      .map(([name, entries]) => [
        name,
        (entries as Source<Record<string, unknown>>[]).map(({ id, value }) => ({
          id,
          title: entryTitle(value) ?? id,
        })),
      ]),
  );

/** Everything people wrote that names a set. */
function usesOf({ portal, plan, news, dashboards, registers }: Repository): DatasetUse[] {
  const mandated = plan?.value.mandated;
  return [
    ...news.map((entry) => entryUse(entry, "news")),
    ...dashboards.map((entry) => entryUse(entry, "dashboards")),
    ...Object.entries(registers).flatMap(([kind, entries]) =>
      (entries as Source<{ title?: string; datasets?: string[] }>[]).map((entry) =>
        useOf(entry, kind, entry.value.datasets ?? [], () => ["datasets"]),
      ),
    ),
    ...(portal ? [portalUse(portal)] : []),
    ...(plan && mandated
      ? [useOf(plan, "plan", [mandated.dataset], () => ["mandated", "dataset"])]
      : []),
  ].filter(({ kind, datasets, inserts }) => isPage(kind) || datasets.length + inserts.length > 0);
}

/** What the portal's own description names: the set of the first page's chart, those whose updates are merged by themselves. */
function portalUse(portal: NonNullable<Repository["portal"]>): DatasetUse {
  const { home, mergeCleanUpdates } = portal.value;
  const chart = home.chart ? [home.chart.dataset] : [];
  const pathOf = (index: number): PropertyKey[] =>
    index < chart.length
      ? ["home", "chart", "dataset"]
      : ["mergeCleanUpdates", index - chart.length];
  return useOf(portal, "portal", [...chart, ...mergeCleanUpdates], pathOf);
}

function useOf(
  { id, file, value, placeOf }: Source<{ title?: string }>,
  kind: string,
  names: readonly string[],
  pathOf: (index: number) => PropertyKey[],
): DatasetUse {
  const datasets = names.map((name, index) => {
    const { line = 1, column = 1 } = placeOf(pathOf(index));
    return { id: name, line, column };
  });
  return { file, title: value.title ?? id, kind, datasets, inserts: [] };
}

const entryUse = (entry: NewsSource, kind: string): DatasetUse => ({
  ...useOf(entry, kind, entry.value.datasets, (index) => ["datasets", index]),
  inserts: entry.nodes.flatMap((node) => (isOfSet(node) ? [insertOf(node)] : [])),
});

/** Texts may lead to pages that name no set. */
const isPage = (kind: string) => kind === "news" || kind === "dashboards";

type Insert = Extract<ContentNode, { kind: "component" }>;
const isOfSet = (node: ContentNode): node is Insert =>
  node.kind === "component" &&
  (node.attributes.dataset !== undefined || node.attributes.id !== undefined);
const insertOf = ({ name, attributes, line }: Insert) => ({ name, attributes, line });
