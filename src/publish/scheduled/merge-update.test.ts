import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Tree } from "../../model/tree.ts";
import { renderBlocksText } from "../../published/blocks/blocks-text.ts";
import { readGitTree } from "../../read/git/git-tree.ts";
import { openGitHub } from "../../remote/github/client.ts";
import { examplePortal } from "../../rules/example-portal.ts";
import { reviewOf } from "../../site/load-review.ts";
import { portalOf } from "../../site/portal.ts";
import { bytes, newer, openClerk, sent, stops } from "../../test/fixtures/forge/clerk.ts";
import { portalFolder } from "../../test/fixtures/written-portal.ts";
import { type Main, mergeUpdate } from "./merge-update.ts";

const { folder } = portalFolder();
const { clerk, forgeOf, changeOf } = openClerk();
const allowing = `${examplePortal["data/portal.yaml"]}mergeCleanUpdates: [stops]\n`;
/** A table long enough for a row more to be a row more. */
const rows = (count: number, head = "id,name,platforms") =>
  `${[head, ...Array.from({ length: count }, (_, at) => `${at + 1},Зупинка ${at + 1},${1 + (at % 3)}`)].join("\n")}\n`;
let count = 0;

beforeEach(() => {
  clerk.github.commit({ "data/portal.yaml": allowing, [stops]: rows(20) });
});

/** The portal as a job of the main branch has it checked out. */
function checkedOut(): Main {
  const root = join(folder, `main-${count++}`);
  execFileSync("git", ["clone", "-q", clerk.github.bare.folder, root]);
  const commit = clerk.github.head();
  const tree = readGitTree(root, commit) ?? new Map();
  const judge = (files: Tree) =>
    portalOf(files, { state: "absent", commits: new Map() }, "2026-11-29");
  return {
    commit,
    tree,
    allowed: judge(tree).repository.portal?.value.mergeCleanUpdates ?? [],
    treeAt: (other) => readGitTree(root, other),
    review: (after) => reviewOf(judge(tree), judge(after), []),
  };
}

const clientOf = () =>
  openGitHub({
    repository: "council/data",
    token: "secret",
    api: clerk.github.api,
    fetch,
    pauses: [1, 1],
  });

/** A request with these files, as the command that runs by the clock sends it. */
async function requestWith(
  files: Record<string, string | undefined>,
  { name = "dataset-update-stops-2026-11-29", token = "secret" } = {},
) {
  return sent(
    await forgeOf({ token }).propose(
      changeOf({
        name,
        base: clerk.github.head(),
        files: new Map(
          Object.entries(files).map(([path, text]) => [
            path,
            text === undefined ? undefined : bytes(text),
          ]),
        ),
      }),
    ),
  );
}

async function merged(
  { head, branch }: { head: string; branch: string },
  owner = "council",
  main = checkedOut(),
) {
  const outcome = await mergeUpdate(clientOf(), main, { sha: head, owner, branch });
  return outcome.kind === "left"
    ? renderBlocksText([{ kind: "list", items: outcome.faults }])
    : outcome.kind;
}
const pull = () => clerk.github.kept.pulls[0];
const isMerged = () => pull()?.mergedAt !== undefined;

test("a clean update of a named set is merged, at the commit that was judged", async () => {
  const request = await requestWith({ [stops]: rows(21) });
  expect(await merged(request)).toBe("merged");
  expect(isMerged()).toBe(true);
  expect(clerk.github.bare.git(["show", `main:${stops}`])).toBe(rows(21).trimEnd());
  expect(clerk.github.calls).toContain("PUT council/data pulls/1/merge");
});

test("off by default: nothing is asked of GitHub and nothing is merged", async () => {
  clerk.github.commit({ "data/portal.yaml": examplePortal["data/portal.yaml"] ?? "" });
  const request = await requestWith({ [stops]: rows(21) });
  const asked = clerk.github.calls.length;
  expect(await merged(request)).toBe("none");
  expect([clerk.github.calls.length, isMerged()]).toEqual([asked, false]);
});

