import { type ChildProcess, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadPortal } from "../site/portal.ts";
import { runScriptAsync } from "./fixtures/built-site.ts";
import { shapedFiles, shapedPackages } from "./fixtures/ckan-shapes.ts";
import { type CkanStandIn, openCkanStandIn } from "./fixtures/ckan-stand-in.ts";
import { installEngine, packEngine, runInstalled } from "./fixtures/installed-engine.ts";
import { ask, hasNginx } from "./fixtures/nginx-server.ts";
import { commit } from "./fixtures/published-portal.ts";
import { secondAnswers, secondFiles } from "./fixtures/second-portal.ts";
import { type BuiltPortal, servePortals, visit } from "./fixtures/served-portals.ts";
import { pagesIn } from "./fixtures/walked-site.ts";

/**
 * Portals as hromadas have them: founded with an earlier engine, upgraded by one number, built and served. The one under a
 * path is built and served in second-portal.test.ts; here it is held to be the same as one founded with the new engine.
 */
const folder = mkdtempSync(join(tmpdir(), "upgraded-portals-"));
const next = packEngine();
const previous = packPrevious("0.0.9");
const day = "2026-11-23";
/** Two engines are packed and two sites are built: minutes on a machine with other work. */
const patience = 600_000;

let ckan: CkanStandIn;
let served: { port: number; server: ChildProcess } | undefined;
beforeAll(async () => {
  ckan = await openCkanStandIn({
    packages: shapedPackages.map(([, one]) => one),
    files: shapedFiles,
  });
});
afterAll(async () => {
  served?.server.kill();
  await ckan.close();
  next.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** The same engine as an earlier one was: of another number, and of the first version of the schemas. */
function packPrevious(version: string): string {
  const source = join(folder, "previous");
  mkdirSync(source);
  const run = (command: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: source, encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  };
  run("tar", "xzf", next.file, "--strip-components=1");
  const change = (path: string, from: RegExp, to: string) => {
    const text = readFileSync(join(source, path), "utf8");
    expect(text).toMatch(from);
    writeFileSync(join(source, path), text.replace(from, to));
  };
  change("package.json", /"version": "[^"]+"/, `"version": "${version}"`);
  change("src/schemas/data/schema-version.ts", /schemaVersion = \d+/, "schemaVersion = 1");
  const [{ filename }] = JSON.parse(
    run("npm", "pack", "--json", "--ignore-scripts", "--no-update-notifier"),
  );
  return join(source, filename);
}

const textOf = (portal: string, file: string) => readFileSync(join(portal, file), "utf8");
const git = (portal: string, ...args: string[]) =>
  spawnSync("git", ["-C", portal, ...args], { encoding: "utf8" }).stdout;
/** What `npm install` does after a number in package.json was changed. */
function install(portal: string, file: string): void {
  rmSync(join(portal, "node_modules"), { recursive: true, force: true });
  installEngine(portal, file);
}
/** What `npx` does with a command that the portal's engine brings: its package.json is not asked. */
const runAsNpx = (portal: string, words: string) => {
  const [command = "", ...args] = words.split(" ");
  return spawnSync(join(portal, "node_modules/.bin", command), args, { cwd: portal }).status;
};
const judged = (portal: string) => runInstalled(portal, ["validate"], { PORTAL_DATE: day }).stdout;

type Founding = {
  kind: string;
  answers?: Record<string, string>;
  files?: Record<string, string>;
  from?: () => string[];
};
const domain: BuiltPortal = { portal: join(folder, "domain"), site: "https://data.example.org" };
const moved: BuiltPortal = { portal: join(folder, "moved"), site: "https://moved.example.org" };
const underPath = join(folder, "path");
const ownHost = (site: string) => ({ site, base: "" });
const foundings: (Founding & { portal: string })[] = [
  { kind: "a domain", portal: domain.portal, answers: ownHost(domain.site), files: secondFiles },
  { kind: "a base path", portal: underPath, files: secondFiles },
  {
    kind: "a CKAN portal before it",
    portal: moved.portal,
    answers: ownHost(moved.site),
    from: () => ["--ckan", ckan.address, "--allow-loopback"],
  },
];

async function found(portal: string, engine: string, { answers, from }: Founding): Promise<void> {
  const said = Object.entries({ ...secondAnswers, ...answers }).flatMap(([name, answer]) =>
    answer === "" ? [] : [`--${name}`, answer],
  );
  const { status, stderr } = await runScriptAsync(
    "new-portal",
    [portal, "--yes", "--engine", engine, ...said, ...(from?.() ?? [])],
    { PORTAL_DATE: day },
  );
  expect([status, stderr]).toEqual([0, ""]);
}

test.each(foundings)(
  "a portal with $kind is upgraded by one number and the command it is told",
  { timeout: patience },
  async ({ portal, ...founding }) => {
    await found(portal, previous, founding);
    // The first version of the schemas knew no number of its own, nor had npm a line for the command that rewrites them.
    const older = {
      ...founding.files,
      "data/portal.yaml": textOf(portal, "data/portal.yaml").replace(/^schemaVersion: \d+\n/m, ""),
      "package.json": textOf(portal, "package.json").replace(/^ +"migrate": .*\n/m, ""),
    };
    commit(portal, older, "Портал попереднього рушія", "2026-11-20");
    install(portal, previous);
    expect(judged(portal)).toContain("Помилок: 0.");

    const { version } = JSON.parse(
      spawnSync("tar", ["xzOf", next.file, "package/package.json"], { encoding: "utf8" }).stdout,
    );
    writeFileSync(
      join(portal, "package.json"),
      textOf(portal, "package.json").replace(
        "open-data-portal-0.0.9",
        `open-data-portal-${version}`,
      ),
    );
    expect(git(portal, "diff", "--numstat")).toBe("1\t1\tpackage.json\n");
    install(portal, next.file);
    const stopped = judged(portal);
    expect(stopped.match(/^помилка:/gm)).toHaveLength(1);
    const [, advised = ""] = /Виконайте npx (.*?);/.exec(stopped) ?? [];
    expect(runAsNpx(portal, advised)).toBe(0);
    expect(git(portal, "diff", "--name-only")).toBe("data/portal.yaml\npackage.json\n");
    commit(portal, {}, "Новий рушій", "2026-11-21");
    expect(judged(portal)).toContain("Помилок: 0.");
  },
);

test("upgraded under a path, it has what one founded with the new engine has", async () => {
  const fresh = join(folder, "fresh");
  await found(fresh, next.file, { kind: "a base path" });
  commit(fresh, secondFiles, "Перші набори", "2026-11-20");
  const { stdout } = spawnSync("git", [
    ...["diff", "--no-index", "--name-only", "--", join(fresh, "data"), join(underPath, "data")],
  ]);
  expect(stdout.toString()).toBe("");
});

test.each([domain, moved])("upgraded, $site is built", { timeout: patience }, ({ portal }) => {
  const { status, stderr } = runInstalled(portal, ["build"], { PORTAL_DATE: day });
  expect([status, stderr.split("\n").at(-2)]).toEqual([
    0,
    `Готово: сайт у теці ${join(portal, "dist")}.`,
  ]);
});

test.skipIf(!hasNginx)(
  `one nginx gives both out by their names${hasNginx ? "" : ": nginx is not installed here"}`,
  { timeout: patience },
  async () => {
    served = await servePortals([domain, moved], folder);
    for (const one of [domain, moved])
      expect(
        await visit(one, served.port, { day, catalogue: loadPortal(one.portal, day).catalogue }),
        one.site,
      ).toEqual({
        asked: expect.any(Number),
        pages: pagesIn(join(one.portal, "dist")).length,
        faults: [],
        validated: true,
        accepted: true,
      });
  },
);

test.skipIf(!hasNginx)("addresses that sets had on CKAN lead to them", async () => {
  const host = new URL(moved.site).host;
  const at = (path: string) => ask(served?.port ?? 0, path, { host });
  for (const [, { id, name, resources }] of shapedPackages) {
    for (const former of [id, name]) {
      const { status, body } = await at(`/dataset/${former}/`);
      expect([former, status, body.toString().includes("<title>")]).toEqual([former, 200, true]);
    }
    for (const file of resources as { id: string }[]) {
      const { status, headers } = await at(`/dataset/${id}/resource/${file.id}`);
      const to = new URL(headers.location ?? "", moved.site).pathname;
      expect([status, to]).toEqual([301, `/dataset/${id}/`]);
    }
  }
});

test("a portal goes back to the engine it had", { timeout: patience }, () => {
  const { portal } = domain;
  expect(runInstalled(portal, ["migrate", "--to", "1"]).status).toBe(0);
  expect(git(portal, "diff", "--name-only", "HEAD~1", "--", "data", "content")).toBe("");
  install(portal, previous);
  expect(judged(portal)).toContain("Помилок: 0.");
});
