import type { Finding } from "../model/finding.ts";

const words = { error: "помилка", warning: "попередження" } as const;

const placeText = ({ file, line, column }: Finding["place"]): string =>
  [file, line, line === undefined ? undefined : column]
    .filter((part) => part !== undefined)
    .join(":");

/** Findings for a terminal: what, where, how to mend, where to read more. */
export const renderFindingsText = (
  findings: readonly Finding[],
  helpOf: (rule: string) => string,
): string =>
  findings
    .map(
      ({ severity, message, hint, place, rule }) =>
        `${words[severity]}: ${message}\n  де: ${placeText(place)}\n  що зробити: ${hint}\n  довідка: ${helpOf(rule)}\n`,
    )
    .join("\n");

/** Findings for programs. */
export const renderFindingsJson = (
  findings: readonly Finding[],
  datasets: number,
  helpOf: (rule: string) => string,
): string =>
  `${JSON.stringify({ findings: findings.map((finding) => ({ ...finding, help: helpOf(finding.rule) })), datasets }, null, 1)}\n`;

/** Text of others inside Markdown: nothing in it is a mark, a link, a mention or a tag. */
const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]()#+!|<>@~]/g, (mark) => `&#${mark.charCodeAt(0)};`)
    .replace(/\r?\n/g, " ");

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
          ({ severity, message, hint, place, rule }) =>
            `| ${words[severity]} | ${escapeMarkdown(message)} ([довідка](${helpOf(rule)})) | ${escapeMarkdown(placeText(place))} | ${escapeMarkdown(hint)} |`,
        ),
        "",
      ].join("\n");
