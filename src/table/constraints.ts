import { RE2JS } from "re2js";
import type { CellProblem } from "../model/table.ts";
import type { Field } from "../schemas/table-schema.ts";
import { compareCells, isOfType } from "./cell.ts";

type Constraint = {
  kind: CellProblem["kind"];
  expected: string;
  refuses(text: string): boolean;
  /** The same for a number already read; absent where the constraint is about the text. */
  refusesNumber?: (value: number) => boolean;
};

/** A publisher's pattern runs on every cell, so it runs on a linear engine: no input can make it hang. */
function patternOf(pattern: string): { matches(text: string): boolean } | undefined {
  try {
    return RE2JS.compile(pattern);
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
