import { afterEach, describe, expect, test, vi } from "vitest";
import { catalogueOf, committed, generatedPortal } from "../fixtures/generated-portal.ts";
import { Unreachable } from "../remote/reach.ts";
import { longestReport } from "../schemas/review.ts";
import { requestLabels } from "../vocabularies/labels.ts";
import { alarmText } from "./alarm.ts";
import { type GitHubClient, GitHubError, type GitHubOptions, openGitHub } from "./client.ts";
import { changedCode, findPullRequest, keepComment } from "./comment.ts";
import { type Comment, type Issue, parseForm, toRequest } from "./feedback.ts";
import { type OpenReminder, planReminders } from "./reminders.ts";
import { parseReport } from "./report.ts";

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

/** A client that answers lists by path, and keeps what is sent. */
function fake(lists: Record<string, unknown[]>) {
  const sent: unknown[][] = [];
  const client: GitHubClient = {
    get: async () => undefined,
    list: async (path) => {
      const found = lists[path];
      if (!found) throw new Error(`Nobody was to ask for ${path}.`);
      return found;
    },
    send: async (...call) => {
      sent.push(call);
      return {};
    },
  };
  return { client, sent };
}

describe("the portal's comment", () => {
  const mark = "<!-- portal-review -->";
  const bot = { login: "github-actions[bot]", type: "Bot" };
  const kept = async (...comments: object[]) => {
    const { client, sent } = fake({ "issues/7/comments": comments });
    return [await keepComment(client, 7, "Текст"), ...sent];
  };
  const written = ["written", ["POST", "issues/7/comments", { body: `${mark}\nТекст` }]];
  test("is its own alone: another's, a robot's of another name, one without the mark, one nobody wrote", async () => {
    const body = `${mark}\nІнше`;
    expect(await kept({ id: 1, body, user: { ...bot, type: "User" } })).toEqual(written);
    expect(await kept({ id: 1, body, user: { ...bot, login: "other[bot]" } })).toEqual(written);
    expect(await kept({ id: 1, body: "Інше", user: bot })).toEqual(written);
    expect(await kept({ id: 1, body, user: null })).toEqual(written);
    expect(await kept({ id: 1, body: null, user: bot })).toEqual(written);
    expect(await kept({ body, user: bot })).toEqual(written);
    expect(await kept({ id: 5, body, user: bot })).toEqual([
      "updated",
      ["PATCH", "issues/comments/5", { body: `${mark}\nТекст` }],
    ]);
  });
  test("is the same where only the ends of lines differ", async () => {
    expect(await kept({ id: 5, body: `${mark}\r\nТекст`, user: bot })).toEqual(["same"]);
  });
});

describe("a pull request and its code", () => {
  const sha = `${"0123456789abcdef".repeat(2)}01234567`;
  const lists = (pull: object) => ({ [`commits/${sha}/pulls`]: [pull], pulls: [] });
  const pull = { number: 7, state: "open", head: { sha, label: "clerk:stops" } };
  test.each<[what: string, pull: object, asked: string, found: number | undefined]>([
    ["its own", pull, sha, 7],
    ["closed", { ...pull, state: "closed" }, sha, undefined],
    ["of another commit", { ...pull, head: { ...pull.head, sha: "f".repeat(40) } }, sha, undefined],
    ["of another's branch", { ...pull, head: { ...pull.head, label: "x:stops" } }, sha, undefined],
    ["in another form", { ...pull, number: "7" }, sha, undefined],
    ["a longer hash", pull, `${sha}0`, undefined],
    ["a hash after something else", pull, `x${sha}`, undefined],
  ])("%s", async (_, given, asked, found) => {
    const { client } = fake(lists(given));
    expect(await findPullRequest(client, { sha: asked, owner: "clerk", branch: "stops" })).toBe(
      found,
    );
  });

  test("files outside data and content, in order; of a renamed one both names", async () => {
    const files = [
      { filename: "src/b.ts" },
      { filename: "data/a.csv", previous_filename: "scripts/a.ts" },
      { filename: "content/news/a.mdx" },
      { filename: "src/data/a.ts", previous_filename: "data/b.csv" },
    ];
    expect(await changedCode(fake({ "pulls/7/files": files }).client, 7)).toEqual([
      "scripts/a.ts",
      "src/b.ts",
      "src/data/a.ts",
    ]);
    expect(await changedCode(fake({ "pulls/7/files": [{ name: "a" }] }).client, 7)).toBeUndefined();
  });

  test("GitHub's refusal is no answer; a fault of ours is a fault", async () => {
    const failing = (error: Error) =>
      changedCode({ ...fake({}).client, list: () => Promise.reject(error) }, 7);
    expect(await failing(new GitHubError("forbidden", "ні"))).toBeUndefined();
    await expect(failing(new RangeError("наша"))).rejects.toThrow("наша");
  });
});

