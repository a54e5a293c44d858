import { createHash } from "node:crypto";
import { datasetsById } from "../catalogue/lookups.ts";
import { boundAddress } from "../find/browser/bound-file.ts";
import type { Language } from "../i18n/translate.ts";
import {
  type Chart,
  type Dataset,
  type FileVersion,
  type Localised,
  localised,
} from "../model/catalogue.ts";
import type { Snapshot } from "../model/reports/snapshot.ts";
import type { PublishedSite } from "../published/addresses/address.ts";
import { portalFile } from "../published/addresses/index.ts";
import { pagePath, rootOf } from "../published/pages.ts";
import { chartQuerySchema, figureQuerySchema } from "../schemas/content/query.ts";
import { answerChart, answerFigure } from "../table/charts/query.ts";
import { partOf } from "./pages/part-of.ts";

/** The portal that pages show, with its datasets by name. */
type Site = PublishedSite & { today: string; dataset(id: string): Dataset };

/** Pages run as a bundle of their own in the build's process: what was read is handed to them by this name. */
const handed: unique symbol = Symbol.for("the portal of this build");
const shelf = globalThis as typeof globalThis & { [handed]?: Handed };
type Handed = {
  site: Site;
  searchIndex: Promise<PublishedSite["searchIndex"]>;
  /** What one page sees of it, by the page's key. */
  parts: Map<string, Site>;
  /** SHA-256 of files that pages read, by their paths. */
  sums: Map<string, Promise<string>>;
  /** The part that the page of now sees. */
  part?: Site | undefined;
};

const siteOf = (site: PublishedSite): Site => ({
  ...site,
  today: site.catalogue.today,
  dataset(id) {
    const dataset = datasetsById(site.catalogue).get(id);
    if (!dataset) throw new Error(`No dataset "${id}".`);
    return dataset;
  },
});

function getHanded(): Handed {
  const known = shelf[handed];
  if (!known) throw new Error("Pages are built by `npm run build`: it reads the portal for them.");
  return known;
}

/** Gives the portal to the pages that are built next, and its index, which another process may be making meanwhile. */
export function handOver(
  site: PublishedSite,
  searchIndex = Promise.resolve(site.searchIndex),
): void {
  shelf[handed] = { site: siteOf(site), searchIndex, parts: new Map(), sums: new Map() };
}

/** The portal that pages show: read and checked by the build, once; of a page that is kept, the part it is made of. */
export function getSite(): Site {
  const { site, part } = getHanded();
  return part ?? site;
}

/** What a page is made of that is kept for as long as all of it is the same, beside what stands on every page. */
type Kept<Props> = {
  /** Words of its address. */
  params: Record<string, string>;
  /** Its own set, or the sets it shows; undefined where it shows the portal as a whole, and then it is not kept. */
  shown: readonly Dataset[] | undefined;
  /** Other sets whose titles it shows. */
  names?: readonly string[];
  /** What else it is given, beside its language. */
  props: Props;
};

/** Static paths of a page that is kept: in each language, or as the paths given say; all share a key. */
export function keptPaths<Props extends object, Each extends object = { language: Language }>(
  { params, shown, names = [], props }: Kept<Props>,
  paths = languagePaths() as { params: object; props: Each }[],
) {
  const cacheKey = shown && keyOfPage(shown, names, props);
  return paths.map((path) => ({
    params: { ...path.params, ...params },
    props: { ...path.props, ...props },
    cacheKey,
  }));
}

/** Of a page that is written in all languages at once. */
export const onePath = [{ params: {}, props: {} }];

