import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, normalize } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { examplePortal } from "../../rules/example-portal.ts";
import { runScript } from "../../test/fixtures/built-site.ts";
import { type ForgeStandIn, openForgeStandIn } from "../../test/fixtures/forge-stand-in.ts";
import type { Change, FileBytes, Forge, Made, Proposed } from "../forge.ts";
import { problemWords } from "../forge-words.ts";
import { type GitHubForgeOptions, openGitHubForge } from "./forge.ts";

const stops = "data/datasets/stops/stops.csv";
const notes = "data/datasets/stops/notes.csv";
const bytes = (text: string): FileBytes => new TextEncoder().encode(text);
const newer = "id,name,platforms\n1,Вокзал,2\n2,Центр,1\n3,Базар,1\n";

let github: ForgeStandIn;
beforeEach(async () => {
  github = await openForgeStandIn({
    files: examplePortal,
    keys: {
      secret: { login: "clerk", scopes: ["public_repo"] },
      stranger: { login: "stranger", scopes: ["repo"] },
      scopeless: { login: "clerk", scopes: ["read:user"] },
      github_pat_pending: {
        login: "clerk",
        kind: "fine",
        may: ["contents", "pulls"],
        approved: false,
      },
      github_pat_files: { login: "clerk", kind: "fine", may: ["contents"] },
      github_pat_whole: { login: "clerk", kind: "fine", may: ["contents", "pulls"] },
    },
    pushers: ["clerk"],
  });
});
afterEach(() => github.stop());

const forgeOf = (options: Partial<GitHubForgeOptions> = {}): Forge =>
  openGitHubForge({
    repository: "council/data",
    token: "secret",
    api: github.api,
    fetch,
    fromPage: true,
    pauses: [1, 1],
    longest: 20,
    copyPauses: [1, 1, 1],
    ...options,
  });
const changeOf = (changed: Partial<Change> = {}): Change => ({
  name: "dataset-update-stops-2026-11-29",
  title: "Оновлення набору: Зупинки",
  body: "Додано зупинку.",
  message: "Оновлення набору: Зупинки\n\nДодано зупинку.",
  files: new Map([[stops, bytes(newer)]]),
  base: github.first,
  ...changed,
});
const sent = (proposed: Proposed) => {
  if (proposed.outcome !== "sent") throw new Error(JSON.stringify(proposed));
  return proposed.request;
};
const failed = (proposed: Proposed) => {
  if (proposed.outcome !== "failed") throw new Error(JSON.stringify(proposed));
  return proposed;
};
const changedBy = (commit: string): string[] =>
  github.bare.git(["diff-tree", "-r", "--name-only", "--no-commit-id", commit]).split("\n");
const asked = (call: string): number => github.calls.filter((one) => one === call).length;
const blobs = "POST council/data git/blobs";

