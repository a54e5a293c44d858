import { buildCatalogue } from "../../catalogue/build-catalogue.ts";
import { type Conformity, measureConformity } from "../../catalogue/measures/quality/conformity.ts";
import { type Mqa, measureMqa, mqaMaximum } from "../../catalogue/measures/quality/mqa.ts";
import type { Dataset } from "../../model/catalogue.ts";
import type { DatasetSource, Repository } from "../../model/repository.ts";
import { passportFields, type TextField } from "../../schemas/data/dataset.ts";
import { judgeSubmission, type Published, repositoryAfter } from "../judge/judge-submission.ts";
import type { Submission } from "../submission.ts";

export type PassportFigures = {
  /** Texts that have a limit: how long they are. */
  lengths: { field: TextField; length: number; limit: number }[];
  /** Of the description, as the set's page will show; absent while the passport names no publisher or file that is there. */
  quality?: {
    points: number;
    maximum: number;
    level: Mqa["level"];
    /** What gives most comes first. */
    fixes: { metric: Mqa["metrics"][number]["metric"]; points: number }[];
  };
  conformity?: Conformity;
};

/** Could a page be made of the set: its publisher has a card, and its files are there? */
const isBuildable = (
  { value, folder }: DatasetSource,
  { publishers, tree, portal }: Repository,
): boolean =>
  portal !== undefined &&
  publishers.some(({ id }) => id === value.publisher) &&
  publishers.some(({ id }) => id === portal.value.publisher) &&
  value.resources.every(
    ({ path }) => path === undefined || /^(https?:|\/)/.test(path) || tree.has(`${folder}/${path}`),
  );

/** The set as the catalogue will have it once it is merged; undefined where it cannot be built yet. */
function draftOf(published: Published, submission: Submission): Dataset | undefined {
  const repository = repositoryAfter(published, submission);
  const source = repository.datasets.find(({ id }) => id === submission.id);
  if (!source || !isBuildable(source, repository)) return undefined;
  // Of today, as a file is that no commit has yet; and alone: of others nothing is counted.
  const alone: Repository = {
    ...repository,
    datasets: [source],
    datasetIds: [source.id],
    history: { state: "complete", commits: new Map() },
  };
  const findings = judgeSubmission(published, submission);
  return buildCatalogue(alone, findings, published.facts.today).datasets[0];
}

/** How a draft stands, by the measures of its page: limits of texts, quality of the description, conformity. */
export function passportFigures(published: Published, submission: Submission): PassportFigures {
  const value = repositoryAfter(published, submission).datasets.find(
    ({ id }) => id === submission.id,
  )?.value;
  const lengths = (Object.keys(passportFields) as TextField[]).flatMap((field) => {
    const { limit } = passportFields[field];
    return limit === undefined
      ? []
      : [{ field, limit, length: [...(value?.[field] ?? "")].length }];
  });
  const draft = draftOf(published, submission);
  if (!draft) return { lengths };
  const { score, level, metrics } = measureMqa(draft);
  const fixes = metrics
    .filter(({ state }) => state === "missing")
    .map(({ metric, points }) => ({ metric, points }))
    .sort((a, b) => b.points - a.points);
  return {
    lengths,
    quality: { points: score, maximum: mqaMaximum, level, fixes },
    conformity: measureConformity(draft),
  };
}
