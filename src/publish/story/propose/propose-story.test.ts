import { expect, test } from "vitest";
import { treeOf } from "../../../model/tree.ts";
import { parseEntry } from "../../../read/entry/entry.ts";
import { readRepository } from "../../../read/repository.ts";
import { examplePortal } from "../../../rules/example-portal.ts";
import { checkRepository } from "../../../rules/index.ts";
import { sentHistory } from "../../../test/fixtures/portal-facts-of.ts";
import { storyText } from "../story-text.ts";
import { proposeStory } from "./propose-story.ts";
import { leaderOf, storyFacts } from "./story-facts.ts";

const passport = `title: Дерева «міста»
description: Один рядок — одне дерево.
purpose: Облік зелених насаджень.
publisher: council
contact: { email: data@example.gov.ua }
keywords: [дерева]
themes: [ENVI]
frequency: yearly
licenses: [{ name: CC-BY-4.0 }]
resources:
  - name: trees
    title: Дерева
    path: trees.csv
    schema:
      primaryKey: id
      fields:
        - { name: id, type: integer, title: Номер }
        - { name: kind, type: string, title: Порода }
        - { name: planted, type: date, title: Дата висадження }
`;
const head = "id,kind,planted\n";
/** By hand: 3 limes, 2 maples, 1 birch, of 5 March to 9 April 2025. */
const before = `${head}1,липа,2025-03-05\n2,липа,2025-03-06\n3,липа,2025-03-07\n4,клен,2025-04-01\n5,клен,2025-04-02\n6,береза,2025-04-09\n`;
/** Of these the birch became an oak, one lime is gone, and five came: three maples, a lime, an oak. */
const after = `${head}2,липа,2025-03-06\n3,липа,2025-03-07\n4,клен,2025-04-01\n5,клен,2025-04-02\n6,дуб,2025-04-09\n7,клен,2025-10-01\n8,клен,2025-10-02\n9,клен,2025-10-03\n10,липа,2025-10-04\n11,дуб,2025-10-05\n`;

const portal = (table: string, more: Record<string, string> = {}) => {
  const tree = treeOf({
    ...examplePortal,
    "data/datasets/trees/datapackage.yaml": passport,
    "data/datasets/trees/trees.csv": table,
    ...more,
  });
  return readRepository(tree, sentHistory(tree));
};
function setOf(table: string) {
  const set = portal(table).datasets.find(({ id }) => id === "trees");
  if (!set) throw new Error("The passport cannot be read.");
  return set;
}
function proposed(now: string, was?: string) {
  const facts = storyFacts(setOf(now), was === undefined ? undefined : setOf(was));
  if (!facts) throw new Error("There is no table to tell of.");
  return proposeStory(facts, "2026-11-23");
}

test("of an update it tells what came, went and changed, as counted by hand", () => {
  const { values, body } = proposed(after, before);
  expect(values).toEqual({
    title: "Дерева «міста»: 5 нових рядків",
    date: "2026-11-23",
    description:
      "У наборі «Дерева „міста“» 5 нових рядків, 1 рядок змінено, 1 рядок вилучено; найбільше записів у колонці «Порода»: «клен» — 5.",
    datasets: ["trees"],
  });
  expect(
    body,
  ).toBe(`Було 6 рядків, тепер 10. Серед нових рядків у колонці «Порода» найчастіше «клен» — 3. Дані охоплюють час від 6 березня 2025 р. до 5 жовтня 2025 р. (колонка «Дата висадження»).

<Figure value="5" label="нових рядків у наборі" />

<Chart dataset="trees" resource="trees" title="Кількість записів: Порода" kind="bar" x="kind" sort="value" limit="10" />

> **Допишіть:** Чому це важливо для мешканців?

> **Допишіть:** Що стоїть за цими числами: що сталося, хто це зробив, що буде далі?

> **Допишіть:** Чого ці дані не показують?

Таблицю можна переглянути й завантажити на сторінці набору [«Дерева „міста“»](/dataset/trees/).

<DatasetCard id="trees" />`);
});

test("of a set without a past it tells what is in it", () => {
  const { values, body } = proposed(before);
  expect(values.title).toBe("Дерева «міста»: найбільше — липа");
  expect(values.description).toBe(
    "У наборі «Дерева „міста“» 6 рядків; найбільше записів у колонці «Порода»: «липа» — 3.",
  );
  expect(body).toContain('<Figure value="3" label="записи: «липа»" />');
  expect(body).not.toContain("Було");
});

test("the same table again is no change", () => {
  expect(proposed(before, before).values.title).toBe(proposed(before).values.title);
});

test("equal values are told as equal, and of many equal nothing is called the greatest", () => {
  expect(
    leaderOf([
      ["а", 2],
      ["б", 2],
      ["в", 1],
    ]),
  ).toEqual({ names: ["а", "б"], value: 2 });
  expect(
    leaderOf([
      ["а", 2],
      ["б", 2],
      ["в", 2],
      ["г", 1],
    ]),
  ).toBeUndefined();
  expect(
    leaderOf([
      ["а", 2],
      ["б", 2],
    ]),
  ).toBeUndefined();
  expect(leaderOf([["а", 2]])).toBeUndefined();
  const two = `${before}7,клен,2025-04-10\n`;
  expect(proposed(two).values.description).toContain("«клен» і «липа» — по 3.");
});

test("the portal takes the text once its questions are answered, and not before", () => {
  const story = proposed(after, before);
  const said = (body: string) =>
    checkRepository(portal(after, { "content/news/trees.mdx": storyText({ ...story, body }) }))
      .filter(({ place }) => place.file.startsWith("content/"))
      .map(({ rule }) => rule);
  expect(said(story.body)).toEqual(["skeleton-filled", "skeleton-filled", "skeleton-filled"]);
  expect(said(story.body.replaceAll("> **Допишіть:** ", ""))).toEqual([]);
});

test("names from the data are no marks of Markdown", () => {
  const { body } = proposed(
    after.replaceAll("клен", "<b>*клен* {x}"),
    before.replaceAll("клен", "<b>*клен* {x}"),
  );
  const { source, problems } = parseEntry(
    "a",
    "a.mdx",
    storyText({ values: { title: "А" }, body }),
  );
  expect(problems.filter(({ code }) => code === "yaml")).toEqual([]);
  expect(source?.nodes ?? []).not.toContainEqual(expect.objectContaining({ kind: "forbidden" }));
});
