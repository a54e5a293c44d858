import { describe, expect, test } from "vitest";
import { type Tree, treeOf } from "../model/tree.ts";
import { readRepository } from "../read/repository.ts";
import { examplePortal, stopsWith } from "../rules/example-portal.ts";
import { checkRepository } from "../rules/index.ts";

const table = "data/datasets/stops/stops.csv";
const passport = "data/datasets/stops/datapackage.yaml";
const name = (more: string) => stopsWith("title: Назва }", `title: Назва, ${more} }`);
const cells = (text: string) => ({ [table]: `id,name,platforms\n1,${text},2\n2,Центр,1\n` });
const check = (tree: Tree) => checkRepository(readRepository(tree));

test("a file of a hundred megabytes is refused before it is read", () => {
  const tree = new Map(treeOf(examplePortal));
  tree.set("data/datasets/stops/big.csv", {
    size: 100 * 1024 * 1024,
    kind: "file",
    bytes: () => {
      throw new Error("It was read.");
    },
  });
  expect(check(tree).map(({ rule }) => rule)).toContain("file-size");
});

/** Patterns that hang a backtracking engine on the text beside them. */
test.each([
  ["(a+)+$", `${"a".repeat(100_000)}!`],
  ["(a|aa)+$", `${"a".repeat(100_000)}!`],
  ["(.*a){20}$", `${"a".repeat(20_000)}!`],
  ["^(([a-z])+.)+[A-Z]([a-z])+$", "a".repeat(100_000)],
  [".*.*=.*", "x".repeat(100_000)],
  ["([^@]+)*@", "a".repeat(100_000)],
  ["(x+x+)+y", "x".repeat(100_000)],
  ["^(\\d+)*$", `${"1".repeat(100_000)}x`],
])(
  "the pattern %s on a cell of a hundred thousand letters answers within its second",
  (pattern, cell) => {
    const files = name(`constraints: { pattern: ${JSON.stringify(pattern)} }`);
    const start = performance.now();
    const findings = check(treeOf({ ...examplePortal, ...files, ...cells(cell) }));
    expect(performance.now() - start).toBeLessThan(5000);
    expect(findings.filter(({ rule }) => rule === "pattern-known")).toEqual([]);
  },
);

describe("what grows faster than it is read", () => {
  const many = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => line(index)).join("");
  test.each<[what: string, files: Record<string, string>]>([
    [
      "sixty thousand unknown keys",
      { [passport]: `${examplePortal[passport]}${many(60_000, (index) => `k${index}: 1\n`)}` },
    ],
    [
      "a title of half a million letters that begin a role",
      stopsWith("title: Назва }", `title: ${"податков".repeat(60_000)} }`),
    ],
    [
      "a header of half a million letters",
      { [table]: `id,${"податков".repeat(60_000)},platforms\n1,a,2\n` },
    ],
  ])(
    "%s: answered at all",
    (_, files) => {
      expect(() => check(treeOf({ ...examplePortal, ...files }))).not.toThrow();
    },
    60_000,
  );
});
