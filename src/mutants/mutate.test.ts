import { expect, test } from "vitest";
import { mutantsOf } from "./mutate.ts";

const changes = (source: string) =>
  mutantsOf("a.ts", source).map(({ from, to }) => `${from} → ${to}`);

test("comparisons, connectives, negations, limits, quantifiers and severities are turned", () => {
  expect(changes("if (a === 1 && !b) list.every(f);")).toEqual([
    "&& → ||",
    "=== → !==",
    "1 → 2",
    "!b → b",
    "every → some",
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
    { line: 2, from: "2", to: "3", text: "x;\ny < 3;\n" },
  ]);
});
