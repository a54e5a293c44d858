import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { examplePortal } from "../rules/example-portal.ts";
import { loadPortal, loadPortalAt } from "../site/portal.ts";
import { runScript } from "./fixtures/built-site.ts";
import { commit } from "./fixtures/published-portal.ts";

const folder = mkdtempSync(join(tmpdir(), "checkouts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);
const git = (root: string, ...args: string[]) =>
  execFileSync(
    "git",
    [
      "-C",
      root,
      "-c",
      "user.name=a",
      "-c",
      "user.email=a@b.ua",
      "-c",
      "protocol.file.allow=always",
      ...args,
    ],
    { stdio: "pipe" },
  );
const today = "2026-11-23";
const table = "data/datasets/stops/stops.csv";

/** A portal of two commits, the later of which changed the table. */
const origin = at("origin");
mkdirSync(origin);
commit(origin, examplePortal, "Перший набір", "2026-01-10");
commit(origin, { [table]: "id,name,platforms\n1,Вокзал,3\n" }, "Оновлено зупинки", "2026-03-05");

/** What a portal knows of its set's dates, and what is wrong with it. */
function known(root: string) {
  const { catalogue, findings, repository } = loadPortal(root, today);
  const [stops] = catalogue?.datasets ?? [];
  return {
    history: repository.history.state,
    issued: stops?.issued?.slice(0, 10),
    modified: stops?.modified?.slice(0, 10),
    freshness: stops?.freshness.state,
    errors: findings.filter(({ severity }) => severity === "error").map(({ message }) => message),
  };
}
const whole = {
  history: "complete",
  issued: "2026-01-10",
  modified: "2026-03-05",
  freshness: "current",
  errors: [],
};

describe("dates are the portal's own", () => {
  test("in a clone", () => {
    git(folder, "clone", "-q", origin, at("clone"));
    expect(known(at("clone"))).toEqual(whole);
  });

  test("with a detached head, as a workflow checks out", () => {
    git(folder, "clone", "-q", origin, at("detached"));
    git(at("detached"), "checkout", "-q", "--detach", "HEAD");
    expect(known(at("detached"))).toEqual(whole);
  });

  test("in a worktree", () => {
    git(origin, "worktree", "add", "-q", at("worktree"), "-b", "other");
    expect(known(at("worktree"))).toEqual(whole);
  });

  test("in a folder of a larger repository, whose other folders are nothing to it", () => {
    const root = at("mono/portals/hromada");
    mkdirSync(root, { recursive: true });
    const under = (files: Record<string, string>) =>
      Object.fromEntries(
        Object.entries(files).map(([path, text]) => [`portals/hromada/${path}`, text]),
      );
    commit(at("mono"), under(examplePortal), "Перший набір", "2026-01-10");
    commit(
      at("mono"),
      under({ [table]: "id,name,platforms\n1,Вокзал,3\n" }),
      "Оновлено зупинки",
      "2026-03-05",
    );
    commit(at("mono"), { [table]: "id\n1\n" }, "Щось інше", "2026-06-07");
    expect(known(root)).toEqual(whole);
    expect(loadPortalAt(root, "HEAD~2")?.catalogue?.datasets[0]?.modified?.slice(0, 10)).toBe(
      "2026-01-10",
    );
  });

  test("in a submodule", () => {
    mkdirSync(at("super"));
    git(at("super"), "init", "-q");
    git(at("super"), "submodule", "--quiet", "add", origin, "portal");
    expect(known(at("super/portal"))).toEqual(whole);
  });
});

describe("where a history is missing, nothing is invented", () => {
  const nothing = { issued: undefined, modified: undefined, freshness: "unknown", errors: [] };

  test("a downloaded archive has no dates", () => {
    mkdirSync(at("zip"));
    cpSync(join(origin, "data"), join(at("zip"), "data"), { recursive: true });
    expect(known(at("zip"))).toEqual({ history: "absent", ...nothing });
  });

  test("nor has one unpacked in somebody else's repository", () => {
    mkdirSync(at("host"));
    commit(at("host"), { "README.md": "# Інше\n" }, "Інше", "2026-02-02");
    cpSync(join(origin, "data"), join(at("host/portal"), "data"), { recursive: true });
    expect(known(at("host/portal"))).toEqual({ history: "absent", ...nothing });
  });

  test("a shallow clone is refused with what to do: its dates would be of its one commit", () => {
    git(folder, "clone", "-q", "--depth", "1", `file://${origin}`, at("shallow"));
    expect(known(at("shallow")).errors).toEqual([
      "Історію змін завантажено не всю, тому дати наборів були б неправдиві.",
    ]);
    git(at("shallow"), "fetch", "-q", "--unshallow");
    expect(known(at("shallow"))).toEqual(whole);
  });

  test("a bare repository says that it has no files, and how to get them", () => {
    git(folder, "clone", "-q", "--bare", origin, at("bare.git"));
    const { status, stdout, stderr } = runScript("validate", ["--root", at("bare.git")]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`Тека ${at("bare.git")} — голий репозиторій git`);
  });

  test("a file that no commit holds yet changed today: it is here that it is being changed", () => {
    git(folder, "clone", "-q", origin, at("fresh"));
    const passport = examplePortal["data/datasets/stops/datapackage.yaml"] ?? "";
    mkdirSync(join(at("fresh"), "data/datasets/routes"));
    writeFileSync(join(at("fresh"), "data/datasets/routes/datapackage.yaml"), passport);
    cpSync(join(at("fresh"), table), join(at("fresh"), "data/datasets/routes/stops.csv"));
    const { catalogue } = loadPortal(at("fresh"), today);
    expect(catalogue?.datasets.find(({ id }) => id === "routes")?.modified).toBe(
      `${today}T00:00:00Z`,
    );
  });
});

test("a clone that was emptied to become another portal is told how another is founded, once", () => {
  const root = at("emptied");
  const passport = examplePortal["data/datasets/stops/datapackage.yaml"] ?? "";
  const sets = Object.fromEntries(
    ["a", "b", "c"].flatMap((id) => [
      [`data/datasets/${id}/datapackage.yaml`, passport],
      [`data/datasets/${id}/stops.csv`, examplePortal[table] ?? ""],
    ]),
  );
  mkdirSync(root);
  commit(root, { ...examplePortal, ...sets }, "Набори", "2026-01-10");
  rmSync(join(root, "data/datasets"), { recursive: true });
  const { findings } = loadPortal(root, today);
  expect(findings.map(({ rule }) => rule).sort()).toEqual(["portal-whole", "withdrawn-explained"]);
  expect(findings.find(({ rule }) => rule === "withdrawn-explained")?.hint).toContain(
    "npm run new-portal",
  );
});

test("a site built of an archive says that it knows no dates, on its pages and to programs", () => {
  const site = at("site");
  const { status } = runScript("build", ["--root", at("zip"), "--out", site, "--without-history"], {
    PORTAL_DATE: today,
  });
  expect(status).toBe(0);
  const page = readFileSync(join(site, "dataset/stops/index.html"), "utf8");
  expect(page).toContain("дата невідома");
  expect(page).not.toContain("23 листопада 2026 р.</time>");
  expect(readFileSync(join(site, "catalog.jsonld"), "utf8")).not.toContain("dct:modified");
  expect(JSON.parse(readFileSync(join(site, "datasets.json"), "utf8")).modified).toBeUndefined();
});
