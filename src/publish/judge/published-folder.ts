import { parse } from "yaml";
import { passportFile } from "../../vocabularies/portal-files.ts";
import { folderOf, passportOf } from "./known-portal.ts";

/** Gives the bytes at an address of the site, from its root; nothing where there is no such file. */
type ReadAddress = (path: string) => Promise<Uint8Array | undefined>;

/** Names of the files a passport names in its folder, as written. */
export function filesNamedIn(passport: string): string[] {
  const { resources } = (parse(passport) ?? {}) as { resources?: { path?: unknown }[] };
  return (Array.isArray(resources) ? resources : []).flatMap((resource) =>
    typeof resource?.path === "string" && !/^(https?:|\/)/i.test(resource.path)
      ? [resource.path]
      : [],
  );
}

/**
 * A set's files as they are on the portal: its passport as people wrote it and every file the passport names, by their
 * paths in the repository. Undefined where the site has no such set.
 */
export async function readPublished(
  id: string,
  read: ReadAddress,
): Promise<Map<string, Uint8Array> | undefined> {
  const passport = await read(`/dataset/${id}/${passportFile}`);
  if (!passport) return undefined;
  const names = filesNamedIn(new TextDecoder().decode(passport));
  const files = await Promise.all(
    names.map(async (name) => [name, await read(`/dataset/${id}/${name}`)] as const),
  );
  return new Map([
    [passportOf(id), passport],
    ...files.flatMap(([name, bytes]) =>
      bytes ? [[`${folderOf(id)}/${name}`, bytes] as const] : [],
    ),
  ]);
}
