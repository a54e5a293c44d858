import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { runScriptAsync } from "./fixtures/built-site.ts";
import { newer, openClerk, stops } from "./fixtures/forge/clerk.ts";
import { portalFolder } from "./fixtures/written-portal.ts";

const { folder } = portalFolder();
const { clerk } = openClerk();
const file = join(folder, "експорт.csv");
let root: string;
let count = 0;
beforeEach(() => {
  root = join(folder, `clone-${count++}`);
  execFileSync("git", ["clone", "-q", clerk.github.bare.folder, root]);
});

/** `npm run publish-dataset` of a table, as a scheduler runs it. */
function publish(text: string, args: string[] = [], key = "secret") {
  writeFileSync(file, text);
  return runScriptAsync(
    "publish-dataset",
    [
      ...[file, "--dataset", "stops", "--root", root, "--repository", "council/data"],
      ...["--api", clerk.github.api, "--allow-loopback", ...args],
    ],
    { GITHUB_TOKEN: key, PORTAL_DATE: "2026-11-29" },
  );
}
const silent = { status: 0, stdout: "", stderr: "" };

test("a nightly file opens one request, and the same file says nothing more", async () => {
  const { api: _, kept, calls } = clerk.github;
  expect(await publish("id;name;platforms\r\n1;Вокзал;2\r\n2;Центр;1\r\n")).toEqual(silent);
  expect(calls).toEqual([]);
  const clerks = newer.replaceAll(",", ";");
  expect(await publish(clerks, ["--dry-run"], "")).toEqual({
    ...silent,
    stdout:
      "Оновлення набору: Зупинки громадського транспорту\n\nЗупинки громадського транспорту (stops): змінено; stops — додано 1 рядок.\n",
  });
  expect(calls).toEqual([]);
  expect(await publish(clerks, ["--note", "Нічне вивантаження."])).toEqual({
    ...silent,
    stdout: "https://github.com/council/data/pull/1\n",
  });
  expect(kept.pulls[0]).toMatchObject({
    branch: "dataset-update-stops-2026-11-29",
    body: `Нічне вивантаження.\n\nЗупинки громадського транспорту (stops): змінено; stops — додано 1 рядок.\n\n- \`${stops}\`\n`,
  });
  expect(await publish(clerks)).toEqual(silent);
  expect((await publish(`${newer}4,Парк,1\n`)).stdout).toBe(
    "https://github.com/council/data/pull/1\n",
  );
});

test("an error in the data is told with code 1, and nothing is asked of GitHub", async () => {
  const { status, stdout, stderr } = await publish("id,name,platforms\n1,Вокзал,дві\n2,Центр,1\n");
  expect([status, stderr]).toEqual([1, ""]);
  expect(stdout).toContain(
    "Нічого не надіслано: спершу перегляньте.\n\nпомилка: Колонка «platforms»",
  );
  const unread = await publish("%PDF-1.7\n");
  expect([unread.status, unread.stderr]).toEqual([1, ""]);
  expect(unread.stdout).toMatch(/^Нічого не надіслано: спершу перегляньте\.\n\nпомилка: /);
  expect(clerk.github.calls).toEqual([]);
});

test.each<[situation: string, args: string[], key: string, words: string]>([
  ["an expired key", [], "old", "GitHub не прийняв ключа"],
  ["no key", [], "", "Немає ключа: задайте змінну GITHUB_TOKEN або додайте --dry-run."],
  ["another set", ["--dataset", "trams"], "secret", "Немає набору «trams»"],
  [
    "another table",
    ["--resource", "trams"],
    "secret",
    "Немає такої таблиці в наборі «stops». Є: stops.",
  ],
  ["a folder without git", ["--root", folder], "secret", "немає репозиторію git із комітами"],
])("%s is a sentence with code 2", async (_, args, key, words) => {
  const { status, stdout, stderr } = await publish(newer, args, key);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(words);
  expect(stderr).toMatch(/^[^\n]+\n$/);
});

test("a clone that is behind the portal is told to be pulled", async () => {
  clerk.github.commit({ [stops]: "id,name,platforms\n1,Вокзал,5\n2,Центр,1\n" });
  const { status, stderr } = await publish(newer);
  expect(status).toBe(2);
  expect(stderr).toContain("оновіть теку порталу (git pull)");
});
