import type { Review } from "../../model/reports/review.ts";
import { longestList, longestReport, longestText } from "../../schemas/reports/review.ts";

/** A report is cut at the bounds its reader holds to (schemas/review.ts), so that our own is never refused. */
const bounded = (review: Review, longest: number): string =>
  `${JSON.stringify(
    review,
    (_, value: unknown) =>
      typeof value === "string" && value.length > longestText
        ? `${value.slice(0, longestText - 1).toWellFormed()}…`
        : Array.isArray(value) && value.length > longest
          ? value.slice(0, longest)
          : value,
    1,
  )}\n`;

/** A review as JSON that its reader takes: of a change without measure, lists get shorter until it is short enough. */
export function renderReviewJson(review: Review): string {
  for (let longest = longestList; longest > 1; longest = Math.floor(longest / 5)) {
    const text = bounded(review, longest);
    if (new TextEncoder().encode(text).length <= longestReport) return text;
  }
  return bounded(review, 1);
}
