import type { RuleId } from "../../vocabularies/rule-ids.ts";

/** A place in a file a person can open: path from the portal's root, sheet of a workbook, 1-based line and column. */
export type Place = { file: string; sheet?: string; line?: number; column?: number };

/** One thing a person should fix. Rules return findings; reports print them; nothing throws them. */
export type Finding<Rule extends string = RuleId> = {
  /** Stable id: the rule's file, its test and its page /help/<rule>/. */
  rule: Rule;
  severity: "error" | "warning";
  place: Place;
  /** Key of the file it is about, as a path, where it is about one: «description», «en.title», «decisions.0.due». */
  key?: string;
  /** What is wrong, quoting the value. Ukrainian. */
  message: string;
  /** What to do. Ukrainian. */
  hint: string;
  /** Lines ready to be pasted into the passport, with their indent. */
  paste?: string[];
};

const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);

/** Report order: file, line, column, rule. */
export const compareFindings = (a: Finding, b: Finding): number =>
  compare(a.place.file, b.place.file) ||
  compare(a.place.line ?? 0, b.place.line ?? 0) ||
  compare(a.place.column ?? 0, b.place.column ?? 0) ||
  compare(a.rule, b.rule) ||
  compare(a.message, b.message);

/** Does any finding stop the build? Warnings are published on the dataset's page instead. */
export const hasErrors = (findings: readonly Pick<Finding, "severity">[]): boolean =>
  findings.some(({ severity }) => severity === "error");

const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * Text for a log of the CI: nothing in it is a command to the runner, which looks for «::» at the start of a line,
 * blanks aside, and for «##[» anywhere in it (actions/runner, ActionCommand).
 */
export const withoutCommands = (text: string): string =>
  text.replace(/:(?=:)/g, ": ").replace(/##(?=\[)/g, "## ");

/** A text of a stranger's, safe to print in a log: control and invisible characters become their code points. */
export const printable = (text: string): string =>
  text.replace(
    unprintable,
    (character) => `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`,
  );

/** A value quoted for a person in the marks of a language, printable; long texts are cut at 60. */
export function quoteIn([open, close]: readonly [string, string], value: unknown): string {
  const text = printable(String(value));
  return `${open}${text.length > 60 ? `${text.slice(0, 59)}…` : text}${close}`;
}

/** A value quoted in «лапки». */
export const quote = (value: unknown): string => quoteIn(["«", "»"], value);
