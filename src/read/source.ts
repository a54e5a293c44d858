import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from "yaml";
import type { z } from "zod";
import type { Place } from "../model/reports/finding.ts";
import type { ReadProblem, Source } from "../model/repository.ts";
import { isQuotedOddly, oddQuotes, type WritingFault, writingFaults } from "./yaml-writing.ts";

type Parsed<T> = { source: Source<T> | undefined; problems: ReadProblem[] };

/**
 * YAML text → value checked by a schema, with the place of every part.
 * A part that the schema refuses is reported and, where the rest can stand without it, left out.
 * Anchors, aliases and tags are refused: they let a short text grow without bound.
 */
export function parseSource<S extends z.ZodType>(input: {
  id: string;
  file: string;
  text: string;
  schema: S;
  firstLine?: number;
}): Parsed<z.infer<S>> {
  const { id, file, text, schema, firstLine = 1 } = input;
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    stringKeys: true,
    // The parser compares each key with every other; below they are looked up.
    uniqueKeys: false,
  });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: line + firstLine - 1, column: col };
  };
  const told = ({ offset, reason }: WritingFault): ReadProblem => ({
    code: "yaml",
    place: placeAt(offset),
    reason,
  });
  const faults = writingFaults(text, document);
  if (faults.length > 0) return { source: undefined, problems: faults.map(told) };
  const problems: ReadProblem[] = [];

  const keys = new WeakMap<YAMLMap, Map<unknown, Pair>>();
  const pairOf = (map: YAMLMap, key: PropertyKey): Pair | undefined => {
    const known =
      keys.get(map) ??
      new Map(map.items.map((item) => [isScalar(item.key) ? item.key.value : item, item] as const));
    keys.set(map, known);
    return known.get(key);
  };
  const placeOf = (path: readonly PropertyKey[] = []): Place => {
    let node: unknown = document.contents;
    let at = document.contents?.range?.[0] ?? 0;
    for (const key of path) {
      if (isMap(node)) {
        const pair = pairOf(node, key);
        if (!pair) break;
        at = (pair.key as Node).range?.[0] ?? at;
        node = pair.value;
      } else if (isSeq(node)) {
        const item = node.items[Number(key)] as Node | undefined;
        if (!item) break;
        at = item.range?.[0] ?? at;
        node = item;
      } else break;
    }
    return placeAt(at);
  };

  const value: unknown = document.toJS();
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
