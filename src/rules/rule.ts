import type { Finding, Place } from "../model/reports/finding.ts";
import type { DatasetChange } from "../model/reports/review.ts";
import type { Repository } from "../model/repository.ts";
import type { FilledCells, SheetNotes } from "../model/table.ts";
import type { RuleId } from "../vocabularies/rule-ids.ts";

/** One situation a rule knows: what the publisher's files are, and the exact messages the rule gives. */
export type Example = {
  when: string;
  /** Files that differ from the example portal; null takes a file away. */
  files: Record<string, string | Uint8Array | null>;
  /** The same files put right, where that is not the example portal as it is. */
  mended?: Record<string, string>;
  messages: string[];
  /** A sheet of a workbook, which no portal holds: its cells as CSV, and what it says beside them. */
  sheet?: { text: string; notes: SheetNotes; filled?: FilledCells[] };
  /** Its findings are warnings, which are published; without this they are errors, which stop the publication. */
  warns?: true;
};

/**
 * One rule, one file. The examples are its tests and its help page at once, so the two cannot part.
 * All sentences are Ukrainian: they are for publishers.
 */
export type Rule = {
  id: RuleId;
  title: string;
  /** Why the portal asks for it, in a sentence or two. */
  why: string;
  /** How well the rule sees, where it judges by likeness: measured figures, held by a test. */
  measured?: string;
  /** It speaks of people: what was sent already is taken down by the order of /takedown/. */
  ofPeople?: true;
  check(repository: Repository): Finding[];
  /** Of a rule that judges a change, not a state: what became of each set → findings, beside those of the newer state. */
  compare?(changes: readonly DatasetChange[], findings: readonly Finding[]): Finding[];
  examples: Example[];
};

type Words = { place: Place; key?: string; message: string; hint: string };

export const error = (rule: { id: RuleId }, words: Words): Finding => ({
  rule: rule.id,
  severity: "error",
  ...words,
});

export const warning = (rule: { id: RuleId }, words: Words): Finding => ({
  rule: rule.id,
  severity: "warning",
  ...words,
});
