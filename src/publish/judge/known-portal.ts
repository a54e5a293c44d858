import type { Place } from "../../model/reports/finding.ts";
import type {
  DatasetSource,
  History,
  NewsSource,
  Repository,
  Source,
} from "../../model/repository.ts";
import type { TreeFile } from "../../model/tree.ts";
import type { NewsHead } from "../../schemas/content/news.ts";
import { datasetSchema } from "../../schemas/data/dataset.ts";
import { isRegister } from "../../schemas/data/registers.ts";
import type { DatasetUse, KnownDataset, PortalFacts } from "../../schemas/reports/portal-facts.ts";
import { passportFile } from "../../vocabularies/portal-files.ts";

export const folderOf = (id: string): string => `data/datasets/${id}`;
export const passportOf = (id: string): string => `${folderOf(id)}/${passportFile}`;

/** Descriptions and cards of the portal, as people wrote them. */
export const sharedFiles = ({ files }: PortalFacts): (readonly [string, Uint8Array])[] =>
  Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)] as const);

/** A passport that no rule has anything against: what is not known of a set is not told of. */
const silent = datasetSchema.parse({
  title: "—",
  description: "—",
  purpose: "—",
  publisher: "—",
  contact: { email: "data@example.gov.ua" },
  keywords: ["дані"],
  themes: ["GOVE"],
  frequency: "yearly",
  licenses: [{ name: "CC-BY-4.0" }],
  resources: [{ name: "page", title: "—", page: "https://example.gov.ua/" }],
});

/** A set as others know it: its names, which nobody else may take, and nothing of its files. */
function stubOf({ id, withdrawn, successor, home: _, ...known }: KnownDataset): DatasetSource {
  const file = passportOf(id);
  const gone =
    withdrawn === undefined
      ? {}
      : {
          status: "withdrawn" as const,
          withdrawn: { date: withdrawn, reason: "—", ...(successor ? { successor } : {}) },
        };
  const value = { ...silent, ...known, ...gone };
  return { id, file, folder: folderOf(id), value, tables: [], placeOf: () => ({ file }) };
}

const nothing: TreeFile = { size: 0, kind: "file", bytes: () => new Uint8Array() };
/** Sets stand as their folders do in a tree. */
const byFolder = (a: string, b: string): number => (`${a}/` < `${b}/` ? -1 : 1);

/** A repository of some sets with all others of the portal, but those that are gone from it. */
export function withOthers(
  repository: Repository,
  { datasets }: PortalFacts,
  isGone: (passport: string) => boolean,
): Repository {
  const read = new Set(repository.datasetIds);
  const others = datasets.filter(({ id }) => !read.has(id) && !isGone(passportOf(id))).map(stubOf);
  const files = others.map(({ file }) => [file, nothing] as const);
  return {
    ...repository,
    tree: new Map([...repository.tree, ...files].sort(([a], [b]) => (a < b ? -1 : 1))),
    datasets: [...repository.datasets, ...others].sort((a, b) => byFolder(a.id, b.id)),
    datasetIds: [...repository.datasetIds, ...others.map(({ id }) => id)].sort(byFolder),
  };
}

/** What is on the site has been sent: of its passports and of the given files the history knows. */
export const knownHistory = ({ datasets }: PortalFacts, sent: Iterable<string>): History => ({
  state: "complete",
  commits: new Map(
    [...datasets.map(({ id }) => passportOf(id)), ...sent].map((path) => [
      path,
      [{ hash: "", time: 0, subject: "" }],
    ]),
  ),
});

/** Where in a use a set is named; its beginning for all else. */
const placesIn =
  ({ file, datasets }: DatasetUse) =>
  (path: readonly PropertyKey[] = []): Place => {
    const named = path[0] === "datasets" ? datasets[Number(path[1] ?? 0)] : undefined;
    return named ? { file, line: named.line, column: named.column } : { file, line: 1, column: 1 };
  };

const idOf = (file: string): string => file.replace(/^.*\/|\.[^.]*$/g, "");

/** A use as its file is read, but for its texts: what it says of sets. */
const sourceOf = (use: DatasetUse): Source<Pick<NewsHead, "datasets">> => ({
  id: idOf(use.file),
  file: use.file,
  value: { datasets: use.datasets.map(({ id }) => id) },
  placeOf: placesIn(use),
});

const entryOf = (use: DatasetUse): NewsSource => ({
  ...(sourceOf(use) as Source<NewsHead>),
  nodes: use.inserts.map((insert) => ({ kind: "component", ...insert })),
});

/** An entry of a register of which nothing is known but its name: others may name it. */
const entryStub = (register: string, id: string): Source<unknown> => {
  const file = `data/registers/${register}/${id}.yaml`;
  return { id, file, value: { datasets: [] }, placeOf: () => ({ file }) };
};

/** A repository with what else on the portal names sets, or is named: news, dashboards, registers. */
export function withUses(
  repository: Repository,
  { uses, entries: known }: PortalFacts,
): Repository {
  const others = uses.filter(({ file }) => !repository.tree.has(file));
  const entries = (kind: string) => others.filter((use) => use.kind === kind).map(entryOf);
  const [news, dashboards] = [entries("news"), entries("dashboards")];
  const registers = { ...repository.registers } as Record<string, Source<unknown>[]>;
  for (const use of others)
    if (isRegister(use.kind)) registers[use.kind] = [...(registers[use.kind] ?? []), sourceOf(use)];
  for (const [name, all] of Object.entries(known)) {
    const read = registers[name] ?? [];
    const ids = new Set(read.map(({ id }) => id));
    const unread = all.filter(({ id }) => !ids.has(id)).map(({ id }) => entryStub(name, id));
    registers[name] = [...read, ...unread];
  }
  return {
    ...repository,
    news: [...repository.news, ...news],
    dashboards: [...repository.dashboards, ...dashboards],
    texts: [...repository.texts, ...news, ...dashboards],
    registers: registers as unknown as Repository["registers"],
  };
}
