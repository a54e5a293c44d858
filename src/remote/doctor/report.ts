import type { Check, Result } from "./check.ts";

const headings: Readonly<Record<Result, string>> = {
  must: "Потрібно",
  should: "Варто",
  unseen: "Не побачено",
  good: "Добре",
};
const order: readonly Result[] = ["must", "should", "unseen", "good"];
const signs: Readonly<Record<Result, string>> = { must: "✗", should: "!", unseen: "?", good: "✓" };

const countOf = (checks: readonly Check[], result: Result): number =>
  checks.filter((check) => check.result === result).length;

/** What was found, worst first: each with what to do. */
export function renderCheckup(site: string, checks: readonly Check[]): string {
  const sections = order.flatMap((result) => {
    const found = checks.filter((check) => check.result === result);
    if (found.length === 0) return [];
    const lines = found.map(
      ({ says, todo }) =>
        `  ${signs[result]} ${says}\n${todo === undefined ? "" : `    що зробити: ${todo}\n`}`,
    );
    return [`${headings[result]} (${found.length})\n${lines.join("")}`];
  });
  const must = countOf(checks, "must");
  return `${site}\n\n${sections.join("\n")}\n${
    must === 0
      ? "Портал має все, що потрібно."
      : `Порталу бракує потрібного: ${must}. Почніть згори й запустіть ще раз.`
  }\n`;
}

/** The same for programs: every check by its id, and how many of each result. */
export const renderCheckupJson = (site: string, checks: readonly Check[]): string =>
  `${JSON.stringify(
    {
      site,
      ...Object.fromEntries(order.map((result) => [result, countOf(checks, result)])),
      checks,
    },
    null,
    2,
  )}\n`;
