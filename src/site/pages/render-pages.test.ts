import { globSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "astro";
import { afterAll, expect, inject, test } from "vitest";
import { noPacks } from "../../read/disk/packs.ts";
import { project } from "../../test/fixtures/built-site.ts";
import { openSite } from "../open-site.ts";
import { loadPortal } from "../portal.ts";
import { searchIndexOf } from "../search-index.ts";
import { handOver } from "../site.ts";
import { withWeighedCopies } from "../write-files.ts";
import { contentModules, judgedBodies } from "./content-modules.ts";

const folder = join(project, ".astro", `by-astro-${process.pid}`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * A page's bytes without the modules that we name ahead (preloads.ts), and with its stylesheets in one order: Astro's own changes from page to page, because it sorts them in place
 * by a comparison that never calls two of them equal (cssOrder in astro/dist/core/build/runtime.js). Ours does not.
 */
const ordered = (file: string): string =>
  readFileSync(file, "latin1")
    .replace(/<link rel="modulepreload"[^>]*>/g, "")
    .replace(/(?:<link rel="stylesheet"[^>]*>){2,}/g, (links) =>
      links
        .split(/(?<=>)/)
        .sort()
        .join(""),
    );

test("our loop renders every page, byte for byte as Astro's own builder does", async () => {
  const { catalogue, repository } = loadPortal(project, "2026-11-23");
  if (!catalogue) throw new Error("The portal has errors.");
  const searchIndex = await searchIndexOf(catalogue, repository);
  const opened = openSite(project, { catalogue, repository, searchIndex });
  handOver(await withWeighedCopies(opened, { packs: noPacks, code: "" }));
  const { origin, pathname } = new URL(catalogue.portal.site);
  await build({
    root: project,
    outDir: folder,
    cacheDir: `${folder}-cache`,
    logLevel: "silent",
    site: origin,
    base: pathname,
    vite: { plugins: [contentModules(judgedBodies(project))] },
  });
  rmSync(`${folder}-cache`, { recursive: true, force: true });
  const site = inject("site");
  const pages = globSync("**/*.html", { cwd: folder }).sort();
  const differing = pages.filter(
    (page) => ordered(join(folder, page)) !== ordered(join(site, page)),
  );
  expect(pages.length).toBeGreaterThan(500);
  expect(differing).toEqual([]);
  // What browsers load is the same too; pages for former addresses of sets are no work of Astro's.
  const loaded = (root: string) => globSync("_astro/*", { cwd: root }).sort();
  expect(loaded(site)).toEqual(loaded(folder));
});
