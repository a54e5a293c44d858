import type { Review } from "../../../model/reports/review.ts";
import type { Repository } from "../../../model/repository.ts";
import { buildReview, type Side } from "../../../review/review.ts";
import { checkRepository } from "../../../rules/index.ts";
import {
  isOwn,
  judgeSubmission,
  type Published,
  repositoryAfter,
  repositoryBefore,
} from "../../judge/judge-submission.ts";
import { passportFigures } from "../../passport/passport-figures.ts";
import type { Submission } from "../../submission.ts";

/** A request, as far as it changes what people write: files under data/ and content/ as they would become. */
export type RequestedFiles = Submission["files"];

/** What a reviewer is told of a request, and the two states it is told of. */
export type RequestReview = { review: Review; before: Repository; after: Repository };

/** Sets whose descriptions are measured on both sides: of more, a person reads what changed and not how it scores. */
const mostMeasured = 5;

/** How the descriptions of some sets stand, by their ids. */
function qualityOf(
  published: Published,
  files: RequestedFiles,
  ids: readonly string[],
): Side["quality"] {
  return new Map(
    ids.slice(0, mostMeasured).flatMap((id) => {
      const named: Submission = { kind: "dataset-update", id, title: id, files };
      const { quality, conformity } = passportFigures(published, named);
      if (!quality || !conformity) return [];
      const missing = quality.fixes.map(({ metric }) => metric);
      const { conforms, failed } = conformity;
      return [[id, { points: quality.points, conforms, missing, failed: [...failed] }] as const];
    }),
  );
}

/** Ids of the sets whose files are among some. */
export const setsAmong = (paths: Iterable<string>): string[] => [
  ...new Set([...paths].flatMap((path) => /^data\/datasets\/([^/]+)\//.exec(path)?.[1] ?? [])),
];

/**
 * A request against the portal as its site shows it, by what `npm run review` compares two commits with. What the site
 * does not tell is not judged: other sets' files, texts of news, what harvesters will see.
 * @param published with the request's sets, and what else it changes, as they are now
 * @param code paths it changes outside data/ and content/
 */
export function reviewRequest(
  published: Published,
  files: RequestedFiles,
  code: readonly string[],
): RequestReview {
  const asked: Submission = { kind: "dataset-update", id: "", title: "", files };
  const own = isOwn(asked);
  const ids = setsAmong(files.keys());
  const before = repositoryBefore(published);
  const after = repositoryAfter(published, asked);
  const review = buildReview(
    {
      repository: before,
      findings: checkRepository(before).filter(own),
      quality: qualityOf(published, new Map(), ids),
    },
    {
      repository: after,
      findings: judgeSubmission(published, asked),
      quality: qualityOf(published, files, ids),
    },
    code,
  );
  return { review, before, after };
}
