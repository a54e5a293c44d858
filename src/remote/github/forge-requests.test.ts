import { beforeEach, describe, expect, test } from "vitest";
import { examplePortal } from "../../rules/example-portal.ts";
import {
  bytes,
  failed,
  newer,
  notes,
  openClerk,
  sent,
  stops,
} from "../../test/fixtures/forge/clerk.ts";
import type { ForgeStandIn } from "../../test/fixtures/forge-stand-in.ts";

const { clerk, forgeOf, changeOf, changedBy } = openClerk();
let github: ForgeStandIn;
beforeEach(() => {
  github = clerk.github;
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

  test("the portal moved under: three ways of it, and who has seen theirs joins the two", async () => {
    const files = new Map([
      [stops, bytes(newer)],
      [notes, bytes("a\n")],
    ]);
    const first = sent(await forgeOf().propose(changeOf({ files })));
    const theirs = "id,name,platforms\n1,Вокзал,9\n";
    const head = github.commit({ [stops]: theirs });
    const mine = bytes("id,name,platforms\n1,Вокзал,9\n3,Базар,1\n");
    const correction = changeOf({ files: new Map([[stops, mine]]) });
    expect(await forgeOf().correct(first, correction)).toMatchObject({
      outcome: "conflict",
      head,
      files: [
        { path: stops, base: bytes(examplePortal[stops] ?? ""), theirs: bytes(theirs), mine },
      ],
    });
    const second = sent(await forgeOf().correct(first, { ...correction, base: head }));
    expect(github.bare.git(["log", "-1", "--format=%P", second.head])).toBe(
      `${first.head} ${head}`,
    );
    expect(github.bare.git(["diff", "--name-only", head, second.head])).toBe(`${notes}\n${stops}`);
    expect(await forgeOf().state(1)).toMatchObject({ told: { collides: false } });
    expect(github.bare.git(["show", `${github.merge(1)}:${stops}`])).toContain("Базар");
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
    const reader = forgeOf({ token: "" });
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
