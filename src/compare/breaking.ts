import type { DatasetSource } from "../model/repository.ts";
import type { Breaking, BreakingKind, TableChange } from "../model/review.ts";
import type { ResourceDescriptor } from "../schemas/dataset.ts";
import { type Field, namesOf } from "../schemas/table-schema.ts";

/** Share of its rows that a table may lose before its readers must be told. */
const lossBearable = 0.2;
/** Every whole number is a number; no other change of type leaves a reader unharmed. */
const widens = (from: string, to: string): boolean => from === "integer" && to === "number";

const licencesOf = ({ value }: DatasetSource): string =>
  value.licenses
    .map(({ name }) => name)
    .sort()
    .join(", ");

type At = (path: readonly PropertyKey[]) => Breaking["place"];
const make =
  (place: Breaking["place"]) =>
  (kind: BreakingKind, subject: string, detail = ""): Breaking => ({
    kind,
    subject,
    detail,
    place,
  });

/** A limit that got narrower: what was allowed is not any more. */
function tightened(before: Field, after: Field): string[] {
  const [was, is] = [before.constraints, after.constraints];
  const higher = (a: unknown, b: unknown) =>
    b !== undefined && (a === undefined || Number(b) > Number(a));
  const lower = (a: unknown, b: unknown) =>
    b !== undefined && (a === undefined || Number(b) < Number(a));
  return [
    ...(higher(was.minimum, is.minimum) ? [`minimum ${is.minimum}`] : []),
    ...(lower(was.maximum, is.maximum) ? [`maximum ${is.maximum}`] : []),
    ...(higher(was.minLength, is.minLength) ? [`minLength ${is.minLength}`] : []),
    ...(lower(was.maxLength, is.maxLength) ? [`maxLength ${is.maxLength}`] : []),
    ...(is.pattern !== undefined && is.pattern !== was.pattern ? ["pattern"] : []),
    ...(is.unique && !was.unique ? ["unique"] : []),
  ];
}

function breakingFields(
  before: ResourceDescriptor,
  after: ResourceDescriptor,
  change: TableChange | undefined,
  placeOf: At,
): Breaking[] {
  const [was, is] = [before.schema, after.schema];
  if (!was || !is) return [];
  const renamed = new Map(change?.columns.renamed.map(({ from, to }) => [from, to]));
  const key = (names: string | string[] | undefined) => namesOf(names).join(", ");
  const whole = make(placeOf(["schema"]));
  return [
    ...was.fields.flatMap((field): Breaking[] => {
      const index = is.fields.findIndex(
        ({ name }) => name === field.name || name === renamed.get(field.name),
      );
      const now = is.fields[index];
      if (!now) return [];
      const at = make(placeOf(["schema", "fields", index]));
      const gone = (field.constraints.enum ?? []).filter(
        (value) => !(now.constraints.enum ?? [value]).includes(value),
      );
      return [
        ...(now.type !== field.type && !widens(field.type, now.type)
          ? [at("type-changed", now.name, `${field.type} → ${now.type}`)]
          : []),
        ...(now.constraints.required && !field.constraints.required
          ? [at("required-added", now.name)]
          : []),
        ...(gone.length > 0 ? [at("values-removed", now.name, gone.join(", "))] : []),
        ...(now.constraints.enum && !field.constraints.enum
          ? [at("limit-tightened", now.name, "enum")]
          : []),
        ...tightened(field, now).map((limit) => at("limit-tightened", now.name, limit)),
      ];
    }),
    ...(key(was.primaryKey) !== key(is.primaryKey)
      ? [
          whole(
            "key-changed",
            after.name,
            `${key(was.primaryKey) || "немає"} → ${key(is.primaryKey) || "немає"}`,
          ),
        ]
      : []),
    ...([...was.missingValues].sort().join() !== [...is.missingValues].sort().join()
      ? [whole("missing-values-changed", after.name)]
      : []),
  ];
}

/**
 * What of a change breaks programs that read the set: its address, files, columns and their order, types and limits,
 * keys, licence, and rows lost beyond a fifth.
 */
export function findBreaking(
  before: DatasetSource,
  after: DatasetSource,
  tables: readonly TableChange[],
): Breaking[] {
  const { value, placeOf } = after;
  const [was, is] = [before.value.resources, value.resources];
  const top = make(placeOf());
  const identifier = ({ id, value: { identifier: given } }: DatasetSource) => given ?? id;
  return [
    ...(identifier(before) !== identifier(after) || before.id !== after.id
      ? [
          make(placeOf(["identifier"]))(
            "identifier-changed",
            after.id,
            `${identifier(before)} → ${identifier(after)}`,
          ),
        ]
      : []),
    ...(licencesOf(before) !== licencesOf(after)
      ? [
          make(placeOf(["licenses"]))(
            "licence-changed",
            after.id,
            `${licencesOf(before)} → ${licencesOf(after)}`,
          ),
        ]
      : []),
    ...was.flatMap((resource): Breaking[] => {
      const index = is.findIndex(({ name }) => name === resource.name);
      const now = is[index];
      if (!now) return [top("file-removed", resource.name)];
      const change = tables.find(({ resource: name }) => name === resource.name);
      const at: At = (path) => placeOf(["resources", index, ...path]);
      const here = make(at([]));
      return [
        ...(resource.path !== now.path
          ? [
              make(at(["path"]))(
                "file-moved",
                now.name,
                `${resource.path ?? "—"} → ${now.path ?? "—"}`,
              ),
            ]
          : []),
        ...(change?.columns.removed ?? []).map((column) =>
          here("column-removed", column, now.name),
        ),
        ...(change?.columns.renamed ?? []).map(({ from, to }) =>
          here("column-renamed", from, `${from} → ${to}`),
        ),
        ...(change?.columns.reordered ? [here("columns-reordered", now.name)] : []),
        ...breakingFields(resource, now, change, at),
        ...(change && change.removed.count > change.before * lossBearable
          ? [here("rows-lost", now.name, `${change.removed.count} з ${change.before}`)]
          : []),
      ];
    }),
  ];
}
