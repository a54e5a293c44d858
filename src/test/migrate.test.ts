import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { project, runScript } from "./fixtures/built-site.ts";
import { commit } from "./fixtures/published-portal.ts";

const folder = mkdtempSync(join(tmpdir(), "migrated-portal-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const day = { PORTAL_DATE: "2026-11-23" };
/** A folder of its own with a portal of the first version. */
function olderPortal(name: string): string {
  const root = join(folder, name);
  cpSync(join(project, "src/test/fixtures/portal-versions/1"), root, { recursive: true });
  return root;
}
const portalOf = (root: string) => readFileSync(join(root, "data/portal.yaml"), "utf8");
const run = (verb: string, root: string, ...args: string[]) =>
  runScript(verb, ["--root", root, ...args], day);

test("an older portal is told what to do, rewritten, judged, and taken back", () => {
  const root = olderPortal("whole");
  commit(root, {}, "Портал першої версії", "2026-11-20");
  const old = portalOf(root);
  for (const verb of ["validate", "build"]) {
    const { status, stdout, stderr } = run(
      verb,
      root,
      ...(verb === "build" ? ["--out", join(folder, "site")] : []),
    );
    expect(status).toBe(1);
    expect(stdout + stderr).toContain("Виконайте npx open-data-portal migrate");
    expect((stdout + stderr).match(/помилка:/g)).toHaveLength(1);
  }

  const shown = run("migrate", root, "--dry-run");
  expect([shown.status, shown.stderr]).toEqual([0, ""]);
  expect(
    shown.stdout.replace(/^index .*$/m, "index"),
  ).toBe(`diff --git a/data/portal.yaml b/data/portal.yaml
index
--- a/data/portal.yaml
+++ b/data/portal.yaml
@@ -1,5 +1,7 @@
 # yaml-language-server: $schema=../node_modules/open-data-portal/src/schemas/json/portal.schema.json
 # Портал Вигаданої громади: її немає.
+schemaVersion: 2
+mark: { bastions: 6 } # такий знак портал мав і без цього рядка; літерами — mark: { letters: ПГ }
 title: "Відкриті дані Вигаданої громади"   # назва на кожній сторінці
 description: >-
   Вигадані дані
`);
  expect(portalOf(root)).toBe(old);

  const done = run("migrate", root);
  expect([done.status, done.stderr]).toEqual([0, ""]);
  expect(done.stdout).toContain("Змінено файлів — 1:\n  data/portal.yaml\n");
  const judged = run("validate", root);
  expect([judged.status, judged.stdout.includes("Помилок: 0.")]).toEqual([0, true]);
  expect(run("migrate", root).stdout).toBe(
    "Портал уже описано за версією 2 схеми: змінювати нічого.\n",
  );

  // What git keeps of the older version is still read: the figures of that day do not vanish.
  commit(root, {}, "Описи переписано", "2026-11-21");
  const { stdout } = runScript("review", ["--root", root, "--base", "HEAD~1"], day);
  expect(stdout).not.toContain("за версією");
  expect(stdout).toContain("Змін немає");

  const back = run("migrate", root, "--to", "1");
  expect([back.status, back.stderr]).toEqual([0, ""]);
  expect(back.stdout).toContain("поверніть у package.json попередню версію рушія");
  expect(portalOf(root)).toBe(old);
});

test("a portal that the engine is too old for is told so, by commands and by the judge", () => {
  const root = olderPortal("newer");
  writeFileSync(join(root, "data/portal.yaml"), `schemaVersion: 9\n${portalOf(root)}`);
  for (const verb of ["migrate", "validate"]) {
    const { status, stdout, stderr } = run(verb, root);
    expect(status).toBe(verb === "migrate" ? 2 : 1);
    expect((stdout + stderr).toLowerCase()).toContain("оновіть рушій");
  }
});

test("a wrong version and a folder without a portal end with a sentence", () => {
  const root = olderPortal("asked");
  for (const to of ["0", "3", "два"])
    expect(run("migrate", root, "--to", to).stderr).toContain("номер версії схеми від 1 до 2");
  expect(run("migrate", folder).stderr).toContain("немає файлу data/portal.yaml");
});
