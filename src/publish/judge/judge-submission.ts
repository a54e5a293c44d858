import { compareFindings, type Finding } from "../../model/reports/finding.ts";
import type { Repository } from "../../model/repository.ts";
import { type Readers, readRepositoryWith } from "../../read/repository-with.ts";
import { checkRepository } from "../../rules/index.ts";
import type { PortalFacts } from "../../schemas/reports/portal-facts.ts";
import type { Submission } from "../submission.ts";
import { type Files, filesAfter, treeOfFiles } from "../tree-of-submission.ts";
import { knownHistory, sharedFiles, withOthers, withUses } from "./known-portal.ts";
import { openReaders } from "./readers.ts";

/** What a submission is judged against. */
export type Published = {
  facts: PortalFacts;
  /**
   * Files of the set as they are on the portal now, passport and tables, and of every other set whose passport the
   * submission changes (readPublished); none of a new set.
   */
  files?: Files;
};

/** One for a page: what is read of a file is kept as long as the file is. */
let shared: Readers | undefined;
function sharedReaders(): Readers {
  shared ??= openReaders();
  return shared;
}

/** The portal with a submission merged, as far as its facts tell of it. */
export function repositoryAfter(
  { facts, files = new Map() }: Published,
  submission: Pick<Submission, "files">,
): Repository {
  const tree = treeOfFiles(filesAfter([...sharedFiles(facts), ...files], submission));
  const read = readRepositoryWith(sharedReaders(), tree, knownHistory(facts, files.keys()));
  const isGone = (path: string) => submission.files.has(path) && !submission.files.get(path);
  return withUses(withOthers(read, facts, isGone), facts);
}

/** The portal without it. */
export const repositoryBefore = (published: Published): Repository =>
  repositoryAfter(published, { files: new Map() });

const nameOf = ({ rule, place, message }: Finding): string =>
  JSON.stringify([rule, place.file, message]);

const before = new WeakMap<object, ReadonlySet<string>>();
/** What is found without the submission: most of it is what is not known of other sets. */
function knownBefore(published: Published): ReadonlySet<string> {
  const key = published.files ?? published.facts;
  const known =
    before.get(key) ?? new Set(checkRepository(repositoryBefore(published)).map(nameOf));
  before.set(key, known);
  return known;
}

/** Of another set's passport its names alone are known, and not where they stand. */
const withoutLine = (finding: Finding): Finding =>
  finding.place.file.startsWith("data/datasets/")
    ? { ...finding, place: { file: finding.place.file } }
    : finding;

/** Does a finding speak of a file that is sent, or of the set whose folder it lies in? */
export function isOwn({ files }: Pick<Submission, "files">): (finding: Finding) => boolean {
  const folders = new Set(
    [...files.keys()].flatMap((path) => /^data\/datasets\/[^/]+/.exec(path)?.[0] ?? []),
  );
  return ({ place: { file } }) =>
    files.has(file) || folders.has(/^data\/datasets\/[^/]+/.exec(file)?.[0] ?? "");
}

/**
 * What the portal will say of a submission once it is sent, in the order of reports: of its own files all that
 * `npm run validate` says, and of others what they would no longer find. By the very rules, and what they need of the
 * whole portal is in its facts.
 */
export function judgeSubmission(published: Published, submission: Submission): Finding[] {
  const own = isOwn(submission);
  const found = checkRepository(repositoryAfter(published, submission));
  const others = found.filter((finding) => !own(finding));
  const known = knownBefore(published);
  const caused = others.filter((finding) => !known.has(nameOf(finding))).map(withoutLine);
  return [...found.filter(own), ...caused].sort(compareFindings);
}
