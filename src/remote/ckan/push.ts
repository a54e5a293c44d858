import type { CkanPackage } from "../../published/dataset/ckan.ts";
import type { RemotePackage } from "./client.ts";
import { differences, extraOf, textOf } from "./push/compare.ts";
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

/**
 * What has to be done so that the portal has what we have. A package is ours when it has our IRI, our name, or an id
 * we know the dataset by from before. With `since` (yyyy-mm-dd) only of what changed on that day or after it; the rest is
 * left as the portal has it, and a set it lacks is made whenever it changed.
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
    if (options.since !== undefined && ours.metadata_modified < options.since)
      return [{ ...step, action: "keep", fields: [], theirs }];
    if (withdrawn && options.delete) return [{ ...step, action: "delete", fields: [], theirs }];
    const fields = differences(ours, theirs, new Set(files.keys()));
    if (fields.length === 0) return [{ ...step, action: "keep", fields, theirs }];
    return [{ ...step, action: withdrawn ? "withdraw" : "update", fields, theirs }];
  });
  const foreign = remote.filter((one) => !taken.has(one)).map(({ name }) => textOf(name));
  return { steps, foreign: foreign.sort() };
}
