import type { Place } from "../../model/reports/finding.ts";
import type { History, NewsSource, Repository, Source } from "../../model/repository.ts";
import type { NewsHead } from "../../schemas/content/news.ts";
import { isRegister } from "../../schemas/data/registers.ts";
import type { DatasetUse, KnownDataset, PortalFacts } from "../../schemas/reports/portal-facts.ts";
import { passportFile } from "../../vocabularies/portal-files.ts";

export const folderOf = (id: string): string => `data/datasets/${id}`;
export const passportOf = (id: string): string => `${folderOf(id)}/${passportFile}`;

const encoder = new TextEncoder();

/** What is known of a set, written as a passport: its names, which nobody else may take. */
function stubOf({ id: _, withdrawn, successor, ...known }: KnownDataset): Uint8Array {
  const passport = {
    ...known,
    ...(withdrawn === undefined
      ? {}
      : {
          status: "withdrawn",
          withdrawn: { date: withdrawn, reason: "—", ...(successor ? { successor } : {}) },
        }),
  };
  // JSON is YAML too.
  return encoder.encode(JSON.stringify(passport));
}

/** The portal as its facts know it: descriptions and cards as written, of each set a passport with its names alone. */
export const knownFiles = ({ files, datasets }: PortalFacts): Map<string, Uint8Array> =>
  new Map([
    ...Object.entries(files).map(([path, text]) => [path, encoder.encode(text)] as const),
    ...datasets.map((known) => [passportOf(known.id), stubOf(known)] as const),
  ]);

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

/** A repository with what else on the portal names sets: news, dashboards, registers. */
export function withUses(repository: Repository, { uses }: PortalFacts): Repository {
  const others = uses.filter(({ file }) => !repository.tree.has(file));
  const entries = (kind: string) => others.filter((use) => use.kind === kind).map(entryOf);
  const registers = { ...repository.registers } as Record<string, Source<unknown>[]>;
  for (const use of others)
    if (isRegister(use.kind)) registers[use.kind] = [...(registers[use.kind] ?? []), sourceOf(use)];
  return {
    ...repository,
    news: [...repository.news, ...entries("news")],
    dashboards: [...repository.dashboards, ...entries("dashboards")],
    registers: registers as unknown as Repository["registers"],
  };
}
