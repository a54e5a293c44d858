import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
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

test("files come back byte for byte, in another folder and another process", () => {
  openPacks(project, "made").pack(key, packed);
  const to = folder("to");
  expect(openPacks(project, "made").unpack(key, to)).toEqual(Object.keys(files));
  for (const [path, content] of Object.entries(files))
    expect(readFileSync(join(to, path))).toEqual(Buffer.from(content));
});

test.each([
  ["cut", (pack: Buffer) => pack.subarray(0, -1)],
  ["of one bit changed", (pack: Buffer) => Buffer.from(pack.with(-3, (pack.at(-3) ?? 0) ^ 1))],
  ["longer", (pack: Buffer) => Buffer.concat([pack, Buffer.from("x")])],
  ["empty", () => Buffer.alloc(0)],
])("a pack that is %s is none", (name, damage) => {
  const packs = openPacks(project, "made");
  packs.pack(key, packed);
  writeFileSync(packOf(), damage(readFileSync(packOf())));
  const to = folder(`damaged-${name}`);
  expect(packs.unpack(key, to)).toBeUndefined();
  expect(readdirSync(to)).toEqual([]);
});

test("a pack under another's name is none", () => {
  const packs = openPacks(project, "made");
  packs.pack(key, packed);
  const other = `${key.slice(0, -1)}c`;
  writeFileSync(packOf().replace(key, other), readFileSync(packOf()));
  expect(packs.unpack(other, folder("foreign"))).toBeUndefined();
});

/** Files of a folder by what they hold and by what they are on the disk. */
const inFolder = (path: string) =>
  Object.keys(files).map((file) => {
    const whole = join(path, file);
    return { file, content: readFileSync(whole).toString("base64"), node: statSync(whole).ino };
  });

test("files that lie in the last folder as they were are not written again", () => {
  const packs = openPacks(project, "made");
  packs.pack(key, packed);
  const [last, to] = [folder("last-same"), folder("to-same")];
  packs.unpack(key, last);
  expect(packs.unpack(key, to, lastSite(last))).toEqual(Object.keys(files));
  expect(inFolder(to)).toEqual(inFolder(last));
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
])("a file of the last folder that is %s stays so, and is written anew", (name, damage) => {
  const packs = openPacks(project, "made");
  packs.pack(key, packed);
  const [last, to] = [folder(`last-${name}`), folder(`to-${name}`)];
  packs.unpack(key, last);
  damage(join(last, "dataset/stops/share.png"));
  packs.unpack(key, to, lastSite(last));
  for (const { path, content } of packed) {
    expect(readFileSync(join(to, path))).toEqual(content);
    expect(statSync(join(to, path)).nlink).toBe(1);
  }
});

/** A site that was built, and the one that has taken its place: what is known of its files is known of this one. */
function builtTwice(name: string): string {
  const packs = openPacks(project, "made");
  packs.pack(key, packed);
  const [out, next] = [folder(name), join(project, `${name}-next`)];
  packs.unpack(key, out);
  // A time that can be put back to the last digit.
  for (const file of Object.keys(files)) utimesSync(join(out, file), 1_796_000_000, 1_796_000_000);
  mkdirSync(next);
  const last = lastSite(out);
  packs.unpack(key, next, last);
  rmSync(out, { recursive: true });
  renameSync(next, out);
  last.remember();
  return out;
}

test("a file that is on the disk what it was is known without being read", () => {
  const out = builtTwice("known");
  const path = join(out, "dataset/stops/share.png");
  const { atime, mtime } = statSync(path);
  // Nobody but a test changes bytes in place and puts the time back: by that it is seen that nobody looked.
  writeFileSync(path, Buffer.from([9, 9, 9, 9, 9]));
  utimesSync(path, atime, mtime);
  const packs = openPacks(project, "made");
  const [one, two] = [folder("known-one"), folder("known-two")];
  packs.unpack(key, one, lastSite(out));
  expect(inFolder(one)).toEqual(inFolder(out));
  // Where nothing may be kept, every byte is looked at.
  packs.unpack(key, two, openLastSite(project, out, false));
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
])("a known file that is %s is looked at and written anew", (name, damage) => {
  const out = builtTwice(`known ${name}`);
  damage(join(out, "dataset/stops/share.png"));
  const to = folder(`after known ${name}`);
  openPacks(project, "made").unpack(key, to, lastSite(out));
  for (const { path, content } of packed) expect(readFileSync(join(to, path))).toEqual(content);
});

test("a list without its pack, or of another, is no reason to give less", () => {
  const packs = openPacks(project, "made");
  packs.pack(key, packed);
  rmSync(packOf());
  const to = folder("without-pack");
  expect(packs.unpack(key, to)).toBeUndefined();
  expect(readdirSync(to)).toEqual([]);
});
