import { type CkanPackage, type CkanResource, extraKeys } from "../../published/dataset/ckan.ts";
import { type CkanClient, CkanError } from "./client.ts";

/** A package as a portal has it. */
export type RemotePackage = Record<string, unknown>;

/** What one of our datasets needs on the portal. */
export type PushStep = {
  action: "create" | "update" | "withdraw" | "delete" | "keep";
  title: string;
  name: string;
  /** What differs, in the portal's words for the fields. */
  fields: string[];
  ours: CkanPackage;
  theirs?: RemotePackage;
};

export type Pushed = { ours: CkanPackage; withdrawn: boolean; formerIds: readonly string[] };

export type PushPlan = {
  steps: PushStep[];
  /** Packages of the organisation that are not ours: never touched. */
  foreign: string[];
};

/** Fields of a package that the repository speaks for; all others stay as the portal has them. */
const spokenFor = [
  "title",
  "notes",
  "url",
  "version",
  "author",
  "maintainer",
  "maintainer_email",
  "license_id",
] as const;
const resourceFields = [
  "name",
  "description",
  "url",
  "format",
  "mimetype",
  "size",
  "hash",
  "last_modified",
] as const;

const textOf = (value: unknown): string =>
  value === null || value === undefined ? "" : String(value).replace(/\r\n/g, "\n").trim();
/** CKAN adds microseconds to what it was given. */
const momentOf = (value: unknown): string => textOf(value).slice(0, 19);
const listOf = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value : []);

const extraOf = (theirs: RemotePackage, key: string): string =>
  textOf(listOf(theirs.extras).find((extra) => extra.key === key)?.value ?? theirs[key]);
const tagsOf = (value: RemotePackage): string =>
  listOf(value.tags)
    .map(({ name }) => textOf(name))
    .sort()
    .join(",");

/** The portal's record of a file of ours: by its id, else by its address, else by its name. */
const counterpart = (
  ours: CkanResource,
  theirs: RemotePackage,
): Record<string, unknown> | undefined => {
  const list = listOf(theirs.resources);
  return (
    list.find(({ id }) => id === ours.id) ??
    list.find(({ url }) => url === ours.url) ??
    list.find(({ name }) => name === ours.name)
  );
};

const differs = (ours: CkanResource, theirs: Record<string, unknown> | undefined): boolean =>
  resourceFields.some((field) => {
    const read = field === "last_modified" ? momentOf : textOf;
    return read(ours[field]) !== read(theirs?.[field]);
  });

/** Names of the fields in which the portal's record is not ours. */
function differences(ours: CkanPackage, theirs: RemotePackage): string[] {
  const files = ours.resources.map((file) => counterpart(file, theirs));
  return [
    ...spokenFor.filter((field) => textOf(ours[field]) !== textOf(theirs[field])),
    ...(tagsOf(ours) === tagsOf(theirs) ? [] : ["tags"]),
    ...extraKeys.filter((key) => {
      const extra = ours.extras.find((one) => one.key === key);
      return textOf(extra?.value) !== extraOf(theirs, key);
    }),
    ...(ours.resources.some((file, index) => differs(file, files[index])) ||
    strayResources(ours, theirs).length > 0
      ? ["resources"]
      : []),
  ];
}

/** Files the portal still has of ours that we no longer have; files others added on the portal are not ours to take. */
const strayResources = (ours: CkanPackage, theirs: RemotePackage): Record<string, unknown>[] => {
  const folder = textOf(ours.url);
  const kept = new Set(ours.resources.map((file) => counterpart(file, theirs)));
  return listOf(theirs.resources).filter(
    (resource) => !kept.has(resource) && textOf(resource.url).startsWith(folder),
  );
};

/**
 * What has to be done so that the portal has what we have. A package is ours when it has our IRI, our name, or an id
 * we know the dataset by from before.
 */
export function planPush(
  pushed: readonly Pushed[],
  remote: readonly RemotePackage[],
  options: { delete: boolean },
): PushPlan {
  const taken = new Set<RemotePackage>();
  const steps = pushed.flatMap(({ ours, withdrawn, formerIds }): PushStep[] => {
    const uri = ours.extras.find(({ key }) => key === "uri")?.value;
    const theirs =
      remote.find((one) => uri !== undefined && extraOf(one, "uri") === uri) ??
      remote.find(({ name }) => name === ours.name) ??
      remote.find(({ id, name }) => [id, name].some((known) => formerIds.includes(textOf(known))));
    const step = { title: ours.title, name: textOf(theirs?.name) || ours.name, ours };
    if (!theirs) return withdrawn ? [] : [{ ...step, action: "create", fields: [] }];
    taken.add(theirs);
    if (withdrawn && options.delete) return [{ ...step, action: "delete", fields: [], theirs }];
    const fields = differences(ours, theirs);
    if (fields.length === 0) return [{ ...step, action: "keep", fields, theirs }];
    return [{ ...step, action: withdrawn ? "withdraw" : "update", fields, theirs }];
  });
  const foreign = remote.filter((one) => !taken.has(one)).map(({ name }) => textOf(name));
  return { steps, foreign: foreign.sort() };
}

/** A package for package_create: a user who is not an administrator may not give its id; groups are the moderator's. */
function newPackage(ours: CkanPackage, owner: string): object {
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
    resources: ours.resources.map(({ package_id: _, ...resource }) => resource),
  };
}

/**
 * The whole record for package_update, because what it leaves out CKAN deletes: theirs, with our fields in place of
 * theirs, our extras among theirs, our files with the ids theirs have.
 */
function changedPackage(ours: CkanPackage, theirs: RemotePackage, owner: string): object {
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
      ...matched.map(({ file, known }) => ({
        ...known,
        ...Object.fromEntries(resourceFields.map((field) => [field, file[field]])),
        id: known?.id ?? file.id,
      })),
      ...others,
    ],
  };
}

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
  const { action, ours, theirs } = step;
  if (action === "delete") await client.write("package_delete", { id: theirs?.id });
  else if (theirs) await client.write("package_update", changedPackage(ours, theirs, owner));
  else {
    try {
      await client.write("package_create", newPackage(ours, owner));
    } catch (error) {
      // The name is taken: by ourselves, if the answer to an earlier try was lost on the way or the search lags behind.
      const known =
        error instanceof CkanError && error.fault === "refused"
          ? await own(ours, client)
          : undefined;
      if (!known) throw error;
      if (differences(ours, known).length > 0)
        await client.write("package_update", changedPackage(ours, known, owner));
    }
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
