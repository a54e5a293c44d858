import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Tree, textOf, treeOf } from "../model/tree.ts";
import { readRepository } from "../read/repository.ts";
import { readTree } from "../read/tree.ts";
import { checkRepository } from "../rules/index.ts";
import { schemaVersion } from "../schemas/data/schema-version.ts";
import { project } from "../test/fixtures/built-site.ts";
import { migrate, stepsBetween, upToDate, versionOfTree } from "./migrate.ts";
import { steps } from "./steps/index.ts";

const fixtures = join(project, "src/test/fixtures/portal-versions");
const older = readdirSync(fixtures).map(Number);
const textsOf = (tree: Tree): Record<string, string> =>
  Object.fromEntries([...tree].map(([path, file]) => [path, textOf(file)]));
/** A portal after its files were rewritten. */
const migrated = (tree: Tree, to = schemaVersion): Tree =>
  treeOf({
    ...textsOf(tree),
    ...Object.fromEntries(migrate(tree, to).map(({ path, after }) => [path, after])),
  });
const told = (tree: Tree) =>
  checkRepository(readRepository(tree)).map(({ rule, message }) => `${rule}: ${message}`);

test("steps lead to the engine's version one by one, each in a file of its number, and each older version has a portal", () => {
  expect(steps.map(({ version }) => version)).toEqual(
    Array.from({ length: schemaVersion - 1 }, (_, index) => index + 2),
  );
  const files = readdirSync(join(import.meta.dirname, "steps")).filter((file) => /^\d/.test(file));
  expect(files.map((file) => Number(file.slice(0, 3)))).toEqual(
    steps.map(({ version }) => version),
  );
  expect(older).toEqual(Array.from({ length: schemaVersion - 1 }, (_, index) => index + 1));
});

describe.each(older)("a portal of version %i", (version) => {
  const before = readTree(join(fixtures, String(version)));

  test("is judged by nothing but its version", () => {
    expect(versionOfTree(before)).toBe(version);
    expect(told(before)).toEqual([
      `schema-version: Портал описано за версією ${version} схеми, а рушій читає версію ${schemaVersion}.`,
    ]);
  });

  test("rewritten, is read without a remark", () => {
    expect(told(migrated(before))).toEqual([]);
    expect(told(upToDate(before))).toEqual([]);
  });

  test("comes back byte for byte, from each version between", () => {
    for (let to = version + 1; to <= schemaVersion; to++)
      expect(textsOf(migrated(migrated(before, to), version))).toEqual(textsOf(before));
  });

  test("rewritten again by the same steps, stays as it is", () => {
    for (const { files, up } of stepsBetween(version, schemaVersion))
      for (const [path, text] of Object.entries(textsOf(before)))
        if (files.test(path)) expect(up(up(text))).toBe(up(text));
    expect(migrate(migrated(before))).toEqual([]);
  });
});

const first = readTree(join(fixtures, "1"));
const portal = readFileSync(join(fixtures, "1/data/portal.yaml"), "utf8");
const become = (text: string) =>
  textOf(migrated(treeOf({ "data/portal.yaml": text })).get("data/portal.yaml") ?? never());
const never = (): never => {
  throw new Error("There is no descriptor.");
};

test("from the first version to the second: the sign is written, all else stays as people wrote it", () => {
  expect(become(portal)).toBe(
    portal.replace(
      "title: ",
      `schemaVersion: 2
mark: { bastions: 6 } # такий знак портал мав і без цього рядка; літерами — mark: { letters: ПГ }
title: `,
    ),
  );
});

test("a sign people wrote is theirs, there and back", () => {
  const own = `${portal}mark: { bastions: 6 } # наша фортеця\n`;
  expect(become(own)).toBe(own.replace("title: ", "schemaVersion: 2\ntitle: "));
  const back = migrate(treeOf({ "data/portal.yaml": become(own) }), 1);
  expect(back.map(({ after }) => after)).toEqual([own]);
});

test("a sign that was changed since stays where one goes back: the first version reads it too", () => {
  const changed = become(portal).replace("mark: { bastions: 6 }", "mark: { letters: ВГ }");
  const [back] = migrate(treeOf({ "data/portal.yaml": changed }), 1);
  expect(back?.after).toContain("mark: { letters: ВГ }");
  expect(back?.after).not.toContain("schemaVersion");
});

test("whatever comments, ends of file and blanks a descriptor has, the way back gives its bytes", () => {
  const line = fc.constantFrom("", "# примітка", "#", "  # з відступом", "---");
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), fc.array(line), fc.boolean(), (top, end, cut) => {
      const lines = top.filter((one, index) => one !== "---" || index === top.length - 1);
      const tail = end.filter((one) => one !== "---");
      const text =
        [...lines, "title: а", 'site: "https://b"', ...tail].join("\n") + (cut ? "" : "\n");
      const tree = treeOf({ "data/portal.yaml": text });
      expect(textsOf(migrated(migrated(tree), 1))).toEqual({ "data/portal.yaml": text });
    }),
  );
});

test("a descriptor that cannot be rewritten line by line is told of, and read from history as it is", () => {
  for (const text of ["{ title: а }\n", "title: [\n"]) {
    const tree = treeOf({ "data/portal.yaml": text });
    expect(() => migrate(tree)).toThrow("нічого не змінено");
    expect(upToDate(tree)).toBe(tree);
  }
  expect(migrate(treeOf({}))).toEqual([]);
  const now = migrated(first);
  expect(upToDate(now)).toBe(now);
});

test("a portal of a later version is told to wait for a newer engine", () => {
  const later = treeOf({ ...textsOf(first), "data/portal.yaml": `schemaVersion: 9\n${portal}` });
  expect(told(later)).toEqual([
    `schema-version: Портал описано за версією 9 схеми, а рушій читає лише версію ${schemaVersion}.`,
  ]);
  expect(upToDate(later)).toBe(later);
});
