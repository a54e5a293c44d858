import { type Finding, hasErrors } from "../../model/reports/finding.ts";
import type { DatasetChange, Review } from "../../model/reports/review.ts";
import { renderBlocksText } from "../../published/blocks/blocks-text.ts";
import { datasetLine } from "../../review/report/dataset.ts";
import { lookItems } from "../../review/report/look.ts";
import { folderOf } from "../judge/known-portal.ts";

/** What may become of an update that nobody looks at before it is sent. */
export type UpdateVerdict =
  /** The rows are those that are published, whatever their order. */
  | { kind: "same" }
  /** Something only a person can decide: nothing is sent. */
  | { kind: "questions"; findings: Finding[] }
  /** It may be sent, with these words to who will approve it. */
  | { kind: "ready"; words: string };

/** Is a set as it was but for the order of rows and how the file is written? */
const isSame = (change: DatasetChange | undefined): boolean =>
  change === undefined ||
  (change.passport.length === 0 &&
    change.tables.length > 0 &&
    change.tables.every(({ same }) => same !== undefined));

/** A file that a program cut or filled in part looks like a whole one once it is clean: a person has to compare them. */
const isOfWholeness = ({ rule, severity }: Finding): boolean =>
  severity === "error" || rule === "file-whole" || rule === "table-one";

/** What changed in a set, and what a reviewer must look at, a line each. */
function wordsOf(review: Review, change: DatasetChange, beside: readonly Finding[]): string {
  const warnings = [...beside, ...review.fresh.filter(({ severity }) => severity === "warning")];
  const look = [
    ...lookItems(review).map(({ line }) => line),
    ...warnings.map(({ message }) => [message]),
  ];
  return [
    `${datasetLine(change)}.`,
    ...(look.length > 0
      ? ["На що подивитися:", renderBlocksText([{ kind: "list", items: look }]).trimEnd()]
      : []),
  ].join("\n");
}

/**
 * Judges an update by the review of the portal with it merged. An error of the set that stood there before is a
 * question too: data that go on being wrong are not sent again.
 * @param beside of the file, what its clean table cannot tell
 */
export function judgeUpdate(review: Review, id: string, beside: readonly Finding[]): UpdateVerdict {
  const change = review.datasets.find((one) => one.id === id);
  if (!change || isSame(change)) return { kind: "same" };
  const errors = [
    ...review.fresh,
    ...review.standing.filter(({ place }) => place.file.startsWith(`${folderOf(id)}/`)),
  ].filter((finding) => hasErrors([finding]));
  const findings = [...beside.filter(isOfWholeness), ...errors];
  return findings.length > 0
    ? { kind: "questions", findings }
    : { kind: "ready", words: wordsOf(review, change, beside) };
}
