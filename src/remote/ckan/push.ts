import type { CkanPackage } from "../../published/dataset/ckan.ts";
import type { RemotePackage } from "./client.ts";
import { differences, extraOf, momentOf, textOf } from "./push/compare.ts";
import type { OwnFiles } from "./push/own-files.ts";

/** What one of our datasets needs on the portal. */
export type PushStep = {
  action: "create" | "update" | "withdraw" | "delete" | "keep";
  title: string;
  name: string;
  /** What differs, in the portal's words for the fields. */
  fields: string[];
  ours: CkanPackage;
  theirs?: RemotePackage;
  files: OwnFiles;
};

export type Pushed = {
  ours: CkanPackage;
  withdrawn: boolean;
  formerIds: readonly string[];
  /** Files to be sent themselves, not as links; without them, none. */
  files?: OwnFiles;
};

export type PushPlan = {
  steps: PushStep[];
  /** Packages of the organisation that are not ours: never touched. */
  foreign: string[];
};

/** Kyiv is two or three hours ahead of UTC, in which CKAN writes: its day has begun by then. */
const startOf = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 3 * 3_600_000).toISOString().slice(0, 19);

/** Did a set come out as it is before a day, and was written on the portal since? Where either is not known, nobody can tell. */
function isFromBefore(day: string, ours: CkanPackage, theirs: RemotePackage): boolean {
  const { metadata_modified: published } = ours;
  return (
    published !== "" && published < startOf(day) && published < momentOf(theirs.metadata_modified)
  );
}

/**
 * What has to be done so that the portal has what we have. A package is ours when it has our IRI, our name, or an id
 * we know the dataset by from before. With `since` (yyyy-mm-dd), what was published before that day and written on the
 * portal later is left as the portal has it, but for files: others than ours are nobody's wish. A set it lacks is made.
 * @param pushed with the stamps they were published with: git's own days may be older than the publication
 */
export function planPush(
  pushed: readonly Pushed[],
  remote: readonly RemotePackage[],
  options: { delete: boolean; since?: string },
): PushPlan {
  const taken = new Set<RemotePackage>();
  const steps = pushed.flatMap(({ ours, withdrawn, formerIds, files = new Map() }): PushStep[] => {
    const uri = ours.extras.find(({ key }) => key === "uri")?.value;
    const theirs =
      remote.find((one) => uri !== undefined && extraOf(one, "uri") === uri) ??
      remote.find(({ name }) => name === ours.name) ??
      remote.find(({ id, name }) => [id, name].some((known) => formerIds.includes(textOf(known))));
    const step = { title: ours.title, name: textOf(theirs?.name) || ours.name, ours, files };
    if (!theirs) return withdrawn ? [] : [{ ...step, action: "create", fields: [] }];
    taken.add(theirs);
    const fields = differences(ours, theirs, new Set(files.keys()));
    const isLeft =
      options.since !== undefined &&
      isFromBefore(options.since, ours, theirs) &&
      !fields.includes("resources");
    if (isLeft) return [{ ...step, action: "keep", fields: [], theirs }];
    if (withdrawn && options.delete) return [{ ...step, action: "delete", fields: [], theirs }];
    if (fields.length === 0) return [{ ...step, action: "keep", fields, theirs }];
    return [{ ...step, action: withdrawn ? "withdraw" : "update", fields, theirs }];
  });
  const foreign = remote.filter((one) => !taken.has(one)).map(({ name }) => textOf(name));
  return { steps, foreign: foreign.sort() };
}
