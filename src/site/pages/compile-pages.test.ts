import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { engine } from "../../read/disk/engine.ts";
import { noPacks, type Packs } from "../../read/disk/packs.ts";
import { examplePortal } from "../../rules/example-portal.ts";
import { compileAhead } from "../ahead.ts";
import { compilePages } from "./compile-pages.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "compiled-"));
});
afterEach(() => rmSync(root, { recursive: true }));

/** What the other process is: a program that notes how it was called, then does as it is told. */
function doorThat(acts: string): string {
  const door = join(root, "door.mjs");
  const called = JSON.stringify(join(root, "called"));
  const note = `writeFileSync(${called} + ".pid", String(process.pid));
writeFileSync(${called}, JSON.stringify(process.argv.slice(2)));`;
  writeFileSync(door, `import { mkdirSync, writeFileSync } from "node:fs";\n${acts}\n${note}\n`);
  return door;
}

/** Keeps a program once the other process was called. */
const keptByHelper = (packed: string[]): Packs => ({
  ...noPacks,
  async unpack(_, folder) {
    if (!existsSync(join(root, "called"))) return undefined;
    mkdirSync(join(folder, ".prerender"), { recursive: true });
    writeFileSync(join(folder, ".prerender/prerender-entry.kept.mjs"), "");
    return [];
  },
  pack(key) {
    packed.push(key);
    return [];
  },
});

/** Of no other test: its pages are kept nowhere. */
const site = `https://${randomUUID()}.example.gov.ua`;
const descriptor = {
  "data/portal.yaml": (examplePortal["data/portal.yaml"] ?? "").replace(
    /^site:.*$/m,
    `site: ${site}`,
  ),
};
const write = (files: Record<string, string>) => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
};

test("pages that another process compiled and kept are taken, not compiled again", async () => {
  const packed: string[] = [];
  const packs = keptByHelper(packed);
  const folder = join(root, "made");
  write(descriptor);
  const helper = compileAhead({ project: engine, root, door: doorThat("") });
  const { entry } = await compilePages(folder, { project: engine, root, site, packs, helper });
  expect(entry).toBe(join(folder, ".prerender/prerender-entry.kept.mjs"));
  expect(JSON.parse(readFileSync(join(root, "called"), "utf8"))).toEqual([
    "build",
    "--root",
    root,
    "--pages",
  ]);
  expect(packed).toEqual([]);
});

test("a build that came to nothing ends the other process, takes away what it worked with, and compiles nothing", async () => {
  const packed: string[] = [];
  write(descriptor);
  const work = join(engine, ".astro", "build-");
  const acts = `mkdirSync(${JSON.stringify(work)} + process.pid, { recursive: true }); setInterval(() => {}, 1000);`;
  const helper = compileAhead({ project: engine, root, door: doorThat(acts) });
  const packs = { ...keptByHelper(packed), unpack: async () => undefined };
  const compiled = compilePages(join(root, "made"), { project: engine, root, site, packs, helper });
  await expect.poll(() => existsSync(join(root, "called"))).toBe(true);
  const [stopped] = await Promise.allSettled([compiled, helper?.end()]);
  expect(stopped).toMatchObject({ status: "rejected", reason: { name: "AbortError" } });
  expect([packed, existsSync(join(root, "made"))]).toEqual([[], false]);
  expect(existsSync(work + readFileSync(join(root, "called.pid"), "utf8"))).toBe(false);
});

test.each<[string, Record<string, string>]>([
  ["an entry that the judge has refused", { ...descriptor, "content/news/bad.mdx": "{1 + 1}\n" }],
  ["a descriptor that cannot be read", { "data/portal.yaml": "title: [\n" }],
  ["no portal at all", {}],
])("%s: no process is asked, and nothing thrown", (_, files) => {
  write(files);
  expect(compileAhead({ project: engine, root, door: doorThat("") })).toBeUndefined();
});