/** The key of a page; what it will see of the portal, sets and what names them, is laid ready under it. */
function keyOfPage(shown: readonly Dataset[], names: readonly string[], props: object): string {
  const { site, parts } = getHanded();
  const { part, hash } = partOf(site.catalogue, shown, names);
  const files = shown.flatMap(({ resources }) => resources.flatMap(({ file }) => file ?? []));
  const key = createHash("sha256")
    .update(JSON.stringify([hash, files.map((file) => site.versions(file)), props]))
    .digest("hex");
  if (parts.has(key)) return key;
  const [own, ids] = [new Set(files), new Set(shown.map(({ id }) => id))];
  const sources = site.repository.datasets.filter(({ id }) => ids.has(id));
  parts.set(
    key,
    siteOf({
      ...site,
      catalogue: part,
      repository: { ...site.repository, datasets: sources, tree: new Map() },
      versions: (file) => (own.has(file) ? site.versions(file) : []),
      timeline() {
        throw new Error(`The page of "${[...ids].join(", ")}" is not made of the portal's past.`);
      },
    }),
  );
  return key;
}

/** Renders a page that sees no more of the portal than its key tells of. */
export async function renderPart<T>(key: string | undefined, render: () => Promise<T>): Promise<T> {
  const known = getHanded();
  known.part = key === undefined ? undefined : known.parts.get(key);
  try {
    return await render();
  } finally {
    known.part = undefined;
  }
}

/** The portal's figures over time. */
export const getTimeline = (): Snapshot[] => getSite().timeline();

/** The versions of a file of the repository, newest first. */
export const getVersions = (file: string): FileVersion[] => getSite().versions(file);

/**
 * What a writer's Chart shows: a chart of a passport by its name, or a question to a table, answered. Throws where there
 * is no such chart; the rules news-datasets and query-answered have seen that there is.
 */
export function askChart(attributes: { dataset?: string; name?: string }): Chart {
  const { dataset = "", name } = attributes;
  if (name === undefined)
    return answerChart(getSite().repository.datasets, chartQuerySchema.parse(attributes));
  const chart = getSite()
    .dataset(dataset)
    .charts.find((one) => one.name === name);
  if (!chart) throw new Error(`Dataset "${dataset}" has no chart "${name}".`);
  return chart;
}

export function askFigure(attributes: object): {
  value: number | undefined;
  unit: Localised;
  label: Localised;
} {
  const query = figureQuerySchema.parse(attributes);
  const value = answerFigure(getSite().repository.datasets, query);
  const { unit = "", label, en, enUnit } = query;
  return { value, unit: localised(unit, enUnit), label: localised(label, en) };
}

/** A file or page from the site's root, the same in every language. */
export const href = (path: string): string => rootOf(getSite().catalogue.portal) + path;

/** A file of the portal as a whole that a page's script reads, bound to the page: a copy of another build is not taken for it. */
export async function boundHref(path: string): Promise<string> {
  const { sums } = getHanded();
  const sum = sums.get(path) ?? sumOf(path);
  sums.set(path, sum);
  return boundAddress(href(path), await sum);
}

async function sumOf(path: string): Promise<string> {
  const { site, searchIndex } = getHanded();
  const file = portalFile({ ...site, searchIndex: await searchIndex }, path);
  if (!file) throw new Error(`There is no file ${path}.`);
  const content = await file.render();
  const hash = createHash("sha256");
  for (const part of typeof content === "string" || content instanceof Uint8Array
    ? [content]
    : content)
    hash.update(part);
  return hash.digest("base64url");
}

/** A page in the reader's language. */
export const pageHref = (language: Language, path: string): string =>
  pagePath(getSite().catalogue.portal, language, path);

/** Static paths of a page in each of the portal's languages: Ukrainian at the root, English under /en/. */
export const languagePaths = () =>
  getSite().catalogue.portal.languages.map((language) => ({
    params: { language: language === "uk" ? undefined : language },
    props: { language },
  }));

/** The language of the page a part stands on, where a writer's text and not the page has put it there. */
export const languageOf = ({ language }: { language?: string | undefined }): Language =>
  language === "en" ? "en" : "uk";

/** The way back to the plan's page from pages that stand under it, where the portal has a plan. */
export const planTrail = (label: string): { path: string; label: string }[] =>
  getSite().catalogue.plan ? [{ path: "/plan/", label }] : [];