describe("a change", () => {
  test("becomes one commit on a branch of its own, and a request that passes the check", async () => {
    const files = new Map([
      [stops, bytes(newer)],
      [
        "content/news/stops.mdx",
        bytes("---\ntitle: Новина\ndate: 2026-01-01\ndescription: Опис\n---\nТекст\n"),
      ],
    ]);
    const request = sent(await forgeOf().propose(changeOf({ files })));
    expect(request).toMatchObject({
      number: 1,
      title: "Оновлення набору: Зупинки",
      address: "https://github.com/council/data/pull/1",
    });
    expect(github.bare.resolve("refs/heads/dataset-update-stops-2026-11-29")).toBe(request.head);
    expect(github.bare.git(["rev-list", `${github.first}..${request.head}`])).toBe(request.head);
    expect(changedBy(request.head)).toEqual([...files.keys()].sort());
    expect(github.bare.git(["show", `${request.head}:${stops}`])).toBe(newer.trimEnd());

    const clone = mkdtempSync(join(tmpdir(), "forge-clone-"));
    spawnSync("git", [
      "clone",
      "-q",
      "-b",
      "dataset-update-stops-2026-11-29",
      github.bare.folder,
      clone,
    ]);
    const { status, stdout } = runScript("validate", ["--root", clone]);
    rmSync(clone, { recursive: true });
    expect(stdout).toContain("Помилок: 0");
    expect(status).toBe(0);
  });

  test("takes files away, and carries any bytes whole", async () => {
    const binary = Uint8Array.from({ length: 70_001 }, (_, at) => (at * 7) % 256);
    const files = new Map([
      [stops, undefined],
      [notes, binary],
    ]);
    const request = sent(await forgeOf().propose(changeOf({ files })));
    expect(changedBy(request.head)).toEqual([notes, stops]);
    const blob = github.bare.resolve(`${request.head}:${notes}`) ?? "";
    expect(new Uint8Array(github.bare.readBlob(blob))).toEqual(binary);
  });

  test("the same files are no change, whoever put them there", async () => {
    expect(
      await forgeOf().propose(
        changeOf({ files: new Map([[stops, bytes(examplePortal[stops] ?? "")]]) }),
      ),
    ).toEqual({ outcome: "same" });
    github.commit({ [stops]: newer });
    expect(await forgeOf().propose(changeOf())).toEqual({ outcome: "same" });
  });

  test("never takes another's branch: the next one is numbered", async () => {
    for (const name of ["dataset-update-stops-2026-11-29", "dataset-update-stops-2026-11-29-2"])
      github.bare.setRef(`refs/heads/${name}`, github.first);
    const request = sent(await forgeOf().propose(changeOf()));
    expect(github.bare.resolve("refs/heads/dataset-update-stops-2026-11-29")).toBe(github.first);
    expect(github.bare.resolve("refs/heads/dataset-update-stops-2026-11-29-3")).toBe(request.head);
  });

  test("all names of a day taken is a problem", async () => {
    for (const number of ["", ...Array.from({ length: 19 }, (_, at) => `-${at + 2}`)])
      github.bare.setRef(`refs/heads/dataset-update-stops-2026-11-29${number}`, github.first);
    expect(failed(await forgeOf().propose(changeOf())).problem.kind).toBe("branches-taken");
  });

  test("sends no header that a page may not send", async () => {
    const names = new Set<string>();
    const watching: typeof fetch = (input, init) => {
      for (const name of new Headers(init?.headers).keys()) names.add(name);
      return fetch(input, init);
    };
    sent(await forgeOf({ fetch: watching }).propose(changeOf()));
    expect([...names].sort()).toEqual(["accept", "authorization", "content-type"]);
  });
});

describe("the portal moved since", () => {
  test("in other files: the change stands on the newest commit", async () => {
    const head = github.commit({ "data/publishers/school.yaml": "title: Школа\nkind: school\n" });
    const request = sent(await forgeOf().propose(changeOf()));
    expect(github.bare.resolve(`${request.head}^`)).toBe(head);
    expect(changedBy(request.head)).toEqual([stops]);
  });

  test("in the same file: three ways of it, and nothing sent", async () => {
    const theirs = "id,name,platforms\n1,Вокзал,9\n";
    const head = github.commit({ [stops]: theirs, [notes]: "a\n" });
    const files = new Map([
      [stops, bytes(newer)],
      [notes, bytes("b\n")],
    ]);
    const proposed = await forgeOf().propose(changeOf({ files }));
    expect(proposed).toEqual({
      outcome: "conflict",
      head,
      baseKnown: true,
      files: [
        { path: notes, base: undefined, theirs: bytes("a\n"), mine: bytes("b\n") },
        {
          path: stops,
          base: bytes(examplePortal[stops] ?? ""),
          theirs: bytes(theirs),
          mine: bytes(newer),
        },
      ],
    });
    expect(github.calls.filter((call) => call.startsWith("POST"))).toEqual([]);
    // Who has seen theirs says so, and it is sent.
    const request = sent(await forgeOf().propose(changeOf({ files, base: head })));
    expect(github.bare.resolve(`${request.head}^`)).toBe(head);
  });

  test("from nobody knows where: what is there and differs is somebody's work", async () => {
    const { base: _, ...rest } = changeOf();
    for (const change of [rest, changeOf({ base: "f".repeat(40) })])
      expect(await forgeOf().propose(change)).toMatchObject({
        outcome: "conflict",
        baseKnown: false,
        files: [{ path: stops, base: undefined }],
      });
    const { base: __, ...fresh } = changeOf({ files: new Map([[notes, bytes("a\n")]]) });
    sent(await forgeOf().propose(fresh));
  });

  test("a file they changed and we take away is in conflict too", async () => {
    github.commit({ [stops]: "id\n7\n" });
    const proposed = await forgeOf().propose(changeOf({ files: new Map([[stops, undefined]]) }));
    expect(proposed).toMatchObject({
      outcome: "conflict",
      files: [{ path: stops, mine: undefined }],
    });
  });
});

