import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openLastSite } from "./last-site.ts";
import { openPacks } from "./packs.ts";

const project = mkdtempSync(join(tmpdir(), "packs-"));
afterAll(() => rmSync(project, { recursive: true }));
const key = "ab".repeat(32);
const files = {
  "dataset/stops/passport.csv": "назва,значення\n",
  "dataset/stops/share.png": Buffer.from([0, 10, 255, 10, 10]),
  "feeds/empty.atom": "",
};

const packed = Object.entries(files).map(([path, content]) => ({
  path,
  content: Buffer.from(content),
}));

function folder(name: string): string {
  const path = join(project, name);
  mkdirSync(path);
  return path;
}

const lastSite = (path: string) => openLastSite(project, path, true);

const packOf = (): string => {
  const kept = join(project, "node_modules/.cache/open-data-portal/made");
  const [name = ""] = readdirSync(kept, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(key),
  );
  return join(kept, name);
};

test("files come back byte for byte, in another folder and another process", async () => {
  openPacks(project, "made").pack(key, packed);
  const to = folder("to");
  expect(await openPacks(project, "made").unpack(key, to)).toEqual(Object.keys(files));
  for (const [path, content] of Object.entries(files))
    expect(readFileSync(join(to, path))).toEqual(Buffer.from(content));
});

test.each([
  ["cut", (pack: Buffer) => pack.subarray(0, -1)],
  ["of one bit changed", (pack: Buffer) => Buffer.from(pack.with(-3, (pack.at(-3) ?? 0) ^ 1))],
  ["longer", (pack: Buffer) => Buffer.concat([pack, Buffer.from("x")])],
  ["empty", () => Buffer.alloc(0)],
])("a pack that is %s is none", async (name, damage) => {
  const packs = openPacks(project, "made");
  packs.pack(key, packed);
  writeFileSync(packOf(), damage(readFileSync(packOf())));
  const to = folder(`damaged-${name}`);
  expect(await packs.unpack(key, to)).toBeUndefined();
  expect(readdirSync(to)).toEqual([]);
});

test("a pack under another's name is none", async () => {
  const packs = openPacks(project, "made");
  packs.pack(key, packed);
  const other = `${key.slice(0, -1)}c`;
  writeFileSync(packOf().replace(key, other), readFileSync(packOf()));
  expect(await packs.unpack(other, folder("foreign"))).toBeUndefined();
});

test("files that lie in the last folder as they were are not written again", async () => {
  const packs = openPacks(project, "made");
  packs.pack(key, packed);
  const [out, to] = [folder("last-same"), folder("to-same")];
  await packs.unpack(key, out);
  const last = lastSite(out);
  expect(await packs.unpack(key, to, last)).toEqual(Object.keys(files));
  expect(readdirSync(to)).toEqual([]);
  expect([...last.staying]).toEqual(Object.keys(files).map((path) => `/${path}`));
});

test.each([
  ["changed in one byte", (path: string) => writeFileSync(path, Buffer.from([0, 10, 255, 10, 11]))],
  ["cut", (path: string) => writeFileSync(path, Buffer.from([0]))],
  ["gone", (path: string) => rmSync(path)],
  [
    "a folder now",
    (path: string) => {
      rmSync(path);
      mkdirSync(path);
    },
  ],
  [
    "a link to another one like it",
    (path: string) => {
      renameSync(path, `${path}.other`);
      symlinkSync(`${path}.other`, path);
    },
  ],
])(
  "a file of the last folder that is %s does not stay, and is written anew",
  async (name, damage) => {
    const packs = openPacks(project, "made");
    packs.pack(key, packed);
    const [out, to] = [folder(`last-${name}`), folder(`to-${name}`)];
    await packs.unpack(key, out);
    damage(join(out, "dataset/stops/share.png"));
    const last = lastSite(out);
    await packs.unpack(key, to, last);
    expect([...last.staying]).toEqual([]);
    for (const { path, content } of packed) expect(readFileSync(join(to, path))).toEqual(content);
  },
);

/** A site that was built, and of whose files it is known what they are. */
async function builtBefore(name: string): Promise<string> {
  const packs = openPacks(project, "made");
  packs.pack(key, packed);
  const out = folder(name);
  await packs.unpack(key, out);
  // A time that can be put back to the last digit.
  for (const file of Object.keys(files)) utimesSync(join(out, file), 1_796_000_000, 1_796_000_000);
  const last = lastSite(out);
  await packs.unpack(key, join(project, "nothing is written here"), last);
  last.remember();
  return out;
}

