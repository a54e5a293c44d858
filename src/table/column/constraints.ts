import { RE2JS } from "re2js";
import type { CellProblem } from "../../model/table.ts";
import type { Field } from "../../schemas/data/table-schema.ts";
import { compareCells, isOfType } from "./cell.ts";

type Constraint = {
  kind: CellProblem["kind"];
  expected: string;
  refuses(text: string): boolean;
  /** The same for a number already read; absent where the constraint is about the text. */
  refusesNumber?: (value: number) => boolean;
};

/**
 * Signs and classes of signs, each as often as a number says, «\\d{8}» or «UA[0-9]{17}»: there is one way to match them,
 * so the built-in engine cannot hang on them, and is ten times faster.
 */
const oneWay =
  /^\^?(?:(?:\\d|[\p{L}\d _/-]|\[[\p{L}\d _/]+(?:-[\p{L}\d]+)*\])(?:\{\d{1,3}\})?)+\$?$/u;

/** A publisher's pattern runs on every cell, so it runs on a linear engine: no input can make it hang. */
export function patternOf(pattern: string): { matches(text: string): boolean } | undefined {
  try {
    const linear = RE2JS.compile(pattern);
    if (!oneWay.test(pattern)) return linear;
    const fast = new RegExp(`^(?:${pattern})$`, "u");
    return { matches: (text) => fast.test(text) };
  } catch {
    return undefined;
  }
}

/** Can a pattern be run on the linear engine at all? */
export const isPattern = (pattern: string): boolean => patternOf(pattern) !== undefined;

/** The constraints of a Table Schema field that one cell alone can break; its type is judged elsewhere. */
export function constraintsOf({ type, constraints }: Field): Constraint[] {
  const list: Constraint[] = [];
  const ofType = isOfType[type];
  const add = (
    kind: Constraint["kind"],
    expected: unknown,
    refuses: Constraint["refuses"],
    refusesNumber?: Constraint["refusesNumber"],
  ) =>
    list.push({
      kind,
      expected: String(expected),
      refuses,
      ...(refusesNumber ? { refusesNumber } : {}),
    });
  const { minimum, maximum, minLength, maxLength, pattern } = constraints;
  if (constraints.enum) {
    const allowed = new Set(constraints.enum.map(String));
    add("enum", [...allowed].join(", "), (text) => !allowed.has(text));
  }
  const order = (limit: number | string) => (text: string) =>
    ofType(text) ? compareCells(type, text, String(limit)) : 0;
  if (minimum !== undefined) {
    const against = order(minimum);
    const least = Number(minimum);
    add(
      "minimum",
      minimum,
      (text) => against(text) < 0,
      (value) => value < least,
    );
  }
  if (maximum !== undefined) {
    const against = order(maximum);
    const greatest = Number(maximum);
    add(
      "maximum",
      maximum,
      (text) => against(text) > 0,
      (value) => value > greatest,
    );
  }
  if (minLength !== undefined) add("minLength", minLength, (text) => [...text].length < minLength);
  if (maxLength !== undefined)
    add("maxLength", maxLength, (text) => text.length > maxLength && [...text].length > maxLength);
  const compiled = pattern === undefined ? undefined : patternOf(pattern);
  if (compiled) add("pattern", pattern, (text) => !compiled.matches(text));
  return list;
}
