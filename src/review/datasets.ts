import type { DatasetChange, FieldChange, TableChange } from "../model/reports/review.ts";
import type { DatasetSource, Repository } from "../model/repository.ts";
import type { Tree, TreeFile } from "../model/tree.ts";
import { findBreaking, resourceAfter } from "./breaking.ts";
import type { DescribedTable } from "./described-table.ts";
import { fieldChanges } from "./fields.ts";
import { compareTables } from "./tables.ts";

/** What is told of a set in other words than its passport's. */
const inherent = new Set(["status", "withdrawn"]);

type Titles = (id: string) => string | undefined;

/** A publisher is told by its title: an id says nothing to who approves. */
const withTitles = (change: FieldChange, titleOf: Titles): FieldChange => {
  const named = (id: string) => (titleOf(id) === undefined ? id : `${titleOf(id)} (${id})`);
  return change.field === "publisher"
    ? { ...change, before: named(change.before), after: named(change.after) }
    : change;
};

/** Structures of a new set's tables are told as its columns. */
const structure = /^resources\.[^.]+\.schema\./;

function passportChanges(
  before: DatasetSource | undefined,
  after: DatasetSource,
  titleOf: Titles,
): FieldChange[] {
  return fieldChanges(before?.value ?? {}, after.value)
    .filter(({ field }) => !inherent.has(field.split(".")[0] ?? ""))
    .filter(({ field }) => before !== undefined || !structure.test(field))
    .map((change) => withTitles(change, titleOf));
}

const sameBytes = (a: TreeFile | undefined, b: TreeFile | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.size === b.size &&
  Buffer.compare(a.bytes(), b.bytes()) === 0;

const folders = new WeakMap<Tree, Map<string, Map<string, TreeFile>>>();

/** Files of a set's folder, by name; a tree is walked once. */
function filesIn(tree: Tree, id: string): Map<string, TreeFile> {
  let known = folders.get(tree);
  if (!known) {
    known = new Map();
    for (const [path, file] of tree) {
      const [, folder, name] = /^data\/datasets\/([^/]+)\/(.+)$/s.exec(path) ?? [];
      if (folder === undefined || name === undefined) continue;
      const files = known.get(folder) ?? new Map<string, TreeFile>();
      known.set(folder, files.set(name, file));
    }
    folders.set(tree, known);
  }
  return known.get(id) ?? new Map();
}

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

/** Tables that were read whole: of one that was not, nothing can be said but what the rules say. */
const described = (source: DatasetSource): DescribedTable[] =>
  source.tables.flatMap(({ table, resource, file, report }) => {
    const { name, schema } = source.value.resources[resource] ?? {};
    const personal = new Set(
      report.columns.filter((column) => column.personal.length > 0).map((column) => column.name),
    );
    return table && name !== undefined && schema && report.problems.length === 0
      ? [{ table, schema, resource: name, file, personal }]
      : [];
  });

const emptied = (now: DescribedTable): DescribedTable => ({
  ...now,
  table: { header: now.table.header, rows: [] },
});

function tableChanges(
  before: DatasetSource | undefined,
  after: DatasetSource,
  unchanged: (before: string, after: string) => boolean,
): TableChange[] {
  const old = before ? described(before) : [];
  const names = new Map(
    (before?.value.resources ?? []).map((resource) => [
      resourceAfter(resource, after.value.resources)?.name,
      resource.name,
    ]),
  );
  const unread = before?.tables.filter(({ report }) => report.problems.length > 0) ?? [];
  return described(after).flatMap((now) => {
    const former = names.get(now.resource);
    const was = old.find(({ resource }) => resource === former);
    // A table that could not be read before is not a new one.
    if (!was)
      return unread.some(({ file }) => file === now.file) ? [] : [compareTables(emptied(now), now)];
    const alike =
      unchanged(was.file, now.file) && JSON.stringify(was.schema) === JSON.stringify(now.schema);
    return alike ? [] : [compareTables(was, now)];
  });
}

/** Is a version later than another? By numbers where both are made of them, otherwise by being another. */
function isLater(after: string, before: string | undefined): boolean {
  if (before === undefined) return true;
  const numbers = /^\d+(\.\d+)*$/;
  return numbers.test(after) && numbers.test(before)
    ? after.localeCompare(before, "en", { numeric: true }) > 0
    : after !== before;
}

/** Letters below which a note on a version says nothing. */
const leastNotes = 10;

/** Has the passport a later version, and words on what changed in it? */
const tells = (
  before: DatasetSource,
  { value: { version, versionNotes = "" } }: DatasetSource,
): boolean =>
  version !== undefined &&
  isLater(version, before.value.version) &&
  versionNotes.length >= leastNotes &&
  versionNotes !== before.value.versionNotes;

const nothing = { removed: [], added: [], renamed: [], changed: [] };

type Withdrawn = NonNullable<DatasetChange["withdrawn"]>;
const withoutAbsent = ({
  successor,
  ...rest
}: NonNullable<DatasetSource["value"]["withdrawn"]>): Withdrawn =>
  successor === undefined ? rest : { ...rest, successor };

function changeOf(
  before: DatasetSource | undefined,
  after: DatasetSource,
  trees: { before: Tree; after: Tree },
  titleOf: Titles,
): DatasetChange | undefined {
  const { id, value } = after;
  const base = { id, title: value.title, quality: {} };
  if (!before) {
    const names = [...filesIn(trees.after, id).keys()];
    return {
      ...base,
      kind: "new",
      passport: passportChanges(undefined, after, titleOf),
      files: { ...nothing, added: names },
      tables: tableChanges(undefined, after, () => false),
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
  const restored = value.status === "active" && before.value.status === "withdrawn";
  return {
    ...base,
    kind: withdrawn
      ? "withdrawn"
      : restored
        ? "restored"
        : before.id === id
          ? "changed"
          : "renamed",
    ...(withdrawn && value.withdrawn ? { withdrawn: withoutAbsent(value.withdrawn) } : {}),
    ...(before.id === id ? {} : { from: before.id }),
    passport: passportChanges(before, after, titleOf),
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
  const titles = new Map(
    [...before.publishers, ...after.publishers].map(({ id, value }) => [id, value.title]),
  );
  const known = new Map(before.datasets.map((source) => [source.id, source]));
  const gone = before.datasets.filter(({ id }) => !after.datasetIds.includes(id));
  const heirs = new Set<string>();
  const changes = after.datasets.flatMap((source): DatasetChange[] => {
    const same = known.get(source.id);
    const former = same ?? formerOf(source, gone, trees);
    if (former && !same) heirs.add(former.id);
    const change = changeOf(former, source, trees, (id) => titles.get(id));
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
