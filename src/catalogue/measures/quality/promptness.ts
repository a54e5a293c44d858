import type { Dataset } from "../../../model/catalogue.ts";
import { addWorkingDays } from "../working-days.ts";

/** Working days the recommendations to resolution 835 give after an unplanned change of the information itself. */
export const promptDays = 3;

export type Promptness = {
  /** The day the publisher's information changed, by the passport. */
  changed: string;
  /** Last day for the update. */
  due: string;
  state: "prompt" | "late" | "waiting";
};

/**
 * The stricter rule beside the national portal's: a set whose information has changed is to be updated within three
 * working days. Known only where the passport says when it changed (`sourceChanged`), and the history when the set did.
 */
export function promptnessOf(
  { passport: { sourceChanged }, modified }: Pick<Dataset, "passport" | "modified">,
  today: string,
  holidays: readonly string[],
): Promptness | undefined {
  if (sourceChanged === undefined || modified === undefined) return undefined;
  const due = addWorkingDays(sourceChanged, promptDays, holidays);
  const updated = modified.slice(0, 10) >= sourceChanged;
  const state = updated
    ? modified.slice(0, 10) <= due
      ? "prompt"
      : "late"
    : today > due
      ? "late"
      : "waiting";
  return { changed: sourceChanged, due, state };
}
