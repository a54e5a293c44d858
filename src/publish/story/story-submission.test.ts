import { expect, test } from "vitest";
import { treeOf } from "../../model/tree.ts";
import { parseEntry } from "../../read/entry/entry.ts";
import { examplePortal } from "../../rules/example-portal.ts";
import { portalFactsOf } from "../../test/fixtures/portal-facts-of.ts";
import { judgeSubmission, repositoryAfter } from "../judge/judge-submission.ts";
import { insertTag } from "./inserts/insert-tag.ts";
import { judgeStory } from "./judge-story.ts";
import { datasetsNamedIn, storyPlace } from "./story.ts";
import { proposeStoryId, storySubmission } from "./story-submission.ts";
import { readStory, storySpot, storyText } from "./story-text.ts";

const facts = portalFactsOf(treeOf(examplePortal));
const files = new Map(
  Object.entries(examplePortal)
    .filter(([path]) => path.startsWith("data/datasets/stops/"))
    .map(([path, text]) => [path, new TextEncoder().encode(text)]),
);
const values = {
  title: 'Зупинки: «нові», "старі" й № 5',
  date: "2026-11-23",
  description: "Скільки платформ у місті.",
  datasets: ["stops"],
  planTasks: ["6.5"],
  en: { title: "Stops", description: "How many." },
};
const chart = insertTag({
  name: "Chart",
  attributes: {
    dataset: "stops",
    title: 'Платформи "всі" <1>',
    kind: "bar",
    x: "name",
    y: "platforms",
  },
});
const total = insertTag({
  name: "Figure",
  attributes: { dataset: "stops", of: "sum", column: "platforms", label: "платформ" },
});

function judged(body: string, head: Record<string, unknown> = values) {
  const submission = storySubmission("news", "a", { values: head, body });
  const text = new TextDecoder().decode(submission.files.get("content/news/a.mdx"));
  const published = { facts, files };
  return judgeStory(
    repositoryAfter(published, submission),
    { folder: "news", id: "a", text },
    judgeSubmission(published, submission),
  );
}

test("what was written is what the build reads", () => {
  const text = storyText({ values, body: `Текст.\n\n${chart}\n` });
  const { source, problems } = parseEntry("a", "content/news/a.mdx", text);
  expect(problems).toEqual([]);
  expect(source?.value).toEqual(values);
  expect(source?.nodes).toEqual([
    {
      kind: "component",
      name: "Chart",
      attributes: {
        dataset: "stops",
        title: 'Платформи "всі" <1>',
        kind: "bar",
        x: "name",
        y: "platforms",
      },
      line: text.split("\n").findIndex((line) => line.startsWith("<Chart")) + 1,
    },
  ]);
  expect(readStory(text)).toEqual({ values, body: `Текст.\n\n${chart}` });
});

test("a correction writes anew only what changed", () => {
  const existing =
    "---\ntitle: 'Стара назва' # лишити\ndate: 2026-01-01\ndescription: Опис\n---\nТекст.\n";
  const story = readStory(existing);
  expect(storyText({ ...story, body: "Інший." }, existing)).toBe(
    existing.replace("Текст.", "Інший."),
  );
  const renamed = { ...story, values: { ...story.values, title: "Нова назва" } };
  expect(storyText(renamed, existing)).toBe(existing.replace("'Стара назва'", "Нова назва"));
});

test("a name is the title in Latin letters, numbered where it is taken", () => {
  const written = { news: [{ id: "zupynky-mista", title: "" }], dashboards: [] };
  expect(proposeStoryId("news", "Зупинки міста", { written })).toBe("zupynky-mista-2");
  expect(proposeStoryId("dashboards", "Зупинки міста", { written })).toBe("zupynky-mista");
  expect(proposeStoryId("news", "«…»", { written })).toBe("news");
});

test("where a story lies is told by its address alone", () => {
  expect(storyPlace("news")).toEqual({ folder: "news" });
  expect(storyPlace("dashboards/trees")).toEqual({ folder: "dashboards", id: "trees" });
  for (const wrong of [undefined, "", "acts", "news/", "news/../../data", "news/A"])
    expect(storyPlace(wrong)).toBeUndefined();
  expect(datasetsNamedIn(`${chart}\n<DatasetCard id='gone' />`, facts)).toEqual(["stops"]);
});

test("charts and numbers are those the site will count", () => {
  const { answers, findings } = judged(`${chart}\n\n${total}`);
  expect(findings).toEqual([]);
  expect([...answers.values()]).toMatchObject([
    { kind: "chart", chart: { title: { uk: 'Платформи "всі" <1>' }, kind: "bar" } },
    { kind: "figure", label: "платформ" },
  ]);
});

test("a picture, a set that is not there and a bracket are told at their lines", () => {
  const { findings } = judged('Раз.\n\n![x](a.png)\n\n<DatasetCard id="gone" />\n');
  expect(findings.map(({ rule, spot }) => [rule, spot])).toEqual([
    ["news-safe", { line: 3 }],
    ["news-safe", { line: 5 }],
  ]);
  const open = judged("Раз.\n\nДва {три\n");
  expect(open.tree).toBeUndefined();
  expect(open.findings.map(({ spot }) => spot)).toEqual([{ line: 3 }]);
});

test("what is said of the head stands at its field", () => {
  const file = "---\ntitle: А\nen:\n  title: B\n---\nТекст\n";
  expect([2, 4, 6].map((line) => storySpot(file, line))).toEqual([
    { field: "title" },
    { field: "en.title" },
    { line: 1 },
  ]);
});

test("the text is judged also while the head lacks something", () => {
  const { title: _, date: __, ...head } = values;
  const { findings } = judged('Раз.\n\n![x](a.png)\n\n<DatasetCard id="gone" />\n', head);
  expect(findings.map(({ rule, spot }) => [rule, spot])).toEqual([
    ["value-present", { field: "date" }],
    ["value-present", { field: "title" }],
    ["news-safe", { line: 3 }],
    ["news-safe", { line: 5 }],
  ]);
});

test("what is missing of the head is told at the field it belongs into", () => {
  const { description: _, ...head } = values;
  const { findings } = judged("Текст.\n", { ...head, en: { title: "Stops" } });
  expect(findings.map(({ rule, spot }) => [rule, spot])).toEqual([
    ["value-present", { field: "description" }],
    ["value-present", { field: "en.description" }],
  ]);
});
