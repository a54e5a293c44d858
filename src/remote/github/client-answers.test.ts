import { afterEach, describe, expect, test, vi } from "vitest";
import { Unreachable } from "../unreachable.ts";
import { GitHubError, type GitHubOptions, openGitHub } from "./client.ts";

type Sent = { url: string; method: string; headers: Record<string, string>; redirect: unknown };
type Answer = Error | { status?: number; body?: string; headers?: Record<string, string> };

/** A client whose calls are answered from a list, the last answer again and again; and what it sent. */
function answering(answers: readonly Answer[], options: Partial<GitHubOptions> = {}) {
  const sent: Sent[] = [];
  const client = openGitHub({
    repository: "council/data",
    pauses: [1, 1],
    longest: 20,
    fetch: async (input, init = {}) => {
      const answer = answers[Math.min(sent.length, answers.length - 1)] ?? {};
      sent.push({
        url: String(input),
        method: String(init.method),
        headers: init.headers as Record<string, string>,
        redirect: init.redirect,
      });
      if (answer instanceof Error) throw answer;
      const { status = 200, body = "[]", headers = {} } = answer;
      return new Response(status === 204 ? null : body, { status, headers });
    },
    ...options,
  });
  return { client, sent };
}

const outcomeOf = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.catch((error) =>
    error instanceof GitHubError ? `${error.fault}: ${error.message}` : error,
  );

describe("what is sent to GitHub", () => {
  const common = {
    accept: "application/vnd.github+json",
    "x-github-api-version": "2022-11-28",
    "user-agent": "open-data-portal",
  };
  test("a reading call: the address, no body's type, no token where there is none", async () => {
    const { client, sent } = answering([{}]);
    await client.get("issues", { labels: "запит" });
    expect(sent).toEqual([
      {
        url: "https://api.github.com/repos/council/data/issues?labels=%D0%B7%D0%B0%D0%BF%D0%B8%D1%82",
        method: "GET",
        headers: common,
        redirect: "error",
      },
    ]);
  });

  test("a writing call of GitHub Enterprise, whose address ends in slashes", async () => {
    const { client, sent } = answering([{ status: 201, body: '{"number":5}' }], {
      api: "https://git.example.org/api/v3//",
      token: "secret",
    });
    expect(await client.send("POST", "issues", { title: "а" })).toEqual({ number: 5 });
    expect(sent).toEqual([
      {
        url: "https://git.example.org/api/v3/repos/council/data/issues",
        method: "POST",
        headers: { ...common, "content-type": "application/json", authorization: "Bearer secret" },
        redirect: "error",
      },
    ]);
  });

  test("plain http is for this machine alone", () => {
    expect(() => answering([], { api: "http://localhost:3000" })).not.toThrow();
    expect(() => answering([], { api: "http://127.0.0.1:3000" })).not.toThrow();
    expect(() => answering([], { api: "http://localhost.example.org" })).toThrow("з’єднанням");
  });
});

describe("what GitHub answers", () => {
  afterEach(() => {
    vi.useRealTimers();
  });
  test.each<[status: number, outcome: string]>([
    [401, "forbidden: GitHub не дозволяє: перевірте права ключа"],
    [403, "forbidden: GitHub не дозволяє: перевірте права ключа"],
    [404, "missing: на GitHub такого немає: /repos/council/data/issues/5"],
    [410, "missing: на GitHub такого немає: /repos/council/data/issues/5"],
    [400, 'refused: GitHub не прийняв: "{\\"message\\":\\"так\\"}"'],
    [422, 'refused: GitHub не прийняв: "{\\"message\\":\\"так\\"}"'],
    [429, "limited: GitHub обмежив кількість запитів; спробуйте за годину"],
  ])("%s ends the call", async (status, outcome) => {
    const { client, sent } = answering([{ status, body: '{"message":"так"}' }]);
    expect(await outcomeOf(client.get("issues/5"))).toBe(outcome);
    expect(sent).toHaveLength(1);
  });

  test("a refusal's text is cut", async () => {
    const { client } = answering([{ status: 422, body: "ж".repeat(1000) }]);
    expect(await outcomeOf(client.get("issues"))).toBe(
      `refused: GitHub не прийняв: "${"ж".repeat(300)}"`,
    );
  });

  test("nothing at all is nothing", async () => {
    expect(await answering([{ status: 204 }]).client.get("issues")).toBeUndefined();
  });

  test("a server's error and a lost connection are named when they do not pass", async () => {
    for (const [answer, reason] of [
      [{ status: 502 }, "GitHub відповів 502"],
      [new TypeError("fetch failed"), "fetch failed"],
    ] as const) {
      const { client, sent } = answering([answer]);
      expect(await outcomeOf(client.get("issues"))).toBe(
        `unreachable: GitHub недоступний (${reason})`,
      );
      expect(sent).toHaveLength(3);
    }
  });

  test("an address that must not be visited is not asked again", async () => {
    const { client, sent } = answering([new Unreachable("адреса внутрішньої мережі")]);
    expect(await outcomeOf(client.get("issues"))).toBe("unreachable: адреса внутрішньої мережі");
    expect(sent).toHaveLength(1);
  });

  test("what is no list, and a list without end", async () => {
    expect(await outcomeOf(answering([{ body: "{}" }]).client.list("issues"))).toBe(
      "unreachable: GitHub відповів не переліком",
    );
    const { client, sent } = answering([{ body: JSON.stringify(Array(100).fill(1)) }]);
    expect(await client.list("issues", { state: "all" })).toHaveLength(10_000);
    expect(sent).toHaveLength(100);
    expect(sent.at(-1)?.url).toMatch(/\?state=all&per_page=100&page=100$/);
  });

  test.each<[what: string, status: number, headers: Record<string, string>, outcome: string]>([
    ["a second, more than is waited", 403, { "retry-after": "1" }, "limited"],
    ["a moment", 403, { "retry-after": "0.02" }, "read"],
    ["a moment, told with 429", 429, { "retry-after": "0.001" }, "read"],
    ["no calls left, and no time told", 403, { "x-ratelimit-remaining": "0" }, "limited"],
    [
      "no calls left till a time that has passed",
      403,
      { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1000" },
      "read",
    ],
    [
      "no calls left for an hour",
      403,
      {
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": String(Math.ceil(Date.now() / 1000) + 3600),
      },
      "limited",
    ],
    [
      "some calls left, so no limit",
      403,
      { "x-ratelimit-remaining": "7", "x-ratelimit-reset": "1000" },
      "forbidden",
    ],
  ])("a limit of %s", async (_, status, headers, outcome) => {
    const { client, sent } = answering([{ status, headers }, { body: "[1]" }]);
    const got = await outcomeOf(client.list("issues"));
    expect(typeof got === "string" ? got.split(":")[0] : "read").toBe(outcome);
    expect(sent).toHaveLength(outcome === "read" ? 2 : 1);
  });

  test("a limit is waited for, and so is the pause before a further try", async () => {
    vi.useFakeTimers();
    const limited = answering([{ status: 403, headers: { "retry-after": "5" } }, { body: "[1]" }], {
      longest: 5000,
      pauses: [300],
    });
    const list = limited.client.list("issues");
    await vi.advanceTimersByTimeAsync(5200);
    expect(limited.sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(100);
    expect(limited.sent).toHaveLength(2);
    expect(await list).toEqual([1]);
  });
});
