import { cpSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Catalogue } from "../model/catalogue.ts";
import type { Repository } from "../model/repository.ts";
import { canCache, codeHash } from "../read/disk/disk-cache.ts";
import { engine as project } from "../read/disk/engine.ts";
import { identityOf, openLastSite } from "../read/disk/last-site.ts";
import { clearLeftovers, waysOf } from "../read/disk/leftovers.ts";
import { noPacks, openPacks } from "../read/disk/packs.ts";
import { discard, putInPlace } from "../read/disk/put-in-place.ts";
import { checkReplaceable } from "../read/disk/replaceable.ts";
import { asPublished, openSite, type Publication } from "./open-site.ts";
import { compilePages, type PagesHelper, takeAssets } from "./pages/compile-pages.ts";
import { openPages } from "./pages/render-pages.ts";
import { searchIndexOf } from "./search-index.ts";
import { handOver } from "./site.ts";
import { withWeighedCopies, writeFiles } from "./write-files.ts";

/**
 * A catalogue without errors → the site's files in `out`. What the last site lacks is made in a folder beside it and put
 * in place at the end, so that a build that fails leaves the last good site as it was.
 */
export async function buildSite(options: {
  root: string;
  out: string;
  catalogue: Catalogue;
  repository: Repository;
  /** Of a build that is to be published: what stood there before, and when this one is made. */
  published?: Publication;
  /** Another process that has begun to compile the pages. */
  helper?: PagesHelper | undefined;
}): Promise<void> {
  const { root, out, catalogue, repository, published, helper } = options;
  // Astro keeps what it renders pages with beside the site only where that lies in this folder; elsewhere in one place
  // for all, where two builds at once would take it from each other.
  const { work, fresh } = waysOf(out, project, process.pid);
  const [made, compiled] = [join(work, "site"), join(work, "pages")];
  checkReplaceable(out, { root, project });
  clearLeftovers(out, project);
  const over = identityOf(out);
  const isKept = canCache(project);
  const packs = isKept ? openPacks(project, "made") : noPacks;
  const code = codeHash(project);
  // Asked before anything is made: a repository that cannot say what it is at is told at once.
  const opened = openSite(root, { catalogue, repository });
  mkdirSync(dirname(work), { recursive: true });
  // Not with its parents: of a disk that is read-only Node would then say that the folder is not there.
  mkdirSync(work);
  mkdirSync(dirname(out), { recursive: true });
  // Both are other processes, which work while files are made. Should one fail, that is told where its work is taken.
  const program = compilePages(compiled, {
    project,
    root,
    site: catalogue.portal.site,
    packs,
    helper,
  });
  program.catch(() => {});
  const searchIndex = searchIndexOf(catalogue, repository);
  searchIndex.catch(() => {});
  try {
    const site = asPublished(await withWeighedCopies(opened, { packs, code }), published);
    handOver(site, searchIndex);
    const lastSite = openLastSite(project, out, isKept);
    const rendered = program.then(async ({ entry, key }) => ({
      pages: await openPages(entry, compiled),
      code: key,
    }));
    await writeFiles(
      { folder: made, last: lastSite },
      site,
      rendered,
      { packs, code },
      searchIndex,
    );
    takeAssets(compiled, made);
    move(made, fresh);
    // Looked at again: the build took its time, and somebody may have put something there.
    checkReplaceable(out, { root, project });
    putInPlace(fresh, out, { staying: lastSite.staying, over });
    lastSite.remember();
  } finally {
    await helper?.end();
    await Promise.allSettled([program]);
    rmSync(work, { recursive: true, force: true });
    discard(fresh);
  }
}

/** A folder to another place, which may be another disk's. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    // The filter makes Node copy file by file: its other way calls a full disk a broken one.
    cpSync(from, to, { recursive: true, filter: () => true });
  }
}
