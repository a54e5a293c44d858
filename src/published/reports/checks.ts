import { strikes } from "../../catalogue/measures/quality/links.ts";
import type { LinksCheck, NationalPortalCheck } from "../../schemas/reports/checks.ts";
import { renderYaml } from "../yaml.ts";

const head = (command: string): string => `# Записано командою ${command}; руками не правлять.\n`;

/** data/checks/links.yaml. */
export const renderLinks = (check: LinksCheck): string =>
  renderYaml(head("npm run check-links"), check);

/** data/checks/national-portal.yaml. */
export const renderNationalPortal = (check: NationalPortalCheck): string =>
  renderYaml(head("npm run check-links"), check);

/** data/checks/feedback.yaml. */
export const renderFeedbackCheck = (today: string): string =>
  renderYaml(head("npm run feedback"), { checked: today });

/** For a terminal: how many opened, and each that does not. */
export function renderLinksText({ links }: LinksCheck): string {
  const failing = links.filter(({ failures }) => failures > 0);
  return `Адрес: ${links.length}; не відкрилися: ${failing.length}; з них тричі поспіль або більше: ${
    failing.filter(({ failures }) => failures >= strikes).length
  }.\n${failing
    .map(({ url, answer, failures }) => `  ${url} — ${answer}, невдач поспіль: ${failures}\n`)
    .join("")}`;
}
