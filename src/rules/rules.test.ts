import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { treeOf } from "../model/tree.ts";
import { readRepository } from "../read/repository.ts";
import { compareDatasets } from "../review/datasets.ts";
import { readTable } from "../table/read-table.ts";
import { findingLine } from "../test/fixtures/finding-line.ts";
import { ruleIds } from "../vocabularies/rule-ids.ts";
import { examplePortal } from "./example-portal.ts";
import { checkRepository, rules } from "./index.ts";
import type { Rule } from "./rule.ts";
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

const isRule = (value: unknown): value is Rule =>
  typeof value === "object" && value !== null && "id" in value && "examples" in value;

test("every rule has a file of its name, is in the list, and among those of tables where it lies there", async () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  const written = await Promise.all(
    files.map(async (file) => ({
      file,
      ids: Object.values(await import(join(import.meta.dirname, file)))
        .filter(isRule)
        .map(({ id }) => id),
    })),
  );
  const ofRules = written.filter(({ ids }) => ids.length > 0);
  expect(ofRules.map(({ file }) => basename(file, ".ts"))).toEqual(
    ofRules.map(({ ids }) => ids.join()),
  );
  expect(ofRules.flatMap(({ ids }) => ids).sort()).toEqual(rules.map(({ id }) => id).sort());
  const ofTables = ofRules.filter(({ file }) => file.startsWith("tables/"));
  expect(ofTables.flatMap(({ ids }) => ids).sort()).toEqual(tableRules.map(({ id }) => id).sort());
});

test("the union of rules' ids is the list of rules", () => {
  expect([...ruleIds]).toEqual(rules.map(({ id }) => id).sort());
});
