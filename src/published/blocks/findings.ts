import { type Finding, printable, withoutCommands } from "../../model/reports/finding.ts";
import { codeMarkdown, escapeMarkdown } from "./markdown.ts";

const words = { error: "помилка", warning: "попередження" } as const;

const placeText = ({ file, sheet, line, column }: Finding["place"]): string =>
  printable(
    sheet === undefined
      ? [file, line, line === undefined ? undefined : column]
          .filter((part) => part !== undefined)
          .join(":")
      : `${file}, аркуш «${sheet}»${line === undefined ? "" : `, рядок ${line}`}`,
  );

/** Of findings that ask for the same, a terminal shows this many; JSON has them all. */
const shownAlike = 10;

/** Findings that ask for the same, together and in order: what to do is said once. */
export function groupFindings(findings: readonly Finding[]): Finding[][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = [finding.severity, finding.rule, finding.hint].join("\n");
    const alike = groups.get(key);
    if (alike) alike.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}

/**
 * Findings for a terminal: what, where, how to mend, where to read more. Those that ask for the same stand together,
 * and what to do is said once.
 */
export function renderFindingsText(
  findings: readonly Finding[],
  helpOf: (rule: string) => string,
): string {
  const texts = groupFindings(findings).map((alike) => {
    const [first] = alike;
    if (!first) return "";
    const { severity, rule, hint } = first;
    const paste = alike.flatMap(({ paste = [] }) => paste.map((line) => `${printable(line)}\n`));
    const advice = `  що зробити: ${hint}\n${paste.join("")}  довідка: ${helpOf(rule)}\n`;
    if (alike.length === 1)
      return `${words[severity]}: ${first.message}\n  де: ${placeText(first.place)}\n${advice}`;
    const shown = alike
      .slice(0, shownAlike)
      .map(({ message, place }) => `  – ${message}\n    де: ${placeText(place)}\n`);
    const rest = alike.length - shown.length;
    return `${words[severity]}, подібних — ${alike.length}:\n${shown.join("")}${rest > 0 ? `  – та ще ${rest}; усі — у --format json\n` : ""}${advice}`;
  });
  return withoutCommands(texts.join("\n"));
}

/** Findings for programs. */
export const renderFindingsJson = (
  findings: readonly Finding[],
  datasets: number,
  helpOf: (rule: string) => string,
): string =>
  `${JSON.stringify({ findings: findings.map((finding) => ({ ...finding, help: helpOf(finding.rule) })), datasets }, null, 1)}\n`;

export const renderFindingsMarkdown = (
  findings: readonly Finding[],
  helpOf: (rule: string) => string,
): string =>
  findings.length === 0
    ? "Зауважень немає.\n"
    : [
        "| | Що не так | Де | Що зробити |",
        "| --- | --- | --- | --- |",
        ...findings.map(
          ({ severity, message, hint, paste = [], place, rule }) =>
            `| ${words[severity]} | ${escapeMarkdown(message)} ([довідка](${helpOf(rule)})) | ${escapeMarkdown(placeText(place))} | ${[escapeMarkdown(hint), ...paste.map((line) => codeMarkdown(line.trim()))].join("<br>")} |`,
        ),
        "",
      ].join("\n");
