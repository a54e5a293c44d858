import { type CkanPackage, extraKeys } from "../../../published/dataset/ckan.ts";
import { type CkanClient, CkanError, type RemotePackage } from "../client.ts";
import type { PushStep } from "../push.ts";
import {
  counterpart,
  describingFields,
  differences,
  extraOf,
  isHeld,
  listOf,
  resourceFields,
  spokenFor,
  strayResources,
  textOf,
} from "./compare.ts";
import type { OwnFiles } from "./own-files.ts";
import { sendFiles } from "./send-files.ts";

/** A package for package_create: a user who is not an administrator may not give its id; groups are the moderator's. */
function newPackage(ours: CkanPackage, owner: string, sent: OwnFiles): object {
  const {
    id: _,
    groups: __,
    tags,
    organization: ___,
    metadata_created: ____,
    metadata_modified: _____,
    ...rest
  } = ours;
  return {
    ...Object.fromEntries(
      Object.entries(rest).filter(([field]) => !/^(num_|isopen$|license_(title|url)$)/.test(field)),
    ),
    owner_org: owner,
    tag_string: tags.map(({ name }) => name).join(","),
    // Files that are sent themselves come after the package.
    resources: ours.resources
      .filter(({ id }) => !sent.has(id))
      .map(({ package_id: _, ...resource }) => resource),
  };
}

/**
 * The whole record for package_update, because what it leaves out CKAN deletes: theirs, with our fields in place of
 * theirs, our extras among theirs, our files with the ids theirs have. Of a file that is sent itself the record stays as
 * it is until its bytes come.
 */
function changedPackage(
  ours: CkanPackage,
  theirs: RemotePackage,
  owner: string,
  sent: OwnFiles,
): object {
  const keys = new Set<string>(extraKeys);
  const strays = strayResources(ours, theirs);
  const matched = ours.resources.map((file) => ({ file, known: counterpart(file, theirs) }));
  const others = listOf(theirs.resources).filter(
    (resource) => !strays.includes(resource) && !matched.some(({ known }) => known === resource),
  );
  const { tag_string: _, organization: __, ...rest } = theirs;
  return {
    ...rest,
    ...Object.fromEntries(spokenFor.map((field) => [field, ours[field]])),
    owner_org: owner,
    tags: ours.tags.map(({ name }) => ({ name })),
    extras: [...listOf(theirs.extras).filter(({ key }) => !keys.has(textOf(key))), ...ours.extras]
      // A key the portal has as a field of its own would be there twice.
      .filter(({ key }) => !Object.hasOwn(theirs, textOf(key))),
    ...Object.fromEntries(
      ours.extras
        .filter(({ key }) => Object.hasOwn(theirs, key))
        .map(({ key, value }) => [key, value]),
    ),
    resources: [
      ...matched.flatMap(({ file, known }) => {
        if (sent.has(file.id) && !isHeld(file, known)) return known ? [known] : [];
        const fields = sent.has(file.id) ? describingFields : resourceFields;
        return [
          {
            ...known,
            ...Object.fromEntries(fields.map((field) => [field, file[field]])),
            // What the portal held once and is linked to now.
            ...(!sent.has(file.id) && known?.url_type === "upload" ? { url_type: null } : {}),
            id: known?.id ?? file.id,
          },
        ];
      }),
      ...others,
    ],
  };
}

/** A step that was tried; `problem` says in Ukrainian why it was not done. */
export type PushOutcome = { step: PushStep; problem?: string };

/**
 * Carries a plan out, one dataset after another. A dataset the portal refuses does not stop the others; a portal that
 * forbids or does not answer does. What was done is on the portal, so the next plan goes on from there.
 */
export async function carryOut(
  steps: readonly PushStep[],
  client: CkanClient,
  owner: string,
  tell: (outcome: PushOutcome) => void,
): Promise<{ done: number; failed: number; stopped: string | undefined }> {
  let done = 0;
  let failed = 0;
  for (const step of steps) {
    if (step.action === "keep") continue;
    try {
      await carryOutStep(step, client, owner);
      done++;
      tell({ step });
    } catch (error) {
      if (!(error instanceof CkanError)) throw error;
      tell({ step, problem: error.message });
      failed++;
      if (error.fault === "forbidden" || error.fault === "unreachable")
        return { done, failed, stopped: error.message };
    }
  }
  return { done, failed, stopped: undefined };
}

async function carryOutStep(step: PushStep, client: CkanClient, owner: string): Promise<void> {
  const { action, ours, theirs, files } = step;
  if (action === "delete") await client.write("package_delete", { id: theirs?.id });
  else {
    const written = theirs
      ? await client.write("package_update", changedPackage(ours, theirs, owner, files))
      : await created(step, client, owner);
    if (files.size > 0) await sendFiles(ours, written as RemotePackage, files, client);
  }
}

/** The portal's record of a package it did not have. */
async function created(
  { ours, files }: PushStep,
  client: CkanClient,
  owner: string,
): Promise<unknown> {
  try {
    return await client.write("package_create", newPackage(ours, owner, files));
  } catch (error) {
    // The name is taken: by ourselves, if the answer to an earlier try was lost on the way or the search lags behind.
    const known =
      error instanceof CkanError && error.fault === "refused" ? await own(ours, client) : undefined;
    if (!known) throw error;
    return differences(ours, known, new Set(files.keys())).length > 0
      ? await client.write("package_update", changedPackage(ours, known, owner, files))
      : known;
  }
}

/** The portal's record under our name, if it is of our dataset. */
async function own(ours: CkanPackage, client: CkanClient): Promise<RemotePackage | undefined> {
  try {
    const known = (await client.read("package_show", { id: ours.name })) as RemotePackage;
    const uri = ours.extras.find(({ key }) => key === "uri")?.value;
    return extraOf(known, "uri") === uri ? known : undefined;
  } catch (error) {
    if (error instanceof CkanError && error.fault !== "unreachable") return undefined;
    throw error;
  }
}
