import { beforeEach, describe, expect, test } from "vitest";
import { treeOf } from "../../model/tree.ts";
import { examplePortal } from "../../rules/example-portal.ts";
import { reviewOf } from "../../site/load-review.ts";
import { portalOf } from "../../site/portal.ts";
import { territoryOf } from "../../table/column/role/territory.ts";
import { bytes, failed, newer, openClerk, sent, stops } from "../../test/fixtures/forge/clerk.ts";
import type { ForgeStandIn } from "../../test/fixtures/forge-stand-in.ts";
import { sentHistory } from "../../test/fixtures/portal-facts-of.ts";
import { publishedStops } from "../../test/fixtures/stops-portal.ts";
import { tablesOf } from "../change/newer-table.ts";
import type { Submission } from "../submission.ts";
import { treeAfter } from "../tree-of-submission.ts";
import { judgeUpdate } from "./judge-update.ts";
import { failureSentence, sendUpdate } from "./send-update.ts";
import { updateOfFile } from "./update-of-file.ts";

const day = "2026-11-29";
const table = [
  "id,name,platforms",
  ...Array.from({ length: 12 }, (_, at) => `${at + 1},Зупинка ${at + 1},${(at % 3) + 1}`),
];
const published = `${table.join("\n")}\n`;
const files = { ...examplePortal, [stops]: published };
const tree = treeOf(files);
const dataset = {
  id: "stops",
  files: new Map([...publishedStops.files, [stops, bytes(published)]]),
};

/** What a system's file makes of the published stops. */
function update(text: string, name = "stops.csv") {
  const content = bytes(text);
  const source = {
    byteLength: content.length,
    read: (from: number, to: number) => content.subarray(from, to),
  };
  const [resource] = tablesOf(dataset);
  if (!resource) throw new Error("no table");
  return updateOfFile(dataset, resource, { name, source }, territoryOf(undefined, []));
}

/** What is decided of it. */
async function decide(text: string) {
  const made = await update(text);
  if ("unread" in made) return made;
  const history = sentHistory(tree);
  const before = portalOf(tree, history, day);
  const after = portalOf(treeAfter(tree, made.submission), history, day);
  return judgeUpdate(reviewOf(before, after, []), "stops", made.beside);
}
const rulesOf = (decided: Awaited<ReturnType<typeof decide>>) =>
  "kind" in decided && decided.kind === "questions"
    ? decided.findings.map(({ rule }) => rule)
    : decided;

describe("a system's file", () => {
  test("becomes the clean table under the names that are published", async () => {
    const made = await update("Номер зупинки;Назва;Кількість платформ\r\n1;Вокзал;2\r\n");
    expect(made).toMatchObject({ submission: { kind: "dataset-update", id: "stops" }, beside: [] });
    const [[path, content] = []] = "submission" in made ? made.submission.files : [];
    expect([path, new TextDecoder().decode(content)]).toEqual([
      stops,
      "id,name,platforms\n1,Вокзал,2\n",
    ]);
  });

  test("with its columns in another order, and one more, stands as the published table does", async () => {
    const made = await update(
      "Кількість платформ;район;Номер зупинки;Назва\r\n2;Центр;1;Вокзал\r\n",
    );
    const [[, content] = []] = "submission" in made ? made.submission.files : [];
    expect(new TextDecoder().decode(content)).toBe("id,name,platforms,raion\n1,Вокзал,2,Центр\n");
  });

  test("that holds no table says what it is", async () => {
    const made = await update("%PDF-1.7\n", "звіт.pdf");
    expect("unread" in made && made.unread.map(({ severity }) => severity)).toEqual(["error"]);
  });
});

describe("an update nobody looks at", () => {
  test.each([
    ["the same bytes", published],
    ["the same rows in another writing", published.replaceAll(",", ";").replaceAll("\n", "\r\n")],
    ["the same rows in another order", [table[0], ...table.slice(1).reverse(), ""].join("\n")],
  ])("%s are no change", async (_, text) => {
    expect(await decide(text)).toEqual({ kind: "same" });
  });

  test("a row that came is told to who approves", async () => {
    expect(await decide(`${published}13,Парк,2\n`)).toEqual({
      kind: "ready",
      words: "Зупинки громадського транспорту (stops): змінено; stops — додано 1 рядок.",
    });
  });

  test("an unusual value is sent, and stands in the request's words", async () => {
    const decided = await decide(published.replace("12,Зупинка 12,3", "12,Зупинка 12,3000"));
    expect(decided).toMatchObject({ kind: "ready" });
    expect("words" in decided && decided.words).toContain(
      "На що подивитися:\n– Зупинки громадського транспорту (stops): колонка platforms: число стало більшим у 1\u00a0000 разів: 3 → 3\u00a0000",
    );
  });

  test.each<[situation: string, text: string, rules: string[]]>([
    ["a cell of another type", published.replace("Зупинка 1,1", "Зупинка 1,дві"), ["cells-valid"]],
    ["a key that is there twice", `${published}1,Парк,2\n`, ["keys-hold"]],
    ["most rows gone", `${table.slice(0, 4).join("\n")}\n`, ["breaking-told"]],
    ["a last row that was cut", `${published}13,Па`, ["file-whole", "rows-rectangular"]],
  ])("%s is a question", async (_, text, rules) => {
    expect(rulesOf(await decide(text))).toEqual(rules);
  });
});

