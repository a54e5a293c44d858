import { scoreTrend } from "../../catalogue/measures/plan/snapshot.ts";
import { measureRating, type PublisherScore } from "../../catalogue/measures/quality/rating.ts";
import type { Catalogue } from "../../model/catalogue.ts";
import type { Point, Snapshot } from "../../model/reports/snapshot.ts";

/** What the rest of the portal says of a publisher, for its page. */
export type PublisherFacts = {
  score: PublisherScore | undefined;
  /** Its place in the rating, from 1, and how many it rates. */
  place: number;
  of: number;
  trend: Point[];
  /** Scores of past years, as they were published, oldest first. */
  frozen: { year: number; score: number }[];
};

export function publisherFactsOf(
  catalogue: Catalogue,
  timeline: readonly Snapshot[],
  id: string,
): PublisherFacts {
  const rating = measureRating(catalogue);
  const index = rating.findIndex(({ publisher }) => publisher === id);
  return {
    score: rating[index],
    place: index + 1,
    of: rating.length,
    trend: scoreTrend(timeline, id),
    frozen: catalogue.registers.ratings
      .flatMap(({ year, scores }) =>
        scores.flatMap(({ publisher, score }) => (publisher === id ? [{ year, score }] : [])),
      )
      .sort((a, b) => a.year - b.year),
  };
}
