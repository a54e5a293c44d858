import { auditYears } from "../catalogue/measures/plan/audit.ts";
import { reportYears } from "../catalogue/measures/plan/report.ts";
import type { Language } from "../i18n/translate.ts";
import type { Catalogue, Dataset } from "../model/catalogue.ts";
import type { Snapshot } from "../model/reports/snapshot.ts";
import { formerNames } from "../schemas/data/dataset.ts";
import { registerNames } from "../schemas/data/registers.ts";
import { fixedPages } from "../vocabularies/fixed-pages.ts";
import { ruleIds } from "../vocabularies/rule-ids.ts";
import { structures } from "../vocabularies/structures.ts";
import { cataloguePages, cataloguePath } from "./dcat/catalogue-pages.ts";

/** A page people read, in each language, and the day it last changed where the files it is made of have one. */
export type PublishedPage = {
  path: string;
  modified?: string;
  /** For people at work on the portal, or of a set that was withdrawn: search engines are not told of it. */
  unlisted?: true;
  /** Of a set that another portal keeps: search engines are sent to its page there. */
  elsewhere?: true;
};

/** Path of the site's root on its host, without a closing slash: "" or "/portal". */
export const rootOf = ({ site }: Pick<Catalogue["portal"], "site">): string =>
  new URL(site).pathname.replace(/\/$/, "");

/** A page's path on its host: Ukrainian at the root, English under /en/. */
export const pagePath = (portal: Catalogue["portal"], language: Language, path: string): string =>
  rootOf(portal) + (language === "uk" ? "" : "/en") + path;

/** Names a set is answered under: its own, and those its folder had before it. */
export const namesOfSet = ({ id, passport }: Pick<Dataset, "id" | "passport">): string[] => [
  id,
  ...formerNames(passport),
];

/** What of a set other sites frame, under one of its names. */
type Frame<Shown> = { name: string; dataset: Dataset; shown: Shown };

/** Frames stand in pages of others, who are told of no change: one of a renamed or a withdrawn set answers as well. */
const framesOf =
  <Shown>(shownOf: (dataset: Dataset) => readonly Shown[]) =>
  ({ datasets }: Pick<Catalogue, "datasets">): Frame<Shown>[] =>
    datasets.flatMap((dataset) =>
      shownOf(dataset).flatMap((shown) =>
        namesOfSet(dataset).map((name) => ({ name, dataset, shown })),
      ),
    );
export const tableFrames = framesOf(({ resources }) => resources.filter(({ table }) => table));
export const chartFrames = framesOf(({ charts }) => charts);

/** The newest of days and moments, as a page's day; nothing where there is none. */
function newest(moments: readonly (string | undefined)[]): { modified?: string } {
  const modified = moments
    .flatMap((moment) => moment?.slice(0, 10) ?? [])
    .sort()
    .at(-1);
  return modified === undefined ? {} : { modified };
}

const undated = (paths: readonly string[]): PublishedPage[] => paths.map((path) => ({ path }));

/** Pages of what the portal has only where somebody wrote it: the plan, its reports, audits, the card. */
const planned = (catalogue: Catalogue, timeline: readonly Snapshot[]): string[] => [
  ...(catalogue.plan
    ? ["/plan/", ...catalogue.plan.tasks.map(({ number }) => `/plan/${number}/`)]
    : []),
  ...(catalogue.mandated.length > 0 ? ["/coverage/"] : []),
  ...(catalogue.card ? ["/card/"] : []),
  ...reportYears(catalogue, timeline).map((year) => `/report/${year}/`),
  ...auditYears(catalogue).map((year) => `/audit/${year}/`),
];

/** Every page that has an address of its own in both languages; frames for other sites are no pages. */
export function pagesOf(catalogue: Catalogue, timeline: readonly Snapshot[]): PublishedPage[] {
  const { datasets, publishers, members, themes, series, dashboards, news, modified } = catalogue;
  const changed = new Map(datasets.map((set) => [set.id, newest([set.modified, set.described])]));
  const ofSets = (ids: readonly string[]) => newest(ids.map((id) => changed.get(id)?.modified));
  const all = newest([modified, ...datasets.map(({ described }) => described)]);
  const posts = newest(news.map(({ date }) => date));
  return [
    { path: "/", ...newest([all.modified, posts.modified]) },
    ...Array.from({ length: cataloguePages(datasets.length) }, (_, index) => ({
      path: cataloguePath(index + 1),
      ...all,
    })),
    { path: "/publishers/", ...all },
    ...(members.length > 0 ? [{ path: "/portals/", ...all }] : []),
    { path: "/news/", ...posts },
    ...undated(fixedPages),
    { path: "/review/", unlisted: true },
    ...undated(planned(catalogue, timeline)),
    ...undated(registerNames.map((name) => `/registers/${name}/`)),
    ...undated(ruleIds.map((rule) => `/help/${rule}/`)),
    ...undated([...structures.keys()].map((id) => `/structures/${id}/`)),
    ...dashboards.map((one) => ({ path: `/dashboards/${one.slug}/`, ...ofSets(one.datasets) })),
    ...datasets.map(({ id, home, passport }) => ({
      path: `/dataset/${id}/`,
      ...changed.get(id),
      ...(passport.withdrawn ? { unlisted: true as const } : {}),
      ...(home ? { elsewhere: true as const } : {}),
    })),
    ...series.map((one) => ({ path: `/series/${one.id}/`, ...ofSets(one.datasets) })),
    ...publishers.map((one) => ({ path: `/publisher/${one.id}/`, ...ofSets(one.datasets) })),
    ...themes.map((one) => ({
      path: `/theme/${one.theme.toLowerCase()}/`,
      ...ofSets(one.datasets),
    })),
    ...news.map(({ slug, date }) => ({ path: `/news/${slug}/`, modified: date })),
  ];
}
