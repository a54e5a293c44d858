import type { FieldChange } from "../model/reports/review.ts";

import { veil } from "../table/people/veil.ts";

const longest = 160;
/** Letters kept before the first difference of two long texts. */
const context = 24;

/** What a reader must see whole: a mailbox of an office, an address of a page, a file's sum. */
const shownWhole = /(^|\.)(email|path|url|page|hash|site|repository|iriBase)$/;

/** A value as a person writes it: lists with commas, named things by their names, no quotes and brackets of JSON. */
function proseOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(proseOf).join(", ");
  if (!isMap(value)) return String(value);
  const entries = Object.entries(value).filter(([, one]) => proseOf(one) !== "");
  return entries.length === 1 && nameOf(value) !== undefined
    ? String(nameOf(value))
    : entries
        .map(
          ([key, one]) =>
            `${key}: ${isMap(one) || Array.isArray(one) ? `(${proseOf(one)})` : proseOf(one)}`,
        )
        .join("; ");
}

/** A value as one line; what may be personal is veiled, because a report is public. */
function lineOf(value: unknown, path: string): string {
  const line = proseOf(value);
  return shownWhole.test(path) ? line : veil(line);
}

const end = (text: string, from: number): string => {
  const part = `${from > 0 ? "…" : ""}${text.slice(from)}`;
  return part.length > longest ? `${part.slice(0, longest - 1)}…` : part;
};

/** Two texts cut so that what differs is seen: long ones begin shortly before the first difference. */
export function cutAround(before: string, after: string): { before: string; after: string } {
  if (Math.max(before.length, after.length) <= longest) return { before, after };
  let same = 0;
  while (same < before.length && before[same] === after[same]) same++;
  const from = same > context ? same - context : 0;
  return { before: end(before, from), after: end(after, from) };
}

type Named = Record<string, unknown>;
const isMap = (value: unknown): value is Named =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const nameOf = (value: unknown): string | undefined =>
  isMap(value)
    ? ([value.name, value.number, value.code, value.id].find((name) => typeof name === "string") as
        | string
        | undefined)
    : undefined;

/** A list of named things as a map by their names; undefined where a thing has none, or two have the same. */
function byName(value: unknown): Named | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const names = value.map(nameOf);
  return names.every((name) => name !== undefined) && new Set(names).size === names.length
    ? Object.fromEntries(value.map((item, index) => [names[index], item]))
    : undefined;
}

/**
 * Two values people wrote → the fields that differ, by path: «resources.stops.schema.fields.name.title». Things of a
 * list are matched by their names, so that a new one does not shift the rest.
 */
export function fieldChanges(before: unknown, after: unknown, path = ""): FieldChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  // A part that came is told field by field; one that went, in one line.
  const whole = Array.isArray(after) && proseOf(after) === after.map(nameOf).join(", ");
  const is = whole ? after : (byName(after) ?? after);
  const was = whole ? before : before === undefined && isMap(is) ? {} : (byName(before) ?? before);
  if (isMap(was) && isMap(is))
    return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((key) =>
      fieldChanges(was[key], is[key], path === "" ? key : `${path}.${key}`),
    );
  const lines = cutAround(lineOf(before, path), lineOf(after, path));
  // Empty then and empty now: a field nobody filled.
  return lines.before === "" && lines.after === "" ? [] : [{ field: path, ...lines }];
}
