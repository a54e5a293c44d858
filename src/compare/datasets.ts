import type { DatasetSource, Repository } from "../model/repository.ts";
import type { DatasetChange, TableChange } from "../model/review.ts";
import type { Tree, TreeFile } from "../model/tree.ts";
import { findBreaking } from "./breaking.ts";
import { compareTables, type DescribedTable } from "./tables.ts";

const longest = 160;
const inherent = new Set(["resources", "charts", "status", "withdrawn"]);

/** A value of the passport as one line. */
function lineOf(value: unknown): string {
  if (value === undefined) return "";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

function passportChanges(before: DatasetSource, after: DatasetSource): DatasetChange["passport"] {
  const [was, is] = [before.value, after.value] as unknown as [
    Record<string, unknown>,
    Record<string, unknown>,
  ];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((field) => !inherent.has(field))
    .filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]))
    .map((field) => ({ field, before: lineOf(was[field]), after: lineOf(is[field]) }));
}

const sameBytes = (a: TreeFile | undefined, b: TreeFile | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.size === b.size &&
  Buffer.compare(a.bytes(), b.bytes()) === 0;

/** Files of a set's folder, by name. */
const filesIn = (tree: Tree, id: string): Map<string, TreeFile> => {
  const folder = `data/datasets/${id}/`;
  return new Map(
    [...tree]
      .filter(([path]) => path.startsWith(folder))
      .map(([path, file]) => [path.slice(folder.length), file]),
  );
};

function fileChanges(
  before: Map<string, TreeFile>,
  after: Map<string, TreeFile>,
): DatasetChange["files"] {
  const gone = [...before.keys()].filter((name) => !after.has(name));
  const fresh = [...after.keys()].filter((name) => !before.has(name));
  const renamed = gone.flatMap((from) => {
    const to = fresh.find((name) => sameBytes(before.get(from), after.get(name)));
    return to === undefined ? [] : [{ from, to }];
  });
  return {
    removed: gone.filter((name) => !renamed.some(({ from }) => from === name)),
    added: fresh.filter((name) => !renamed.some(({ to }) => to === name)),
    renamed,
    changed: [...after.keys()].filter(
      (name) => before.has(name) && !sameBytes(before.get(name), after.get(name)),
    ),
  };
}

const described = (source: DatasetSource): DescribedTable[] =>
  source.tables.flatMap(({ table, resource, file, report }) => {
    const { name, schema } = source.value.resources[resource] ?? {};
    const personal = new Set(
      report.columns.filter((column) => column.personal.length > 0).map((column) => column.name),
    );
    return table && name !== undefined && schema
      ? [{ table, schema, resource: name, file, personal }]
      : [];
  });

function tableChanges(
  before: DatasetSource,
  after: DatasetSource,
  unchanged: (before: string, after: string) => boolean,
): TableChange[] {
  const old = described(before);
  return described(after).flatMap((now) => {
    const was = old.find(({ resource }) => resource === now.resource);
    if (!was) return [];
    const alike =
      unchanged(was.file, now.file) && JSON.stringify(was.schema) === JSON.stringify(now.schema);
    return alike ? [] : [compareTables(was, now)];
  });
}

/** Has the passport a new version, and words on what changed in it? */
const tells = (before: DatasetSource, after: DatasetSource): boolean =>
  after.value.version !== undefined &&
  after.value.version !== before.value.version &&
  after.value.versionNotes !== undefined &&
  after.value.versionNotes !== before.value.versionNotes;

const nothing = { removed: [], added: [], renamed: [], changed: [] };

function changeOf(
  before: DatasetSource | undefined,
  after: DatasetSource,
  trees: { before: Tree; after: Tree },
): DatasetChange | undefined {
  const { id, value } = after;
  const base = { id, title: value.title, quality: {} };
  if (!before) {
    const names = [...filesIn(trees.after, id).keys()];
    return {
      ...base,
      kind: "new",
      passport: [],
      files: { ...nothing, added: names },
      tables: [],
      breaking: [],
      told: true,
    };
  }
  const files = fileChanges(filesIn(trees.before, before.id), filesIn(trees.after, id));
  const touched = [...files.removed, ...files.added, ...files.renamed, ...files.changed].length > 0;
  if (!touched && before.id === id) return undefined;
  const tables = tableChanges(before, after, (was, now) =>
    sameBytes(trees.before.get(was), trees.after.get(now)),
  );
  const withdrawn = value.status === "withdrawn" && before.value.status === "active";
  return {
    ...base,
    kind: withdrawn ? "withdrawn" : before.id === id ? "changed" : "renamed",
    ...(before.id === id ? {} : { from: before.id }),
    passport: passportChanges(before, after),
    files,
    tables,
    // Who withdraws a set says so with a date and a reason: nothing more can be asked.
    breaking: withdrawn ? [] : findBreaking(before, after, tables),
    told: tells(before, after),
  };
}

/** The former set behind a new one: named in its aliases, or with the very same files. */
function formerOf(
  after: DatasetSource,
  gone: readonly DatasetSource[],
  trees: { before: Tree; after: Tree },
): DatasetSource | undefined {
  const files = [...filesIn(trees.after, after.id)].filter(([name]) => name !== "datapackage.yaml");
  return (
    gone.find(({ id }) => after.value.aliases.includes(id)) ??
    gone.find((source) => {
      const old = filesIn(trees.before, source.id);
      return files.length > 0 && files.every(([name, file]) => sameBytes(old.get(name), file));
    })
  );
}

/** Two states of a repository → what became of each dataset, in the order of ids; untouched ones are left out. */
export function compareDatasets(before: Repository, after: Repository): DatasetChange[] {
  const trees = { before: before.tree, after: after.tree };
  const known = new Map(before.datasets.map((source) => [source.id, source]));
  const gone = before.datasets.filter(({ id }) => !after.datasetIds.includes(id));
  const heirs = new Set<string>();
  const changes = after.datasets.flatMap((source): DatasetChange[] => {
    const same = known.get(source.id);
    const former = same ?? formerOf(source, gone, trees);
    if (former && !same) heirs.add(former.id);
    const change = changeOf(former, source, trees);
    return change ? [change] : [];
  });
  const removed = gone
    .filter(({ id }) => !heirs.has(id))
    .map(
      ({ id, value, file }): DatasetChange => ({
        id,
        title: value.title,
        kind: "removed",
        passport: [],
        files: { ...nothing, removed: [...filesIn(trees.before, id).keys()] },
        tables: [],
        breaking: [{ kind: "dataset-removed", subject: id, detail: "", place: { file } }],
        told: false,
        quality: {},
      }),
    );
  return [...changes, ...removed].sort((a, b) => (a.id < b.id ? -1 : 1));
}
