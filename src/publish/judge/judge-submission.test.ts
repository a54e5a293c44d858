import { describe, expect, test } from "vitest";
import type { Finding } from "../../model/reports/finding.ts";
import { treeOf } from "../../model/tree.ts";
import { readRepository } from "../../read/repository.ts";
import { readTree } from "../../read/tree.ts";
import { examplePortal } from "../../rules/example-portal.ts";
import { checkRepository, rules } from "../../rules/index.ts";
import type { Example } from "../../rules/rule.ts";
import { project } from "../../test/fixtures/built-site.ts";
import { portalFactsOf, sentHistory } from "../../test/fixtures/portal-facts-of.ts";
import type { Submission } from "../submission.ts";
import { judgeSubmission } from "./judge-submission.ts";

type Changes = Record<string, string | Uint8Array | null>;
const encoder = new TextEncoder();
const bytesOf = (content: string | Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(typeof content === "string" ? encoder.encode(content) : content);

const base = treeOf(examplePortal);
const facts = portalFactsOf(base);
const published = new Map(
  Object.entries(examplePortal)
    .filter(([path]) => path.startsWith("data/datasets/stops/"))
    .map(([path, text]) => [path, bytesOf(text)]),
);

const submissionOf = (changes: Changes): Submission => ({
  kind: "dataset-update",
  id: "stops",
  title: "Зупинки",
  files: new Map(
    Object.entries(changes).map(([path, content]) => [
      path,
      content === null ? undefined : bytesOf(content),
    ]),
  ),
});

const folderIn = (path: string): string | undefined => /^data\/datasets\/[^/]+/.exec(path)?.[0];
const isOf = (changes: Changes) => {
  const folders = new Set(Object.keys(changes).flatMap((path) => folderIn(path) ?? []));
  return ({ place: { file } }: Finding) => file in changes || folders.has(folderIn(file) ?? "");
};

/** What the whole portal says of the changed files and of the sets they lie in. */
function wholePortal(changes: Changes): Finding[] {
  const files = Object.entries({ ...examplePortal, ...changes }).filter(
    (entry): entry is [string, string | Uint8Array] => entry[1] !== null,
  );
  const repository = readRepository(treeOf(Object.fromEntries(files)), sentHistory(base));
  return checkRepository(repository).filter(isOf(changes));
}

/** Rules with no example that a submission could hold, and why. */
const notOfFiles = {
  "breaking-told": "it judges a change, and not a state: compareWithPublished tells of it",
  "cells-joined": "a sheet of a workbook: the inspection of a clerk's file tells of it",
  "formulas-counted": "a sheet of a workbook: the inspection of a clerk's file tells of it",
  "identity-kept": "it judges a change, and not a state: compareWithPublished tells of it",
  "sheet-plain": "a sheet of a workbook: the inspection of a clerk's file tells of it",
};
const judged = ({ sheet }: Example) => !sheet;

describe.each(rules.filter(({ examples }) => examples.some(judged)))("$id", ({ examples }) => {
  test.each(examples.filter(judged))("$when", (example) => {
    const said = judgeSubmission({ facts, files: published }, submissionOf(example.files)).filter(
      isOf(example.files),
    );
    expect(said).toEqual(wholePortal(example.files));
  });
});

test("rules that cannot be judged before sending are those of the list, and no others", () => {
  expect(
    rules
      .filter((rule) => rule.compare || !rule.examples.some(judged))
      .map(({ id }) => id)
      .sort(),
  ).toEqual(Object.keys(notOfFiles));
});

test("every set of this portal, sent as it is, is told what the whole portal says", () => {
  const tree = readTree(project);
  const whole = readRepository(tree, sentHistory(tree));
  const findings = checkRepository(whole);
  const known = portalFactsOf(tree);
  for (const { id, folder } of whole.datasets) {
    const files = new Map(
      [...tree]
        .filter(([path]) => path.startsWith(`${folder}/`))
        .map(([path, file]) => [path, new Uint8Array(file.bytes())]),
    );
    const submission = { kind: "dataset-update", id, title: id, files } as const;
    expect(judgeSubmission({ facts: known, files }, submission), id).toEqual(
      findings.filter(({ place: { file } }) => file.startsWith(`${folder}/`)),
    );
  }
});

describe("what needs the whole portal", () => {
  const passport = examplePortal["data/datasets/stops/datapackage.yaml"] ?? "";
  const stops = examplePortal["data/datasets/stops/stops.csv"] ?? "";
  const wide: Record<string, string> = {
    ...examplePortal,
    "data/datasets/lines/datapackage.yaml": passport.replace(
      "frequency: yearly",
      "frequency: yearly\naliases: [routes]\nidentifier: lines-of-town",
    ),
    "data/datasets/lines/stops.csv": stops,
    "data/datasets/old-stops/datapackage.yaml": passport.replace(
      "frequency: yearly",
      "frequency: yearly\nstatus: withdrawn\nwithdrawn: { date: 2026-01-01, reason: Замінено, successor: lines }",
    ),
    "data/datasets/old-stops/stops.csv": stops,
    "data/registers/products/map.yaml":
      "title: Мапа зупинок\nauthor: Громадська організація\npath: https://map.example.org/\ndatasets: [lines]\n",
    "content/news/lines.mdx":
      '---\ntitle: Лінії\ndate: 2026-01-01\ndescription: Опис\ndatasets: [lines]\n---\n<DatasetCard id="lines" />\n\n<Figure dataset="lines" of="sum" column="platforms" label="платформ" />\n',
  };
  const known = portalFactsOf(treeOf(wide));
  const judge = (changes: Changes, of?: string) => {
    const files = new Map(
      Object.entries(wide)
        .filter(([path]) => of !== undefined && path.startsWith(`data/datasets/${of}/`))
        .map(([path, text]) => [path, bytesOf(text)]),
    );
    return judgeSubmission({ facts: known, files }, submissionOf(changes));
  };
  const set = (id: string, change: [from: string, to: string] = ["", ""]): Changes => ({
    [`data/datasets/${id}/datapackage.yaml`]: passport.replace(...change),
    [`data/datasets/${id}/stops.csv`]: stops,
  });

  test.each<[situation: string, changes: Changes]>([
    ["a new set with nothing to find", set("buses")],
    ["an id that another set goes by", set("routes")],
    ["an id that is another's identifier", set("lines-of-town")],
    [
      "an alias that another set has as its id",
      set("buses", ["frequency: yearly", "frequency: yearly\naliases: [lines]"]),
    ],
    [
      "an alias that a withdrawn set has as its id",
      set("buses", ["frequency: yearly", "frequency: yearly\naliases: [old-stops]"]),
    ],
    ["a publisher that is not there", set("buses", ["publisher: council", "publisher: counsel"])],
    [
      "a series that is not there",
      set("buses", ["frequency: yearly", "frequency: yearly\nseries: buses"]),
    ],
    ["a place that is not there", set("buses", ["014072]", "014071]"])],
    [
      "a successor that is not there",
      set("buses", [
        "frequency: yearly",
        "frequency: yearly\nstatus: withdrawn\nwithdrawn: { date: 2026-01-01, reason: Так, successor: bus }",
      ]),
    ],
    [
      "a mailbox of nobody's office",
      set("buses", ["email: data@example.gov.ua", "email: a@ukr.net"]),
    ],
  ])("%s", (_, changes) => {
    const tree = treeOf({ ...wide, ...(changes as Record<string, string>) });
    const whole = checkRepository(readRepository(tree, sentHistory(treeOf(wide))));
    expect(judge(changes)).toEqual(
      whole.map((finding) =>
        isOf(changes)(finding) ? finding : { ...finding, place: { file: finding.place.file } },
      ),
    );
  });

  test("what names a set that goes says so, and so does the set that went", () => {
    const changes = {
      "data/datasets/lines/datapackage.yaml": null,
      "data/datasets/lines/stops.csv": null,
    };
    const files = Object.fromEntries(Object.entries(wide).filter(([path]) => !(path in changes)));
    const whole = checkRepository(readRepository(treeOf(files), sentHistory(treeOf(wide))));
    const said = judge(changes, "lines");
    expect(said.map(({ rule, place, message }) => [rule, place.file, message])).toEqual(
      whole.map(({ rule, place, message }) => [rule, place.file, message]),
    );
    expect(new Set(said.map(({ place: { file } }) => file))).toEqual(
      new Set([
        "content/news/lines.mdx",
        "data/datasets/lines/datapackage.yaml",
        "data/datasets/old-stops/datapackage.yaml",
        "data/registers/products/map.yaml",
      ]),
    );
  });

  test("a figure of the news that a changed table no longer answers says so", () => {
    const changes = {
      "data/datasets/lines/datapackage.yaml": (
        wide["data/datasets/lines/datapackage.yaml"] ?? ""
      ).replace("name: platforms", "name: count"),
      "data/datasets/lines/stops.csv": stops.replace("platforms", "count"),
    };
    expect(judge(changes, "lines").map(({ place, message }) => [place, message])).toEqual([
      [{ file: "content/news/lines.mdx", line: 9 }, "Колонки «platforms» немає в наборі «lines»."],
    ]);
  });
});
