import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openPreloads } from "./preloads.ts";

const folder = mkdtempSync(join(tmpdir(), "preloads-"));
mkdirSync(join(folder, "_astro"));
const modules = {
  "page.js": 'import{a as b}from"./words.js";import"./sheet.js";const c=()=>import("./later.js");',
  "words.js": 'import{d}from"./keys.js";export{d as a};',
  "keys.js": "export const d=1;",
  "sheet.js": "",
};
for (const [name, text] of Object.entries(modules))
  writeFileSync(join(folder, "_astro", name), text);

test("a page names all the modules that its scripts begin with, and none that come when asked", () => {
  const html = '<head></head><script type="module" src="/portal/_astro/page.js"></script>';
  expect(openPreloads(folder, "/portal")(html)).toBe(
    '<head><link rel="modulepreload" href="/portal/_astro/words.js"><link rel="modulepreload" href="/portal/_astro/sheet.js">' +
      '<link rel="modulepreload" href="/portal/_astro/keys.js"></head><script type="module" src="/portal/_astro/page.js"></script>',
  );
});

test("a page without scripts stays as it is", () => {
  expect(openPreloads(folder, "")("<head></head>")).toBe("<head></head>");
});
