import type { DatasetChange, FieldChange, Review, TableChange } from "../model/reports/review.ts";
import { passportFields } from "../schemas/data/dataset.ts";
import { changedRows, lostRows } from "./breaking.ts";

/** Why a person must look, in the order they are told: what breaks or is odd first, then what goes, then what is new. */
export type Reason =
  | { kind: "breaking"; change: DatasetChange }
  | { kind: "unusual"; change: DatasetChange; table: TableChange }
  | { kind: "rows-removed"; change: DatasetChange; table: TableChange }
  | { kind: "rewritten"; change: DatasetChange; table: TableChange }
  | { kind: "dataset"; change: DatasetChange }
  | { kind: "columns-added"; change: DatasetChange; table: TableChange }
  | { kind: "passport"; changes: readonly DatasetChange[]; fields: readonly FieldChange[] }
  | { kind: "files-unseen"; change: DatasetChange; names: readonly string[] }
  | { kind: "file-removed"; path: string }
  | { kind: "central"; path: string; fields: readonly FieldChange[] }
  | { kind: "harvest-deleted"; iris: readonly string[] }
  | { kind: "code"; paths: readonly string[] }
  | { kind: "code-unknown" }
  | { kind: "warnings"; count: number };

/** Share of its rows that may change without a person looking. */
const muchChanged = 0.5;
const leastRows = 10;
const isRewritten = (table: TableChange): boolean =>
  table.before >= leastRows && changedRows(table) > table.before * muchChanged;
/** Files that every page, or every set of a publisher, depends on. */
const central = /^data\/((portal|plan|card)\.yaml$|publishers\/)/;

/** Fields of a passport that only say more of the same data; whatever else changes, a person looks. */
const quietFields = Object.entries(passportFields).flatMap(([field, { quiet }]) =>
  quiet ? [field] : [],
);
const quiet = new RegExp(
  `^(${quietFields.join("|")})(\\.|$)|^resources\\.[^.]+\\.(title|description|bytes|modified|en)(\\.|$)|^resources\\.[^.]+\\.schema\\.fields\\.[^.]+\\.(title|description|en)(\\.|$)|^charts\\.[^.]+\\.`,
);

/** A column that came is told as a column, not once more as a field of the passport; a leave to name people is told. */
const columnField = /^resources\.([^.]+)\.schema\.fields\.([^.]+)(?:\.(?!personal$)|$)/;
export const isFreshColumn = (
  { tables }: DatasetChange,
  { field, before }: FieldChange,
): boolean => {
  const [, resource, column] = columnField.exec(field) ?? [];
  return (
    before === "" &&
    tables.some(
      (table) => table.resource === resource && table.fresh.some(({ name }) => name === column),
    )
  );
};

/** A file elsewhere that became another: told as a changed file. A sum that comes or goes is a change of what is promised. */
const isOtherFile = ({ field, before, after }: FieldChange): boolean =>
  /^resources\.[^.]+\.hash$/.test(field) && before !== "" && after !== "";

const loudFields = (change: DatasetChange): FieldChange[] =>
  change.kind === "changed"
    ? change.passport.filter(
        (one) => !quiet.test(one.field) && !isOtherFile(one) && !isFreshColumn(change, one),
      )
    : [];

/** Changed files of a set whose rows nobody compared: no table, or one without a structure. */
const unseenFiles = ({ id, kind, files, tables }: DatasetChange): string[] =>
  kind === "changed"
    ? files.changed.filter(
        (name) =>
          name !== "datapackage.yaml" &&
          !tables.some(({ file }) => file === `data/datasets/${id}/${name}`),
      )
    : [];

/** Sets whose passports changed in the same fields from the same to the same, told once. */
function passportReasons(datasets: readonly DatasetChange[]): Reason[] {
  const groups = new Map<string, { changes: DatasetChange[]; fields: FieldChange[] }>();
  for (const change of datasets) {
    const fields = loudFields(change);
    if (fields.length === 0) continue;
    const name = JSON.stringify(fields);
    const group = groups.get(name) ?? { changes: [], fields };
    group.changes.push(change);
    groups.set(name, group);
  }
  return [...groups.values()].map((group): Reason => ({ kind: "passport", ...group }));
}

type Changed = Omit<Review, "verdict">;

/** Everything that demands a look, in order; none of it must be mended. */
export function reasonsToLook(review: Changed): Reason[] {
  const { datasets, others, harvest, code = [], fresh } = review;
  const ofTables = (
    kind: "unusual" | "rows-removed" | "rewritten" | "columns-added",
    holds: (table: TableChange, change: DatasetChange) => boolean,
  ): Reason[] =>
    datasets.flatMap((change) =>
      change.tables
        .filter((table) => holds(table, change))
        .map((table) => ({ kind, change, table })),
    );
  const warnings = fresh.filter(({ severity }) => severity === "warning").length;
  return [
    ...datasets
      .filter(({ breaking }) => breaking.length > 0)
      .map((change): Reason => ({ kind: "breaking", change })),
    ...ofTables("unusual", ({ unusual }) => unusual.length > 0),
    ...ofTables("rows-removed", (table) => lostRows(table) > 0),
    ...ofTables("rewritten", isRewritten),
    ...datasets
      .filter(({ kind }) => kind !== "changed" && kind !== "removed")
      .map((change): Reason => ({ kind: "dataset", change })),
    ...ofTables("columns-added", (table, { kind }) => kind !== "new" && table.fresh.length > 0),
    ...passportReasons(datasets),
    ...datasets.flatMap((change): Reason[] => {
      const names = unseenFiles(change);
      return names.length > 0 ? [{ kind: "files-unseen", change, names }] : [];
    }),
    ...others.flatMap(({ kind, path, fields }): Reason[] =>
      kind === "removed"
        ? [{ kind: "file-removed", path }]
        : central.test(path)
          ? [{ kind: "central", path, fields }]
          : [],
    ),
    ...(harvest && harvest.deleted.length > 0
      ? [{ kind: "harvest-deleted" as const, iris: harvest.deleted }]
      : []),
    ...(code.length > 0 ? [{ kind: "code" as const, paths: code }] : []),
    ...(review.codeUnknown === "failed" ? [{ kind: "code-unknown" as const }] : []),
    ...(warnings > 0 ? [{ kind: "warnings" as const, count: warnings }] : []),
  ];
}

/** May it be approved? An error forbids it; a reason to look asks a person; otherwise nothing stands against it. */
export const verdictOf = (review: Changed): Review["verdict"] =>
  [...review.fresh, ...review.standing].some(({ severity }) => severity === "error")
    ? "blocked"
    : reasonsToLook(review).length > 0
      ? "look"
      : "fine";
