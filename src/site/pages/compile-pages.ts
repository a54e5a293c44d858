import { createHash } from "node:crypto";
import {
  cpSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join, relative } from "node:path";
import type { AstroIntegration, AstroPrerenderer } from "astro";
import { codeHash } from "../../read/disk/disk-cache.ts";
import { waysOf } from "../../read/disk/leftovers.ts";
import { openPacks, type PackedFile, type Packs } from "../../read/disk/packs.ts";
import { contentModules, judgedBodies } from "./content-modules.ts";

/** What stops a build is thrown and told once, by the command; Astro would tell it too, in English, with its stack. */
const logLevel = process.env.PORTAL_DEBUG === "1" ? "warn" : "silent";

/** Where Astro puts the program that renders pages, in the folder it builds into. */
const programFolder = ".prerender";

/** Another process that compiles pages and keeps them. */
export type PagesHelper = {
  /** Settled once it has ended, whatever came of it: what is wrong with a page is told by who compiles it next. */
  ended: Promise<void>;
  /** Aborted where it was ended before it was done: whoever waits for it compiles nothing then. */
  signal: AbortSignal;
  /** It works no more, and what it worked with is gone. */
  end(): Promise<void>;
};

/** What pages are compiled of, beside the sources, and where they are kept. */
type Compiled = { project: string; root: string; site: string; packs: Packs };

/** The module that begins the program that renders pages, and the hash of all it is made of. */
type PagesProgram = { entry: string; key: string };

/**
 * Astro's pages → a folder with the program that renders them and what browsers load with them. Nothing of the catalogue
 * is in it: it is made of sources, libraries, bodies of entries and the site's address, and kept by the hash of these.
 * @param folder absent yet, in the project
 * @param helper what it keeps is taken; without it, or where it came to nothing, they are compiled here
 */
export async function compilePages(
  folder: string,
  { helper, ...of }: Compiled & { helper?: PagesHelper | undefined },
): Promise<PagesProgram> {
  let program = await takePages(folder, of);
  if (!program && helper) {
    await helper.ended;
    helper.signal.throwIfAborted();
    program = await takePages(folder, of);
  }
  if (program) return program;
  const bodies = judgedBodies(of.root);
  const key = keyOf(of.project, of.site, bodies);
  await compile(folder, of.project, of.site, bodies);
  of.packs.pack(key, filesOf(folder));
  return { entry: entryIn(folder), key };
}

/** The same where it is kept, nothing where it is not. */
export async function takePages(
  folder: string,
  { project, root, site, packs }: Compiled,
): Promise<PagesProgram | undefined> {
  const key = keyOf(project, site, judgedBodies(root));
  return (await packs.unpack(key, folder)) && { entry: entryIn(folder), key };
}

function entryIn(folder: string): string {
  const [entry] = globSync(`${programFolder}/prerender-entry.*.mjs`, { cwd: folder });
  if (entry === undefined) throw new Error("Astro gave no program that renders pages.");
  return join(folder, entry);
}

/** What browsers load with compiled pages → the site's folder; the program that renders them is no part of it. */
export function takeAssets(folder: string, site: string): void {
  for (const name of readdirSync(folder))
    if (name !== programFolder) renameSync(join(folder, name), join(site, name));
}

/** Are they kept? Throws a Fault where the judge has refused an entry. */
export const arePagesKept = ({ project, root, site, packs }: Compiled): boolean =>
  packs.has(keyOf(project, site, judgedBodies(root)));

/** What the other process does: the pages of a portal are compiled and kept. */
export async function keepPages(project: string, root: string, site: string): Promise<void> {
  const { work } = waysOf(root, project, process.pid);
  mkdirSync(work, { recursive: true });
  try {
    const packs = openPacks(project, "made");
    await compilePages(join(work, "site"), { project, root, site, packs });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const filesOf = (folder: string): PackedFile[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((file) => ({ path: relative(folder, file), content: readFileSync(file) }));

function keyOf(project: string, site: string, bodies: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256").update(codeHash(project)).update(`\n${site}\n`);
  for (const name of [
    "astro.config.mjs",
    ...globSync("src/**/*.{astro,css}", { cwd: project }),
  ].sort())
    hash.update(`${name}\n`).update(readFileSync(join(project, name)));
  return hash.update(JSON.stringify([...bodies])).digest("hex");
}

async function compile(
  folder: string,
  project: string,
  site: string,
  bodies: ReadonlyMap<string, string>,
): Promise<void> {
  const program = `${folder}-program`;
  /** Astro renders no page: its program is put aside before Astro takes it away. */
  const keepProgram = (usual: AstroPrerenderer): AstroPrerenderer => ({
    ...usual,
    async setup() {
      cpSync(join(folder, programFolder), program, { recursive: true });
    },
    getStaticPaths: async () => [],
  });
  const withoutRendering: AstroIntegration = {
    name: "pages-are-rendered-later",
    hooks: { "astro:build:start": ({ setPrerenderer }) => setPrerenderer(keepProgram) },
  };
  // Only where pages are compiled: the library takes a second to load.
  const { build } = await import("astro");
  const { origin, pathname } = new URL(site);
  await build({
    root: project,
    outDir: folder,
    cacheDir: `${folder}-cache`,
    logLevel,
    site: origin,
    base: pathname,
    integrations: [withoutRendering],
    vite: { plugins: [contentModules(bodies)] },
  });
  cpSync(program, join(folder, programFolder), { recursive: true });
}
