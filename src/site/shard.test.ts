import { randomUUID } from "node:crypto";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { toSearchRecords } from "../find/records.ts";
import { codeHash } from "../read/disk/disk-cache.ts";
import { openLastSite } from "../read/disk/last-site.ts";
import { openPacks, type Packs } from "../read/disk/packs.ts";
import { generatedPortal } from "../test/fixtures/generated-portal.ts";
import { commit } from "../test/fixtures/published-portal.ts";
import { openSite } from "./open-site.ts";
import { keepPages, takePages } from "./pages/compile-pages.ts";
import { openPages } from "./pages/render-pages.ts";
import { loadPortal } from "./portal.ts";
import { buildShard, countFromFirst, parseShard, readShard } from "./shard.ts";
import { handOver } from "./site.ts";
import { withWeighedCopies, writeFiles } from "./write-files.ts";

const project = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "shards-"));
afterAll(() => rmSync(folder, { recursive: true }));
const today = "2026-11-23";
/** What was read of tables, not what was counted of them later. */
const keptReadings = () =>
  keptAbout("читальн").filter((file) => readFileSync(file, "utf8").includes('"columns":'));

/** What is kept of tables with a word that only one test writes: others' tests keep theirs at the same time. */
const keptAbout = (word: string) =>
  globSync(join(project, "node_modules/.cache/open-data-portal/tables/*/*")).filter((file) =>
    readFileSync(file, "utf8").toLowerCase().includes(word),
  );

test.each([
  ["1/1", { part: 1, of: 1 }],
  ["3/4", { part: 3, of: 4 }],
])("%s is a part of a portal", (text, shard) => {
  expect(parseShard(text)).toEqual(shard);
});

test.each(["0/4", "5/4", "1", "a/b", "1/4/2", "-1/4"])("«%s» is no part of a portal", (text) => {
  expect(() => parseShard(text)).toThrow(`наприклад 1/4; а не «${text}»`);
});

test("tables of one part are read, and no others", () => {
  const root = join(folder, "read");
  mkdirSync(root);
  // Each table is another one, and none was ever read: equal bytes are read once. A word met twice is kept in the reading.
  const files = Object.entries(generatedPortal(4)).map(([path, text]) => [
    path,
    path.endsWith(".csv")
      ? text.replaceAll(/Вокзал|Центр/g, `Читальний ${path} ${process.pid}`)
      : text,
  ]);
  commit(root, Object.fromEntries(files), "Набори", "2026-01-10");
  const read = (part: number) => {
    const before = keptReadings();
    readShard(root, { part, of: 2 });
    return keptReadings().filter((name) => !before.includes(name)).length;
  };
  expect([read(1), read(2), read(1)]).toEqual([2, 2, 0]);
  // Whoever reads all of it then reads no table again.
  const before = keptReadings();
  loadPortal(root, today);
  expect(keptReadings()).toEqual(before);
});

test("what two ends count of a portal's tables is all that reading, judging and indexing count", () => {
  const root = join(folder, "counted");
  mkdirSync(root);
  const files = Object.entries(generatedPortal(4)).map(([path, text]) => [
    path,
    path.endsWith(".csv") ? text.replaceAll("Вокзал", `Лічбарний ${path} ${process.pid}`) : text,
  ]);
  commit(root, Object.fromEntries(files), "Набори", "2026-01-10");
  const kept = () => keptAbout("лічбарн");
  const before = kept();
  countFromFirst(root, today);
  const counted = kept();
  // Of each table what was read, and its first rows.
  expect(counted.length - before.length).toBe(4 * 2);
  const { catalogue, repository } = loadPortal(root, today);
  if (!catalogue) throw new Error("The portal has errors.");
  toSearchRecords(catalogue, repository.datasets);
  expect(kept()).toEqual(counted);
});

test("shards of a portal, brought together, have made the files of every set", async () => {
  const root = join(folder, "portal");
  mkdirSync(root);
  commit(root, generatedPortal(7), "Набори", "2026-01-10");
  for (const part of [1, 2, 3]) await buildShard(project, root, { today, shard: { part, of: 3 } });
  const { catalogue, repository } = loadPortal(root, today);
  if (!catalogue) throw new Error("The portal has errors.");
  const kept = openPacks(project, "made");
  const madeAgain: string[] = [];
  const packs: Packs = {
    ...kept,
    pack(_, files) {
      madeAgain.push(...files.map(({ path }) => path));
      return [];
    },
  };
  const site = await withWeighedCopies(openSite(root, { catalogue, repository }), {
    packs,
    code: codeHash(project),
  });
  const last = openLastSite(project, join(folder, "no-site-yet"), false);
  const places = { folder: join(folder, "site"), last };
  await writeFiles(places, site, Promise.resolve({ pages: [], code: "" }), {
    packs,
    code: codeHash(project),
  });
  expect(catalogue.datasets.length).toBe(7);
  // A picture is drawn of words, a template of a structure, a ground of all tables: no shard is asked for these.
  const ofSets = madeAgain.filter(
    (path) => !/share\.png$|^\/structures\/|^\/basemap\.json$/.test(path),
  );
  expect(ofSets).toEqual([]);
});

test("pages of sets that one process rendered ahead are those the build asks for", async () => {
  const root = join(folder, "rendered");
  mkdirSync(root);
  // Of no other run: its pages are kept nowhere.
  const files = Object.entries(generatedPortal(3)).map(([path, text]) => [
    path,
    text.replaceAll("Вокзал", `Вокзал ${randomUUID()}`),
  ]);
  commit(root, Object.fromEntries(files), "Набори", "2026-01-10");
  const { catalogue, repository } = loadPortal(root, today);
  if (!catalogue) throw new Error("The portal has errors.");
  const { site: address } = catalogue.portal;
  await keepPages(project, root, address);
  await buildShard(project, root, { today, shard: { part: 1, of: 1 } });
  const kept = openPacks(project, "made");
  const code = codeHash(project);
  const site = await withWeighedCopies(openSite(root, { catalogue, repository }), {
    packs: kept,
    code,
  });
  const compiled = join(project, ".astro", `rendered-${process.pid}`);
  const program = await takePages(compiled, { project, root, site: address, packs: kept });
  handOver(site);
  const pages = (await openPages(program?.entry ?? "", compiled)).filter(
    ({ key }) => key !== undefined,
  );
  rmSync(compiled, { recursive: true });
  const renderedAgain: string[] = [];
  const unrendered = pages.map((page) => ({
    ...page,
    async render() {
      renderedAgain.push(page.path);
      return new Uint8Array();
    },
  }));
  const last = openLastSite(project, join(folder, "no-site-yet"), false);
  await writeFiles(
    { folder: join(folder, "rendered-site"), last },
    site,
    Promise.resolve({ pages: unrendered, code: program?.key ?? "" }),
    { packs: { ...kept, pack: () => [] }, code },
  );
  expect(renderedAgain).toEqual([]);
  expect(pages.length).toBeGreaterThan(3 * 2);
});
