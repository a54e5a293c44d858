import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { examplePortal } from "../rules/example-portal.ts";
import { serveFolder } from "../test/fixtures/browser.ts";
import { project, runScriptAsync } from "../test/fixtures/built-site.ts";

/** A repository with this project's code and a portal of one dataset, and the site built from its commit. */
const folder = mkdtempSync(join(tmpdir(), "verify-test-"));
const repository = join(folder, "repository");
const site = join(folder, "site");
const call = (command: string, args: string[], env: Record<string, string> = {}) =>
  spawnSync(command, args, {
    cwd: repository,
    encoding: "utf8",
    env: { ...process.env, PORTAL_DATE: "2026-11-23", ...env },
  });
const git = (...args: string[]) =>
  call("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", ...args]);
const verify = (target: string) => call(process.execPath, ["scripts/verify.ts", target]);

beforeAll(() => {
  const listed = spawnSync("git", ["ls-files", "-co", "--exclude-standard"], {
    cwd: project,
    encoding: "utf8",
  });
  for (const file of listed.stdout.trim().split("\n"))
    if (!/^(data|content)\/|\.test\.ts$/.test(file))
      cpSync(join(project, file), join(repository, file));
  for (const [path, text] of Object.entries(examplePortal)) {
    mkdirSync(dirname(join(repository, path)), { recursive: true });
    writeFileSync(join(repository, path), text);
  }
  symlinkSync(join(project, "node_modules"), join(repository, "node_modules"));
  git("init", "-q");
  appendFileSync(join(repository, ".git/info/exclude"), "node_modules\n");
  git("add", "-A");
  git("commit", "-qm", "Оприлюднено");
  const built = call(process.execPath, ["scripts/build.ts", "--out", site]);
  if (built.status !== 0) throw new Error(built.stderr);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a site equals its commit: built again, every file has the same bytes", () => {
  const { stdout, stderr, status } = verify(site);
  expect({ stderr: stderr.split("\n").slice(1), status }).toEqual({ stderr: [""], status: 0 });
  expect(stdout).toMatch(
    /^Збігається файлів: (\d+) з \d+\.\nСайт дорівнює коміту [0-9a-f]{40}\.\n$/,
  );
  const note = JSON.parse(readFileSync(join(site, "build.json"), "utf8"));
  expect(note).toEqual({
    date: "2026-11-23",
    commit: git("rev-parse", "HEAD").stdout.trim(),
    clean: true,
  });
});

test("a changed file and a lost one are named, on the web as in a folder", async () => {
  const changed = join(folder, "changed");
  cpSync(site, changed, { recursive: true });
  appendFileSync(join(changed, "dataset/stops/stops.csv"), "3,Підмінено,1\n");
  rmSync(join(changed, "catalog.ttl"));
  const server = await serveFolder(changed);
  const { stdout, status } = await runScriptAsync(
    "verify",
    [server.address, "--allow-loopback"],
    {},
    repository,
  );
  await server.close();
  expect(status).toBe(1);
  expect(stdout).toContain("Інший вміст:\n  /dataset/stops/stops.csv\n");
  expect(stdout).toContain("Немає на сайті:\n  /catalog.ttl\n");
});

test("what cannot be verified is said: no note of the build, an unknown commit, changes in no commit", () => {
  const other = join(folder, "other");
  mkdirSync(other);
  expect(verify(other)).toMatchObject({ status: 2 });
  const said = (note: object) => {
    writeFileSync(join(other, "build.json"), JSON.stringify(note));
    return verify(other).stderr;
  };
  expect(said({ date: "2026-11-23", commit: "0".repeat(40), clean: true })).toContain(
    "немає коміту 0000000000",
  );
  expect(said({ date: "2026-11-23", commit: "0".repeat(40), clean: false })).toContain(
    "змін, яких немає в жодному коміті",
  );
});

test("the archive holds every file and passport, and its checksums are true", () => {
  const files = unzipSync(readFileSync(join(site, "archive.zip")));
  expect(Object.keys(files)).toEqual([
    "README.txt",
    "registry.csv",
    "datasets/stops/datapackage.json",
    "datasets/stops/stops.csv",
    "manifest.json",
    "SHA256SUMS",
  ]);
  expect(strFromU8(files["datasets/stops/stops.csv"] ?? new Uint8Array())).toBe(
    examplePortal["data/datasets/stops/stops.csv"],
  );
  const manifest = JSON.parse(strFromU8(files["manifest.json"] ?? new Uint8Array()));
  expect(manifest).toMatchObject({ date: "2026-11-23", datasets: 1 });
  const sums = strFromU8(files.SHA256SUMS ?? new Uint8Array())
    .trim()
    .split("\n")
    .map((line) => line.split("  "));
  expect(sums.length).toBe(4);
  for (const [sum, path = ""] of sums) {
    const content = files[path] ?? new Uint8Array();
    expect(createHash("sha256").update(content).digest("hex")).toBe(sum);
    expect(manifest.files).toContainEqual(
      expect.objectContaining({ path, sha256: sum, bytes: content.length }),
    );
  }
});

test("a commit that was never merged is not run, whatever it says", () => {
  const head = git("rev-parse", "HEAD").stdout.trim();
  const stranger = join(folder, "stranger");
  cpSync(site, stranger, { recursive: true });
  const ran = join(folder, "ran");
  git("checkout", "-q", "-b", "stranger");
  writeFileSync(
    join(repository, "scripts/build.ts"),
    `import { writeFileSync } from "node:fs";\nwriteFileSync(${JSON.stringify(ran)}, "");\n`,
  );
  git("commit", "-qam", "Чуже");
  const evil = git("rev-parse", "HEAD").stdout.trim();
  git("checkout", "-q", head);
  git("branch", "-f", "main", head);
  writeFileSync(
    join(stranger, "build.json"),
    JSON.stringify({ date: "2026-11-23", commit: evil, clean: true }),
  );
  const { stderr, status } = verify(stranger);
  expect(status).toBe(2);
  expect(stderr).toContain("не входить до гілки, з якої публікують");
  expect(existsSync(ran)).toBe(false);
});

test.each([
  ["a commit that is an option", { date: "2026-11-23", commit: "--output=x" }],
  ["a day that is none", { date: "2026-02-30", commit: "a".repeat(40) }],
  ["no object", []],
])("a note with %s is refused", (_, note) => {
  const strange = join(folder, "strange");
  mkdirSync(strange, { recursive: true });
  writeFileSync(join(strange, "build.json"), JSON.stringify(note));
  const { stderr, status } = verify(strange);
  expect([status, stderr.trim()]).toEqual([
    2,
    expect.stringContaining("не такий, як пише цей портал"),
  ]);
});
