import { describe, expect, test } from "vitest";
import { treeOf } from "../../../model/tree.ts";
import { lookItems } from "../../../review/report/look.ts";
import { headline } from "../../../review/report/report.ts";
import {
  base,
  csv,
  passport,
  review as reviewWhole,
  rows,
  table,
  text,
  versioned,
} from "../../../test/fixtures/changed-portal.ts";
import { portalFactsOf } from "../../../test/fixtures/portal-facts-of.ts";
import { bytesOf } from "../../change/new-dataset.ts";
import { reviewRequest } from "./review-request.ts";
import { pagePair } from "./set-page.ts";

const facts = portalFactsOf(treeOf(base));
const site = (ids: readonly string[]) =>
  new Map(
    Object.entries(base)
      .filter(([path]) => ids.some((id) => path.startsWith(`data/datasets/${id}/`)))
      .map(([path, content]) => [path, bytesOf(content)]),
  );
const requested = (files: Record<string, string | null>) =>
  new Map(
    Object.entries(files).map(([path, content]) => [
      path,
      content === null ? undefined : bytesOf(content),
    ]),
  );
const reviewed = (files: Record<string, string | null>, code: string[] = []) =>
  reviewRequest({ facts, files: site(["stops-1"]) }, requested(files), code);

describe("a browser says of a request what npm run review says of its commits", () => {
  test.each<[situation: string, files: Record<string, string | null>, verdict: string]>([
    ["a row more", { [table]: csv([...rows, "21,Парк,2\n"]) }, "fine"],
    ["a cell that is no number", { [table]: csv([...rows, "21,Парк,дві\n"]) }, "blocked"],
    ["rows that went", { [table]: csv(rows.slice(1)) }, "look"],
    ["a number of another order", { [table]: csv([...rows, "21,Парк,4000\n"]) }, "look"],
    ["half of the rows gone, untold", { [table]: csv(rows.slice(10)) }, "blocked"],
    [
      "half of the rows gone, told of",
      { [table]: csv(rows.slice(10)), [passport]: versioned(text) },
      "look",
    ],
    [
      "another frequency",
      { [passport]: text.replace(/frequency: \w+/, "frequency: daily") },
      "look",
    ],
    ["a passport that cannot be read", { [passport]: "title: [\n" }, "blocked"],
    [
      "a new set",
      {
        "data/datasets/trams/datapackage.yaml": text
          .replace(/^title: .*$/m, "title: Трамваї")
          .replace(/^aliases: .*\n/m, ""),
        "data/datasets/trams/stops.csv": csv(),
      },
      "look",
    ],
  ])("%s", (_, files, verdict) => {
    const { review } = reviewed(files);
    const whole = reviewWhole(files);
    expect(review.verdict).toBe(verdict);
    expect(headline(review)).toBe(headline(whole));
    expect(lookItems(review)).toEqual(lookItems(whole));
    expect(review.fresh).toEqual(whole.fresh);
    const told = (one: typeof review) => one.datasets.map(({ quality: _, ...change }) => change);
    expect(told(review)).toEqual(told(whole));
  });
});

test("a set whose folder goes without a word is no small thing", () => {
  const { review } = reviewed({ [passport]: null, [table]: null });
  expect([review.verdict, review.datasets[0]?.kind]).toEqual(["blocked", "removed"]);
});

test("code that changed is never fine", () => {
  const { review } = reviewed({ [table]: csv([...rows, "21,Парк,2\n"]) }, ["src/rules/index.ts"]);
  expect(review.verdict).toBe("look");
});

test("both pages of a set, part by part, and the rows that differ", () => {
  const { review, before, after } = reviewed({
    [table]: csv(["1,Інша,1\n", ...rows.slice(2), "21,Парк,2\n"]),
    [passport]: text.replace(/frequency: \w+/, "frequency: daily"),
  });
  const [change] = review.datasets;
  if (!change) throw new Error("nothing changed");
  const pair = pagePair(before, after, change);
  const frequencyOf = (page: typeof pair.before) =>
    page?.passport.find(({ label }) => label === "field.frequency")?.text;
  expect(frequencyOf(pair.after)).not.toBe(frequencyOf(pair.before));
  expect(pair.before?.title).toBe(pair.after?.title);
  expect(pair.tables[0]).toMatchObject({ name: "stops", before: 20, after: 20, more: 0 });
  expect(
    pair.tables[0]?.rows.map(({ whole, before, after }) => [whole, before?.key, after?.key]),
  ).toEqual([
    [false, "1", "1"],
    [true, "2", "21"],
  ]);
  // Columns are called as readers know them.
  expect(pair.tables[0]?.rows[0]?.after?.cells).toEqual([{ column: "Назва", text: "Інша" }]);
});
