import type { Finding } from "../../model/reports/finding.ts";
import type { DatasetChange } from "../../model/reports/review.ts";
import { compareDatasets } from "../../review/datasets.ts";
import { breakingTold } from "../../rules/dataset/identity/breaking-told.ts";
import { identityKept } from "../../rules/dataset/identity/identity-kept.ts";
import { checkRepository } from "../../rules/index.ts";
import { type Published, repositoryAfter, repositoryBefore } from "../judge/judge-submission.ts";
import type { Submission } from "../submission.ts";

export type Difference = {
  /** What a reviewer will be told of the set: rows, columns, totals, the passport, what breaks. Absent where nothing changes. */
  change: DatasetChange | undefined;
  /** Where a change breaks programs and the passport does not say so: a reviewer will be told, and the merge refused. */
  findings: Finding[];
};

/** A set as it is sent against the set as it is on the portal, by what compares two states of a portal for a reviewer. */
export function compareWithPublished(published: Published, submission: Submission): Difference {
  const after = repositoryAfter(published, submission);
  const changes = compareDatasets(repositoryBefore(published), after).filter(
    ({ id }) => id === submission.id,
  );
  const wrong = checkRepository(after);
  return {
    change: changes[0],
    findings: [identityKept, breakingTold].flatMap((rule) => rule.compare(changes, wrong)),
  };
}