describe("who may not write sends from a copy", () => {
  beforeEach(() => github.portal.pushers.clear());

  test("which is made and waited for", async () => {
    expect(await forgeOf().who()).toEqual({ told: { login: "clerk", way: "copy" } });
    const request = sent(await forgeOf().propose(changeOf()));
    expect(
      github.bare.resolve("refs/copies/clerk/data/heads/dataset-update-stops-2026-11-29"),
    ).toBe(request.head);
    expect(github.bare.resolve("refs/heads/dataset-update-stops-2026-11-29")).toBeUndefined();
    expect(github.kept.pulls[0]).toMatchObject({ user: "clerk", repository: "clerk/data" });
  });

  test("not ready in time, it is not made again by the next try", async () => {
    const one = failed(await forgeOf({ copyPauses: [] }).propose(changeOf()));
    expect(one.problem).toEqual({ kind: "copy-late" });
    sent(await forgeOf().propose(changeOf(), one.made));
    expect([...github.kept.repositories.keys()]).toEqual(["council/data", "clerk/data"]);
  });

  test("one that is behind is brought up to date", async () => {
    sent(await forgeOf().propose(changeOf()));
    github.kept.strictCopies = true;
    const head = github.commit({ [notes]: "a\n" });
    const files = new Map([[stops, bytes(`${newer}4,Парк,1\n`)]]);
    const request = sent(await forgeOf().propose(changeOf({ files })));
    expect(github.bare.resolve(`${request.head}^`)).toBe(head);
    expect(github.bare.resolve("refs/copies/clerk/data/heads/main")).toBe(head);
  });

  test("one that cannot be is told of, with where to mend it", async () => {
    sent(await forgeOf().propose(changeOf()));
    github.kept.strictCopies = true;
    github.commit({ [notes]: "a\n" });
    github.bare.commit("refs/copies/clerk/data/heads/main", { [notes]: "b\n" }, "Своє");
    const files = new Map([[stops, bytes(`${newer}4,Парк,1\n`)]]);
    expect(failed(await forgeOf().propose(changeOf({ files }))).problem).toEqual({
      kind: "copy-behind",
      address: "https://github.com/clerk/data",
    });
  });

  test("copying may be off", async () => {
    github.portal.forking = false;
    expect(failed(await forgeOf().propose(changeOf())).problem.kind).toBe("copying-off");
  });

  test("a fine-grained key makes no copies", async () => {
    const { problem } = failed(await forgeOf({ token: "github_pat_whole" }).propose(changeOf()));
    expect(problem).toEqual({ kind: "token-weak", lacks: "copy" });
  });
});

