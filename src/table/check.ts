import { RE2JS } from "re2js";
import type { CellProblem, Table } from "../model/table.ts";
import { type Field, namesOf, type TableSchema } from "../schemas/table-schema.ts";
import { compareCells, isOfType } from "./cell.ts";

type Judge = { kind: CellProblem["kind"]; expected: string; refuses(text: string): boolean };

/** Places kept of each kind: enough to see the pattern, few enough to read. */
const kept = 5;

/** A publisher's pattern runs on every cell, so it runs on a linear engine: no input can make it hang. */
function patternOf(pattern: string): { matches(text: string): boolean } | undefined {
  try {
    return RE2JS.compile(pattern);
  } catch {
    return undefined;
  }
}

export const isUsablePattern = (pattern: string): boolean => patternOf(pattern) !== undefined;

function judgesOf(field: Field): Judge[] {
  const { type, constraints } = field;
  const judges: Judge[] = [];
  const ofType = isOfType[type];
  const add = (kind: Judge["kind"], expected: unknown, refuses: Judge["refuses"]) =>
    judges.push({ kind, expected: String(expected), refuses });
  add("type", type, (text) => !ofType(text));
  const { minimum, maximum, minLength, maxLength, pattern } = constraints;
  if (constraints.enum) {
    const allowed = new Set(constraints.enum.map(String));
    add("enum", [...allowed].join(", "), (text) => !allowed.has(text));
  }
  if (minimum !== undefined)
    add(
      "minimum",
      minimum,
      (text) => ofType(text) && compareCells(type, text, String(minimum)) < 0,
    );
  if (maximum !== undefined)
    add(
      "maximum",
      maximum,
      (text) => ofType(text) && compareCells(type, text, String(maximum)) > 0,
    );
  if (minLength !== undefined) add("minLength", minLength, (text) => [...text].length < minLength);
  if (maxLength !== undefined) add("maxLength", maxLength, (text) => [...text].length > maxLength);
  const compiled = pattern === undefined ? undefined : patternOf(pattern);
  if (compiled) add("pattern", pattern, (text) => !compiled.matches(text));
  return judges;
}

/** Every cell of a table against its schema: one problem per column and kind, with the first places and the count. */
export function checkCells(table: Table, schema: TableSchema): CellProblem[] {
  const missing = new Set(schema.missingValues);
  const problems: CellProblem[] = [];
  for (const field of schema.fields) {
    const column = table.header.indexOf(field.name);
    if (column === -1) continue;
    const found = new Map<string, CellProblem>();
    const note = (judge: Omit<Judge, "refuses">, line: number, record: number, value: string) => {
      let problem = found.get(judge.kind);
      if (!problem) {
        problem = { ...judge, column, field: field.name, count: 0, first: [] };
        found.set(judge.kind, problem);
      }
      problem.count++;
      if (problem.first.length < kept) problem.first.push({ line, record, value });
    };
    const judges = judgesOf(field).map(({ refuses, ...rest }) => ({ refuses, rest }));
    const seen = new Set<string>();
    table.rows.forEach(({ line, cells }, index) => {
      const text = cells[column];
      // A short row has no such cell: rows-rectangular speaks of it.
      if (text === undefined) return;
      if (missing.has(text)) {
        if (field.constraints.required)
          note({ kind: "required", expected: "значення" }, line, index + 2, text);
        return;
      }
      if (field.constraints.unique) {
        if (seen.has(text))
          note({ kind: "unique", expected: "без повторів" }, line, index + 2, text);
        seen.add(text);
      }
      const judge = judges.find(({ refuses }) => refuses(text));
      if (judge) note(judge.rest, line, index + 2, text);
    });
    problems.push(...found.values());
  }
  return problems;
}

/** The values of some columns joined into one key per row; undefined where every one of them is missing. */
export function keysOf(
  table: Table,
  schema: TableSchema,
  names: string | string[] | undefined,
): (string | undefined)[] {
  const columns = namesOf(names).map((name) => table.header.indexOf(name));
  const missing = new Set(schema.missingValues);
  return table.rows.map(({ cells }) => {
    const values = columns.map((column) => cells[column] ?? "");
    return values.every((value) => missing.has(value)) ? undefined : values.join("\u001f");
  });
}
