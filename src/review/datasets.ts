import type { DatasetChange, FieldChange, TableChange } from "../model/reports/review.ts";
import type { DatasetSource, Repository } from "../model/repository.ts";
import { iriOf } from "../schemas/data/identity.ts";
import { pinnedFile } from "../schemas/data/pinned.ts";
import { findBreaking, resourceAfter } from "./breaking.ts";
import type { DescribedTable } from "./described-table.ts";
import { fieldChanges } from "./fields.ts";
import { fileChanges, filesOf, sameBytes } from "./files.ts";
import { compareTables } from "./tables.ts";

type Titles = (id: string) => string | undefined;

/** A publisher is told by its title: an id says nothing to who approves. */
const withTitles = (change: FieldChange, titleOf: Titles): FieldChange => {
  const named = (id: string) => (titleOf(id) === undefined ? id : `${titleOf(id)} (${id})`);
  return change.field === "publisher"
    ? { ...change, before: named(change.before), after: named(change.after) }
    : change;
};

/** Structures of a new set's tables are told as its columns; where one may name people, that is told beside them. */
const structure = /^resources\.[^.]+\.schema\.(?!fields\.[^.]+\.personal$)/;

/** When and why a set was withdrawn. */
const withdrawal = /^withdrawn(\.|$)/;

function passportChanges(
  before: DatasetSource | undefined,
  after: DatasetSource,
  titleOf: Titles,
): FieldChange[] {
  // Who withdraws a set or brings it back is told of that in a sentence of its own.
  const told = before !== undefined && before.value.status !== after.value.status;
  return fieldChanges(before?.value ?? {}, after.value)
    .filter(({ field }) => field !== "status" && !(told && withdrawal.test(field)))
    .filter(({ field }) => before !== undefined || !structure.test(field))
    .map((change) => withTitles(change, titleOf));
}

/** A table of a set; of one that nobody described there is no structure. */
type ReadTable = Omit<DescribedTable, "schema"> & {
  schema: DescribedTable["schema"] | undefined;
  sha256: string;
};

/** Tables that were read whole: of one that was not, nothing can be said but what the rules say. */
const readTables = ({ tables, value }: DatasetSource): ReadTable[] =>
  tables.flatMap(({ table, resource, file, schema, report, sha256 }) => {
    if (!table || report.problems.length > 0) return [];
    const personal = new Set(
      report.columns.filter((column) => column.personal.length > 0).map((column) => column.name),
    );
    const name = value.resources[resource]?.name ?? "";
    return [{ table, schema, resource: name, file, personal, sha256 }];
  });

/** Was a resource's file pinned elsewhere before, so that it has a past even where nobody can look into it? */
const wasPinned = (name: string | undefined, before: DatasetSource | undefined): boolean =>
  before?.value.resources.some(
    (resource) => resource.name === name && pinnedFile(resource) !== undefined,
  ) ?? false;

/** The resource a table was before: of two that may be it, the one of its name. */
function resourceBefore(
  name: string,
  before: DatasetSource | undefined,
  after: DatasetSource,
): string | undefined {
  const resources = before?.value.resources ?? [];
  const former =
    resources.find((resource) => resource.name === name) ??
    resources.find((resource) => resourceAfter(resource, after.value.resources)?.name === name);
  return former?.name;
}

function tableChanges(before: DatasetSource | undefined, after: DatasetSource): TableChange[] {
  const old = before ? readTables(before) : [];
  const unread = before?.tables.filter(({ report }) => report.problems.length > 0) ?? [];
  return readTables(after).flatMap(({ schema, ...table }): TableChange[] => {
    if (!schema) return [];
    const now = { ...table, schema };
    const former = resourceBefore(now.resource, before, after);
    const was = old.find(({ resource }) => resource === former);
    if (!was) {
      // A table that could not be read before is not a new one, nor is one that lies elsewhere and was not fetched.
      if (wasPinned(former, before)) return [];
      const empty = { ...now, table: { header: now.table.header, rows: [] } };
      return unread.some(({ file }) => file === now.file) ? [] : [compareTables(empty, now)];
    }
    // Who describes a table gives it no new rows: those that stood there are read by what is said of them now.
    const described = { ...was, schema: was.schema ?? schema };
    if (was.sha256 !== now.sha256) return [compareTables(described, now)];
    if (JSON.stringify(was.schema) === JSON.stringify(schema)) return [];
    // Nothing is written otherwise in a file nobody touched.
    const { same: _, ...change } = compareTables(described, now);
    return [change];
  });
}

