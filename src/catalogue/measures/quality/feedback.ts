import type { Catalogue, Entry } from "../../../model/catalogue.ts";
import { once } from "../../../model/once.ts";
import { datasetsById } from "../../lookups.ts";
import { workingDaysBetween } from "../working-days.ts";

/** Working days the plan gives to a first answer. */
export const answerDays = 5;

export type Request = Entry<"requests"> & {
  /** Who answers: named, or the publisher of the first dataset, or the one who keeps the portal. */
  holder: string;
  state: "waiting" | "late" | "answered" | "accepted" | "declined" | "closed";
};

/** First answers to requests; days are working days, undefined where there was no answer to count. */
export type FeedbackFigures = {
  requests: number;
  waiting: number;
  answered: number;
  median: number | undefined;
  /** Nine answers of ten came within so many days. */
  ninetieth: number | undefined;
  /** Answered in time, of those answered or already late. */
  timely: { part: number; whole: number };
  /** Accepted, of those decided. */
  accepted: { part: number; whole: number };
};

type Feedback = Pick<Catalogue, "registers" | "datasets" | "portal" | "today">;

/** Requests of readers as the portal shows them: most votes first, then the latest. */
export const requestsOf = once((catalogue: Feedback): readonly Request[] => {
  const sets = datasetsById(catalogue);
  return catalogue.registers.requests
    .map((request): Request => {
      const set = sets.get(request.datasets[0] ?? "");
      return {
        ...request,
        holder: request.publisher ?? set?.publisher.id ?? catalogue.portal.publisher,
        state: stateOf(request, catalogue),
      };
    })
    .sort(
      (a, b) =>
        b.votes - a.votes ||
        (a.date < b.date ? 1 : a.date > b.date ? -1 : 0) ||
        (a.id < b.id ? -1 : 1),
    );
});

function stateOf(
  { decision, answered, closed, date }: Entry<"requests">,
  { today, portal }: Feedback,
): Request["state"] {
  if (decision !== undefined) return decision;
  if (closed !== undefined) return "closed";
  if (answered !== undefined) return "answered";
  return workingDaysBetween(date, today, portal.holidays) > answerDays ? "late" : "waiting";
}

/** The value below or at which so great a share of sorted values lies (nearest rank). */
const percentile = (sorted: readonly number[], share: number): number | undefined =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];

const median = (sorted: readonly number[]): number | undefined => {
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 || low === undefined || high === undefined
    ? high
    : (low + high) / 2;
};

/** How requests were answered. An unanswered one is late when its term is over, and counts for nothing before. */
export function measureFeedback(
  requests: readonly Request[],
  holidays: readonly string[],
): FeedbackFigures {
  const waits = requests
    .flatMap(({ date, answered }) =>
      answered === undefined ? [] : [workingDaysBetween(date, answered, holidays)],
    )
    .sort((a, b) => a - b);
  const late = requests.filter(
    ({ state, answered }) => state === "late" && answered === undefined,
  ).length;
  const decided = requests.filter(({ decision }) => decision !== undefined);
  return {
    requests: requests.length,
    waiting: requests.filter(
      ({ answered, state }) => answered === undefined && (state === "waiting" || state === "late"),
    ).length,
    answered: waits.length,
    median: median(waits),
    ninetieth: percentile(waits, 0.9),
    timely: {
      part: waits.filter((days) => days <= answerDays).length,
      whole: waits.length + late,
    },
    accepted: {
      part: decided.filter(({ decision }) => decision === "accepted").length,
      whole: decided.length,
    },
  };
}

/** Figures of each publisher that was written to, most requests first. */
export const feedbackByPublisher = once(
  (catalogue: Feedback): readonly { publisher: string; figures: FeedbackFigures }[] =>
    [...Map.groupBy(requestsOf(catalogue), ({ holder }) => holder)]
      .map(([publisher, requests]) => ({
        publisher,
        figures: measureFeedback(requests, catalogue.portal.holidays),
      }))
      .sort(
        (a, b) => b.figures.requests - a.figures.requests || (a.publisher < b.publisher ? -1 : 1),
      ),
);
