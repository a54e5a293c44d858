import type { Finding } from "../model/finding.ts";
import type { Repository, Source } from "../model/repository.ts";
import type { DatasetChange, FieldChange, Review, TableChange } from "../model/review.ts";
import { compareDatasets } from "./datasets.ts";
import { fieldChanges } from "./fields.ts";

/** One state of a portal, as far as it could be understood. */
export type Side = {
  repository: Repository;
  findings: Finding[];
  /** By dataset; empty where errors left no catalogue. */
  quality: ReadonlyMap<
    string,
    { points: number; conforms: boolean; missing: string[]; failed: string[] }
  >;
  /** IRIs of sets whose files the portal makes of the whole catalogue. */
  generated?: ReadonlySet<string>;
  /** By IRI: what harvesters are told of a set, in one text; absent where there is no catalogue. */
  harvested?: ReadonlyMap<string, string>;
};

/** Findings are the same wherever a line above them was added or taken away. */
const keyOf = ({ rule, severity, place, message }: Finding): string =>
  [
    rule,
    severity,
    place.file,
    // Cells and counts stand in brackets, and a row above them moves them all.
    message.replace(/\([^()]*\)/g, "").replace(/\d+/g, "0"),
  ].join("\n");

const bySeverity = (a: Finding, b: Finding): number =>
  Number(a.severity === "warning") - Number(b.severity === "warning");

/** Breaking changes that nobody tells readers about: refused until the passport does. A set that is gone tells nothing. */
const untold = (datasets: readonly DatasetChange[], findings: readonly Finding[]): Finding[] =>
  datasets
    .filter(({ breaking, told }) => breaking.length > 0 && !told)
    .filter(
      ({ id, kind }) =>
        kind !== "removed" ||
        !findings.some(
          ({ rule, place }) =>
            rule === "withdrawn-explained" && place.file.startsWith(`data/datasets/${id}/`),
        ),
    )
    .map(({ id, title, breaking, kind }) => ({
      rule: "breaking-told",
      severity: "error",
      place: breaking[0]?.place ?? { file: `data/datasets/${id}/datapackage.yaml` },
      message:
        kind === "removed"
          ? `Теки набору «${title}» немає, і ніде не сказано чому.`
          : `Зміни в наборі «${title}» зламають програми, що його читають, а паспорт про це не каже.`,
      hint:
        kind === "removed"
          ? "Поверніть теку й позначте набір вилученим: status, date, reason."
          : "Дайте набору новішу версію (version) і напишіть, що в ній змінилося (versionNotes).",
    }));

/** Everything people wrote beside datasets, by file. */
function sourcesOf({
  portal,
  plan,
  card,
  publishers,
  series,
  news,
  dashboards,
  registers,
}: Repository): Map<string, unknown> {
  const sources = [
    ...[portal, plan, card].filter((one) => one !== undefined),
    ...publishers,
    ...series,
    ...news,
    ...dashboards,
    ...Object.values(registers).flat(),
  ] as Source<unknown>[];
  return new Map(sources.map(({ file, value }) => [file, value]));
}