/** Is a version later than another? By numbers where both are made of them, otherwise by being another. */
function isLater(after: string, before: string): boolean {
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
  isLater(version, before.value.version ?? "") &&
  versionNotes.length >= leastNotes &&
  versionNotes !== before.value.versionNotes;

const nothing = { removed: [], added: [], renamed: [], changed: [] };

type Withdrawn = NonNullable<DatasetChange["withdrawn"]>;
const withoutAbsent = ({
  successor,
  ...rest
}: NonNullable<DatasetSource["value"]["withdrawn"]>): Withdrawn =>
  successor === undefined ? rest : { ...rest, successor };

/** What the files of sets are told by. */
type States = { before: Repository; after: Repository };

const iriIn = ({ portal }: Repository, source: DatasetSource): string =>
  iriOf(source, portal?.value ?? { iriBase: "" });

function changeOf(
  before: DatasetSource | undefined,
  after: DatasetSource,
  states: States,
  titleOf: Titles,
): DatasetChange | undefined {
  const { id, value } = after;
  const base = { id, title: value.title, quality: {} };
  if (!before) {
    const names = [...filesOf(states.after, after).keys()];
    return {
      ...base,
      kind: "new",
      passport: passportChanges(undefined, after, titleOf),
      files: { ...nothing, added: names },
      tables: tableChanges(undefined, after),
      breaking: [],
      told: true,
    };
  }
  const files = fileChanges(filesOf(states.before, before), filesOf(states.after, after));
  const touched = [...files.removed, ...files.added, ...files.renamed, ...files.changed].length > 0;
  const iris = [iriIn(states.before, before), iriIn(states.after, after)] as const;
  if (!touched && before.id === id && iris[0] === iris[1]) return undefined;
  const tables = tableChanges(before, after);
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
    breaking: withdrawn ? [] : findBreaking(before, after, tables, iris),
    told: tells(before, after),
  };
}

/** The former set behind a new one: named in its aliases, or with the very same files. */
function formerOf(
  after: DatasetSource,
  gone: readonly DatasetSource[],
  states: States,
): DatasetSource | undefined {
  const files = [...filesOf(states.after, after)].filter(([name]) => name !== "datapackage.yaml");
  return (
    gone.find(({ id }) => after.value.aliases.includes(id)) ??
    gone.find((source) => {
      const old = filesOf(states.before, source);
      return files.length > 0 && files.every(([name, file]) => sameBytes(old.get(name), file));
    })
  );
}

/** Two states of a repository → what became of each dataset, in the order of ids; untouched ones are left out. */
export function compareDatasets(before: Repository, after: Repository): DatasetChange[] {
  const states = { before, after };
  const titles = new Map(
    [...before.publishers, ...after.publishers].map(({ id, value }) => [id, value.title]),
  );
  const known = new Map(before.datasets.map((source) => [source.id, source]));
  const gone = before.datasets.filter(({ id }) => !after.datasetIds.includes(id));
  const heirs = new Set<string>();
  const changes = after.datasets.flatMap((source): DatasetChange[] => {
    const same = known.get(source.id);
    const former = same ?? formerOf(source, gone, states);
    if (former && !same) heirs.add(former.id);
    const change = changeOf(former, source, states, (id) => titles.get(id));
    return change ? [change] : [];
  });
  const removed = gone
    .filter(({ id }) => !heirs.has(id))
    .map((source): DatasetChange => {
      const { id, value, file } = source;
      return {
        id,
        title: value.title,
        kind: "removed",
        passport: [],
        files: { ...nothing, removed: [...filesOf(before, source).keys()] },
        tables: [],
        breaking: [{ kind: "dataset-removed", subject: id, detail: "", place: { file } }],
        told: false,
        quality: {},
      };
    });
  return [...changes, ...removed].sort((a, b) => (a.id < b.id ? -1 : 1));
}