test("a file that is on the disk what it was is known without being read", async () => {
  const out = await builtBefore("known");
  const path = join(out, "dataset/stops/share.png");
  const { atime, mtime } = statSync(path);
  // Nobody but a test changes bytes in place and puts the time back: by that it is seen that nobody looked.
  writeFileSync(path, Buffer.from([9, 9, 9, 9, 9]));
  utimesSync(path, atime, mtime);
  const packs = openPacks(project, "made");
  const [one, two] = [folder("known-one"), folder("known-two")];
  await packs.unpack(key, one, lastSite(out));
  expect(readdirSync(one)).toEqual([]);
  // Where nothing may be kept, every byte is looked at.
  await packs.unpack(key, two, openLastSite(project, out, false));
  expect(readFileSync(join(two, "dataset/stops/share.png"))).toEqual(
    files["dataset/stops/share.png"],
  );
});

test.each([
  ["changed in one byte", (path: string) => writeFileSync(path, Buffer.from([0, 10, 255, 10, 11]))],
  [
    "another one of the same size and time",
    (path: string) => {
      const { atime, mtime } = statSync(path);
      // While the first one stands, the disk gives its number to no other.
      writeFileSync(`${path}.other`, Buffer.from([0, 10, 255, 10, 11]));
      utimesSync(`${path}.other`, atime, mtime);
      renameSync(`${path}.other`, path);
    },
  ],
])("a known file that is %s is looked at and written anew", async (name, damage) => {
  const out = await builtBefore(`known ${name}`);
  damage(join(out, "dataset/stops/share.png"));
  const to = folder(`after known ${name}`);
  await openPacks(project, "made").unpack(key, to, lastSite(out));
  for (const { path, content } of packed) expect(readFileSync(join(to, path))).toEqual(content);
});

test("what was written anew is known too, once it stands in its place", async () => {
  const out = await builtBefore("known in part");
  rmSync(join(out, "dataset/stops/share.png"));
  const to = folder("known in part, changed");
  const last = lastSite(out);
  await openPacks(project, "made").unpack(key, to, last);
  for (const { path } of packed) renameSync(join(to, path), join(out, path));
  last.remember();
  const path = join(out, "dataset/stops/share.png");
  const { atime, mtime } = statSync(path);
  writeFileSync(path, Buffer.from([9, 9, 9, 9, 9]));
  utimesSync(path, atime, mtime);
  expect(await openPacks(project, "made").unpack(key, to, lastSite(out))).toEqual(
    Object.keys(files),
  );
  expect(readFileSync(path)).toEqual(Buffer.from([9, 9, 9, 9, 9]));
});

test("a file of no key stays by its content; the note of the build never does", () => {
  const out = folder("by content");
  for (const name of ["index.html", "build.json"]) writeFileSync(join(out, name), "сайт");
  symlinkSync(join(out, "index.html"), join(out, "link.html"));
  const last = lastSite(out);
  const keeps = (path: string, text: string) => last.keepsContent(path, Buffer.from(text));
  expect([
    keeps("/index.html", "сайт"),
    keeps("/index.html", "Сайт"),
    keeps("/index.html", "сайт."),
    keeps("/other.html", ""),
    keeps("/link.html", "сайт"),
    keeps("/build.json", "сайт"),
  ]).toEqual([true, false, false, false, false, false]);
  expect([...last.staying]).toEqual(["/index.html"]);
});

test("of a site that is known, what was kept for others need not be there any more", async () => {
  const out = await builtBefore("known without packs");
  rmSync(join(project, "node_modules/.cache/open-data-portal/made"), { recursive: true });
  rmSync(join(project, "node_modules/.cache/open-data-portal/made-lists"), { recursive: true });
  const packs = openPacks(project, "made");
  expect(await packs.unpack(key, project, lastSite(out))).toEqual(Object.keys(files));
  rmSync(join(out, "feeds/empty.atom"));
  expect(await packs.unpack(key, project, lastSite(out))).toBeUndefined();
});

test("a list without its pack, or of another, is no reason to give less", async () => {
  const packs = openPacks(project, "made");
  packs.pack(key, packed);
  rmSync(packOf());
  const to = folder("without-pack");
  expect(await packs.unpack(key, to)).toBeUndefined();
  expect(readdirSync(to)).toEqual([]);
});
