import type { z } from "zod";
import type { Place } from "../model/reports/finding.ts";
import type { ReadProblem, Source } from "../model/repository.ts";
import { offsetOf, positionIn, readYaml } from "./yaml-text.ts";
import { isQuotedOddly, oddQuotes } from "./yaml-writing.ts";

type Parsed<T> = { source: Source<T> | undefined; problems: ReadProblem[] };

/** A text of YAML, and what it is of. */
export type SourceInput<S extends z.ZodType> = {
  id: string;
  file: string;
  text: string;
  schema: S;
  firstLine?: number;
};

/**
 * YAML text → value checked by a schema, with the place of every part.
 * A part that the schema refuses is reported and, where the rest can stand without it, left out.
 * @param read what the text says, or said when it was read before
 */
export function parseSource<S extends z.ZodType>(
  { id, file, text, schema, firstLine = 1 }: SourceInput<S>,
  read: typeof readYaml = readYaml,
): Parsed<z.infer<S>> {
  const placeAt = (offset: number): Place => {
    const { line, column } = positionIn(text, offset);
    return { file, line: line + firstLine - 1, column };
  };
  const reading = read(text);
  if ("faults" in reading)
    return {
      source: undefined,
      problems: reading.faults.map(({ offset, reason }) => ({
        code: "yaml",
        place: placeAt(offset),
        reason,
      })),
    };
  const problems: ReadProblem[] = [];
  const placeOf = (path: readonly PropertyKey[] = []): Place => placeAt(offsetOf(text, path));
  const { value } = reading;
  /** Parts told of already: what is then missing of them is no second fault. */
  const known = new Set<string>();
  for (let round = 0; round < 200; round++) {
    const result = schema.safeParse(value);
    if (result.success) return { source: { id, file, value: result.data, placeOf }, problems };
    const before = problems.length;
    let removed = false;
    for (const issue of result.error.issues) {
      const part = JSON.stringify(issue.path.map(String));
      if (!known.has(part) || issue.code === "unrecognized_keys")
        for (const problem of problemsOf(issue, { value, schema, placeOf })) problems.push(problem);
      known.add(part);
      removed = removeRefused(issue, value) || removed;
    }
    if (!removed || problems.length === before) return { source: undefined, problems };
  }
  return { source: undefined, problems };
}

type Issue = z.core.$ZodIssue;

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (current, key) => (current as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );

/** The keys a schema allows at a path: what «did you mean» chooses from. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let node: unknown = schema;
  for (const key of [...path, undefined]) {
    let definition = (node as z.ZodType)._zod.def as unknown as Record<string, unknown>;
    while (definition.innerType) {
      node = definition.innerType;
      definition = (node as z.ZodType)._zod.def as unknown as Record<string, unknown>;
    }
    const shape = definition.shape as Record<string, unknown> | undefined;
    if (key === undefined) return Object.keys(shape ?? {});
    node = typeof key === "number" ? definition.element : shape?.[String(key)];
    if (node === undefined) return [];
  }
  return [];
}

function problemsOf(
  issue: Issue,
  at: { value: unknown; schema: z.ZodType; placeOf(path: readonly PropertyKey[]): Place },
): ReadProblem[] {
  const { path } = issue;
  const { value, schema, placeOf } = at;
  const key = path.map(String).join(".");
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, path);
    return issue.keys.map((name) => ({
      code: "unknown-key",
      place: placeOf([...path, name]),
      key: name,
      known,
    }));
  }
  const actual = valueAt(value, path);
  if (actual === undefined || actual === null)
    return [{ code: "missing-value", place: placeOf(path), key }];
  if (typeof actual === "string" && isQuotedOddly(actual))
    return [{ code: "yaml", place: placeOf(path), reason: oddQuotes }];
  return [
    { code: "wrong-value", place: placeOf(path), key, value: actual, expected: expectedOf(issue) },
  ];
}

/** A stable word for what a schema expected; rules/value-valid.ts has the sentence. */
function expectedOf(issue: Issue): string {
  if (issue.code === "invalid_type") return `type:${issue.expected}`;
  if (issue.code === "invalid_value") return `one-of:${issue.values.join(", ")}`;
  if (issue.code === "too_small") return `at-least:${issue.minimum}`;
  if (issue.code === "too_big") return `at-most:${issue.maximum}`;
  if (issue.code === "invalid_format" && issue.format !== "regex") return `format:${issue.format}`;
  return issue.message;
}

/** Take the refused part out of the value; false where nothing could be taken. */
function removeRefused(issue: Issue, value: unknown): boolean {
  const paths =
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => [...issue.path, key])
      : [issue.path];
  let removed = false;
  for (const path of paths) {
    const parent = valueAt(value, path.slice(0, -1));
    const key = path.at(-1);
    if (
      key === undefined ||
      typeof parent !== "object" ||
      parent === null ||
      !Object.hasOwn(parent, key)
    )
      continue;
    if (Array.isArray(parent)) continue;
    delete (parent as Record<PropertyKey, unknown>)[key];
    removed = true;
  }
  return removed;
}
