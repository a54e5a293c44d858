import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from "yaml";
import type { z } from "zod";
import { type Place, quote } from "../model/finding.ts";
import type { ReadProblem, Source } from "../model/repository.ts";

type Parsed<T> = { source: Source<T> | undefined; problems: ReadProblem[] };

/** Where keys stand that a map has already. */
function repeatedKeys(map: YAMLMap): number[] {
  const seen = new Set<unknown>();
  return map.items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const again = seen.has(key.value);
    seen.add(key.value);
    return again ? [key.range?.[0] ?? 0] : [];
  });
}

/** What the parser says of a YAML text, in words of ours: its own sentences are for programmers. */
function reasonOf(code: string): string {
  if (code === "DUPLICATE_KEY") return "той самий ключ записано двічі";
  if (code === "TAB_AS_INDENT") return "відступ зроблено табуляцією, а потрібні пробіли";
  if (code === "BAD_INDENT") return "відступ не збігається з сусідніми рядками";
  if (code === "MULTILINE_IMPLICIT_KEY" || code === "BLOCK_AS_IMPLICIT_KEY")
    return "у тексті є двокрапка з пробілом, тому його частину прочитано як новий ключ";
  if (code === "MISSING_CHAR") return "не закрито лапки або дужку";
  if (code === "IMPOSSIBLE" || code === "UNEXPECTED_TOKEN") return "тут не може стояти цей знак";
  return `текст не вдалося розібрати (${code})`;
}

/** Faults of one file's writing that are told: one broken line makes the parser stumble over those below. */
const mostProblems = 20;

/** Blanks that look like a space and are none, where YAML needs one: after a colon or a dash, in the indentation. */
function strangeBlanks(text: string): { offset: number; reason: string }[] {
  const pattern =
    /^([ \t]*)(?:- *)*([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])|^[ \t-]*[\p{L}\p{N}_.-]+:([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])/gmu;
  return [...text.matchAll(pattern)].map(({ 0: whole, index }) => {
    const offset = index + whole.length - 1;
    const point = whole
      .charCodeAt(whole.length - 1)
      .toString(16)
      .toUpperCase()
      .padStart(4, "0");
    const where = whole.includes(":") ? "після двокрапки" : "на початку рядка";
    return {
      offset,
      reason: `${where} стоїть не пробіл, а схожий на нього знак U+${point}${point === "00A0" ? " (нерозривний пробіл)" : ""}: замініть його звичайним пробілом`,
    };
  });
}

/** One tab in an indentation makes the parser complain of several things: only the tab is told, once a file. */
function toldOnce<E extends { code: string; pos: [number, number] }>(errors: readonly E[]): E[] {
  const tab = errors.find(({ code }) => code === "TAB_AS_INDENT");
  return tab ? [tab] : [...errors];
}

/** A value in typographic quotes, which YAML takes for letters. */
function quotedOddly(text: string, offset: number): string | undefined {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1).split("\n")[0] ?? "";
  const before = text.slice(0, offset).split("\n").at(-2) ?? "";
  return [line, before].some((one) => /[:,[-]\s*[“”„‟«‘’‚‹]/u.test(one))
    ? 'лапки “ ” і « » для YAML — звичайні літери; текст із двокрапкою, комою чи дужками беруть у прямі лапки "…"'
    : undefined;
}

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
  const blanks = strangeBlanks(text);
  const problems: ReadProblem[] = [
    ...blanks.map(({ offset, reason }) => ({
      code: "yaml" as const,
      place: placeAt(offset),
      reason,
    })),
    // What the parser stumbles over is then most likely one of these.
    ...(blanks.length > 0 ? [] : toldOnce(document.errors)).map((error) => ({
      code: "yaml" as const,
      place: placeAt(error.pos[0]),
      reason: quotedOddly(text, error.pos[0]) ?? reasonOf(error.code),
    })),
  ].slice(0, mostProblems);
  visit(document, {
    Alias: (_, node) => {
      problems.push({
        code: "yaml",
        place: placeAt(node.range?.[0] ?? 0),
        reason: "посилання (*назва) не дозволені",
      });
    },
    Node: (_, node) => {
      const marked = node as { anchor?: string; tag?: string; range?: [number, number, number] };
      if (marked.anchor !== undefined)
        problems.push({
          code: "yaml",
          place: placeAt(marked.range?.[0] ?? 0),
          reason: "якорі (&назва) не дозволені",
        });
      else if (marked.tag !== undefined)
        problems.push({
          code: "yaml",
          place: placeAt(marked.range?.[0] ?? 0),
          reason: "теги (!назва) не дозволені",
        });
      if (isMap(node) && node.flow)
        for (const { key, value } of node.items)
          if (isScalar(key) && (value === null || value === undefined))
            problems.push({
              code: "yaml",
              place: placeAt(key.range?.[0] ?? 0),
              reason: `у дужках { } кома розділяє поля, тож ${quote(key.value)} прочитано як окреме поле; текст із комою беруть у лапки: "…"`,
            });
      if (isMap(node))
        for (const at of repeatedKeys(node))
          problems.push({ code: "yaml", place: placeAt(at), reason: reasonOf("DUPLICATE_KEY") });
    },
  });
  if (problems.length > 0) return { source: undefined, problems };

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
  for (let round = 0; round < 200; round++) {
    const result = schema.safeParse(value);
    if (result.success) return { source: { id, file, value: result.data, placeOf }, problems };
    const before = problems.length;
    let removed = false;
    for (const issue of result.error.issues) {
      for (const problem of problemsOf(issue, { value, schema, placeOf })) problems.push(problem);
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
  if (issue.code === "invalid_union") return "format:date";
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