describe("a request that is there", () => {
  test("takes a corrected change, which stands on its own head", async () => {
    const first = sent(await forgeOf().propose(changeOf()));
    github.commit({ "data/publishers/school.yaml": "title: Школа\nkind: school\n" });
    const files = new Map([[stops, bytes(`${newer}4,Парк,1\n`)]]);
    const second = sent(await forgeOf().correct(first, changeOf({ files })));
    expect(second).toMatchObject({ number: 1 });
    expect(github.bare.resolve(`${second.head}^`)).toBe(first.head);
    expect(changedBy(second.head)).toEqual([stops]);
    expect(github.kept.pulls).toHaveLength(1);
    expect(await forgeOf().correct(second, changeOf({ files }))).toEqual({ outcome: "same" });
  });

  test("takes it into the copy it came from", async () => {
    github.portal.pushers.clear();
    const first = sent(await forgeOf().propose(changeOf()));
    const second = sent(
      await forgeOf().correct(first, changeOf({ files: new Map([[stops, bytes("id\n1\n")]]) })),
    );
    expect(
      github.bare.resolve("refs/copies/clerk/data/heads/dataset-update-stops-2026-11-29"),
    ).toBe(second.head);
  });

  test("that a reviewer has changed in the same file is in conflict", async () => {
    const first = sent(await forgeOf().propose(changeOf()));
    const theirs = github.bare.commit(
      "refs/heads/dataset-update-stops-2026-11-29",
      { [stops]: "id\n9\n" },
      "Рецензент",
    );
    const proposed = await forgeOf().correct(
      first,
      changeOf({ files: new Map([[stops, bytes("id\n1\n")]]) }),
    );
    expect(proposed).toMatchObject({
      outcome: "conflict",
      head: theirs,
      files: [{ base: bytes(newer) }],
    });
  });

  test("that moves between the look and the step is not overwritten", async () => {
    const first = sent(await forgeOf().propose(changeOf()));
    github.fail({ at: /PATCH/, how: github.refusals.notForward });
    const change = changeOf({ files: new Map([[stops, bytes("id\n1\n")]]) });
    const stopped = failed(await forgeOf().correct(first, change));
    expect(stopped.problem).toEqual({ kind: "moved" });
    const posted = github.calls.filter((call) => call.startsWith("POST")).length;
    sent(await forgeOf().correct(first, change, stopped.made));
    expect(github.calls.filter((call) => call.startsWith("POST"))).toHaveLength(posted);
  });

  test.each([
    ["merged", { kind: "request-ended", state: "merged" }],
    ["closed", { kind: "request-ended", state: "closed" }],
    ["another's", { kind: "request-others", author: "clerk" }],
    ["without its copy", { kind: "copy-gone" }],
    ["unknown", { kind: "no-request", number: 7 }],
  ])("%s takes nothing", async (what, problem) => {
    const first = sent(await forgeOf().propose(changeOf()));
    if (what === "merged") github.merge(1);
    if (what === "closed") github.close(1);
    if (what === "without its copy") {
      const [pull] = github.kept.pulls;
      if (pull) pull.repository = "clerk/gone";
    }
    const number = what === "unknown" ? 7 : 1;
    const token = what === "another's" ? "stranger" : "secret";
    const change = changeOf({ files: new Map([[stops, bytes("id\n1\n")]]) });
    expect(failed(await forgeOf({ token }).correct({ ...first, number }, change)).problem).toEqual(
      problem,
    );
  });

  test("is told of as it stands, without a key", async () => {
    const request = sent(
      await forgeOf().propose(
        changeOf({
          files: new Map([
            [stops, undefined],
            [notes, bytes("a\n")],
          ]),
        }),
      ),
    );
    const { token: _, ...open } = { token: undefined };
    const reader = openGitHubForge({
      repository: "council/data",
      api: github.api,
      fetch,
      fromPage: true,
      ...open,
    });
    const stateNow = async () => {
      const state = await reader.state(1);
      return "told" in state ? state.told : state;
    };
    expect(await stateNow()).toEqual({
      ...request,
      state: "open",
      author: "clerk",
      checks: { state: "none", runs: [] },
      remarks: [],
      files: [notes, stops],
      collides: false,
    });
    github.comment(1, "github-actions[bot]", "## Звіт", true);
    github.review(1, "reviewer", "CHANGES_REQUESTED", "Поясніть колонку");
    github.review(1, "reviewer", "COMMENTED");
    github.remark(1, "reviewer", notes, 1, "Що це?");
    github.check(
      1,
      { name: "перевірка", status: "completed", conclusion: "success" },
      { name: "збірка", status: "in_progress" },
    );
    const state = await stateNow();
    expect(state).toMatchObject({
      checks: {
        state: "running",
        runs: [
          { name: "перевірка", state: "passed" },
          { name: "збірка", state: "running" },
        ],
      },
      remarks: [
        { who: "github-actions[bot]", robot: true, text: "## Звіт" },
        { who: "reviewer", robot: false, verdict: "changes", text: "Поясніть колонку" },
        { who: "reviewer", text: "Що це?", place: { path: notes, line: 1 } },
      ],
    });
    github.check(1, { name: "перевірка", status: "completed", conclusion: "failure" });
    expect(await stateNow()).toMatchObject({ checks: { state: "failed" } });
    github.commit({ [notes]: "z\n" });
    expect(await stateNow()).toMatchObject({ collides: true });
    expect(await reader.files(1)).toEqual({
      told: new Map([
        [notes, bytes("a\n")],
        [stops, undefined],
      ]),
    });
  });

  test("merged and closed are told apart; one's own open ones are listed", async () => {
    for (const number of [1, 2, 3])
      sent(
        await forgeOf().propose(
          changeOf({
            name: `change-${number}`,
            files: new Map([[`data/publishers/p${number}.yaml`, bytes("a\n")]]),
          }),
        ),
      );
    sent(await forgeOf({ token: "stranger" }).propose(changeOf()));
    github.merge(1);
    github.close(2);
    const states = await Promise.all([1, 2, 3].map((number) => forgeOf().state(number)));
    expect(states.map((state) => ("told" in state ? state.told.state : state))).toEqual([
      "merged",
      "closed",
      "open",
    ]);
    expect(await forgeOf().mine()).toMatchObject({ told: [{ number: 3 }] });
    expect(await forgeOf().read("data/publishers/p1.yaml")).toEqual({ told: bytes("a\n") });
    expect(await forgeOf().read("data/none.yaml")).toEqual({ told: undefined });
  });
});

