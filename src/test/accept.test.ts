import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { beforeEach, describe, expect, test } from "vitest";
import { packSubmission } from "../publish/send/zip.ts";
import type { Submission } from "../publish/submission.ts";
import { examplePortal } from "../rules/example-portal.ts";
import { runScript } from "./fixtures/built-site.ts";
import { portalFolder } from "./fixtures/written-portal.ts";

const { folder, writePortal } = portalFolder();
const stops = "data/datasets/stops/stops.csv";
const newer = "id,name,platforms\n1,Вокзал,2\n2,Центр,1\n3,Базар,1\n";
const day = "2026-11-20";

let root: string;
let count = 0;
const git = (...args: string[]): string => {
  const { status, stdout, stderr } = spawnSync("git", ["-C", root, ...args], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout.trimEnd();
};
const commitAll = (message: string): string => {
  git("add", "-A");
  git("-c", "user.name=Портал", "-c", "user.email=a@example.gov.ua", "commit", "-q", "-m", message);
  return git("rev-parse", "HEAD");
};
beforeEach(() => {
  root = writePortal(`accept-${count++}`);
  spawnSync("git", ["init", "-q", "-b", "main", root]);
  git("config", "user.name", "Рецензент");
  git("config", "user.email", "reviewer@example.gov.ua");
  commitAll("Портал");
});

const bytes = (text: string) => new TextEncoder().encode(text);
const submissionOf = (changed: Partial<Submission> = {}): Submission => ({
  kind: "dataset-update",
  id: "stops",
  title: "Зупинки",
  files: new Map([[stops, bytes(newer)]]),
  note: "Додано зупинку.",
  ...changed,
});
const accept = (archive: Uint8Array) => {
  const path = join(folder, `archive-${count}.zip`);
  writeFileSync(path, archive);
  return runScript("accept", [path, "--root", root], { PORTAL_DATE: day });
};
const branch = `dataset-update-stops-${day}`;

describe("npm run accept", () => {
  test("makes a branch of an archive, judges it, and says what next", () => {
    const { stdout, stderr, status } = accept(packSubmission(submissionOf()));
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout).toContain("Оновлення набору: Зупинки\n\nДодано зупинку.\n");
    expect(stdout).toContain(`Далі: git push -u origin ${branch}`);
    expect(git("show", `${branch}:${stops}`)).toBe(newer.trimEnd());
    expect(git("log", "-1", "--format=%B%an", branch)).toBe(
      "Оновлення набору: Зупинки\n\nДодано зупинку.\nРецензент",
    );
    expect(git("diff", "--name-only", "main", branch)).toBe(stops);
  });

  test("stands on what the sender saw, and never touches what the reviewer has not saved", () => {
    const base = git("rev-parse", "HEAD");
    writeFileSync(join(root, "data/publishers/school.yaml"), "title: Школа\nkind: school\n");
    commitAll("Школа");
    writeFileSync(join(root, stops), "id,name,platforms\n1,Не збережено,2\n");
    writeFileSync(join(root, "нове.txt"), "нове");
    git("add", "нове.txt");
    const before = git("status", "--porcelain", "-b");
    expect(accept(packSubmission(submissionOf({ base }))).status).toBe(0);
    expect(git("status", "--porcelain", "-b")).toBe(before);
    expect(readFileSync(join(root, stops), "utf8")).toContain("Не збережено");
    expect(git("rev-parse", `${branch}^`)).toBe(base);
    expect(git("branch", "--show-current")).toBe("main");
  });

  test("of a base that is not of this history stands on the newest; a taken name is numbered", () => {
    git("branch", branch);
    const { stdout, status } = accept(packSubmission(submissionOf({ base: "f".repeat(40) })));
    expect(stdout).toContain(`Гілка: ${branch}-2, від теперішнього стану`);
    expect(status).toBe(0);
    expect(git("rev-parse", `${branch}-2^`)).toBe(git("rev-parse", "main"));
    expect(git("rev-parse", branch)).toBe(git("rev-parse", "main"));
  });

  test("takes files away; one that breaks the portal ends with code 1 and stays for a look", () => {
    const files = new Map([[stops, undefined]]);
    const { stdout, status } = accept(packSubmission(submissionOf({ files })));
    expect(status).toBe(1);
    expect(stdout).toContain("Схвалити не можна");
    expect(git("diff", "--name-status", "main", branch)).toBe(`D\t${stops}`);
  });

  test("with the files that are there makes nothing", () => {
    const files = new Map([[stops, bytes(examplePortal[stops] ?? "")]]);
    const { stdout, status } = accept(packSubmission(submissionOf({ files })));
    expect([status, git("branch", "--format=%(refname:short)")]).toEqual([1, "main"]);
    expect(stdout).toContain("гілки не створено");
  });

  test("refuses a hostile archive with a sentence, and makes nothing", () => {
    const said = {
      version: 1,
      kind: "dataset-update",
      id: "stops",
      title: "Зупинки",
      removals: [],
    };
    const note = strToU8(JSON.stringify(said));
    for (const name of [".git/hooks/post-checkout", "data/../.git/config", "scripts/validate.ts"]) {
      const { stderr, stdout, status } = accept(zipSync({ "submission.json": note, [name]: note }));
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(/^Архіву .+ не прийнято\. Файл «.+\.\n$/);
    }
    expect(git("branch", "--format=%(refname:short)")).toBe("main");
  });

  test("without git, or a name for it, is a sentence", () => {
    const bare = writePortal("accept-bare");
    const path = join(folder, "bare.zip");
    writeFileSync(path, packSubmission(submissionOf()));
    expect(runScript("accept", [path, "--root", bare]).stderr).toContain("немає репозиторію git");
    expect(runScript("accept", [join(folder, "none.zip")]).stderr).toContain("Немає файлу чи теки");
    for (const key of ["user.name", "user.email"]) git("config", "--unset", key);
    git("config", "user.useConfigOnly", "true");
    const nobody = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
    const { stderr, status } = runScript("accept", [path, "--root", root], nobody);
    expect([status, stderr]).toEqual([
      2,
      'Git не знає, хто ви: виконайте git config --global user.name "Ім’я" і git config --global user.email пошта.\n',
    ]);
  });
});
