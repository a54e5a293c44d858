import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { codeHash } from "../read/disk/disk-cache.ts";
import { openPacks, type Packs } from "../read/disk/packs.ts";
import { generatedPortal } from "../test/fixtures/generated-portal.ts";
import { commit } from "../test/fixtures/published-portal.ts";
import { openSite } from "./open-site.ts";
import { loadPortal } from "./portal.ts";
import { buildShard, parseShard } from "./shard.ts";
import { writeFiles } from "./write-files.ts";

const project = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "shards-"));
afterAll(() => rmSync(folder, { recursive: true }));
const today = "2026-11-23";

test.each([
  ["1/1", { part: 1, of: 1 }],
  ["3/4", { part: 3, of: 4 }],
  ["0/4", undefined],
  ["5/4", undefined],
  ["1", undefined],
  ["a/b", undefined],
  ["1/4/2", undefined],
])("%s as a part of a portal", (text, shard) => {
  expect(parseShard(text)).toEqual(shard);
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
    pack: (_, files) => madeAgain.push(...files.map(({ path }) => path)),
  };
  const site = openSite(root, { catalogue, repository });
  await writeFiles(join(folder, "site"), site, [], {
    packs,
    code: codeHash(project),
    pagesCode: "",
  });
  expect(catalogue.datasets.length).toBe(7);
  // A picture is drawn of words, a template of a structure: no shard is asked for these.
  const ofSets = madeAgain.filter((path) => !/share\.png$|^\/structures\//.test(path));
  expect(ofSets).toEqual([]);
});
