import type { Finding } from "../../model/reports/finding.ts";
import type { TableReport } from "../../model/table.ts";
import type { KnownDataset, PortalFacts } from "../../schemas/reports/portal-facts.ts";
import type { Edit } from "../grid/core/edits.ts";
import type { Submission } from "../submission.ts";

/** What a person has begun to send to the portal: the file, what was mended in it, and what was answered. */
export type Draft = {
  id: string;
  kind: Submission["kind"];
  /** The dataset, the entry or the register it is about, once it is known. */
  about?: string | undefined;
  /** How the person knows it: a title, or the name of the file. */
  title?: string | undefined;
  file?: DraftFile | undefined;
  /** Answers by the names of their questions. */
  answers: Readonly<Record<string, unknown>>;
  /** Id it was sent under: a correction of an entry goes into the same file. */
  sentAs?: string | undefined;
  /** Number of the request it was sent as. */
  request?: number | undefined;
  /** When it was last kept, ISO 8601: a draft that changed elsewhere meanwhile is not written over. */
  kept?: string | undefined;
};

type DraftFile = {
  name: string;
  content: Blob;
  sheet?: string | undefined;
  /** Official structure it is held to: 27-stops. */
  structure?: string | undefined;
  /** What a person mended in the grid, in order. */
  edits: readonly Edit[];
  /** The table as it was read, and the clean one made of it; absent until it was read to its end. */
  read?: ReadFile | undefined;
};

type ReadFile = {
  report: TableReport;
  clean: Blob;
  /** What was found in the file and its clean table cannot tell: formulas nobody counted, rows that were cut. */
  beside?: readonly Finding[];
};

const steps = ["what", "file", "passport", "text", "look", "send"] as const;
export type Step = (typeof steps)[number];

const stepsOfKind: Record<Draft["kind"], readonly Step[]> = {
  "new-dataset": ["what", "file", "passport", "look", "send"],
  "dataset-update": ["what", "file", "look", "send"],
  "passport-correction": ["what", "passport", "look", "send"],
  withdrawal: ["what", "passport", "look", "send"],
  renaming: ["what", "passport", "look", "send"],
  entry: ["what", "text", "look", "send"],
  "register-entry": ["what", "passport", "look", "send"],
};

/** Is it about a dataset of the portal, whose files are read? */
export const isAboutDataset = ({ kind }: Pick<Draft, "kind">): boolean =>
  kind !== "entry" && kind !== "register-entry";

/** Is the set a draft is about no longer among those that may be changed: withdrawn, renamed, kept elsewhere? */
export const isGoneFrom = (
  { kind, about }: Pick<Draft, "kind" | "about">,
  facts: Pick<PortalFacts, "datasets"> | undefined,
): boolean =>
  facts !== undefined &&
  about !== undefined &&
  kind !== "new-dataset" &&
  isAboutDataset({ kind }) &&
  !facts.datasets.some((known) => known.id === about && isChangeable(known));

/** May a set be changed here: it was not withdrawn, and no other portal keeps it? */
export const isChangeable = ({ withdrawn, home }: KnownDataset): boolean =>
  withdrawn === undefined && home === undefined;

/** Steps a draft goes through, in order. */
export const stepsOf = ({ kind }: Pick<Draft, "kind">): readonly Step[] => stepsOfKind[kind];

/** The step before and the step after one; nothing at the ends. */
export function neighbours(
  draft: Pick<Draft, "kind">,
  step: Step,
): { before: Step | undefined; after: Step | undefined } {
  const all = stepsOf(draft);
  const at = all.indexOf(step);
  return { before: all[at - 1], after: all[at + 1] };
}

/** The step a person may stand on: the one asked for, if what it needs is there; else the first that lacks something. */
export function reachable(draft: Draft, asked: Step): Step {
  const all = stepsOf(draft);
  const wanted = all.includes(asked) ? asked : "what";
  const missing = all.find((step) => !isDone(draft, step));
  return missing !== undefined && all.indexOf(missing) < all.indexOf(wanted) ? missing : wanted;
}

/** Is there all that the steps after this one build on? */
function isDone(draft: Draft, step: Step): boolean {
  if (step === "what") return draft.kind === "new-dataset" || draft.about !== undefined;
  if (step === "file") return draft.file?.read !== undefined;
  return true;
}

export const newDraft = (kind: Draft["kind"], rest: Partial<Draft> = {}): Draft => ({
  answers: {},
  ...rest,
  kind,
  id: crypto.randomUUID(),
});

/** What may be begun here, the most frequent first. */
export const offered = [
  "dataset-update",
  "new-dataset",
  "passport-correction",
  "withdrawal",
  "renaming",
  "entry",
  "register-entry",
] as const satisfies readonly Draft["kind"][];
