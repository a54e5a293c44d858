import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { catalogueOf, committed, generatedPortal } from "../../test/fixtures/generated-portal.ts";
import { openGitHubStandIn } from "../../test/fixtures/github-stand-in.ts";
import { openReach } from "../reach.ts";
import { openGitHub } from "./client.ts";
import { reminderLabel } from "./labels.ts";
import { type OpenReminder, planReminders, readReminders, sendReminders } from "./reminders.ts";

let github: Awaited<ReturnType<typeof openGitHubStandIn>>;
beforeEach(async () => {
  github = await openGitHubStandIn();
});
afterEach(() => github.close());

const files: Record<string, string> = {
  ...generatedPortal(1),
  "data/publishers/council.yaml": 'title: Міська рада\nkind: council\nowners: ["@council/data"]\n',
};
/** A yearly set, committed on 1 November 2025: its term is 1 November 2026. */
const on = (today: string, changed = "2025-11-01", given: Record<string, string> = files) =>
  catalogueOf(given, {
    today,
    history: committed(given, Date.parse(`${changed}T12:00:00Z`) / 1000),
  });
const run = async (catalogue: ReturnType<typeof catalogueOf>) => {
  const client = openGitHub({
    repository: "council/data",
    api: github.api,
    fetch: openReach({ allowLoopback: true }),
    token: "secret",
    pauses: [1],
  });
  const steps = planReminders(catalogue, await readReminders(client));
  await sendReminders(client, steps, () => {});
  return steps.map(({ action, dataset }) => `${action} ${dataset}`);
};

test("a set has one reminder: from two weeks before its term, rewritten when it is late, closed when it is updated", async () => {
  expect(await run(on("2026-10-17"))).toEqual([]);
  expect(await run(on("2026-10-18"))).toEqual(["open stops-1"]);
  expect(github.issues[0]).toMatchObject({
    title: "Оновити набір «1: Зупинки громадського транспорту» не пізніше ніж 2026-11-01",
    labels: [reminderLabel],
  });
  expect(github.issues[0]?.body).toContain("@council/data");
  // The same day and the days after: nothing new to say.
  expect(await run(on("2026-10-18"))).toEqual([]);
  expect(await run(on("2026-10-30"))).toEqual([]);
  expect(await run(on("2026-11-02"))).toEqual(["rewrite stops-1"]);
  expect(github.issues[0]?.body).toContain("позначено «Не оновлений»");
  expect(await run(on("2026-11-10"))).toEqual([]);
  expect(await run(on("2026-11-12", "2026-11-11"))).toEqual(["close stops-1"]);
  expect(github.issues[0]).toMatchObject({ state: "closed" });
  expect(github.issues[0]?.comments.at(-1)?.body).toBe("Набір оновлено 2026-11-11. Дякуємо.");
  expect(await run(on("2026-11-12", "2026-11-11"))).toEqual([]);
});

test("of two reminders for one set the older stays", async () => {
  await run(on("2026-11-02"));
  const [first] = github.issues;
  if (first) github.issues.push({ ...first, number: 7, comments: [] });
  expect(await run(on("2026-11-02"))).toEqual(["close stops-1"]);
  expect(github.issues.map(({ state }) => state)).toEqual(["open", "closed"]);
});

test("a withdrawn set needs no update", async () => {
  await run(on("2026-11-02"));
  const passport = "data/datasets/stops-1/datapackage.yaml";
  const withdrawn = {
    ...generatedPortal(2),
    [passport]: `${files[passport]}status: withdrawn\nwithdrawn: { date: 2026-11-02, reason: Дублює інший }\n`,
  };
  expect(await run(on("2026-11-03", "2026-11-02", withdrawn))).toEqual(["close stops-1"]);
  expect(github.issues[0]?.comments.at(-1)?.body).toBe("Набору на порталі більше немає.");
});

test("an answer lost after the work was done makes no second reminder at the next run", async () => {
  const client = openGitHub({
    repository: "council/data",
    api: github.api,
    fetch: openReach({ allowLoopback: true }),
    token: "secret",
    pauses: [],
  });
  github.faults.push("lost");
  const steps = planReminders(on("2026-11-02"), []);
  await expect(sendReminders(client, steps, () => {})).rejects.toThrow("недоступний");
  expect(await run(on("2026-11-02"))).toEqual([]);
  expect(github.issues).toHaveLength(1);
});

test("other people's issues under the label are left alone", async () => {
  github.issues.push({
    number: 3,
    title: "Питання",
    body: "Коли?",
    state: "open",
    labels: [reminderLabel],
    comments: [],
  });
  expect(await run(on("2026-10-01"))).toEqual([]);
});

test("a name of a set calls nobody and makes no markup", async () => {
  const passport = "data/datasets/stops-1/datapackage.yaml";
  const hostile = {
    ...files,
    [passport]: (files[passport] ?? "").replace(
      /^title: .*$/m,
      'title: "@everyone *[тут](https://x.example.org)*"',
    ),
  };
  await run(on("2026-11-02", "2025-11-01", hostile));
  expect(github.issues[0]?.body).toContain("\\@everyone \\*\\[тут\\]");
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
