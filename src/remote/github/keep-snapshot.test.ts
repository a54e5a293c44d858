import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { project } from "../../test/fixtures/built-site.ts";

let folder: string;
const git = (where: string, ...args: string[]) =>
  spawnSync(
    "git",
    ["-C", join(folder, where), "-c", "user.name=a", "-c", "user.email=a@example.org", ...args],
    {
      encoding: "utf8",
    },
  ).stdout;
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, "work", path)), { recursive: true });
  writeFileSync(join(folder, "work", path), text);
};
const keep = () =>
  spawnSync("bash", [join(project, ".github/keep-snapshot.sh")], {
    cwd: join(folder, "work"),
    encoding: "utf8",
    env: { ...process.env, SNAPSHOT_REMOTE: join(folder, "remote.git") },
  });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "portal-snapshot-"));
  mkdirSync(join(folder, "work"));
  mkdirSync(join(folder, "remote.git"));
  git("remote.git", "init", "--quiet", "--bare", "--initial-branch=main");
  git("work", "init", "--quiet", "--initial-branch=main");
  write("data/portal.yaml", "title: Портал\n");
  git("work", "add", "-A");
  git("work", "commit", "-qm", "Start");
  git("work", "push", "-q", join(folder, "remote.git"), "HEAD:main");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("what the night saw comes to main, and nothing else that lies about", () => {
  write("data/checks/links.yaml", "checked: 2026-11-25\nlinks: []\n");
  write("data/registers/requests/issue-1.yaml", "title: Запит\n");
  write("data/registers/requests/mail-1.yaml", "title: Лист\n");
  write("data/datasets/strange/file.csv", "a\n");
  expect(keep()).toMatchObject({ status: 0, stdout: "Записано в main.\n" });
  expect(git("remote.git", "ls-tree", "-r", "--name-only", "main").trim().split("\n")).toEqual([
    "data/checks/links.yaml",
    "data/portal.yaml",
    "data/registers/requests/issue-1.yaml",
  ]);
});

test("of a catalogue of many hromadas, what their portals said comes too, and no other set", () => {
  write("data/portals/lis.yaml", "title: Ліс\n");
  write("data/publishers/lis-council.yaml", "title: Рада\n");
  write("data/publishers/council.yaml", "title: Своя рада\n");
  write("data/datasets/lis-stops/datapackage.yaml", "title: Зупинки\n");
  write("data/datasets/lis-stops/stops.csv", "a\n");
  write("data/datasets/stops/datapackage.yaml", "title: Свої\n");
  expect(keep().status).toBe(0);
  expect(git("remote.git", "ls-tree", "-r", "--name-only", "main").trim().split("\n")).toEqual([
    "data/datasets/lis-stops/datapackage.yaml",
    "data/portal.yaml",
    "data/portals/lis.yaml",
    "data/publishers/lis-council.yaml",
  ]);
  rmSync(join(folder, "work/data/datasets/lis-stops"), { recursive: true });
  expect(keep().status).toBe(0);
  expect(git("remote.git", "ls-tree", "-r", "--name-only", "main")).not.toContain("lis-stops");
});

test("a request that was hidden goes from main", () => {
  write("data/registers/requests/issue-1.yaml", "title: Запит\n");
  keep();
  rmSync(join(folder, "work/data/registers"), { recursive: true });
  expect(keep().status).toBe(0);
  expect(git("remote.git", "ls-tree", "-r", "--name-only", "main")).not.toContain("issue-1");
});

test("a night that saw nothing new makes no commit", () => {
  expect(keep()).toMatchObject({ status: 0, stdout: "Нічого нового.\n" });
  expect(git("remote.git", "log", "--format=%s", "main").trim()).toBe("Start");
});