/** Files beside the sets that are told of: everything else under data/ and content/, folders without a passport too. */
function otherFiles(
  before: Repository,
  after: Repository,
  told: readonly DatasetChange[],
): Review["others"] {
  const folders = new Set(told.flatMap(({ id, from }) => [id, from ?? id]));
  const known = [sourcesOf(before), sourcesOf(after)] as const;
  return [...new Set([...before.tree.keys(), ...after.tree.keys()])]
    .filter((path) => !folders.has(/^data\/datasets\/([^/]+)\//.exec(path)?.[1] ?? ""))
    .sort()
    .flatMap((path): Review["others"] => {
      const [was, is] = [before.tree.get(path), after.tree.get(path)];
      if (was && is && was.size === is.size && Buffer.compare(was.bytes(), is.bytes()) === 0)
        return [];
      const kind = !was ? "added" : !is ? "removed" : "changed";
      const fields = fieldChanges(known[0].get(path) ?? {}, known[1].get(path) ?? {});
      return [{ path, kind, fields: kind === "changed" ? fields : [] }];
    });
}

function harvestOf(
  before: Side,
  after: Side,
  datasets: readonly DatasetChange[],
): Review["harvest"] {
  const first = before.repository.datasets.length === 0;
  if (!after.harvested || (!before.harvested && !first)) return undefined;
  const [was, is] = [before.harvested ?? new Map<string, string>(), after.harvested];
  const own = new Set(datasets.map(({ id }) => id));
  // A file the portal makes of all sets changes with any of them: that is nobody's doing.
  const byItself = (iri: string) =>
    after.generated?.has(iri) && !own.has(iri.split("/").at(-1) ?? "");
  return {
    created: [...is.keys()].filter((iri) => !was.has(iri)),
    updated: [...is]
      .filter(([iri, text]) => was.has(iri) && was.get(iri) !== text && !byItself(iri))
      .map(([iri]) => iri),
    deleted: [...was.keys()].filter((iri) => !is.has(iri)),
  };
}

/** Share of its rows that may change without a person looking. */
const muchChanged = 0.5;
const leastRows = 10;
export const isRewritten = ({ changed, before }: TableChange): boolean =>
  before >= leastRows && changed.count > before * muchChanged;
/** Files that every page, or every set of a publisher, depends on. */
const central = /^data\/((portal|plan|card)\.yaml$|publishers\/)/;

/** Fields of a passport that only say more of the same data; whatever else changes, a person looks. */
const quiet =
  /^(title|description|purpose|keywords|themes|note|version|versionNotes|validAsOf|temporal|sourceChanged|en|legalBasis|sources|planTasks)(\.|$)|^resources\.[^.]+\.(title|description|bytes|modified|en)(\.|$)|^resources\.[^.]+\.schema\.fields\.[^.]+\.(title|description|en)(\.|$)|^charts\.[^.]+\./;
export const loudFields = ({ kind, passport }: DatasetChange): FieldChange[] =>
  kind === "changed" ? passport.filter(({ field }) => !quiet.test(field)) : [];

/** Changed files of a set whose rows nobody compared: no table, or one without a structure. */
export const unseenFiles = ({ id, kind, files, tables }: DatasetChange): string[] =>
  kind === "changed"
    ? files.changed.filter(
        (name) =>
          name !== "datapackage.yaml" &&
          !tables.some(({ file }) => file === `data/datasets/${id}/${name}`),
      )
    : [];

/** Two states of a portal → what a reviewer is told; `code` are changed paths outside data/ and content/, where known. */
export function buildReview(before: Side, after: Side, code?: readonly string[]): Review {
  const datasets = compareDatasets(before.repository, after.repository).map((change) => {
    const was = before.quality.get(change.from ?? change.id);
    const is = after.quality.get(change.id);
    return {
      ...change,
      quality: {
        ...(was ? { before: { points: was.points, conforms: was.conforms } } : {}),
        ...(is ? { after: is } : {}),
      },
    };
  });
  const known = new Set(before.findings.map(keyOf));
  const current = new Set(after.findings.map(keyOf));
  // What is wrong in the files comes first: a mended column may break nothing any more.
  const fresh = [
    ...after.findings.filter((finding) => !known.has(keyOf(finding))),
    ...untold(datasets, after.findings),
  ].sort(bySeverity);
  const standing = after.findings.filter(
    (finding) => finding.severity === "error" && known.has(keyOf(finding)),
  );
  const mended = before.findings.filter((finding) => !current.has(keyOf(finding)));
  const harvest = harvestOf(before, after, datasets);
  const others = otherFiles(before.repository, after.repository, datasets);
  const blocked = [...fresh, ...standing].some(({ severity }) => severity === "error");
  const look =
    (code ?? []).length > 0 ||
    fresh.length > 0 ||
    (harvest?.deleted.length ?? 0) > 0 ||
    others.some(({ kind, path }) => kind === "removed" || central.test(path)) ||
    datasets.some(
      (change) =>
        change.kind !== "changed" ||
        change.breaking.length > 0 ||
        loudFields(change).length > 0 ||
        unseenFiles(change).length > 0 ||
        change.tables.some((table) => table.removed.count > 0 || isRewritten(table)),
    );
  return {
    verdict: blocked ? "blocked" : look ? "look" : "fine",
    fresh,
    standing,
    mended,
    datasets,
    others,
    ...(code ? { code: [...code] } : {}),
    ...(harvest ? { harvest } : {}),
  };
}
