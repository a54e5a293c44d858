import { afterEach, beforeEach, expect, test } from "vitest";
import { catalogueOf, committed, generatedPortal } from "../fixtures/generated-portal.ts";
import { openGitHubStandIn } from "../fixtures/github-stand-in.ts";
import { openReach } from "../remote/reach.ts";
import { reminderLabel } from "../vocabularies/labels.ts";
import { openGitHub } from "./client.ts";
import { planReminders, readReminders, sendReminders } from "./reminders.ts";

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