describe("the alarm's text", () => {
  const run = "https://github.com/council/data/actions/runs/5";
  const finding = (severity: "error" | "warning", line?: number) => ({
    rule: "id-unique" as const,
    severity,
    place: { file: "data/a.yaml", ...(line === undefined ? {} : { line }) },
    message: "Не  так.",
    hint: "Змініть.",
  });
  test("names errors alone, with their lines where they have one", () => {
    expect(
      alarmText({ findings: [finding("error", 3), finding("warning", 4), finding("error")], run }),
    ).toBe(`Сайт не оновлено: на порталі лишилася остання справна версія.

Причина у файлах. Помилок: 2.

- \`data/a.yaml:3\`
  \`Не так.\`
  Що зробити: \`Змініть.\`
- \`data/a.yaml\`
  \`Не так.\`
  Що зробити: \`Змініть.\`

Журнал: ${run}

Це повідомлення закриється саме, щойно сайт оновиться.`);
  });
  test("names ten and counts the rest; warnings alone are no reason", () => {
    const text = alarmText({ findings: Array(12).fill(finding("error", 3)), run });
    expect(text).toContain("Помилок: 12.");
    expect(text.split("data/a.yaml")).toHaveLength(11);
    expect(alarmText({ findings: [finding("warning")], run })).toContain("помилок немає");
  });
});

describe("an issue as a request", () => {
  const issue: Issue = {
    number: 3,
    title: "[Запит на дані]   Розклад   тролейбусів",
    body: "### Ідентифікатор набору\r\n\r\nstops\r\n\r\n###   Опитування  \r\n\r\n_No response_\r\n",
    created_at: "2026-11-02T09:00:00Z",
    comments: 0,
    html_url: "https://github.com/council/data/issues/3",
    labels: [{ name: requestLabels.data }],
  };
  const comment = (body: string, created: string, more: Partial<Comment> = {}): Comment => ({
    body,
    created_at: created,
    author_association: "MEMBER",
    user: { type: "User" },
    ...more,
  });
  const known = { datasets: ["stops"], polls: [] };
  const entry = {
    title: "Розклад тролейбусів",
    kind: "data",
    date: "2026-11-02",
    channel: "form",
    datasets: ["stops"],
    votes: 0,
    path: issue.html_url,
  };
  test("answers of a form, by heading; a heading inside a line is none", () => {
    expect(
      parseForm("Привіт\r\n### А\r\n\r\nодин ### два\r\nтри\r\n###  Б \r\n_No response_"),
    ).toEqual(
      new Map([
        ["А", "один ### два\nтри"],
        ["Б", ""],
      ]),
    );
    expect(parseForm("")).toEqual(new Map());
  });
  test("no votes, no body, no user, no comments", () => {
    expect(toRequest(issue, [], known)).toEqual(entry);
    expect(toRequest({ ...issue, body: null }, [], known)).toEqual({ ...entry, datasets: [] });
    expect(toRequest({ ...issue, reactions: { "+1": 7 } }, [], known)).toEqual({
      ...entry,
      votes: 7,
    });
  });
  test("a label of no kind, a pull request", () => {
    expect(toRequest({ ...issue, labels: [{ name: "інше" }] }, [], known)).toBeUndefined();
    expect(toRequest({ ...issue, pull_request: {} }, [], known)).toBeUndefined();
  });
  test("the first answer by its moment, the last decision, whoever wrote it first", () => {
    const comments = [
      comment("  Рішення:   додамо  ", "2026-11-09T09:00:00Z"),
      comment("Рішення: подумаємо", "2026-11-05T09:00:00Z", { user: null }),
      comment("Чекаємо", "2026-11-04T09:00:00Z", { author_association: "NONE" }),
      comment("Рішення: робота", "2026-11-03T09:00:00Z", { user: { type: "Bot" } }),
      comment("Не рішення: так", "2026-11-10T09:00:00Z"),
      { ...comment("", "2026-11-11T09:00:00Z"), body: null },
    ];
    expect(toRequest(issue, comments, known)).toEqual({
      ...entry,
      answered: "2026-11-05",
      outcome: "додамо",
    });
  });
  test("a title that is nothing but its prefix, and a bracket that is none", () => {
    expect(toRequest({ ...issue, title: "[Запит]" }, [], known)?.title).toBe("Звернення № 3");
    expect(toRequest({ ...issue, title: "Список [шкіл] міста" }, [], known)?.title).toBe(
      "Список [шкіл] міста",
    );
    expect(toRequest({ ...issue, title: " [а] б" }, [], known)?.title).toBe("б");
  });
});

