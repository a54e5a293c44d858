import type { Breaking, BreakingKind, TableChange } from "../model/reports/review.ts";
import type { DatasetSource } from "../model/repository.ts";
import type { ResourceDescriptor } from "../schemas/data/dataset.ts";
import { identifierOf } from "../schemas/data/identity.ts";
import { type Field, namesOf } from "../schemas/data/table-schema.ts";
import { compareMoments } from "../table/moment.ts";
import { veil } from "../table/people/veil.ts";

/** Share of its rows that a table may lose before its readers must be told. */
const lossBearable = 0.2;

/** Rows that are gone: of whole rows that were compared, what changed went and came, and only the balance tells. */
export const lostRows = ({ matched, removed, before, after }: TableChange): number =>
  matched === "whole" ? Math.max(0, before - after) : removed.count;

/** Rows that say something else now: of whole rows that were compared, as many came for others as could have. */
export const changedRows = ({ matched, removed, changed, added }: TableChange): number =>
  matched === "whole" ? Math.min(removed.count, added.count) : changed.count;
/** Every whole number is a number; no other change of type leaves a reader unharmed. */
const widens = (from: string, to: string): boolean => from === "integer" && to === "number";

/** The same resource in the newer passport: by its name, or by its file where it was given another. */
export const resourceAfter = (
  before: ResourceDescriptor,
  after: readonly ResourceDescriptor[],
): ResourceDescriptor | undefined =>
  after.find(({ name }) => name === before.name) ??
  after.find(({ path }) => path !== undefined && path === before.path);

const licencesOf = ({ value }: DatasetSource): string =>
  value.licenses
    .map(({ name, path }) => name ?? path)
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
  // Limits of dates are texts; of two that cannot be compared, a clock with a zone and one without, either may be narrower.
  const above = (a: unknown, b: unknown) =>
    Number.isNaN(Number(a)) || Number.isNaN(Number(b))
      ? !(compareMoments(String(a), String(b)) <= 0)
      : Number(a) > Number(b);
  const higher = (a: unknown, b: unknown) => b !== undefined && (a === undefined || above(b, a));
  const lower = (a: unknown, b: unknown) => b !== undefined && (a === undefined || above(a, b));
  return [
    ...(higher(was.minimum, is.minimum) ? [`minimum ${is.minimum}`] : []),
    ...(lower(was.maximum, is.maximum) ? [`maximum ${is.maximum}`] : []),
    ...(higher(was.minLength, is.minLength) ? [`minLength ${is.minLength}`] : []),
    ...(lower(was.maxLength, is.maxLength) ? [`maxLength ${is.maxLength}`] : []),
    ...(is.pattern !== undefined && is.pattern !== was.pattern ? ["pattern"] : []),
    ...(is.unique && !was.unique ? ["unique"] : []),
    ...(after.format !== undefined && after.format !== "default" && after.format !== before.format
      ? [`format ${after.format}`]
      : []),
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
      const allowed = now.constraints.enum && new Set(now.constraints.enum.map(String));
      const gone = (field.constraints.enum ?? [])
        .map(String)
        .filter((value) => allowed && !allowed.has(value));
      return [
        ...(now.type !== field.type && !widens(field.type, now.type)
          ? [at("type-changed", now.name, `${field.type} → ${now.type}`)]
          : []),
        ...(now.constraints.required && !field.constraints.required
          ? [at("required-added", now.name)]
          : []),
        ...(gone.length > 0 ? [at("values-removed", now.name, gone.map(veil).join(", "))] : []),
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
 * Columns by what the structure promises, not by a header that does not hold to it: a misspelt header is a fault to
 * mend, and mending it breaks nobody.
 */
function breakingColumns(
  before: ResourceDescriptor,
  after: ResourceDescriptor,
  change: TableChange | undefined,
  placeOf: At,
): Breaking[] {
  const [was, is] = [before.schema?.fields, after.schema?.fields];
  if (!was || !is) return [];
  const here = make(placeOf(["schema", "fields"]));
  const names = (fields: readonly Field[]) => fields.map(({ name }) => name);
  const [old, now] = [names(was), names(is)];
  const renamed = new Map(
    (change?.columns.renamed ?? [])
      .filter(
        ({ from, to }) =>
          old.includes(from) && !now.includes(from) && now.includes(to) && !old.includes(to),
      )
      .map(({ from, to }) => [from, to]),
  );
  const kept = old.filter((name) => now.includes(name) || renamed.has(name));
  const places = kept.map((name) => now.indexOf(renamed.get(name) ?? name));
  const moved = kept.find((_, index) => places[index] !== index);
  return [
    ...old
      .filter((name) => !now.includes(name) && !renamed.has(name))
      .map((name) => here("column-removed", name, after.name)),
    ...[...renamed].map(([from, to]) => here("column-renamed", from, `${from} → ${to}`)),
    // A column that went shifts those behind it: that is told already.
    ...(moved !== undefined && kept.length === old.length
      ? [here("columns-reordered", after.name, moved)]
      : []),
  ];
}

/** What others know the set by, where it is another: of two such names the first is told. */
function identityChange(
  before: DatasetSource,
  after: DatasetSource,
  [was, is]: readonly [before: string, after: string],
): Breaking[] {
  const told = make(after.placeOf(["identifier"]));
  if (was !== is) return [told("iri-changed", after.id, `${was} → ${is}`)];
  const [old, now] = [identifierOf(before), identifierOf(after)];
  return old === now ? [] : [told("identifier-changed", after.id, `${old} → ${now}`)];
}

/**
 * What of a change breaks programs that read the set: its address, files, columns and their order, types and limits,
 * keys, licence, and rows lost beyond a fifth.
 */
export function findBreaking(
  before: DatasetSource,
  after: DatasetSource,
  tables: readonly TableChange[],
  iris: readonly [before: string, after: string],
): Breaking[] {
  const { value, placeOf } = after;
  const [was, is] = [before.value.resources, value.resources];
  const top = make(placeOf());
  return [
    ...identityChange(before, after, iris),
    // A licence that is not there is a fault the rules tell of.
    ...(licencesOf(before) !== licencesOf(after) && licencesOf(after) !== ""
      ? [
          make(placeOf(["licenses"]))(
            "licence-changed",
            after.id,
            `${licencesOf(before)} → ${licencesOf(after)}`,
          ),
        ]
      : []),
    ...was.flatMap((resource): Breaking[] => {
      const now = resourceAfter(resource, is);
      if (!now) return [top("file-removed", resource.name)];
      const index = is.indexOf(now);
      const change = tables.find(({ resource: name }) => name === now.name);
      const at: At = (path) => placeOf(["resources", index, ...path]);
      const here = make(at([]));
      return [
        ...(["path", "page"] as const).flatMap((key) =>
          resource[key] !== now[key] &&
          resource[key] !== undefined &&
          // A former name of the file leads to it still.
          !now.aliases?.includes(resource[key])
            ? [make(at([key]))("file-moved", now.name, `${resource[key]} → ${now[key] ?? "—"}`)]
            : [],
        ),
        ...(resource.name !== now.name
          ? [make(at(["name"]))("resource-renamed", now.name, `${resource.name} → ${now.name}`)]
          : []),
        ...breakingColumns(resource, now, change, at),
        ...breakingFields(resource, now, change, at),
        ...(change && lostRows(change) > change.before * lossBearable
          ? [here("rows-lost", now.name, `${lostRows(change)} з ${change.before}`)]
          : []),
      ];
    }),
  ];
}
