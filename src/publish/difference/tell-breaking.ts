import { nextVersion, publishedPassport, withVersion } from "../change/change-dataset.ts";
import type { Published } from "../judge/judge-submission.ts";
import { passportValues } from "../passport/passport-text.ts";
import type { Submission } from "../submission.ts";
import { compareWithPublished, type Difference } from "./compare-with-published.ts";

/** What breaks programs that read the set: rows alone that are gone, or more; and the version that tells of it. */
export type BreakingAsked = { isLoss: boolean; version: string };

/** A submission against what is on the portal, with the later version in it where it breaks programs and words tell of that. */
export type ToldDifference = Difference & { submission: Submission; breaking?: BreakingAsked };

const isTellable = ({ kind }: Submission): boolean =>
  kind === "dataset-update" || kind === "passport-correction";

/**
 * Compares a submission with what is on the portal; of a change that breaks programs it is asked what is different for
 * them, and the words that answer it go into the passport with the next version. Of any other change they are left out.
 */
export function tellBreaking(
  published: Published,
  submission: Submission,
  versionNotes: string,
): ToldDifference {
  const difference = compareWithPublished(published, submission);
  const { files = new Map() } = published;
  const { breaking = [], told = true } = difference.change ?? {};
  if (breaking.length === 0 || told || !isTellable(submission))
    return { ...difference, submission };
  const dataset = { id: submission.id, files };
  const asked = {
    isLoss: breaking.every(({ kind }) => kind === "rows-lost"),
    version: nextVersion(passportValues(publishedPassport(dataset)).version, true),
  };
  if (versionNotes.trim() === "") return { ...difference, submission, breaking: asked };
  const versioned = withVersion(dataset, submission, versionNotes.trim());
  return {
    ...compareWithPublished(published, versioned),
    submission: versioned,
    breaking: asked,
  };
}
