import { type CkanPackage, type CkanResource, extraKeys } from "../../../published/dataset/ckan.ts";
import type { RemotePackage } from "../client.ts";

/** Fields of a package that the repository speaks for; all others stay as the portal has them. */
export const spokenFor = [
  "title",
  "notes",
  "url",
  "version",
  "author",
  "maintainer",
  "maintainer_email",
  "license_id",
] as const;
/** And of each of its files. */
export const resourceFields = [
  "name",
  "description",
  "url",
  "format",
  "mimetype",
  "size",
  "hash",
  "last_modified",
] as const;

/** Those of them we say of a file that is sent itself: where it lies, and since when, says the portal. */
export const describingFields = resourceFields.filter(
  (field) => field !== "url" && field !== "last_modified",
);

/** The field of a file that was sent itself which keeps its address here: by that it is known as ours when we have it no more. */
export const cameFrom = "source_url";

/** A value of a record as text, whatever its kind; empty where there is none. */
export const textOf = (value: unknown): string =>
  value === null || value === undefined ? "" : String(value).replace(/\r\n/g, "\n").trim();
/** CKAN adds microseconds to what it was given. */
export const momentOf = (value: unknown): string => textOf(value).slice(0, 19);
/** A list of a record; empty where there is none. */
export const listOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value : [];

/** A field that a portal keeps among the extras or beside the others. */
export const extraOf = (theirs: RemotePackage, key: string): string =>
  textOf(listOf(theirs.extras).find((extra) => extra.key === key)?.value ?? theirs[key]);
const tagsOf = (value: RemotePackage): string =>
  listOf(value.tags)
    .map(({ name }) => textOf(name))
    .sort()
    .join(",");

/** The portal's record of a file of ours: by its id, else by its address, else by its name. */
export const counterpart = (
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

const differs = (
  ours: CkanResource,
  theirs: Record<string, unknown> | undefined,
  sent: boolean,
): boolean =>
  (sent ? describingFields : resourceFields).some((field) => {
    const read = field === "last_modified" ? momentOf : textOf;
    return read(ours[field]) !== read(theirs?.[field]);
  }) ||
  (sent && !isHeld(ours, theirs));

/** Does the portal hold the very bytes of a file of ours? Its record has the sum and size they were sent with. */
export const isHeld = (ours: CkanResource, theirs: Record<string, unknown> | undefined): boolean =>
  theirs?.url_type === "upload" &&
  textOf(theirs.hash) === textOf(ours.hash) &&
  textOf(theirs.size) === textOf(ours.size);

/**
 * Names of the fields in which the portal's record is not ours.
 * @param sent ids of the files that are sent themselves, and not as links
 */
export function differences(
  ours: CkanPackage,
  theirs: RemotePackage,
  sent: ReadonlySet<string> = new Set(),
): string[] {
  const files = ours.resources.map((file) => counterpart(file, theirs));
  return [
    ...spokenFor.filter((field) => textOf(ours[field]) !== textOf(theirs[field])),
    ...(tagsOf(ours) === tagsOf(theirs) ? [] : ["tags"]),
    ...extraKeys.filter((key) => {
      const extra = ours.extras.find((one) => one.key === key);
      return textOf(extra?.value) !== extraOf(theirs, key);
    }),
    ...(ours.resources.some((file, index) => differs(file, files[index], sent.has(file.id))) ||
    strayResources(ours, theirs).length > 0
      ? ["resources"]
      : []),
  ];
}

/** Files the portal still has of ours that we no longer have; files others added on the portal are not ours to take. */
export const strayResources = (
  ours: CkanPackage,
  theirs: RemotePackage,
): Record<string, unknown>[] => {
  const folder = textOf(ours.url);
  const kept = new Set(ours.resources.map((file) => counterpart(file, theirs)));
  return listOf(theirs.resources).filter(
    (resource) =>
      !kept.has(resource) &&
      [resource.url, resource[cameFrom]].some((address) => textOf(address).startsWith(folder)),
  );
};
