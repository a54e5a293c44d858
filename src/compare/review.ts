import type { Finding } from "../model/finding.ts";
import type { Repository } from "../model/repository.ts";
import type { DatasetChange, Review } from "../model/review.ts";
import { compareDatasets } from "./datasets.ts";

/** One state of a portal, as far as it could be understood. */
export type Side = {
  repository: Repository;
  findings: Finding[];
  /** By dataset; empty where errors left no catalogue. */
  quality: ReadonlyMap<
    string,
    { points: number; conforms: boolean; missing: string[]; failed: string[] }
  >;
  /** By IRI: what harvesters are told of a set, in one text; absent where there is no catalogue. */
  harvested?: ReadonlyMap<string, string>;
};

/** Findings are the same wherever a line above them was added or taken away. */
const keyOf = ({ rule, severity, place, message }: Finding): string =>
  [rule, severity, place.file, message].join("\n");

const bySeverity = (a: Finding, b: Finding): number =>
  Number(a.severity === "warning") - Number(b.severity === "warning");

/** Breaking changes that nobody tells readers about: refused until the passport does. */
const untold = (datasets: readonly DatasetChange[]): Finding[] =>
  datasets
    .filter(({ breaking, told, kind }) => breaking.length > 0 && !told && kind !== "removed")
    .map(({ id, title, breaking }) => ({
      rule: "breaking-told",
      severity: "error",
      place: breaking[0]?.place ?? { file: `data/datasets/${id}/datapackage.yaml` },
      message: `Зміни в наборі «${title}» зламають програми, що його читають, а паспорт про це не каже.`,
      hint: "Дайте набору нову версію (version) і напишіть, що в ній змінилося (versionNotes).",
    }));

function otherFiles(before: Repository, after: Repository): string[] {
  const paths = [...new Set([...before.tree.keys(), ...after.tree.keys()])]
    .filter((path) => !path.startsWith("data/datasets/"))
    .sort();
  return paths.filter((path) => {
    const [was, is] = [before.tree.get(path), after.tree.get(path)];
    return !was || !is || was.size !== is.size || Buffer.compare(was.bytes(), is.bytes()) !== 0;
  });
}

function harvestOf(before: Side, after: Side): Review["harvest"] {
  if (!after.harvested) return undefined;
  const [was, is] = [before.harvested ?? new Map<string, string>(), after.harvested];
  return {
    created: [...is.keys()].filter((iri) => !was.has(iri)),
    updated: [...is]
      .filter(([iri, text]) => was.has(iri) && was.get(iri) !== text)
      .map(([iri]) => iri),
    deleted: [...was.keys()].filter((iri) => !is.has(iri)),
  };
}

/** Two states of a portal → what a reviewer is told; `code` are changed paths outside data/ and content/. */
export function buildReview(before: Side, after: Side, code: readonly string[]): Review {
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
    ...untold(datasets),
  ].sort(bySeverity);
  const standing = after.findings.filter(
    (finding) => finding.severity === "error" && known.has(keyOf(finding)),
  );
  const mended = before.findings.filter((finding) => !current.has(keyOf(finding)));
  const harvest = harvestOf(before, after);
  const blocked = [...fresh, ...standing].some(({ severity }) => severity === "error");
  const look =
    code.length > 0 ||
    fresh.length > 0 ||
    (harvest?.deleted.length ?? 0) > 0 ||
    datasets.some(
      ({ kind, breaking, tables }) =>
        kind === "withdrawn" ||
        kind === "renamed" ||
        breaking.length > 0 ||
        tables.some(({ removed }) => removed.count > 0),
    );
  return {
    verdict: blocked ? "blocked" : look ? "look" : "fine",
    fresh,
    standing,
    mended,
    datasets,
    others: otherFiles(before.repository, after.repository),
    code: [...code],
    ...(harvest ? { harvest } : {}),
  };
}
