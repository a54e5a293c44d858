import { expect, test } from "vitest";
import { mutantsOf } from "./mutate.ts";

const changes = (source: string) =>
  mutantsOf("a.ts", source).map(({ from, to }) => `${from} → ${to}`);

test("comparisons, connectives, negations, conditions, methods and severities are turned", () => {
  expect(changes("if (a === 1 && !b) { list.every(f); }")).toEqual([
    "a === 1 && !b → true",
    "a === 1 && !b → false",
    "&& → ||",
    "=== → !==",
    "1 → 0",
    "!b → b",
    "{ list.every(f); } → {}",
    "every → some",
  ]);
  expect(changes("a ? b.slice(2).trim() : Math.min(c, 150)")).toEqual([
    "a → true",
    "a → false",
    "b.slice(2).trim() → b.slice(2)",
    "b.slice(2) → b",
    "min → max",
  ]);
  expect(changes('const severity = "error";')).toEqual(['"error" → "warning"']);
});

test("types, imports, joined texts and the examples of rules stay", () => {
  expect(
    changes(
      'import a from "error";\ntype A = 1 | true;\nconst b = "x" + c;\nconst rule = { examples: [1 === 1] };',
    ),
  ).toEqual([]);
});

test("each mutant is the whole source with one change, and its line", () => {
  expect(mutantsOf("a.ts", "x;\ny < 2;\n")).toEqual([
    { line: 2, from: "<", to: "<=", text: "x;\ny <= 2;\n" },
  ]);
});
