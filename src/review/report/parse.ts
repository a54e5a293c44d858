import type { Review } from "../../model/reports/review.ts";
import { longestReport, reviewSchema } from "../../schemas/reports/review.ts";

/**
 * The report a check left behind → a review, or undefined where it is anything else. The check ran a stranger's change,
 * so its words are data: shaped by a strict schema, escaped where they are shown.
 */
export function parseReport(text: string): Review | undefined {
  if (text.length > longestReport) return undefined;
  try {
    return reviewSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
