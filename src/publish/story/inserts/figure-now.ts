import { type Published, repositoryBefore } from "../../judge/judge-submission.ts";
import { answerInserts } from "./answer-inserts.ts";
import type { Insert } from "./insert-tag.ts";

/** Decimals of a number as pages show it. */
const numbers = new Intl.NumberFormat("uk", { maximumFractionDigits: 2 });

/** A number of a text as the portal shows it now, with its unit: «1 234,5 млн грн»; undefined where it has none. */
export function figureNow(figure: Insert, published: Published): string | undefined {
  const node = { kind: "component" as const, ...figure, line: 1 };
  const [answer] = answerInserts(repositoryBefore(published).datasets, [node]).values();
  if (answer?.kind !== "figure" || answer.value === undefined) return undefined;
  return [numbers.format(answer.value), answer.unit].filter((part) => part !== "").join(" ");
}
