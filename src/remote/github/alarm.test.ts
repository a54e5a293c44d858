import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openGitHubStandIn } from "../../test/fixtures/github-stand-in.ts";
import { openReach } from "../reach.ts";
import { alarmText, keepAlarm } from "./alarm.ts";
import { openGitHub } from "./client.ts";
import { alarmLabel } from "./labels.ts";

let github: Awaited<ReturnType<typeof openGitHubStandIn>>;
beforeEach(async () => {
  github = await openGitHubStandIn();
});
afterEach(() => github.close());
const client = () =>
  openGitHub({
    repository: "council/data",
    api: github.api,
    fetch: openReach({ allowLoopback: true }),
    token: "secret",
    pauses: [1],
  });
const run = "https://github.com/council/data/actions/runs/5";
const twice = {
  rule: "id-unique" as const,
  severity: "error" as const,
  place: { file: "data/datasets/stops/datapackage.yaml", line: 3 },
  message: "Ідентифікатор «stops» мають два набори: data/datasets/a і data/datasets/b.",
  hint: "Змініть один.",
};

test("one issue while the site cannot be published: opened, kept up to date, closed when it can", async () => {
  expect(await keepAlarm(client(), undefined)).toBe("quiet");
  expect(await keepAlarm(client(), { findings: [twice], run })).toBe("opened");
  expect(github.issues[0]).toMatchObject({
    title: "Сайт порталу не оновлюється",
    labels: [alarmLabel],
  });
  expect(github.issues[0]?.body).toContain("data/datasets/a і data/datasets/b");
  expect(await keepAlarm(client(), { findings: [], run })).toBe("updated");
  expect(github.issues).toHaveLength(1);
  expect(await keepAlarm(client(), undefined)).toBe("closed");
  expect(github.issues[0]).toMatchObject({ state: "closed" });
  expect(await keepAlarm(client(), undefined)).toBe("quiet");
});

test("a failure that is not in the files says where to look", () => {
  expect(alarmText({ findings: [], run })).toContain("помилок немає: причину шукайте в журналі");
});

test("values in messages stay code: no mention, no markup, no end of the code", () => {
  const text = alarmText({
    findings: [{ ...twice, message: "Клітинка «@everyone `<b>`\n::error::»" }],
    run,
  });
  expect(text).toContain("`Клітинка «@everyone '<b>' ::error::»`");
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
