import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { parse } from "yaml";
import { registerSchemas } from "../../schemas/data/registers.ts";
import { project, runScriptAsync } from "../../test/fixtures/built-site.ts";
import { generatedPortal } from "../../test/fixtures/generated-portal.ts";
import { openGitHubStandIn, type StandInIssue } from "../../test/fixtures/github-stand-in.ts";
import { openReach } from "../reach.ts";
import { openGitHub } from "./client.ts";
import { formFields, importFeedback } from "./feedback.ts";
import { decisionLabels, hiddenLabel, requestLabels } from "./labels.ts";

let github: Awaited<ReturnType<typeof openGitHubStandIn>>;
const known = { datasets: ["stops-1"], polls: ["poll-2026"] };
const issue = (more: Partial<StandInIssue> = {}): StandInIssue => ({
  number: 1,
  title: "[Запит на дані] Розклад тролейбусів у машиночитному форматі",
  body: `### ${formFields.dataset}\n\nstops-1\n\n### Для чого\n\nМій телефон 067 123 45 67, дзвоніть\n`,
  state: "open",
  labels: [requestLabels.data],
  votes: 4,
  created: "2026-11-02T22:30:00Z",
  comments: [],
  ...more,
});
beforeEach(async () => {
  github = await openGitHubStandIn();
});
afterEach(() => github.close());
const imported = async (...issues: StandInIssue[]) => {
  github.issues.push(...issues);
  const client = openGitHub({
    repository: "council/data",
    api: github.api,
    fetch: openReach({ allowLoopback: true }),
    pauses: [1, 1],
  });
  const { files, ...rest } = await importFeedback(client, known);
  return {
    entries: [...files.values()].map((text) => parse(text)),
    texts: [...files.values()],
    ...rest,
  };
};

test("an issue becomes an entry: its sentence, dates of Kyiv, votes; not its body, nor who wrote", async () => {
  const { entries, texts } = await imported(issue());
  expect(entries).toEqual([
    {
      title: "Розклад тролейбусів у машиночитному форматі",
      kind: "data",
      // 22:30 in Greenwich is the next day in Kyiv.
      date: "2026-11-03",
      channel: "form",
      datasets: ["stops-1"],
      votes: 4,
      path: "https://github.com/council/data/issues/1",
    },
  ]);
  expect(texts.join("")).not.toMatch(/067|somebody|Для чого/);
  expect(registerSchemas.requests.safeParse(entries[0]).success).toBe(true);
});

test("the first comment of a member is the answer; a robot's and a passer-by's are not", async () => {
  const { entries } = await imported(
    issue({
      comments: [
        { body: "Дякую", created: "2026-11-03T08:00:00Z" },
        { body: "Прийнято", created: "2026-11-04T08:00:00Z", association: "MEMBER", bot: true },
        { body: "Готуємо", created: "2026-11-06T08:00:00Z", association: "MEMBER" },
        {
          body: "Рішення: додано колонку з розкладом",
          created: "2026-11-09T08:00:00Z",
          association: "OWNER",
        },
      ],
      labels: [requestLabels.data, decisionLabels.accepted],
      state: "closed",
      closed: "2026-11-09T09:00:00Z",
    }),
  );
  expect(entries[0]).toMatchObject({
    answered: "2026-11-06",
    closed: "2026-11-09",
    decision: "accepted",
    outcome: "додано колонку з розкладом",
  });
});

test("a decision against says why", async () => {
  const { entries } = await imported(
    issue({
      labels: [requestLabels.error, decisionLabels.declined],
      comments: [
        {
          body: "Рішення: дані належать області",
          created: "2026-11-06T08:00:00Z",
          association: "COLLABORATOR",
        },
      ],
    }),
  );
  expect(entries[0]).toMatchObject({
    kind: "error",
    decision: "declined",
    reason: "дані належать області",
  });
  expect(entries[0].outcome).toBeUndefined();
});

test.each([
  ["a phone", "Зателефонуйте 067 123 45 67 про зупинку", /123/],
  ["a mailbox", "Пишіть на taras.k@gmail.com про зупинку", /taras/],
  ["a full name", "Коваленко Олена Петрівна просить список шкіл", /Коваленко|Петрівна/],
  ["a tax number", "РНОКПП 3184710691 у файлі", /3184710691/],
])("%s in a title never comes to the portal", async (_, title, pattern) => {
  const { entries, texts } = await imported(issue({ title }));
  expect(texts.join("")).not.toMatch(pattern);
  expect(registerSchemas.requests.safeParse(entries[0]).success).toBe(true);
});

