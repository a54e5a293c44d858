import { expect, test } from "vitest";
import { treeOf } from "../model/tree.ts";
import { readRepository } from "../read/repository.ts";
import { checkRepository } from "../rules/index.ts";
import {
  base,
  before,
  csv,
  markdown,
  passport,
  review,
  rows,
  sideOf,
  table,
  text,
  versioned,
} from "../test/fixtures/changed-portal.ts";
import { committed } from "../test/fixtures/generated-portal.ts";
import { buildReview } from "./review.ts";

test("nothing changed: nothing to say", () => {
  const same = review({});
  expect(same).toMatchObject({ verdict: "fine", datasets: [], fresh: [], others: [] });
  expect(markdown(same)).toMatch(/^## Змін немає/);
});

test("rows added at the end: fine, counted, the first of them shown", () => {
  const result = review({ [table]: csv([...rows, ...["21,Нова,1\n", "22,Ще одна,2\n"]]) });
  expect(result.verdict).toBe("fine");
  const [change] = result.datasets[0]?.tables ?? [];
  expect(change).toMatchObject({
    matched: "key",
    before: 20,
    after: 22,
    removed: { count: 0 },
    changed: { count: 0 },
    added: { count: 2 },
    totals: [{ column: "platforms", before: 39, after: 42 }],
  });
  expect(markdown(result)).toMatch(/^## Можна схвалювати\n/);
});

test("cells changed are shown old and new, by the key; rows in another order are no change", () => {
  const moved = [...rows].reverse().map((row) => row.replace("7,Зупинка 7,1", "7,Зупинка сьома,1"));
  const [change] = review({ [table]: csv(moved) }).datasets[0]?.tables ?? [];
  expect(change?.changed).toEqual({
    count: 1,
    shown: [
      {
        key: "7",
        line: 15,
        cells: [{ column: "name", before: "Зупинка 7", after: "Зупинка сьома" }],
      },
    ],
  });
  expect([change?.removed.count, change?.added.count]).toEqual([0, 0]);
});

test("a row removed is the first thing to look at", () => {
  const result = review({ [table]: csv(rows.slice(1)) });
  expect(result.verdict).toBe("look");
  const report = markdown(result);
  expect(report.indexOf("вилучено 1 рядок з 20")).toBeGreaterThan(0);
  expect(report.indexOf("вилучено 1 рядок з 20")).toBeLessThan(report.indexOf("Що змінилося"));
});

test("a hundred rows changed: twenty are shown, the rest counted", () => {
  const many = Array.from({ length: 100 }, (_, index) => `${index + 1},А ${index},1\n`);
  const old = sideOf({ ...base, [table]: csv(many) });
  const now = sideOf({ ...base, [table]: csv(many.map((row) => row.replace("А", "Б"))) });
  const [change] = buildReview(old, now, []).datasets[0]?.tables ?? [];
  expect([change?.changed.count, change?.changed.shown.length]).toEqual([100, 20]);
});

test("a folder deleted without a word is refused, and the report says what to write instead", () => {
  const without = Object.fromEntries(
    Object.keys(base)
      .filter((path) => path.startsWith("data/datasets/stops-1/"))
      .map((path) => [path, null]),
  );
  const after = Object.fromEntries(
    Object.entries({ ...base, ...without }).filter(([, content]) => content !== null),
  ) as Record<string, string>;
  const repository = readRepository(treeOf(after), committed(base));
  const result = buildReview(
    before,
    { repository, findings: checkRepository(repository), quality: new Map() },
    [],
  );
  expect(result.verdict).toBe("blocked");
  expect(result.datasets).toMatchObject([{ id: "stops-1", kind: "removed" }]);
  expect(markdown(result)).toMatch(
    /^## Схвалити не можна[\s\S]*Поверніть теку і позначте набір вилученим/,
  );
});

test("a renamed folder is one renamed set, not a lost and a new one", () => {
  const moved = {
    [passport]: null,
    [table]: null,
    "data/datasets/bus-stops/datapackage.yaml": versioned(text).replace(
      "aliases: [old-1]",
      "aliases: [old-1, stops-1]\nrenamedFrom: stops-1",
    ),
    "data/datasets/bus-stops/stops.csv": csv(),
  };
  const result = review(moved);
  expect(result.datasets.map(({ id, kind, from }) => [id, kind, from])).toEqual([
    ["bus-stops", "renamed", "stops-1"],
  ]);
  expect(result.verdict).toBe("look");
  const silent = review({
    ...moved,
    "data/datasets/bus-stops/datapackage.yaml": text,
  });
  expect(silent.datasets.map(({ kind, from }) => [kind, from])).toEqual([["renamed", "stops-1"]]);
  expect(silent.verdict).toBe("blocked");
});

test("what the gate of publishing would refuse, the review refuses first, in its words and whatever the passport tells", () => {
  const iris = ["stops-1", "bus-stops"].map((id) => `https://data.example.gov.ua/dataset/${id}`);
  const told = versioned(text);
  const refusals = (files: Record<string, string | null>) => {
    const { verdict, fresh } = review(files);
    return [
      verdict,
      ...fresh.filter(({ severity }) => severity === "error").map(({ message }) => message),
    ];
  };
  expect(
    refusals({
      [passport]: null,
      [table]: null,
      "data/datasets/bus-stops/datapackage.yaml": told.replace(
        "aliases: [old-1]",
        "aliases: [old-1, stops-1]",
      ),
      "data/datasets/bus-stops/stops.csv": csv(),
    }),
  ).toEqual([
    "blocked",
    `Набір «1: Зупинки громадського транспорту» змінив IRI: ${iris.join(" → ")}.`,
  ]);
  expect(refusals({ [passport]: `${told}identifier: other\n` })).toEqual([
    "blocked",
    "Набір «1: Зупинки громадського транспорту» змінив ідентифікатор: stops-1 → other.",
  ]);
});

test("a withdrawal with its reason is for a person to see, and demands no version", () => {
  const result = review({
    [passport]: `${text}status: withdrawn\nwithdrawn: { date: 2026-11-20, reason: Дублює інший набір }\n`,
  });
  expect([result.verdict, result.datasets[0]?.kind]).toEqual(["look", "withdrawn"]);
});

test("one wrong row: the clerk's error comes first, with its cell and what to do", () => {
  const report = markdown(review({ [table]: csv([...rows.slice(0, 19), "20,Зупинка 20,дві\n"]) }));
  expect(report).toMatch(
    /^## Схвалити не можна: 1 помилка\n\n### Що виправити\n\n- Колонка «platforms»: не ціле число [^\n]*C21[^\n]*\n {2}- де: `data\/datasets\/stops-1\/stops\.csv:21`\n {2}- що зробити: /,
  );
});

test("what was wrong before is not laid at this change's door, but stops it all the same", () => {
  const broken = sideOf({ ...base, [table]: csv([...rows.slice(0, 19), "20,Зупинка 20,дві\n"]) });
  const now = sideOf({
    ...base,
    [table]: csv([...rows.slice(0, 19), "20,Зупинка 20,дві\n"]),
    "data/datasets/stops-2/stops.csv": "id,name,platforms\n1,Нова,1\n2,Центр,1\n",
  });
  const result = buildReview(broken, now, []);
  expect([result.fresh.length, result.standing.length, result.verdict]).toEqual([0, 1, "blocked"]);
  expect(buildReview(broken, sideOf(base), []).mended).toHaveLength(1);
});

test("the portal's own code is for those who answer for it", () => {
  const result = review({}, ["src/portal.ts", ".github/workflows/check.yml"]);
  expect(result.verdict).toBe("look");
  expect(markdown(result)).toContain("Змінено 2 файли коду або налаштувань порталу");
});
