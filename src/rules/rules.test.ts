import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { treeOf } from "../model/tree.ts";
import { readRepository } from "../read/repository.ts";
import { compareDatasets } from "../review/datasets.ts";
import { readTable } from "../table/read-table.ts";
import { findingLine } from "../test/fixtures/finding-line.ts";
import { ruleIds } from "../vocabularies/rule-ids.ts";
import { examplePortal } from "./example-portal.ts";
import { checkRepository, rules } from "./index.ts";
import { tableRules } from "./tables/index.ts";

const portalWith = (changes: Record<string, string | Uint8Array | null>) =>
  treeOf(
    Object.fromEntries(
      Object.entries({ ...examplePortal, ...changes }).filter(
        (entry): entry is [string, string | Uint8Array] => entry[1] !== null,
      ),
    ),
  );

test("the example portal has nothing to find", () => {
  expect(checkRepository(readRepository(portalWith({})))).toEqual([]);
});

describe.each(rules)("$id", (rule) => {
  /** A rule of a change is shown the example portal and the same with the example's files. */
  const judge = (
    files: Record<string, string | Uint8Array | null>,
    sheet?: (typeof rule.examples)[number]["sheet"],
  ) => {
    if (sheet) {
      const { text, ...rest } = sheet;
      const report = readTable(new TextEncoder().encode(text), { form: "any" });
      const found = tableRules.find(({ id }) => id === rule.id)?.find;
      return found?.({ file: "book.xlsx", sheet: "Аркуш1", form: "any", report, ...rest }) ?? [];
    }
    const repository = readRepository(portalWith(files));
    return rule.compare
      ? rule.compare(compareDatasets(readRepository(portalWith({})), repository), [])
      : rule.check(repository);
  };

  test.each(rule.examples)("$when", ({ files, mended, messages, warns, sheet }) => {
    const findings = judge(files, sheet);
    expect(findings.map(({ message }) => message)).toEqual(messages);
    expect(findings.map(findingLine).join("\n")).toMatchSnapshot();
    for (const finding of findings) {
      expect(finding.rule).toBe(rule.id);
      // What stops a publication is part of the example: readers of the help page rely on it.
      expect(finding.severity).toBe(warns ? "warning" : "error");
      expect(finding.hint).not.toBe("");
    }
    if (mended) expect(judge(mended)).toEqual([]);
  });

  test("has an example that finds something", () => {
    expect(rule.examples.flatMap(({ messages }) => messages)).not.toEqual([]);
  });
});

test("every rule file is in the list", () => {
  const parts = [
    ...[
      "rule.ts",
      "differences.ts",
      "closest.ts",
      "resource-path.ts",
      "geojson-words.ts",
      "json-words.ts",
      "people-found.ts",
      "taken-down.ts",
      "workbook-people.ts",
      "example-portal.ts",
      "index.ts",
    ],
    ...[
      "tables/table-rule.ts",
      "tables/example-table.ts",
      "tables/columns/fields-block.ts",
      "tables/file/sheet-cells.ts",
      "tables/index.ts",
    ],
  ];
  const isTable = new Set<string>(tableRules.map(({ id }) => id));
  const listed = rules.map(({ id }) => `${id}.ts`);
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.endsWith(".test.ts"),
  );
  const names = files.map((file) => basename(file));
  expect(names.sort()).toEqual([...listed, ...parts.map((file) => basename(file))].sort());
  // A rule on one table stands among those, and no other does.
  const ofTables = files.filter((file) => file.startsWith("tables/") && !parts.includes(file));
  expect(ofTables.map((file) => basename(file, ".ts")).sort()).toEqual([...isTable].sort());
});

test("the union of rules' ids is the list of rules", () => {
  expect([...ruleIds]).toEqual(rules.map(({ id }) => id).sort());
});