test.each([
  ["markup", '<img src=x onerror="alert(1)">'],
  ["a command to the runner", "a\n::error::b\r\n::add-mask::c"],
  ["YAML of its own", 'x"\ndecision: accepted\n#'],
  ["a direction mark", "abc\u202Edef\u200B"],
  ["nothing but marks", "\u200B\u202E"],
  ["ten thousand letters", "ж".repeat(10_000)],
])("%s in a title is one line of text that the schema takes", async (_, title) => {
  const { entries } = await imported(issue({ title }));
  expect(registerSchemas.requests.safeParse(entries[0]).error).toBeUndefined();
  expect(entries[0].title).not.toMatch(/[\n\r\u202E\u200B]/);
  expect(entries[0].decision).toBeUndefined();
});

test("a dataset or a poll that is not there is not named", async () => {
  const { entries } = await imported(
    issue({
      body: `### ${formFields.dataset}\n\n../../etc\n\n### ${formFields.poll}\n\npoll-2026\n`,
      labels: [requestLabels.proposal],
    }),
  );
  expect(entries[0]).toMatchObject({ kind: "proposal", datasets: [], poll: "poll-2026" });
});

test("hidden issues and pull requests do not come; issues without a label are not asked for", async () => {
  const { entries, hidden } = await imported(
    issue({ labels: [requestLabels.data, hiddenLabel] }),
    issue({ number: 2, pullRequest: true }),
    issue({ number: 3, labels: [] }),
  );
  expect(entries).toEqual([]);
  expect(hidden).toEqual(["issue-1.yaml", "issue-2.yaml"]);
});

test("an answer in another form than GitHub's is counted, and the others are read", async () => {
  const { entries, unread } = await imported(
    { ...issue(), created: "yesterday" },
    issue({ number: 2 }),
  );
  expect([entries.length, unread]).toEqual([1, ["created_at"]]);
});

const root = mkdtempSync(join(tmpdir(), "portal-feedback-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test("npm run feedback writes entries, keeps what people added, takes hidden ones away, and after a failure leaves all as it was", async () => {
  for (const [path, text] of Object.entries(generatedPortal(1))) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const folder = join(root, "data/registers/requests");
  const run = () =>
    runScriptAsync(
      "feedback",
      ["--root", root, "--repository", "council/data", "--api", github.api, "--allow-loopback"],
      {
        PORTAL_DATE: "2026-11-23",
      },
    );
  github.issues.push(issue(), issue({ number: 2 }));
  const first = await run();
  expect(first).toMatchObject({
    status: 0,
    stdout: "Звернень записано: 2; приховано: 0; не прочитано: 0.\n",
  });
  expect(readdirSync(folder)).toEqual(["issue-1.yaml", "issue-2.yaml"]);
  expect(readFileSync(join(root, "data/checks/feedback.yaml"), "utf8")).toContain(
    "checked: 2026-11-23",
  );
  writeFileSync(
    join(folder, "issue-1.yaml"),
    `${readFileSync(join(folder, "issue-1.yaml"), "utf8")}note: Передано управлінню\n`,
  );
  writeFileSync(
    join(folder, "mail-1.yaml"),
    "title: Лист\nkind: data\ndate: 2026-11-02\nchannel: mail\n",
  );
  github.issues[1]?.labels.push(hiddenLabel);
  expect((await run()).status).toBe(0);
  expect(readdirSync(folder)).toEqual(["issue-1.yaml", "mail-1.yaml"]);
  expect(readFileSync(join(folder, "issue-1.yaml"), "utf8")).toContain("note: Передано управлінню");
  const before = readFileSync(join(folder, "issue-1.yaml"), "utf8");
  github.faults.push("spent");
  const failed = await run();
  expect([failed.status, failed.stderr]).toEqual([
    1,
    "Звернення лишилися, як були: GitHub обмежив кількість запитів; спробуйте за годину.\n",
  ]);
  expect(readFileSync(join(folder, "issue-1.yaml"), "utf8")).toBe(before);
});

test("the issue forms ask under the headings that are read, and set the labels that are counted", () => {
  const folder = join(project, ".github/ISSUE_TEMPLATE");
  expect(existsSync(folder)).toBe(true);
  const forms = readdirSync(folder)
    .filter((name) => name !== "config.yml")
    .map(
      (name) =>
        parse(readFileSync(join(folder, name), "utf8")) as {
          labels?: string[];
          body: { attributes?: { label?: string } }[];
        },
    );
  const labels = forms.flatMap((form) => form.labels ?? []);
  expect(Object.values(requestLabels).filter((label) => !labels.includes(label))).toEqual([]);
  const headings = forms.flatMap(({ body }) => body.map(({ attributes }) => attributes?.label));
  expect(Object.values(formFields).filter((field) => !headings.includes(field))).toEqual([]);
});
