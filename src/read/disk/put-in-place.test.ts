import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { Fault } from "../../model/reports/fault.ts";
import { identityOf } from "./last-site.ts";
import { discard, finishPlan, putInPlace } from "./put-in-place.ts";

const folder = mkdtempSync(join(tmpdir(), "in-place-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let [fresh, out] = ["", ""];
beforeEach(() => {
  const place = mkdtempSync(join(folder, "place-"));
  [fresh, out] = [join(place, ".dist-new-1.tmp"), join(place, "dist")];
});

const write = (at: string, files: Record<string, string>) => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(at + path), { recursive: true });
    writeFileSync(at + path, text);
  }
};
/** Files of the site by their texts, folders that are empty by nothing. */
const site = () =>
  Object.fromEntries(
    (existsSync(out) ? readdirSync(out, { recursive: true, withFileTypes: true }) : [])
      .map((entry) => [join(entry.parentPath, entry.name), entry.isFile()] as const)
      .filter(([path, isFile]) => isFile || readdirSync(path).length === 0)
      .map(([path, isFile]) => [path.slice(out.length), isFile ? readFileSync(path, "utf8") : ""])
      .sort(),
  );

const old = {
  "/build.json": "1",
  "/index.html": "Портал",
  "/dataset/stops/index.html": "Зупинки",
  "/dataset/stops/stops.csv": "id\n1\n",
  "/dataset/trees/index.html": "Дерева",
  "/dataset/trees/files/trees.csv": "id\n2\n",
};
const next = {
  "/build.json": "2",
  "/dataset/stops/index.html": "Зупинки, уточнено",
  "/dataset/schools/index.html": "Школи",
};
const staying = new Set(["/index.html", "/dataset/stops/stops.csv"]);
const whole = {
  "/build.json": "2",
  "/dataset/schools/index.html": "Школи",
  "/dataset/stops/index.html": "Зупинки, уточнено",
  "/dataset/stops/stops.csv": "id\n1\n",
  "/index.html": "Портал",
};

test("what stays is not touched, what is new comes, what is no more goes with its folders", () => {
  write(out, old);
  write(fresh, next);
  // Of somebody's hand: in a site stands what the build made.
  write(out, { "/dataset/stops/.DS_Store": "" });
  mkdirSync(join(out, "empty/of all"), { recursive: true });
  const node = statSync(join(out, "index.html")).ino;
  putInPlace(fresh, out, { staying, over: identityOf(out) });
  expect(site()).toEqual(whole);
  expect(statSync(join(out, "index.html")).ino).toBe(node);
  expect(existsSync(fresh)).toBe(false);
});

test("where there was no site, it is the whole folder", () => {
  write(fresh, next);
  putInPlace(fresh, out, { staying: new Set(), over: identityOf(out) });
  expect(site()).toEqual(Object.fromEntries(Object.entries(next).sort()));
  expect(existsSync(fresh)).toBe(false);
});

test("a folder comes where a file was, and a file where a folder was", () => {
  write(out, { "/build.json": "1", "/a": "файл", "/b/c/d": "у теках" });
  write(fresh, { "/build.json": "2", "/a/x": "у теці", "/b/c": "файл" });
  putInPlace(fresh, out, { staying: new Set(), over: identityOf(out) });
  expect(site()).toEqual({ "/a/x": "у теці", "/b/c": "файл", "/build.json": "2" });
});

test.each([
  ["another build has replaced", () => write(out, { "/build.json": "3", "/other": "" })],
  ["somebody has taken away", () => {}],
])("over a site that %s in the meantime nothing is put", (_, then) => {
  write(out, old);
  const over = identityOf(out);
  // The disk may give the number of a file that is gone to the next one: this one stands elsewhere.
  renameSync(out, `${out}.before`);
  then();
  const before = site();
  write(fresh, next);
  expect(() => putInPlace(fresh, out, { staying, over })).toThrow(Fault);
  expect(site()).toEqual(before);
  discard(fresh);
  expect(existsSync(fresh)).toBe(false);
});

/** A build that is killed after it has moved so many files: what it left, as the next one finds it. */
function killedAfter(moved: number): void {
  write(out, old);
  write(fresh, next);
  const plan = { gone: ["/dataset/trees"], over: identityOf(out), own: identityOf(fresh) };
  writeFileSync(join(fresh, ".in-place.json"), JSON.stringify(plan));
  for (const path of Object.keys(next).slice(0, moved)) {
    mkdirSync(dirname(out + path), { recursive: true });
    renameSync(fresh + path, out + path);
  }
}

test.each([0, 1, 2, 3])("killed after %i files were put in place: the rest follows", (moved) => {
  killedAfter(moved);
  discard(fresh);
  finishPlan(fresh, out);
  expect(site()).toEqual(whole);
});

test("what tells the new site from the last comes first, what goes goes last: whoever looks in between knows", () => {
  killedAfter(0);
  // A disk that fails at one of the files.
  mkdirSync(join(out, "a first one"));
  write(fresh, { "/a first one": "" });
  expect(() => finishPlan(fresh, out)).toThrow("EISDIR");
  expect(site()).toMatchObject({ "/build.json": "2", "/dataset/trees/index.html": "Дерева" });
  discard(fresh);
  // It is mended: the rest follows.
  rmSync(join(out, "a first one"), { recursive: true });
  finishPlan(fresh, out);
  expect(site()).toEqual({ ...whole, "/a first one": "" });
});

test("what was begun over a site that is another one now is not finished", () => {
  killedAfter(2);
  write(out, { "/other.json": "3" });
  renameSync(join(out, "other.json"), join(out, "build.json"));
  const before = site();
  finishPlan(fresh, out);
  expect(site()).toEqual(before);
});

test("what was not ready when its build was killed is put nowhere", () => {
  write(out, old);
  write(fresh, next);
  cpSync(join(fresh, "build.json"), join(fresh, ".in-place.json.new"));
  finishPlan(fresh, out);
  expect(site()).toEqual(Object.fromEntries(Object.entries(old).sort()));
  discard(fresh);
  expect(existsSync(fresh)).toBe(false);
});
