import { versionPath } from "../../../published/dataset/version-path.ts";
import type { DatasetChange } from "../../../published/feeds/changes.ts";
import type { Files } from "../../tree-of-submission.ts";

/** Changes of a file, the latest first, as /changes.json lists them. */
const changesOfFile = (changes: readonly DatasetChange[], id: string, name: string) =>
  changes.filter(
    ({ dataset, files, commit }) => dataset === id && commit !== undefined && files.includes(name),
  );

/**
 * A set's files as they were before its tables last changed: tables from the versions the site keeps, all else as it is.
 * Undefined where no table has an earlier version.
 * @param files as they are on the portal
 * @param read bytes at an address of the site
 */
export async function readVersionBefore(
  id: string,
  files: Files,
  read: (path: string) => Promise<Uint8Array | undefined>,
): Promise<Files | undefined> {
  const list = await read("/changes.json");
  if (!list) return undefined;
  const { changes } = JSON.parse(new TextDecoder().decode(list)) as { changes: DatasetChange[] };
  const names = new Map([...files.keys()].map((path) => [path.split("/").at(-1) ?? "", path]));
  // Of one moment: the latest change of any table, and what those it touched were before it.
  const [latest] = changes.filter(
    ({ dataset, files: touched }) =>
      dataset === id && touched.some((name) => name.endsWith(".csv") && names.has(name)),
  );
  const earlier = await Promise.all(
    (latest?.files ?? []).map(async (name) => {
      const path = names.get(name);
      const [, before] = changesOfFile(changes, id, name);
      const bytes =
        path !== undefined && name.endsWith(".csv") && before?.commit !== undefined
          ? await read(versionPath(`/dataset/${id}/${name}`, before.commit))
          : undefined;
      return path !== undefined && bytes ? [[path, bytes] as const] : [];
    }),
  );
  const found = earlier.flat();
  return found.length === 0 ? undefined : new Map([...files, ...found]);
}