test("where main is protected, the snapshot waits on a branch of its own, and the job stays green", () => {
  const hook = join(folder, "remote.git/hooks/update");
  writeFileSync(hook, '#!/bin/sh\n[ "$1" != refs/heads/main ]\n');
  chmodSync(hook, 0o755);
  write("data/checks/links.yaml", "checked: 2026-11-25\nlinks: []\n");
  const { status, stdout } = keep();
  expect([status, stdout]).toEqual([
    0,
    "::warning::main захищено: знімок лежить у гілці snapshots, відкрийте з неї pull request.\n",
  ]);
  expect(git("remote.git", "log", "--format=%s", "main").trim()).toBe("Start");
  expect(git("remote.git", "ls-tree", "-r", "--name-only", "snapshots")).toContain(
    "data/checks/links.yaml",
  );
});

/** Another clone whose change comes to main between this one's look and its push, so many times. */
const rival = (times: number, change: string) => {
  git(".", "clone", "-q", join(folder, "remote.git"), join(folder, "rival"));
  const hook = join(folder, "work/.git/hooks/pre-push");
  writeFileSync(
    hook,
    `#!/bin/sh
n=$(cat ${folder}/n 2>/dev/null || echo 0); [ "$n" -lt ${times} ] || exit 0
echo $((n + 1)) > ${folder}/n
unset GIT_DIR; cd ${folder}/rival && mkdir -p data/checks && ${change} && git add -A &&
git -c user.name=r -c user.email=r@example.org commit -qm "Rival $n" && git push -q origin HEAD:main
`,
  );
  chmodSync(hook, 0o755);
};
const links = (day: string) => `checked: ${day}\nlinks: []\n`;

test("somebody was faster, before the push and during it: both changes are in main", () => {
  rival(2, 'echo "$n" >> data/a.txt');
  git("rival", "config", "user.name", "r");
  writeFileSync(join(folder, "rival/early.txt"), "1\n");
  git("rival", "add", "-A");
  git("rival", "commit", "-qm", "Early");
  git("rival", "push", "-q", "origin", "HEAD:main");
  write("data/checks/links.yaml", links("2026-11-25"));
  expect(keep()).toMatchObject({ status: 0, stdout: "Записано в main.\n" });
  expect(git("remote.git", "log", "--format=%s", "main").trim().split("\n")).toEqual([
    "Знімок: посилання, національний портал, звернення читачів",
    "Rival 1",
    "Rival 0",
    "Early",
    "Start",
  ]);
  expect(git("remote.git", "branch", "--list").trim()).toBe("* main");
});

test("the same file was written by both: tonight's is kept", () => {
  rival(1, `printf '${links("2026-11-24").replaceAll("\n", "\\n")}' > data/checks/links.yaml`);
  write("data/checks/links.yaml", links("2026-11-25"));
  expect(keep()).toMatchObject({ status: 0, stdout: "Записано в main.\n" });
  expect(git("remote.git", "show", "main:data/checks/links.yaml")).toBe(links("2026-11-25"));
});

test("main that never holds still is given up with a sentence, and nothing is forced", () => {
  rival(99, 'echo "$n" >> data/a.txt');
  write("data/checks/links.yaml", links("2026-11-25"));
  const { status, stdout } = keep();
  expect([status, stdout]).toEqual([
    1,
    "::error::Знімок не записано: main змінюється швидше, ніж його надсилають. Запустіть nightly ще раз.\n",
  ]);
  expect(git("remote.git", "log", "--format=%s", "main")).toContain("Rival 4");
});

test("a repository that cannot be reached, and one where no branch may be written, are told apart", () => {
  write("data/checks/links.yaml", links("2026-11-25"));
  const hook = join(folder, "remote.git/hooks/pre-receive");
  writeFileSync(hook, "#!/bin/sh\nexit 1\n");
  chmodSync(hook, 0o755);
  const closed = keep();
  expect([closed.status, closed.stdout.split("\n").at(-2)]).toEqual([
    1,
    "::error::Знімок не записано: main захищено, а гілки snapshots змінити не дозволено. Дозвольте роботам писати в неї.",
  ]);
  rmSync(join(folder, "remote.git"), { recursive: true });
  write("data/checks/links.yaml", links("2026-11-26"));
  const gone = keep();
  expect([gone.status, gone.stdout]).toEqual([
    1,
    "::error::Знімок не записано: GitHub не прийняв коміту. Що він сказав, видно в журналі; запустіть nightly ще раз.\n",
  ]);
});
