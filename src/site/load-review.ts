import { existsSync, statSync } from "node:fs";
import { measureConformity } from "../catalogue/measures/quality/conformity.ts";
import { measureMqa } from "../catalogue/measures/quality/mqa.ts";
import { type Catalogue, published } from "../model/catalogue.ts";
import { Fault } from "../model/reports/fault.ts";
import type { Review } from "../model/reports/review.ts";
import { buildDatasetGraph } from "../published/dcat/dcat.ts";
import { entriesOf, isCheckout, resolveCommit, resolveTree, runGit } from "../read/git/git.ts";
import { buildReview, type Side } from "../review/review.ts";
import { loadPortal, loadPortalAt, type Portal } from "./portal.ts";

/** What each set's description is worth, and what it lacks, dearest first. */
const qualityOf = (catalogue: Catalogue): Side["quality"] =>
  new Map(
    published(catalogue).map((dataset) => {
      const { score, metrics } = measureMqa(dataset);
      const { conforms, failed } = measureConformity(dataset);
      const missing = metrics
        .filter(({ state }) => state === "missing")
        .sort((a, b) => b.points - a.points)
        .map(({ metric }) => metric);
      return [dataset.id, { points: score, conforms, missing, failed }];
    }),
  );

const harvestedOf = (catalogue: Catalogue): ReadonlyMap<string, string> =>
  new Map(
    published(catalogue).map((dataset) => [
      dataset.iri,
      JSON.stringify(buildDatasetGraph(dataset, catalogue)),
    ]),
  );

const generatedOf = (catalogue: Catalogue): ReadonlySet<string> =>
  new Set(
    published(catalogue)
      .filter(({ resources }) => resources.some(({ generated }) => generated))
      .map(({ iri }) => iri),
  );

const sideOf = ({ repository, findings, catalogue }: Portal): Side => ({
  repository,
  findings,
  quality: catalogue ? qualityOf(catalogue) : new Map(),
  ...(catalogue ? { harvested: harvestedOf(catalogue), generated: generatedOf(catalogue) } : {}),
});

const isCommit = (root: string, spec: string): boolean =>
  isCheckout(root) && resolveTree(root, spec) !== undefined;
/** A branch may be named as a folder is: the branch is meant. */
const isFolder = (root: string, spec: string): boolean =>
  !isCommit(root, spec) && existsSync(spec) && statSync(spec).isDirectory();

/** A folder, or a commit of the repository in `root`; both are looked at on the same day, so that scores compare. */
const loadSide = (root: string, spec: string, today: string): Portal | undefined =>
  isFolder(root, spec) ? loadPortal(spec, today) : loadPortalAt(root, spec, today);

/** Where a branch left its base: what came to the base since is not the branch's doing. */
function forkOf(root: string, base: string, head: string): string {
  if (isFolder(root, base) || isFolder(root, head)) return base;
  const [from, to] = [resolveCommit(root, base), resolveCommit(root, head)];
  if (from === undefined || to === undefined) return base;
  // Code 1: the two have no ancestor in common.
  const { status, stdout } = runGit(root, ["merge-base", from, to], { answers: [1] });
  return status === 0 ? stdout.toString().trim() : base;
}

/** Paths outside data/ and content/ that differ between two commits; unknown where a side is a folder or git fails. */
function changedCode(root: string, base: string, head: string): string[] | "failed" | undefined {
  if (isFolder(root, base) || isFolder(root, head)) return undefined;
  const [from, to] = [resolveTree(root, base), resolveTree(root, head)];
  if (from === undefined || to === undefined) return undefined;
  const call = ["diff", "--name-only", "--no-renames", "--no-ext-diff", "--no-textconv", "-z"];
  try {
    const { stdout } = runGit(root, [...call, from, to]);
    return entriesOf(stdout).filter((path) => !/^(data|content)\//.test(path));
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    // What was read of the data still stands; of the code the report says that nobody compared it.
    return "failed";
  }
}

/** Two states of a portal → what a reviewer is told; `code` as in buildReview. */
export const reviewOf = (
  before: Portal,
  after: Portal,
  code: Parameters<typeof buildReview>[2],
): Review => buildReview(sideOf(before), sideOf(after), code);

/** A change of a portal between two commits or folders → what a reviewer is told; a message where a side is not there. */
export function loadReview(options: {
  root: string;
  base: string;
  head: string;
  today: string;
}): { review: Review; portal: Portal } | { problem: string } {
  const { root, head, today } = options;
  const base = forkOf(root, options.base, head);
  const before = loadSide(root, base, today);
  const after = loadSide(root, head, today);
  if (!before || !after) return { problem: `Немає ні теки, ні коміту «${before ? head : base}».` };
  return { review: reviewOf(before, after, changedCode(root, base, head)), portal: after };
}
