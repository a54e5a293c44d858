import type { Finding } from "../model/reports/finding.ts";
import type { DatasetChange, Review } from "../model/reports/review.ts";
import type { Repository, Source } from "../model/repository.ts";
import { breakingTold } from "../rules/dataset/identity/breaking-told.ts";
import { identityKept } from "../rules/dataset/identity/identity-kept.ts";
import { compareDatasets } from "./datasets.ts";
import { fieldChanges } from "./fields.ts";
import { sameBytes } from "./files.ts";
import { verdictOf } from "./verdict.ts";

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
    // Cells and counts stand in brackets, and a row above them moves them all; what stands in quotes is a name.
    message
      .replace(/\([^()]*\)/g, "")
      .replace(/«[^»]*»|\d+/g, (part) => (part.startsWith("«") ? part : "0")),
  ].join("\n");

const bySeverity = (a: Finding, b: Finding): number =>
  Number(a.severity === "warning") - Number(b.severity === "warning");

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
      if (sameBytes(was, is)) return [];
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

/** Two states of a portal → what a reviewer is told; `code` are changed paths outside data/ and content/, where known, or that git failed. */
export function buildReview(
  before: Side,
  after: Side,
  code?: readonly string[] | "failed",
): Review {
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
    ...identityKept.compare(datasets, after.findings),
    ...breakingTold.compare(datasets, after.findings),
  ].sort(bySeverity);
  const standing = after.findings.filter(
    (finding) => finding.severity === "error" && known.has(keyOf(finding)),
  );
  const mended = before.findings.filter((finding) => !current.has(keyOf(finding)));
  const harvest = harvestOf(before, after, datasets);
  const others = otherFiles(before.repository, after.repository, datasets);
  const told = {
    fresh,
    standing,
    mended,
    datasets,
    others,
    ...(code === "failed"
      ? { codeUnknown: code }
      : code
        ? { code: [...code] }
        : { codeUnknown: "folder" as const }),
    ...(harvest ? { harvest } : {}),
  };
  return { verdict: verdictOf(told), ...told };
}
