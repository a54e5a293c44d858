import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, normalize } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { examplePortal } from "../../rules/example-portal.ts";
import { runScript } from "../../test/fixtures/built-site.ts";
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
    // What the stand-in wrote git itself takes for its own.
    expect(github.bare.git(["fsck", "--strict", "--no-dangling"])).toBe("");
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
    const { headers, status } = await fetch(`${github.api}/user`, {
      method: "OPTIONS",
      headers: { origin: "https://data.example.gov.ua" },
    });
    expect(status).toBe(204);
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("access-control-allow-headers")).toMatch(/^Authorization, Content-Type,/);
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
