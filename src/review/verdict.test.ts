import { describe, expect, test } from "vitest";
import type { Finding } from "../model/reports/finding.ts";
import type { Review } from "../model/reports/review.ts";
import {
  base,
  csv,
  from,
  markdown,
  passport,
  rows,
  table,
  text,
  versioned,
} from "../test/fixtures/changed-portal.ts";
import { type Reason, reasonsToLook, verdictOf } from "./verdict.ts";

type Files = Record<string, string>;
type Changes = Record<string, string | null>;

/** Why a person must look: the kind, and what it is about. */
function inWords(reason: Reason): string {
  switch (reason.kind) {
    case "breaking":
    case "dataset":
      return `${reason.kind} ${reason.change.id}`;
    case "unusual":
    case "rows-removed":
    case "rewritten":
    case "columns-added":
      return `${reason.kind} ${reason.change.id}/${reason.table.resource}`;
    case "passport":
      return `passport ${reason.changes.map(({ id }) => id)}: ${reason.fields.map(({ field }) => field)}`;
    case "files-unseen":
      return `files-unseen ${reason.change.id}: ${reason.names}`;
    case "file-removed":
      return `file-removed ${reason.path}`;
    case "central":
      return `central ${reason.path}: ${reason.fields.map(({ field }) => field)}`;
    case "harvest-deleted":
      return `harvest-deleted ${reason.iris}`;
    case "code":
      return `code ${reason.paths}`;
    case "code-unknown":
      return "code-unknown";
    case "warnings":
      return `warnings ${reason.count}`;
  }
}
const reasonsOf = (review: Omit<Review, "verdict">) => reasonsToLook(review).map(inWords);
const look = (old: Files, changes: Changes) => reasonsOf(from(old, changes));

/** The rows, some of them with another name. */
const renamed = (count: number, of = 20) =>
  csv(rows.slice(0, of).map((row, at) => (at < count ? row.replace("Зупинка", "Платформа") : row)));
const columns = (...fields: string[]) =>
  text.replace(
    "title: Кількість платформ }",
    ["title: Кількість платформ }", ...fields].join("\n        - "),
  );
const note = "{ name: note, type: string, title: Примітка, constraints: { maxLength: 9 } }";
const noted = csv(
  rows.map((row) => row.replace("\n", ",x\n")),
  "id,name,platforms,note",
);
const second = "data/datasets/stops-2/datapackage.yaml";
const monthly = (written: string) => written.replace("frequency: yearly", "frequency: monthly");
const museum = { "data/publishers/museum.yaml": "title: Музей\nkind: enterprise\n" };

