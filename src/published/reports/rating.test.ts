import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runScript } from "../../test/fixtures/built-site.ts";
import { generatedPortal } from "../../test/fixtures/generated-portal.ts";
import { renderBadge } from "./badge.ts";

const root = mkdtempSync(join(tmpdir(), "portal-rating-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const git = (...args: string[]) =>
  spawnSync("git", ["-C", root, "-c", "user.name=a", "-c", "user.email=a@example.org", ...args], {
    env: { ...process.env, GIT_COMMITTER_DATE: "2026-03-01T12:00:00Z" },
  });
const rating = (...args: string[]) => runScript("rating", ["--root", root, ...args]);

test("a frozen rating counts again to the same scores; one that was touched does not", () => {
  for (const [path, text] of Object.entries(generatedPortal(2))) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  git("init", "--quiet");
  git("add", "-A");
  git("commit", "-qm", "Start");
  expect(rating("--verify").stdout).toBe("Зафіксованих рейтингів немає.\n");
  expect(rating("--freeze", "2026").status).toBe(0);
  const file = join(root, "data/registers/ratings/2026.yaml");
  const frozen = readFileSync(file, "utf8");
  expect(frozen).toContain("date: 2026-03-01");
  expect(rating("--verify")).toMatchObject({
    status: 0,
    stdout: "Рейтинг розпорядників за 2026 рік: збігається.\n",
  });
  expect(rating("--freeze", "2026").stderr).toContain("уже зафіксовано");
  writeFileSync(file, frozen.replace(/score: [\d.]+/, "score: 7"));
  expect(rating("--verify")).toMatchObject({
    status: 1,
    stderr: "Рейтинг розпорядників за 2026 рік: council — зафіксовано 7, виходить 100.\n",
  });
});

test("a badge is one picture with its words for those who cannot see it", () => {
  const badge = renderBadge(
    { publisher: "council", score: 72.2, sets: 3, parts: [], fixes: [] },
    3,
    10,
  );
  expect(badge).toContain('aria-label="Відкриті дані: 72,2 зі 100 · 3 місце з 10"');
  expect(badge).not.toMatch(/<script|href|style=/);
});
