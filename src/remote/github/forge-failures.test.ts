import { beforeEach, describe, expect, test } from "vitest";
import { speak } from "../../i18n/translate.ts";
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
import type { Made } from "../forge.ts";
import { problemWords } from "../forge-words.ts";

const { clerk, forgeOf, changeOf, changedBy, asked } = openClerk();
let github: ForgeStandIn;
beforeEach(() => {
  github = clerk.github;
});

const blobs = "POST council/data git/blobs";

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
    const { what, todo } = problemWords(problem, speak("uk"));
    for (const sentence of Object.values(problemWords(problem, speak("en"))))
      expect(sentence).toMatch(/^[A-Z“][^\p{Script=Cyrillic}{]*\.$/u);
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
    const forge = forgeOf({ token: token ?? "" });
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
    expect(problemWords(problem, speak("uk")).what).toBe(
      "Файл «stops.csv» має 25,1 МБ, а дозволено 25.",
    );
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
        // Of reading calls the other two ways of breaking are the same as this one.
        if (how !== "cut" && call.startsWith("GET")) continue;
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