describe("a person must look, and is told why", () => {
  test.each<[situation: string, files: Record<string, string | undefined>, sentence: RegExp]>([
    ["an error in a cell", { [stops]: `${rows(20)}21,Парк,дві\n` }, /Помилка: Колонка «platforms»/],
    ["rows that went", { [stops]: rows(19) }, /вилучено 1 рядок з 20/],
    [
      "a number of another order",
      { [stops]: `${rows(20)}21,Парк,4000\n` },
      /колонка platforms: число 4/,
    ],
    [
      "a column more",
      { [stops]: rows(20, "id,name,platforms,note").replace(/(\d)\n/g, "$1,так\n") },
      /./,
    ],
    ["a table twice as long", { [stops]: rows(45) }, /нові або змінені 25 рядків з 45, а було 20/],
    [
      "its passport as well",
      {
        [stops]: rows(21),
        "data/datasets/stops/datapackage.yaml": `${examplePortal["data/datasets/stops/datapackage.yaml"]}note: Примітка\n`,
      },
      /Змінено не лише таблиці набору: data\/datasets\/stops\/datapackage\.yaml/,
    ],
    [
      "the portal's list itself",
      { [stops]: rows(21), "data/portal.yaml": allowing.replace("[stops]", "[stops, trams]") },
      /Змінено не лише таблиці набору: data\/portal\.yaml/,
    ],
    [
      "the judge itself",
      { [stops]: rows(21), ".github/workflows/check.yml": "on: push\n" },
      /Змінено не лише таблиці набору: \.github\/workflows\/check\.yml/,
    ],
    ["a table that goes", { [stops]: undefined }, /./],
    [
      "only the order of rows written otherwise",
      { [stops]: rows(20).replaceAll("\n", "\r\n") },
      /^merged$/,
    ],
  ])("%s", async (_, files, sentence) => {
    const told = await merged(await requestWith(files));
    expect(told).toMatch(sentence);
    expect(isMerged()).toBe(told === "merged");
  });

  test("a request from a copy", async () => {
    const request = await requestWith({ [stops]: rows(21) }, { token: "stranger" });
    const told = await merged(request, "stranger");
    expect(told).toContain("надіслано з копії порталу");
    expect(told).toContain("Автор запиту, stranger, не належить до тих, хто веде портал");
    expect(isMerged()).toBe(false);
  });

  test("a branch of another kind or of another set", async () => {
    for (const name of ["stops", "dataset-update-stops-old-2026-11-29"]) {
      const request = await requestWith({ [stops]: rows(21) }, { name });
      expect(await merged(request)).toContain("названа не так, як у вивантаження за розкладом");
      clerk.github.close(request.number);
    }
    expect(isMerged()).toBe(false);
  });

  test.each<[string, () => void, string]>([
    ["a draft", () => Object.assign(pull() ?? {}, { draft: true }), "Запит — чернетка."],
    ["another branch's", () => Object.assign(pull() ?? {}, { base: "old" }), "не до тієї гілки"],
    [
      "a reviewer objects",
      () => clerk.github.review(1, "head", "CHANGES_REQUESTED", "Зачекайте"),
      "Просить змін: head.",
    ],
  ])("%s", async (_, become, sentence) => {
    const request = await requestWith({ [stops]: rows(21) });
    become();
    expect(await merged(request)).toContain(sentence);
    expect(isMerged()).toBe(false);
  });

  test("an objection that was taken back is none", async () => {
    const request = await requestWith({ [stops]: rows(21) });
    clerk.github.review(1, "head", "CHANGES_REQUESTED", "Зачекайте");
    clerk.github.review(1, "head", "APPROVED");
    expect(await merged(request)).toBe("merged");
  });
});

describe("what happens meanwhile", () => {
  const push = (text: string) =>
    clerk.github.bare.commit(`refs/heads/${pull()?.branch}`, { [stops]: text }, "Ще");

  test("the branch got another commit before: the request is left to its own check", async () => {
    const request = await requestWith({ [stops]: rows(21) });
    push(rows(3));
    expect(await merged(request)).toBe("none");
    expect(isMerged()).toBe(false);
  });

  test("the branch gets another commit while it is judged: GitHub does not merge it", async () => {
    const request = await requestWith({ [stops]: rows(21) });
    const main = checkedOut();
    const told = await merged(request, "council", {
      ...main,
      review(after) {
        push(rows(3));
        return main.review(after);
      },
    });
    expect(told).toContain("Head branch was modified");
    expect(isMerged()).toBe(false);
  });

  test("somebody changed the same table on the portal: the two are not joined unseen", async () => {
    const request = await requestWith({ [stops]: rows(21) });
    clerk.github.commit({ [stops]: rows(20).replace("Зупинка 3", "Ринок") });
    expect(await merged(request)).toContain(`те саме змінили на порталі: ${stops}`);
    expect(isMerged()).toBe(false);
  });

  test.each([
    ["another set's rows: it is merged all the same", "data/datasets/trams/a.csv", "merged"],
    ["the portal's list: it is not", "data/portal.yaml", "портал змінився"],
    ["code: it is not", "src/a.ts", "портал змінився"],
  ])("the portal moves while it is judged in %s", async (_, path, told) => {
    const request = await requestWith({ [stops]: rows(21) });
    const main = checkedOut();
    clerk.github.commit({ [path]: `${examplePortal["data/portal.yaml"]}# інше\n` });
    expect(await merged(request, "council", main)).toContain(told);
    expect(isMerged()).toBe(told === "merged");
  });

  test("the answer was lost: it is seen to be merged", async () => {
    const request = await requestWith({ [stops]: rows(21) });
    clerk.github.fail({ at: /PUT .*merge/, how: "lost", times: 1 });
    expect(await merged(request)).toBe("merged");
    expect(isMerged()).toBe(true);
  });

  test("GitHub's own rules forbid it: its words are told", async () => {
    const request = await requestWith({ [stops]: rows(21) });
    const message = "At least 1 approving review is required by reviewers with write access.";
    clerk.github.fail({ at: /PUT .*merge/, how: { status: 405, message }, times: 2 });
    expect(await merged(request)).toContain(message);
    expect(isMerged()).toBe(false);
  });
});

test("a set that is not named is nobody's business here", async () => {
  const other = "data/datasets/trams/trams.csv";
  expect(
    await merged(
      await requestWith({ [other]: newer }, { name: "dataset-update-trams-2026-11-29" }),
    ),
  ).toBe("none");
});
