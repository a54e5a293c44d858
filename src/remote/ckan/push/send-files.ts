import type { CkanPackage, CkanResource } from "../../../published/dataset/ckan.ts";
import { type CkanClient, CkanError, type RemotePackage, type SentFile } from "../client.ts";
import { cameFrom, counterpart, describingFields, isHeld, textOf } from "./compare.ts";
import type { OwnFiles } from "./own-files.ts";

/**
 * Sends the files of a package to a portal that wants to hold them: those it does not hold as they are, by size and sum.
 * A file that is refused does not stop the next; what was refused is thrown at the end, in one sentence.
 * @param theirs the portal's record as it is by now, its other fields already written
 */
export async function sendFiles(
  ours: CkanPackage,
  theirs: RemotePackage,
  files: OwnFiles,
  client: CkanClient,
): Promise<void> {
  const refused: string[] = [];
  for (const resource of ours.resources) {
    const read = files.get(resource.id);
    const known = counterpart(resource, theirs);
    if (!read || isHeld(resource, known)) continue;
    try {
      await sendFile(resource, textOf(known?.id), theirs, read, client);
    } catch (error) {
      if (!(error instanceof CkanError) || error.fault !== "refused") throw error;
      refused.push(`${error.message} (${nameAndSize(resource)})`);
    }
  }
  if (refused.length > 0) throw new CkanError("refused", refused.join("; "));
}

async function sendFile(
  resource: CkanResource,
  knownId: string,
  theirs: RemotePackage,
  read: () => Promise<SentFile>,
  client: CkanClient,
): Promise<void> {
  const file = await read();
  if (knownId !== "") {
    await client.upload("resource_update", fieldsOf(resource, knownId, theirs), file);
    return;
  }
  try {
    await client.upload("resource_create", fieldsOf(resource, resource.id, theirs), file);
  } catch (error) {
    // The id is taken: by this very file, if the answer to an earlier try was lost on the way.
    const now = error instanceof CkanError && error.fault === "refused" ? error : undefined;
    if (!now) throw error;
    const record = (await client.read("package_show", { id: textOf(theirs.id) })) as RemotePackage;
    if (!isHeld(resource, counterpart(resource, record))) throw now;
  }
}

/** A form holds texts alone. The sum goes with the bytes, so that it never speaks of others than those the portal has. */
const fieldsOf = (
  resource: CkanResource,
  id: string,
  { id: package_id }: RemotePackage,
): Record<string, string> => ({
  id,
  package_id: textOf(package_id),
  ...Object.fromEntries(describingFields.map((field) => [field, textOf(resource[field])])),
  [cameFrom]: resource.url,
});

const nameAndSize = ({ url, size }: CkanResource): string =>
  `${url.split("/").at(-1)}${typeof size === "number" ? `, ${(size / 1e6).toLocaleString("uk", { maximumSignificantDigits: 2 })} МБ` : ""}`;