test.each<[situation: string, old: Files, changes: Changes, reasons: string[]]>([
  ["half of twenty rows changed", base, { [table]: renamed(10) }, []],
  ["more than half of them", base, { [table]: renamed(11) }, ["rewritten stops-1/stops"]],
  [
    "six rows of ten",
    { ...base, [table]: renamed(0, 10) },
    { [table]: renamed(6, 10) },
    ["rewritten stops-1/stops"],
  ],
  ["all rows of nine", { ...base, [table]: renamed(0, 9) }, { [table]: renamed(9, 9) }, []],
  ["a row went", base, { [table]: csv(rows.slice(1)) }, ["rows-removed stops-1/stops"]],
  [
    "a column came: it is told with what it holds, and its limits are not told once more",
    base,
    { [passport]: columns(note), [table]: noted },
    ["columns-added stops-1/stops"],
  ],
  [
    "a column came that may name people: that leave is told",
    base,
    {
      [passport]: columns(note.replace("constraints", "personal: стаття 6, constraints")),
      [table]: noted,
    },
    [
      "columns-added stops-1/stops",
      "passport stops-1: resources.stops.schema.fields.note.personal",
    ],
  ],
  [
    "a column came, and one that stood may name people: both are told",
    base,
    {
      [passport]: columns(note).replace("title: Назва }", "title: Назва, personal: стаття 6 }"),
      [table]: noted,
    },
    [
      "columns-added stops-1/stops",
      "passport stops-1: resources.stops.schema.fields.name.personal",
    ],
  ],
  [
    "a column the file had is described at last: its type and limits are told",
    { ...base, [table]: noted },
    { [passport]: columns(note) },
    [
      "passport stops-1: resources.stops.schema.fields.note.name,resources.stops.schema.fields.note.type,resources.stops.schema.fields.note.constraints.maxLength",
    ],
  ],
  [
    "a description and the title of a column say more of the same data",
    base,
    {
      [passport]: text
        .replace("Перелік", "Повний перелік")
        .replace("title: Назва }", "title: Ім’я }"),
    },
    [],
  ],
  [
    "two sets are published oftener: told once",
    base,
    { [passport]: monthly(text), [second]: monthly(base[second] ?? "") },
    ["passport stops-1,stops-2: frequency"],
  ],
  [
    "a picture's bytes are others, a picture came, one went: only of the first nobody can tell what changed",
    { ...base, "data/datasets/stops-1/a.pdf": "%PDF-1", "data/datasets/stops-1/b.pdf": "%PDF-2" },
    {
      "data/datasets/stops-1/a.pdf": "%PDF-3",
      "data/datasets/stops-1/b.pdf": null,
      "data/datasets/stops-1/c.pdf": "%PDF-4",
      [table]: csv([...rows, "21,Нова,1\n"]),
    },
    ["files-unseen stops-1: a.pdf"],
  ],
  [
    "a set moves: it is told as such, not by its passport and pictures",
    { ...base, "data/datasets/stops-1/a.pdf": "%PDF-1" },
    {
      [passport]: null,
      [table]: null,
      "data/datasets/stops-1/a.pdf": null,
      "data/datasets/halts/datapackage.yaml": versioned(monthly(text)).replace(
        "aliases: [old-1]",
        "aliases: [old-1, stops-1]",
      ),
      "data/datasets/halts/stops.csv": csv(),
      "data/datasets/halts/a.pdf": "%PDF-2",
    },
    ["breaking halts", "dataset halts"],
  ],
  [
    "a set is deleted: what it breaks is told, and nothing of it twice",
    base,
    { [passport]: null, [table]: null },
    ["breaking stops-1"],
  ],
  [
    "a set came with its table: its columns are told with it",
    base,
    {
      "data/datasets/benches/datapackage.yaml": text.replace("aliases: [old-1]\n", ""),
      "data/datasets/benches/stops.csv": csv(),
    },
    ["dataset benches"],
  ],
  [
    "a publisher's card goes, another's changes, a page of news comes",
    { ...base, ...museum, "data/publishers/archive.yaml": "title: Архів\nkind: executive\n" },
    {
      "data/publishers/archive.yaml": null,
      "data/publishers/museum.yaml": "title: Музей міста\nkind: enterprise\n",
      "content/news/new.mdx":
        "---\ntitle: Новина\ndate: 2026-11-20\nsummary: Коротко\n---\n\nТекст.\n",
    },
    ["file-removed data/publishers/archive.yaml", "central data/publishers/museum.yaml: title"],
  ],
])("%s", (_, old, changes, reasons) => {
  expect(look(old, changes)).toEqual(reasons);
});

test("a new set whose column may name people says so in its passport", () => {
  const report = markdown(
    from(base, {
      "data/datasets/benches/datapackage.yaml": text
        .replace("aliases: [old-1]\n", "")
        .replace("title: Назва }", "title: Назва, personal: стаття 6 }"),
      "data/datasets/benches/stops.csv": csv(),
    }),
  );
  expect(report).toContain("| `файл stops, колонка name: personal` | `стаття 6` |");
  expect(report).not.toContain("колонка name: type");
});

describe("what is beside the sets", () => {
  const { verdict: _, ...same } = from(base, {});
  const finding = (severity: Finding["severity"]): Finding => ({
    rule: "cells-valid",
    severity,
    place: { file: passport },
    message: "Колонка «name»: не ціле число.",
    hint: "Виправте комірки.",
  });
  const harvest = { created: ["a"], updated: ["b"], deleted: [] };
  test.each<
    [situation: string, more: Partial<Review>, reasons: string[], verdict: Review["verdict"]]
  >([
    ["nothing", {}, [], "fine"],
    ["harvesters take some sets more", { harvest }, [], "fine"],
    [
      "harvesters lose one",
      { harvest: { ...harvest, deleted: ["c"] } },
      ["harvest-deleted c"],
      "look",
    ],
    ["no code changed", { code: [] }, [], "fine"],
    ["code changed", { code: ["src/a.ts", "src/b.ts"] }, ["code src/a.ts,src/b.ts"], "look"],
    ["git failed", { codeUnknown: "failed" }, ["code-unknown"], "look"],
    ["folders are compared", { codeUnknown: "folder" }, [], "fine"],
    ["new warnings", { fresh: [finding("warning"), finding("warning")] }, ["warnings 2"], "look"],
    ["a new error is no warning", { fresh: [finding("error")] }, [], "blocked"],
    ["an error that stood", { standing: [finding("error")] }, [], "blocked"],
    ["a warning that stood", { standing: [finding("warning")] }, [], "fine"],
    [
      "an error and a warning",
      { fresh: [finding("warning"), finding("error")] },
      ["warnings 1"],
      "blocked",
    ],
  ])("%s", (_, more, reasons, verdict) => {
    const { codeUnknown: __, ...rest } = same;
    const review = { ...rest, ...more };
    expect([reasonsOf(review), verdictOf(review)]).toEqual([reasons, verdict]);
  });
});
