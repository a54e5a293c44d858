import { createHash } from "node:crypto";
import type { FileVersion } from "../model/catalogue.ts";
import type { Repository, TableFile } from "../model/repository.ts";
import { mostVersions } from "../published/dataset/version-path.ts";
import { canCache, codeHash, type DiskCache, openDiskCache } from "../read/disk/disk-cache.ts";
import { engine } from "../read/disk/engine.ts";
import { readFilesAt } from "../read/git/git-tree.ts";
import type { DescribedTable } from "../review/described-table.ts";
import { compareTables } from "../review/tables.ts";
import { formerNames } from "../schemas/data/dataset.ts";
import { readRows, readTable } from "../table/read-table.ts";

/** How two versions of a table differ, in numbers. */
type Difference = NonNullable<FileVersion["change"]>;

type Fingerprint = Pick<FileVersion, "bytes" | "sha256">;

/** Neighbours that are read together. */
const readTogether = 100;

/**
 * Asks for each of many, and reads it with its neighbours in the order: the same neighbours whichever of them comes
 * first, so that it may be gone through from either end.
 * @param read answers for each of some; what is in no order is asked for alone
 */
export function inBlocks<T>(
  order: readonly string[],
  read: (some: readonly string[]) => readonly T[],
): (one: string) => T {
  const places = new Map(order.map((one, place) => [one, place]));
  let block = new Map<string, T>();
  return (one) => {
    if (!block.has(one)) {
      const at = places.get(one) ?? Number.NaN;
      const first = at - (at % readTogether);
      const some = Number.isNaN(at) ? [one] : order.slice(first, first + readTogether);
      const answers = read(some);
      block = new Map(some.map((name, index) => [name, answers[index] as T]));
    }
    return block.get(one) as T;
  };
}

const sha256 = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");

/**
 * The versions of a dataset's files, newest first, each with what changed since the one before where both are tables.
 * Asked file by file, so that a build reads only what its pages show. Without git there are none.
 * @param order files as they will be asked for, from either end
 */
export function openVersions(
  root: string,
  repository: Repository,
  order: readonly string[] = [],
): (file: string) => FileVersion[] {
  const tables = new Map(
    repository.datasets.flatMap(({ tables: all }) => all.map((table) => [table.file, table])),
  );
  const known = new Map<string, FileVersion[]>();
  const open = (name: string): DiskCache =>
    canCache(engine) ? openDiskCache(engine, name) : (_, make) => make();
  const [fingerprints, differences] = [open("versions"), open("differences")];
  const code = canCache(engine) ? codeHash(engine) : "";

  /** Of a file that was renamed, or whose set was, the paths it had before, the latest first. */
  const formerly = new Map<string, string[]>(
    repository.datasets.flatMap(({ folder, value }) => {
      const folders = [
        folder,
        ...formerNames(value)
          .reverse()
          .map((name) => `data/datasets/${name}`),
      ];
      return value.resources.map(({ path = "", aliases = [] }) => [
        `${folder}/${path}`,
        folders
          .flatMap((one) => [path, ...[...aliases].reverse()].map((name) => `${one}/${name}`))
          .slice(1),
      ]);
    }),
  );
  /** Commits of a file, each with the path it had there: a set that was renamed keeps its versions. */
  const commitsOf = (file: string) =>
    [file, ...(formerly.get(file) ?? [])].flatMap((path) =>
      (repository.history.commits.get(path) ?? []).map((commit) => ({ ...commit, path })),
    );

  const contentsOf = inBlocks(order, (some) => {
    const asked = some.flatMap((file) => commitsOf(file).map(({ hash, path }) => ({ hash, path })));
    const contents = readFilesAt(root, asked);
    return some.map((file) => contents.splice(0, commitsOf(file).length));
  });

  function versionsOf(file: string): FileVersion[] {
    const commits = commitsOf(file);
    // A commit holds what it holds for ever: what its file is like is counted once.
    const key = sha256(JSON.stringify(commits.map(({ hash, path }) => [hash, path])));
    const kept = fingerprints(key, (): (Fingerprint | null)[] =>
      contentsOf(file).map((bytes) =>
        bytes ? { bytes: bytes.length, sha256: sha256(bytes) } : null,
      ),
    );
    const versions = commits
      .flatMap(({ hash, time }, index): FileVersion[] => {
        const fingerprint = kept[index];
        if (!fingerprint) return [];
        const content = () => contentsOf(file)[index] ?? new Uint8Array();
        return [{ hash, date: new Date(time * 1000).toISOString(), ...fingerprint, content }];
      })
      // A commit that gave the very bytes of the one before made no version.
      .filter((version, index, all) => version.sha256 !== all[index + 1]?.sha256);
    const table = tables.get(file);
    return versions.slice(0, mostVersions).map((version, index) => {
      const before = versions[index + 1];
      if (!before) return { ...version, first: true as const };
      const change = table && differenceOf(before, version, table);
      return change ? { ...version, change } : version;
    });
  }

  function differenceOf(
    before: FileVersion,
    after: FileVersion,
    table: TableFile,
  ): Difference | undefined {
    const { schema } = table;
    if (!schema) return undefined;
    const key = sha256([code, before.sha256, after.sha256, JSON.stringify(schema)].join("\n"));
    return (
      differences(key, (): Difference | null => {
        const [old, now] = [before, after].map(({ content }) =>
          described(content(), table, schema),
        );
        if (!old || !now) return null;
        const { added, removed, changed, columns } = compareTables(old, now);
        return {
          added: added.count,
          removed: removed.count,
          changed: changed.count,
          columnsAdded: columns.added,
          columnsRemoved: columns.removed,
        };
      }) ?? undefined
    );
  }

  return (file) => {
    const versions = known.get(file) ?? versionsOf(file);
    known.set(file, versions);
    return versions;
  };
}

/** A version of a table as its present structure describes it; nothing where it cannot be read so. */
function described(
  bytes: Uint8Array,
  { file, resource }: TableFile,
  schema: NonNullable<TableFile["schema"]>,
): DescribedTable | undefined {
  const report = readTable(bytes, { form: "published", fields: schema.fields });
  if (report.problems.length > 0) return undefined;
  return {
    file,
    resource: String(resource),
    schema,
    table: { header: report.columns.map(({ name }) => name), rows: readRows(bytes, report) },
    personal: new Set(
      report.columns.filter(({ personal }) => personal.length > 0).map(({ name }) => name),
    ),
  };
}
