import { strikes } from "../../catalogue/measures/quality/links.ts";
import type { LinksCheck, NationalPortalCheck } from "../../schemas/reports/checks.ts";

const head = (command: string): string => `# Записано командою ${command}; руками не правлять.\n`;

/** data/checks/links.yaml, a link a line: two checks differ in the lines of the links that changed. */
export const renderLinks = ({ checked, links }: LinksCheck): string =>
  `${head("npm run check-links")}checked: ${checked}
links:${links.length === 0 ? " []" : ""}
${links
  .map(
    ({ url, answer, failures, since }) =>
      `  - { url: ${JSON.stringify(url)}, answer: ${JSON.stringify(answer)}, failures: ${failures}${since ? `, since: ${since}` : ""} }\n`,
  )
  .join("")}`;

/** data/checks/national-portal.yaml. */
export const renderNationalPortal = ({ checked, url, found }: NationalPortalCheck): string =>
  `${head("npm run check-links")}checked: ${checked}
url: ${JSON.stringify(url)}
found:${found.length === 0 ? " []" : ""}
${found
  .map(({ id, modified }) => `  - { id: ${id}, modified: ${JSON.stringify(modified)} }\n`)
  .join("")}`;

/** data/checks/feedback.yaml. */
export const renderFeedbackCheck = (today: string): string =>
  `${head("npm run feedback")}checked: ${today}\n`;

/** For a terminal: how many opened, and each that does not. */
export function renderLinksText({ links }: LinksCheck): string {
  const failing = links.filter(({ failures }) => failures > 0);
  return `Адрес: ${links.length}; не відкрилися: ${failing.length}; з них тричі поспіль або більше: ${
    failing.filter(({ failures }) => failures >= strikes).length
  }.\n${failing
    .map(({ url, answer, failures }) => `  ${url} — ${answer}, невдач поспіль: ${failures}\n`)
    .join("")}`;
}
