import type { Dataset, Resource } from "../../../model/catalogue.ts";
import { once } from "../../../model/once.ts";
import { fileTypes } from "../../../vocabularies/dcat/file-types.ts";

/** What each metric gives, by dimension: 405 points in all. */
export const mqaMetrics = {
  findability: { keyword: 30, theme: 30, spatial: 20, temporal: 20 },
  accessibility: { accessUrlAnswers: 50, downloadUrl: 20, downloadUrlAnswers: 30 },
  interoperability: {
    format: 20,
    mediaType: 10,
    vocabulary: 10,
    nonProprietary: 20,
    machineReadable: 20,
    dcatAp: 30,
  },
  reusability: {
    licence: 20,
    knownLicence: 10,
    accessRights: 10,
    knownAccessRights: 5,
    contactPoint: 20,
    publisher: 10,
  },
  contextuality: { rights: 5, byteSize: 5, issued: 5, modified: 5 },
} as const;

export type Dimension = keyof typeof mqaMetrics;
type Metric = {
  [D in Dimension]: keyof (typeof mqaMetrics)[D];
}[Dimension];
/** `unverified`: the file is on another server, which this portal does not ask while it is built. */
type MetricState = "reached" | "missing" | "unverified";
type MqaLevel = "excellent" | "good" | "sufficient" | "bad";

export type Mqa = {
  /** Points reached, of `maximum`. */
  score: number;
  level: MqaLevel;
  metrics: { metric: Metric; dimension: Dimension; points: number; state: MetricState }[];
};

const dimensions = Object.keys(mqaMetrics) as Dimension[];
const list = dimensions.flatMap((dimension) =>
  Object.entries(mqaMetrics[dimension]).map(([metric, points]) => ({
    metric: metric as Metric,
    dimension,
    points,
  })),
);
export const mqaMaximum = list.reduce((sum, { points }) => sum + points, 0);

/**
 * The metadata quality assessment of data.europa.eu (https://data.europa.eu/mqa/methodology; weights as in
 * mjanez/ckan-mqa and YourOpenDAta/mqa-scoring-api): metrics of files are those of the set's best file. `dcatAp` holds
 * for every set, because the test suite validates every graph against the official shapes.
 */
export const measureMqa = once(assess);

function assess(dataset: Dataset): Mqa {
  const best = dataset.resources
    .map(ofFile)
    .reduce<FileStates>((a, b) => (reachedBy(b) > reachedBy(a) ? b : a), ofFile(undefined));
  const states: Record<Metric, MetricState> = {
    ...best,
    keyword: held(dataset.keywords.uk.length > 0),
    theme: held(dataset.themes.length > 0),
    spatial: "reached",
    temporal: held(dataset.temporal),
    dcatAp: "reached",
    licence: held(dataset.licence && dataset.resources[0]),
    knownLicence: held(dataset.licence?.id && dataset.resources[0]),
    accessRights: "reached",
    knownAccessRights: "reached",
    contactPoint: "reached",
    publisher: "reached",
    rights: held(dataset.resources[0]),
    issued: "reached",
    modified: "reached",
  };
  const metrics = list.map((entry) => ({ ...entry, state: states[entry.metric] }));
  const score = metrics.reduce(
    (sum, { state, points }) => sum + (state === "reached" ? points : 0),
    0,
  );
  return { score, level: levelOf(score), metrics };
}

/** Bounds of the assessment's own four ratings. */
const levelOf = (score: number): MqaLevel =>
  score > 350 ? "excellent" : score > 220 ? "good" : score > 120 ? "sufficient" : "bad";

type FileMetric =
  | keyof typeof mqaMetrics.accessibility
  | Exclude<keyof typeof mqaMetrics.interoperability, "dcatAp">
  | "byteSize";
type FileStates = Record<FileMetric, MetricState>;

const held = (fact: unknown): MetricState => (fact ? "reached" : "missing");

function ofFile(resource: Resource | undefined): FileStates {
  const type = resource?.format && fileTypes[resource.format];
  const answers = resource?.path ? "reached" : "unverified";
  return {
    accessUrlAnswers: resource ? answers : "missing",
    downloadUrl: held(resource?.url),
    downloadUrlAnswers: resource?.url ? answers : "missing",
    format: held(type),
    mediaType: held(type),
    vocabulary: held(type),
    nonProprietary: held(type?.open),
    machineReadable: held(type?.machineReadable),
    byteSize: held(resource?.bytes !== undefined),
  };
}

const reachedBy = (states: FileStates): number =>
  list.reduce(
    (sum, { metric, points }) => sum + (states[metric as FileMetric] === "reached" ? points : 0),
    0,
  );