describe("what goes wrong is told, and the next try goes on from there", () => {
  type Case = [what: string, at: RegExp, how: keyof ForgeStandIn["refusals"], kind: string];
  test.each<Case>([
    ["an expired key", /GET user/, "expired", "token-refused"],
    ["a key expired in the middle", /POST .*trees/, "expired", "token-refused"],
    ["a repository that is not shown", /GET council\/data$/, "missing", "no-repository"],
    ["no right to write files", /POST .*blobs/, "weak", "token-weak"],
    ["no right to make requests", /POST .*pulls/, "weak", "token-weak"],
    ["writing that is not there for the key", /POST .*refs/, "missing", "token-weak"],
    ["a key that lives too long", /GET council\/data$/, "lifetime", "token-policy"],
    ["a key of the older kind", /POST .*refs/, "classicForbidden", "token-policy"],
    ["a key not confirmed by single sign-on", /GET council\/data$/, "sso", "token-sso"],
    ["an archived repository", /POST .*blobs/, "archived", "archived"],
    ["the hour's calls spent", /POST .*commits/, "primary", "limited"],
    ["a secondary limit", /POST .*pulls/, "secondary", "limited"],
    ["a secondary limit that does not say until when", /POST .*pulls/, "secondaryBare", "limited"],
    ["a conflict", /POST .*refs/, "conflict", "moved"],
    ["rules of branches", /POST .*refs/, "ruled", "branch-ruled"],
    ["a file too large for GitHub", /POST .*blobs/, "tooLarge", "too-large"],
    ["requests only from collaborators", /POST .*pulls/, "collaborators", "requests-closed"],
    ["what nobody foresaw", /POST .*pulls/, "unforeseen", "refused"],
  ])("%s", async (_, at, how, kind) => {
    const refusal = github.refusals[how];
    github.fail({ at, how: typeof refusal === "function" ? refusal() : refusal });
    const { problem, made } = failed(await forgeOf().propose(changeOf()));
    expect(problem.kind).toBe(kind);
    if (problem.kind === "limited") expect(problem.until).toBeGreaterThan(Date.now() + 30_000);
    const { what, todo } = problemWords(problem);
    for (const sentence of [what, todo]) {
      expect(sentence).toMatch(/^(?:[А-ЯІЇЄҐ«]|GitHub ).*\.$/);
      // Words of git stand only where a key's own permissions are named.
      expect(sentence.replaceAll(/\([^)]*\)/g, "")).not.toMatch(
        /undefined|pull|request|commit|коміт|гілк|branch|blob|merge|репозитор/i,
      );
    }
    sent(await forgeOf().propose(changeOf(), made));
    expect(asked(blobs)).toBe(/blobs/.test(String(at)) ? 2 : 1);
  });

  test.each([
    [
      "an archived repository",
      () => {
        github.portal.archived = true;
      },
      "secret",
      "archived",
    ],
    ["no key", () => {}, undefined, "token-missing"],
    ["a key that is none", () => {}, "nonsense", "token-refused"],
    ["a key without the scope", () => {}, "scopeless", "token-weak"],
    ["a key nobody approved yet", () => {}, "github_pat_pending", "token-unapproved"],
    [
      "a private repository",
      () => {
        github.portal.private = true;
        github.portal.pushers.clear();
      },
      "secret",
      "no-repository",
    ],
  ] as const)("before anything is sent: %s", async (_, prepare, token, kind) => {
    prepare();
    const { token: __, ...rest } = { token: "" };
    const forge =
      token === undefined
        ? openGitHubForge({
            repository: "council/data",
            api: github.api,
            fetch,
            fromPage: true,
            ...rest,
          })
        : forgeOf({ token });
    expect(failed(await forge.propose(changeOf())).problem.kind).toBe(kind);
    expect(github.bare.git(["for-each-ref", "--format=%(refname)"])).toBe("refs/heads/main");
  });

  test("a key that may write files and no requests leaves the files for the next key", async () => {
    const { problem, made } = failed(
      await forgeOf({ token: "github_pat_files" }).propose(changeOf()),
    );
    expect(problem).toEqual({ kind: "token-unapproved", owner: "council" });
    sent(await forgeOf({ token: "github_pat_whole" }).propose(changeOf(), made));
    expect([asked(blobs), asked("POST council/data git/refs")]).toEqual([1, 1]);
  });

  test("a file over the limit, and no file at all, are told before the first call", async () => {
    const big = new Uint8Array(25 * 1024 * 1024 + 1);
    const { problem } = failed(
      await forgeOf().propose(changeOf({ files: new Map([[stops, big]]) })),
    );
    expect(problem).toMatchObject({ kind: "too-large", path: stops });
    expect(problemWords(problem).what).toBe("Файл «stops.csv» має 25,1 МБ, а дозволено 25.");
    expect(failed(await forgeOf().propose(changeOf({ files: new Map() }))).problem.kind).toBe(
      "empty",
    );
    expect(github.calls).toEqual([]);
  });

  test.each(["cut", "half", "lost"] as const)(
    "a connection %s at each call in turn: the end is the same, nothing twice",
    async (how) => {
      const files = new Map([
        [stops, bytes(newer)],
        [notes, bytes("a\n")],
      ]);
      sent(await forgeOf().propose(changeOf({ files, name: "rehearsal" })));
      const steps = [...github.calls];
      github.close(1);
      for (const [step, call] of steps.entries()) {
        const name = `step-${how}-${step}`;
        // Twice: once is tried again by itself.
        github.fail({ after: step, times: call.startsWith("GET") ? 3 : 2, how });
        let proposed = await forgeOf().propose(changeOf({ files, name }));
        let made: Made | undefined;
        if (proposed.outcome === "failed") {
          expect(proposed.problem.kind).toBe("offline");
          made = proposed.made;
        }
        github.mend();
        if (proposed.outcome === "failed")
          proposed = await forgeOf().propose(changeOf({ files, name }), made);
        const request = sent(proposed);
        expect(github.kept.pulls.filter(({ branch }) => branch.startsWith(`${name}`))).toHaveLength(
          1,
        );
        expect(
          github.bare.git(["for-each-ref", "--format=%(objectname)", `refs/heads/${name}*`]),
        ).toBe(request.head);
        expect(changedBy(request.head)).toEqual([notes, stops]);
      }
    },
  );

  test("servers that are down for a moment are asked again, for long told of", async () => {
    github.fail({ at: /blobs/, how: github.refusals.down });
    sent(await forgeOf().propose(changeOf()));
    github.fail({ at: /blobs/, times: 9, how: github.refusals.down });
    const files = new Map([[notes, bytes("a\n")]]);
    expect(failed(await forgeOf().propose(changeOf({ files }))).problem).toEqual({
      kind: "down",
      status: 502,
    });
  });

  test("what was made of other files is not sent in their place", async () => {
    github.fail({ at: /POST .*refs/, how: github.refusals.ruled });
    const { made } = failed(await forgeOf().propose(changeOf()));
    const request = sent(
      await forgeOf().propose(changeOf({ files: new Map([[stops, bytes("id\n1\n")]]) }), made),
    );
    expect(github.bare.git(["show", `${request.head}:${stops}`])).toBe("id\n1");
  });

  test("a portal that moved between two tries is looked at again", async () => {
    github.fail({ at: /POST .*refs/, how: github.refusals.ruled });
    const { made } = failed(await forgeOf().propose(changeOf()));
    const head = github.commit({ [notes]: "a\n" });
    const request = sent(await forgeOf().propose(changeOf(), made));
    expect(github.bare.resolve(`${request.head}^`)).toBe(head);
    expect(asked(blobs)).toBe(1);
  });

  test("an answer of another shape is no success", async () => {
    const odd: typeof fetch = (input, init) =>
      String(input).endsWith("/user") ? Promise.resolve(new Response("[]")) : fetch(input, init);
    expect(await forgeOf({ fetch: odd }).who()).toMatchObject({ problem: { kind: "odd-answer" } });
  });
});

/** Every file that a module brings along, by its imports. */
function broughtBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, from = ""] of readFileSync(file, "utf8").matchAll(
    /^(?:import|export)(?! type)[^;]*? from "([^"]+)"/gm,
  ))
    if (from.startsWith(".")) broughtBy(normalize(join(dirname(file), from)), seen);
    else seen.add(from);
  return seen;
}

test("nothing of Node comes along: a page may send", () => {
  const send = join(import.meta.dirname, "../../publish/send");
  const modules = [
    join(import.meta.dirname, "forge.ts"),
    join(import.meta.dirname, "../forge-words.ts"),
    ...readdirSync(send)
      .filter((name) => !name.endsWith(".test.ts"))
      .map((name) => join(send, name)),
  ];
  const brought = new Set(modules.flatMap((file) => [...broughtBy(file)]));
  expect([...brought].filter((name) => name.startsWith("node:"))).toEqual([]);
});