describe("reminders", () => {
  const passport = "data/datasets/stops-1/datapackage.yaml";
  const base = generatedPortal(1);
  const on = (today: string, change = (text: string) => text, changed = "2025-11-01") => {
    const files = { ...base, [passport]: change(base[passport] ?? "") };
    return catalogueOf(files, {
      today,
      history: committed(files, Date.parse(`${changed}T12:00:00Z`) / 1000),
    });
  };
  const open = (
    today: string,
    ...changes: Parameters<typeof on> extends [string, ...infer R] ? R : never
  ) => planReminders(on(today, ...changes), []);
  const body = (term: string) =>
    `<!-- update-reminder:stops-1 -->

Набір «1: Зупинки громадського транспорту» оновлюють так: щороку. ${term}

Сторінка набору: https://data.example.gov.ua/dataset/stops-1/

Що зробити: покладіть нові файли в теку набору. Якщо відомості не змінилися, допишіть у паспорт validAsOf із сьогоднішнім днем. Якщо набір більше не оновлюватимуть, поставте frequency: never.

Розпорядник: Міська рада.

Портал закриє це нагадування сам, щойно набір оновлять.`;
  const title = "Оновити набір «1: Зупинки громадського транспорту» не пізніше ніж 2026-11-01";

  test("before the term and after it, word for word; an owner is called where there is one", () => {
    expect(open("2026-10-20")).toEqual([
      {
        action: "open",
        dataset: "stops-1",
        title,
        body: body("Оновити треба не пізніше ніж 2026-11-01."),
      },
    ]);
    expect(open("2026-11-02")).toEqual([
      {
        action: "open",
        dataset: "stops-1",
        title,
        body: body("Строк оновлення минув 2026-11-01: на порталі набір позначено «Не оновлений»."),
      },
    ]);
  });
  test("of a quarterly set a quarter of the period is two weeks at most; of a weekly one a day", () => {
    const frequency = (word: string) => (text: string) =>
      text.replace("frequency: yearly", `frequency: ${word}`);
    const opens = (word: string, days: readonly string[]) =>
      days.filter((day) => open(day, frequency(word)).length > 0);
    expect(opens("weekly", ["2025-11-06", "2025-11-07", "2025-11-08"])).toEqual([
      "2025-11-07",
      "2025-11-08",
    ]);
    expect(opens("never", ["2026-11-02"])).toEqual([]);
  });
  test("a long title is cut in the heading, and stands whole in the text", () => {
    const [step] = open("2026-11-02", (text) =>
      text.replace(/^title: .*$/m, `title: ${"Зупинки ".repeat(25).trim()}`),
    );
    expect(step).toMatchObject({
      title: `Оновити набір «${"Зупинки ".repeat(25).slice(0, 150)}» не пізніше ніж 2026-11-01`,
      body: expect.stringContaining(`«${"Зупинки ".repeat(25).trim()}»`),
    });
  });
  const issue = (number: number, id: string, more: Partial<OpenReminder> = {}): OpenReminder => ({
    number,
    title: "Оновити",
    body: `<!-- update-reminder:${id} -->`,
    ...more,
  });
  const closed = (today: string, changed: string, change = (text: string) => text) =>
    planReminders(on(today, change, changed), [issue(4, "stops-1")]).map((step) =>
      step.action === "close" ? step.comment : step.action,
    );
  test("why one is closed: updated within a month, or the term was changed", () => {
    const updated = "Набір оновлено 2026-10-01. Дякуємо.";
    const other = "Нагадування більше не потрібне: строк оновлення змінено.";
    expect(closed("2026-11-01", "2026-10-01")).toEqual([updated]);
    expect(closed("2026-11-02", "2026-10-01")).toEqual([other]);
    expect(
      closed("2026-11-02", "2025-10-01", (text) =>
        text.replace("frequency: yearly", "frequency: never"),
      ),
    ).toEqual([other]);
  });
  test("the oldest of two stays, in whatever order they come; one without a body is nobody's", () => {
    const steps = planReminders(on("2026-11-02"), [
      issue(9, "stops-1"),
      issue(4, "stops-1"),
      issue(2, "", { body: null }),
      issue(12, "gone"),
    ]);
    expect(
      steps.map((step) => [step.action, step.dataset, "number" in step ? step.number : 0]),
    ).toEqual([
      ["rewrite", "stops-1", 4],
      ["close", "stops-1", 9],
      ["close", "gone", 12],
    ]);
    expect(steps.flatMap((step) => (step.action === "close" ? step.comment : []))).toEqual([
      "Про цей набір уже є інше нагадування.",
      "Набору на порталі більше немає.",
    ]);
  });
  test("one that says what it should is left, with the ends of lines GitHub makes", () => {
    const [wanted] = open("2026-11-02");
    if (wanted?.action !== "open") throw new Error("Nothing is wanted.");
    const { title, body: text } = wanted;
    const known = { number: 4, title, body: text.replaceAll("\n", "\r\n") };
    expect(planReminders(on("2026-11-02"), [known])).toEqual([]);
    expect(planReminders(on("2026-11-02"), [{ ...known, title: "Інше" }])).toMatchObject([
      { action: "rewrite", number: 4, title },
    ]);
  });
});

test("a report is read up to its longest, and not beyond", () => {
  const report = JSON.stringify({
    verdict: "fine",
    fresh: [],
    standing: [],
    mended: [],
    datasets: [],
    others: [],
    code: [],
  });
  expect(parseReport(report.padEnd(longestReport))?.verdict).toBe("fine");
  expect(parseReport(report.padEnd(longestReport + 1))).toBeUndefined();
  expect(parseReport("{")).toBeUndefined();
});
