import { answerChart, answerFigure } from "../catalogue/query.ts";
import type { Language } from "../i18n/translate.ts";
import type { Catalogue, Chart, Dataset, FileVersion } from "../model/catalogue.ts";
import { Fault } from "../model/reports/fault.ts";
import type { Repository } from "../model/repository.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { readHead } from "../read/git/history.ts";
import { chartQuerySchema, figureQuerySchema } from "../schemas/content/query.ts";
import type { BuildNote } from "../schemas/reports/build-note.ts";
import { loadPortal, portalDate } from "./portal.ts";
import { loadTimeline } from "./timeline.ts";
import { openVersions } from "./versions.ts";

type Site = {
  catalogue: Catalogue;
  repository: Repository;
  today: string;
  dataset(id: string): Dataset;
};

let loaded: Site | undefined;
let timeline: Snapshot[] | undefined;
let versions: ((file: string) => FileVersion[]) | undefined;

const portalRoot = (): string => process.env.PORTAL_ROOT ?? process.cwd();

/** The portal that pages show: read once for a build. PORTAL_ROOT names its folder; without it, the current one. */
export function getSite(): Site {
  if (loaded) return loaded;
  const today = portalDate({ PORTAL_DATE: process.env.PORTAL_DATE });
  const { catalogue, repository, findings } = loadPortal(portalRoot(), today);
  if (!catalogue) {
    const first = findings.find(({ severity }) => severity === "error");
    throw new Fault(
      `Портал має помилку: ${first?.message} (${first?.place.file}). Якщо його змінено під час збирання, зберіть ще раз; усі помилки покаже npm run validate.`,
    );
  }
  const byId = new Map(catalogue.datasets.map((dataset) => [dataset.id, dataset]));
  loaded = {
    catalogue,
    repository,
    today,
    dataset(id) {
      const dataset = byId.get(id);
      if (!dataset) throw new Error(`No dataset "${id}".`);
      return dataset;
    },
  };
  return loaded;
}

/** The portal's figures over time, counted once for a build, and only for the pages that show them. */
export function getTimeline(): Snapshot[] {
  timeline ??= loadTimeline(portalRoot(), getSite().catalogue);
  return timeline;
}

/** The versions of a file of the repository, newest first. */
export function getVersions(file: string): FileVersion[] {
  versions ??= openVersions(portalRoot(), getSite().repository);
  return versions(file);
}

/** What the site says of its own build: npm run verify builds the same again. */
export function getBuildNote(): BuildNote {
  const { today, repository } = getSite();
  return {
    date: today,
    ...readHead(portalRoot()),
    ...(repository.history.state === "absent" ? { history: "absent" } : {}),
  };
}

/** What a writer's insert asks a table, answered; the rule query-answered has seen that it can be. */
export const askChart = (attributes: object): Chart =>
  answerChart(getSite().repository.datasets, chartQuerySchema.parse(attributes));

export function askFigure(attributes: object): {
  value: number | undefined;
  unit: string;
  label: string;
} {
  const query = figureQuerySchema.parse(attributes);
  const value = answerFigure(getSite().repository.datasets, query);
  return { value, unit: query.unit ?? "", label: query.label };
}

/** Path of the site's root on its host, without a closing slash: "" or "/portal". */
const base = (): string => new URL(getSite().catalogue.portal.site).pathname.replace(/\/$/, "");

/** A file or page from the site's root, the same in every language. */
export const href = (path: string): string => base() + path;

/** A page in the reader's language. */
export const pageHref = (language: Language, path: string): string =>
  base() + (language === "uk" ? "" : "/en") + path;

/** Static paths of a page that exists in both languages: Ukrainian at the root, English under /en/. */
export const languagePaths = () => [
  { params: { language: undefined }, props: { language: "uk" as const } },
  { params: { language: "en" }, props: { language: "en" as const } },
];

/** The way back to the plan's page from pages that stand under it, where the portal has a plan. */
export const planTrail = (label: string): { path: string; label: string }[] =>
  getSite().catalogue.plan ? [{ path: "/plan/", label }] : [];