describe("sending", () => {
  const { clerk, forgeOf, changedBy } = openClerk();
  let github: ForgeStandIn;
  beforeEach(() => {
    github = clerk.github;
  });
  const submissionOf = (text: string, changed: Partial<Submission> = {}): Submission => ({
    kind: "dataset-update",
    id: "stops",
    title: "Зупинки",
    files: new Map([[stops, bytes(text)]]),
    base: github.first,
    ...changed,
  });
  const send = (text: string, on = day, token = "secret") =>
    sendUpdate(forgeOf({ token }), submissionOf(text), on);

  test("opens a request with the portal's questions, none of them answered", async () => {
    const base = github.commit({
      ".github/pull_request_template.md": "Що змінено:\n\n- [ ] Персональних даних немає.\n",
    });
    sent(await sendUpdate(forgeOf(), submissionOf(newer, { base, note: "Додано 1 рядок." }), day));
    expect(github.kept.pulls[0]?.body).toBe(
      `Що змінено:\n\nДодано 1 рядок.\n\n- \`${stops}\`\n\n- [ ] Персональних даних немає.\n`,
    );
  });

  test("adds the next night's data to the request that is open", async () => {
    const first = sent(await send(newer));
    const second = sent(await send(`${newer}4,Парк,1\n`, "2026-11-30"));
    expect(second.number).toBe(first.number);
    expect(github.bare.resolve(`${second.head}^`)).toBe(first.head);
    expect(changedBy(second.head)).toEqual([stops]);
  });

  test("the same data in the open request are sent no more", async () => {
    sent(await send(newer));
    expect(await send(newer, "2026-11-30")).toEqual({ outcome: "same" });
    expect(github.kept.pulls).toHaveLength(1);
  });

  test("a merged request is left alone: the next data make another", async () => {
    const { number } = sent(await send(newer));
    const base = github.merge(number);
    const later = submissionOf(`${newer}4,Парк,1\n`, { base });
    expect(sent(await sendUpdate(forgeOf(), later, "2026-11-30")).number).toBe(2);
  });

  test("requests of sets whose ids begin alike, and of other people, are not added to", async () => {
    const alike = new Map([["data/datasets/stops-2025/stops.csv", bytes(newer)]]);
    const other = submissionOf(newer, { id: "stops-2025", files: alike });
    sent(await sendUpdate(forgeOf(), other, day));
    github.portal.pushers.add("stranger");
    sent(await send(newer, day, "stranger"));
    expect(sent(await send(`${newer}4,Парк,1\n`)).number).toBe(3);
  });

  test("a portal that moved in the same file is a conflict", async () => {
    github.commit({ [stops]: "id,name,platforms\n1,Вокзал,5\n" });
    expect(await send(newer)).toMatchObject({ outcome: "conflict", files: [{ path: stops }] });
  });

  test("a key that expired is a sentence about the key", async () => {
    const { problem } = failed(await send(newer, day, "old"));
    expect(failureSentence(problem)).toBe(
      "Нічого не надіслано. GitHub не прийняв ключа: його строк минув, його відкликано або скопійовано не весь. Перевірте ключ у змінній GITHUB_TOKEN: його строк, репозиторій і дозволи Contents та Pull requests (Read and write).",
    );
  });

  test.each(["git/blobs", "git/refs", "pulls$"])(
    "a connection cut at %s is joined again",
    async (at) => {
      github.fail({ at: new RegExp(`^POST .*${at}`), times: 3, how: "cut" });
      expect(sent(await send(newer)).number).toBe(1);
      expect(github.kept.pulls).toHaveLength(1);
    },
  );

  test("a network that stays away says to run it later", async () => {
    github.fail({ times: 100, how: "cut" });
    const { problem } = failed(await send(newer));
    expect(failureSentence(problem)).toBe(
      "Нічого не надіслано. GitHub не відповідає: немає з’єднання або воно обірвалося. Запустіть команду ще раз пізніше.",
    );
    github.mend();
  });
});
