import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runScript } from "../test/fixtures/built-site.ts";
import {
  approvedText,
  isApproved,
  publishedDay,
  writePublishedPortal,
} from "../test/fixtures/published-portal.ts";

const folder = mkdtempSync(join(tmpdir(), "published-"));
const root = join(folder, "portal");
const site = join(folder, "site");

beforeAll(() => {
  writePublishedPortal(root);
  const { status, stdout, stderr } = runScript("build", ["--root", root, "--out", site], {
    PORTAL_DATE: publishedDay,
  });
  if (status !== 0) throw new Error(stdout + stderr);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("every file for programs of a small portal is what it was", async () => {
  const files = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(site.length + 1))
    .sort();
  const parts: string[] = [];
  for (const file of files.filter(isApproved))
    parts.push(`=== ${file}\n${await approvedText(file, readFileSync(join(site, file)))}`);
  await expect(parts.join("\n")).toMatchFileSnapshot("../test/fixtures/published.txt");
});
