import type { Catalogue, Dataset } from "../../../model/catalogue.ts";
import { once } from "../../../model/once.ts";
import { setsByPublisher } from "../../lookups.ts";
import { measureConformity } from "./conformity.ts";
import { feedbackByPublisher } from "./feedback.ts";
import { measureMqa, mqaMaximum } from "./mqa.ts";

/** Sides of a publisher's score; weights are the plan's, or these. */
export const ratingWeights = {
  coverage: 30,
  timeliness: 25,
  conformity: 25,
  passport: 10,
  feedback: 10,
} as const;
export type RatingPart = keyof typeof ratingWeights;
export const ratingParts = Object.keys(ratingWeights) as RatingPart[];

export type PublisherScore = {
  publisher: string;
  /** 0 to 100, one decimal. */
  score: number;
  sets: number;
  /** Share of the sets that hold, 0 to 1; absent where nothing is known, and then the weight goes to the other parts. */
  parts: { part: RatingPart; weight: number; share: number | undefined; points: number }[];
  /** What would raise the score most, best first. */
  fixes: { dataset: string; part: RatingPart; points: number }[];
};

/** A set that says how often it changes, and nobody knows when it last did: it may be in time or not. */
const isUndated = ({ freshness: { state }, frequency }: Dataset): boolean =>
  state === "unknown" && frequency !== undefined;

/** Does a set conform? Nobody knows where all that is against it is that its dates are not known. */
function conformityOf(dataset: Dataset): number | undefined {
  const { conforms, failed } = measureConformity(dataset);
  if (isUndated(dataset) && failed.every((criterion) => criterion === "timely")) return undefined;
  return conforms ? 1 : 0;
}

/** How much of one set holds for a part, 0 to 1; undefined where nobody knows. Answers to readers are the publisher's, not a set's. */
const held: Record<Exclude<RatingPart, "feedback">, (dataset: Dataset) => number | undefined> = {
  coverage: ({ resources }) => (resources.some(({ path }) => path) ? 1 : 0),
  timeliness: (dataset) =>
    isUndated(dataset) ? undefined : /^(current|closed)$/.test(dataset.freshness.state) ? 1 : 0,
  conformity: conformityOf,
  passport: (dataset) => measureMqa(dataset).score / mqaMaximum,
};
const setParts = Object.keys(held) as (keyof typeof held)[];
const shownFixes = 5;
/** What is known of a part, a set each. */
const knownOf = (part: keyof typeof held, sets: readonly Dataset[]): [Dataset, number][] =>
  sets.flatMap((set) => {
    const share = held[part](set);
    return share === undefined ? [] : [[set, share] as [Dataset, number]];
  });
/** The mean of what is known; undefined where nothing is. */
const meanOf = (part: keyof typeof held, sets: readonly Dataset[]): number | undefined => {
  const known = knownOf(part, sets);
  return known.length === 0
    ? undefined
    : known.reduce((sum, [, share]) => sum + share, 0) / known.length;
};
const rounded = (value: number): number => Math.round(value * 10) / 10;

/**
 * Publishers by the quality of their open data (task 2.3). A score is a mean over a publisher's own sets, so one set
 * kept well is worth as much as a hundred: a small publisher loses nothing by being small. A set of which a part is not
 * known, as its dates without a history, counts neither for nor against it. Those without sets are not
 * ranked. Equal scores stand in the order of titles.
 */
export const measureRating = once((catalogue: Catalogue): readonly PublisherScore[] => {
  const { publishers, plan } = catalogue;
  const setsOf = setsByPublisher(catalogue);
  const weights = plan?.rating ?? ratingWeights;
  const answers = new Map(
    feedbackByPublisher(catalogue).map(({ publisher, figures }) => [publisher, figures.timely]),
  );
  return publishers
    .map(({ id, title }) => ({
      id,
      title,
      sets: setsOf.get(id) ?? [],
    }))
    .filter(({ sets }) => sets.length > 0)
    .map(({ id, title, sets }) => {
      const { part: timely = 0, whole: due = 0 } = answers.get(id) ?? {};
      const shares = ratingParts.map((part) =>
        part === "feedback" ? (due === 0 ? undefined : timely / due) : meanOf(part, sets),
      );
      const known = ratingParts.reduce(
        (sum, part, index) => sum + (shares[index] === undefined ? 0 : weights[part]),
        0,
      );
      const weightOf = (part: RatingPart, index: number) =>
        shares[index] === undefined || known === 0 ? 0 : (100 * weights[part]) / known;
      const parts = ratingParts.map((part, index) => ({
        part,
        weight: rounded(weightOf(part, index)),
        share: shares[index],
        points: rounded(weightOf(part, index) * (shares[index] ?? 0)),
      }));
      const fixes = setParts
        .flatMap((part) =>
          knownOf(part, sets).map(([set, share], _, { length }) => ({
            dataset: set.id,
            part,
            points: rounded((weightOf(part, ratingParts.indexOf(part)) * (1 - share)) / length),
          })),
        )
        .filter(({ points }) => points > 0)
        .sort((a, b) => b.points - a.points || (a.dataset < b.dataset ? -1 : 1))
        .slice(0, shownFixes);
      const score = rounded(
        ratingParts.reduce(
          (sum, part, index) => sum + weightOf(part, index) * (shares[index] ?? 0),
          0,
        ),
      );
      return { publisher: id, title, score, sets: sets.length, parts, fixes };
    })
    .sort((a, b) => b.score - a.score || (a.title < b.title ? -1 : 1))
    .map(({ title: _, ...score }) => score);
});
