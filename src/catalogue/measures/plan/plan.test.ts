import { describe, expect, test } from "vitest";
import type { TaskResult } from "../../../model/plan.ts";
import { renderFrozenRating } from "../../../published/reports/rating.ts";
import { planMeasures } from "../../../schemas/data/plan.ts";
import { loadPortal } from "../../../site/portal.ts";
import { project, runScript } from "../../../test/fixtures/built-site.ts";
import { catalogueOf, generatedPortal } from "../../../test/fixtures/generated-portal.ts";
import { measureRating } from "../quality/rating.ts";
import { measurePlan } from "./plan.ts";

const today = "2026-11-23";
const passport = (number: number) => `data/datasets/stops-${number}/datapackage.yaml`;
const register = (name: string, text: string) => ({ [`data/registers/${name}/one.yaml`]: text });

/** A portal of four sets, one of them of the mandated list, and a plan with a task for every measure. */
const generated = generatedPortal(4);
const base: Record<string, string> = {
  ...generated,
  [passport(1)]: (generated[passport(1)] ?? "").replace(
    "resources:",
    "mandated: [m-1]\nresources:",
  ),
  "data/datasets/mandated/list.csv":
    "code,category,title\nm-1,транспорт,Зупинки\nm-2,транспорт,Маршрути\n",
  "data/datasets/mandated/datapackage.yaml": (generated[passport(1)] ?? "")
    .replace(/^title: .*$/m, "title: Перелік обов’язкових наборів")
    .replace(/aliases: .*\n/, "")
    .replace(
      /resources:[\s\S]*/,
      `mandated: [m-0]
resources:
  - name: list
    title: Перелік
    path: list.csv
    schema:
      primaryKey: code
      fields:
        - { name: code, title: Код }
        - { name: category, title: Категорія }
        - { name: title, title: Назва }
`,
    ),
  "data/registers/acts/plan.yaml":
    'title: План дій\nkind: order\nissuer: Голова\nnumber: "1"\ndate: 2024-12-13\nstatus: in-force\n',
  "data/plan.yaml": `title: План дій
act: plan
coordinator: council
years: [2025, 2027]
mandated: { dataset: mandated, resource: list }
sections: [{ number: 1, title: Розділ }]
tasks:
${planMeasures
  .map(
    (measure, index) =>
      `  - { number: "${index + 1}", section: 1, title: "${measure}", term: Постійно, kpi: Є, measure: ${measure}, executors: [] }\n`,
  )
  .join("")}`,
};

const figuresOf = (files: Record<string, string>): Map<string, Omit<TaskResult, "evidence">> =>
  new Map(
    measurePlan(catalogueOf(files, { today })).map(({ number, evidence: _, ...rest }) => [
      planMeasures[Number(number) - 1] ?? "",
      { number, ...rest },
    ]),
  );
const before = figuresOf(base);
const figureOf = (figures: typeof before, measure: string, index = 0) =>
  figures.get(measure)?.indicators[index]?.value;

test("what files say nothing of is unknown or nought, never a claim", () => {
  const values = Object.fromEntries(
    [...before].map(([measure, { state, indicators }]) => [
      measure,
      [state, ...indicators.map(({ value }) => value)],
    ]),
  );
  expect(values).toEqual({
    "legal-acts": ["unproven", 0, undefined, undefined],
    "responsible-units": ["unproven", 0, undefined],
    "working-group": ["unproven", 0, undefined],
    trainings: ["unproven", 0, 0],
    rating: ["unproven", 1],
    harvesting: ["partial", 5, 100, undefined, undefined],
    funding: ["unproven", undefined],
    audit: ["unproven", 0, undefined, undefined],
    registry: ["done", 1, 100],
    // Published a year and more ago by their commits, yearly sets are late.
    monitoring: ["unproven", 0, undefined],
    polls: ["unproven", 0, undefined, undefined],
    mandated: ["unproven", 0, 1],
    additional: ["unproven", 0],
    feedback: ["unproven", undefined, undefined, undefined, undefined],
    publications: ["unproven", 0],
    guidance: ["unproven", 0, undefined, 0, 0],
    conformity: ["unproven", 0],
    dashboards: ["unproven", 0, 0],
    consultations: ["unproven", 0, undefined],
    products: ["unproven", 0, undefined],
    events: ["unproven", 0],
  });
});

describe("a change of one file changes the figures it should, and no other", () => {
  const news = "content/news/stops.mdx";
  const post =
    "---\ntitle: Зупинки\ndate: 2026-05-03\ndescription: Про зупинки.\ndatasets: [stops-1]\n---\nТекст.\n";
  const links = (url: string, failures: number) => ({
    "data/checks/links.yaml": `checked: 2026-11-23\nlinks: [{ url: "${url}", answer: "404", failures: ${failures}, since: 2026-11-20 }]\n`,
  });
  const request = (more: string, given: Record<string, string> = {}) =>
    register(
      "requests",
      [
        ...Object.entries({ kind: "error", date: "2026-11-02", channel: "mail", ...given }).map(
          ([key, value]) => `${key}: ${value}\n`,
        ),
        `title: Помилка в назві\n${more}`,
      ].join(""),
    );
  const rows: [file: string, changes: Record<string, string>, measures: string[]][] = [
    [
      "a regulation in force",
      register(
        "acts",
        "title: Положення\nkind: regulation\nissuer: Рада\ndate: 2025-02-01\nstatus: in-force\n",
      ),
      ["legal-acts"],
    ],
    [
      "a list that names half of the sets",
      register(
        "acts",
        "title: Перелік\nkind: list\nissuer: Рада\ndate: 2025-02-01\nstatus: in-force\ndatasets: [stops-1]\n",
      ),
      // A list approved without asking the public is a figure of task 6.1.
      ["legal-acts", "polls"],
    ],
    [
      "a list that was repealed",
      register(
        "acts",
        "title: Перелік\nkind: list\nissuer: Рада\ndate: 2025-02-01\nstatus: repealed\ndatasets: [stops-1]\n",
      ),
      ["polls"],
    ],
    [
      "an order in force",
      register(
        "orders",
        'publisher: council\nnumber: "5"\ndate: 2025-02-01\nunit: Відділ даних\nemail: data@example.gov.ua\njobDescription: true\n',
      ),
      ["responsible-units"],
    ],
    [
      "an order that expired yesterday counts for nothing",
      register(
        "orders",
        'publisher: council\nnumber: "5"\ndate: 2025-02-01\nuntil: 2026-11-22\nunit: Відділ даних\nemail: data@example.gov.ua\njobDescription: true\n',
      ),
      [],
    ],
    [
      "a meeting this year",
      register(
        "meetings",
        "title: Засідання\ndate: 2026-02-01\ndecisions: [{ text: Оприлюднити, due: 2026-03-01, done: 2026-02-20 }]\n",
      ),
      ["working-group"],
    ],
    [
      "a meeting two years ago, with no decision",
      register("meetings", "title: Засідання\ndate: 2024-02-01\n"),
      [],
    ],
    [
      "a training",
      register(
        "trainings",
        "title: Курс\ndate: 2026-02-01\nkind: training\npublisher: council\nrole: спеціаліст відділу\n",
      ),
      ["trainings"],
    ],
    [
      "a measure approved before its year",
      register("measures", "title: Датчики\nyear: 2026\nact: plan\nplanned: 1000\nfunded: 250\n"),
      ["funding"],
    ],
    [
      "a recommendation of the audit",
      register(
        "recommendations",
        "title: Описати\nyear: 2025\npublisher: council\ndone: 2025-12-01\n",
      ),
      ["audit"],
    ],
    [
      "the audit of a publisher",
      { "data/audits/2025/council.csv": "uid,title\n1,Архів\n" },
      ["audit"],
    ],
    [
      "a card submitted in time",
      register("cards", "title: Картка\nyear: 2025\ndue: 2025-08-31\nsubmitted: 2025-08-01\n"),
      ["monitoring"],
    ],
    [
      "a card submitted late proves nothing",
      register("cards", "title: Картка\nyear: 2025\ndue: 2025-08-31\nsubmitted: 2025-09-01\n"),
      [],
    ],
    [
      "a poll",
      register(
        "polls",
        "title: Що відкрити\nstart: 2026-02-01\nend: 2026-03-01\nproposals: [{ text: Маршрути, decision: accepted }]\n",
      ),
      ["polls"],
    ],
    [
      "a mandated set that does not apply",
      register("exemptions", "mandated: m-2\nkind: not-applicable\nground: Маршрутів немає\n"),
      ["mandated"],
    ],
    [
      "a mandated set that one publisher is exempt from is missing all the same",
      register(
        "exemptions",
        "mandated: m-2\npublisher: council\nkind: not-applicable\nground: Маршрутів немає\n",
      ),
      [],
    ],
    [
      "a year's rating is frozen",
      register(
        "ratings",
        `title: Рейтинг\nyear: 2025\ndate: 2025-12-31\ncommit: "${"1".repeat(40)}"\nscores: []\n`,
      ),
      ["rating"],
    ],
    ["a request answered in time", request("answered: 2026-11-04\n"), ["feedback"]],
    ["a request late by a day", request(""), ["feedback"]],
    ["a request whose term is not over", request("", { date: "2026-11-20" }), []],
    ["a proposal to a poll", request("", { kind: "proposal" }), ["polls"]],
    [
      "the national portal has a set",
      {
        "data/checks/national-portal.yaml":
          "checked: 2026-11-23\nurl: https://data.example.org\nfound: [{ id: stops-1, modified: 2026-11-20 }]\n",
      },
      ["harvesting"],
    ],
    [
      "three failures of a product's page in a row, with the product there",
      {
        ...register(
          "products",
          "title: Мапа\nauthor: Організація\npath: https://map.example.org/\nchecked: 2026-10-01\ndatasets: [stops-1]\n",
        ),
        ...links("https://map.example.org/", 3),
      },
      [],
    ],
    [
      "two failures are no proof that it is gone",
      {
        ...register(
          "products",
          "title: Мапа\nauthor: Організація\npath: https://map.example.org/\nchecked: 2026-10-01\ndatasets: [stops-1]\n",
        ),
        ...links("https://map.example.org/", 2),
      },
      ["products"],
    ],
    [
      "an order whose page is gone counts for nothing",
      {
        ...register(
          "orders",
          'publisher: council\nnumber: "5"\ndate: 2025-02-01\nunit: Відділ даних\nemail: data@example.gov.ua\njobDescription: true\npath: https://example.gov.ua/order\n',
        ),
        ...links("https://example.gov.ua/order", 3),
      },
      [],
    ],
    [
      "a set whose information changed a month ago is late by the stricter rule",
      { [passport(2)]: `${base[passport(2)] ?? ""}sourceChanged: 2026-10-20\n` },
      ["monitoring"],
    ],
    [
      "a set whose information changed on Friday has its term ahead",
      { [passport(2)]: `${base[passport(2)] ?? ""}sourceChanged: 2026-11-20\n` },
      [],
    ],
    [
      "a set withdrawn",
      {
        [passport(2)]:
          `${base[passport(2)] ?? ""}status: withdrawn\nwithdrawn: { date: 2026-11-01, reason: Дублює інший }\n`,
      },
      ["harvesting"],
    ],
    [
      "a record of another portal with gaps",
      {
        "data/datasets/taken/datapackage.yaml": `${(base[passport(2)] ?? "")
          .replace(/^title: .*$/m, "title: Перенесений набір")
          .replace(/^purpose: .*\n/m, "")
          .replace(/aliases: .*\n/, "")
          .replace(/resources:[\s\S]*/, "")}importedFrom: https://old.example.org/dataset/taken\n`,
      },
      ["harvesting", "registry"],
    ],
    ["a news post about a set", { [news]: post }, ["publications"]],
    ["a news post about no set", { [news]: post.replace("datasets: [stops-1]\n", "") }, []],
    [
      "a publication elsewhere",
      register(
        "publications",
        "title: Стаття\ndate: 2026-05-03\nchannel: Газета\ndatasets: [stops-1]\npath: https://news.example.org/\n",
      ),
      ["publications"],
    ],
    [
      "a guide adapted by an act",
      register(
        "materials",
        "title: Порадник\nkind: adaptation\nauthor: Рада\nact: plan\npath: https://example.gov.ua/guide\n",
      ),
      ["guidance"],
    ],
    [
      "a consultation answered",
      register(
        "consultations",
        "title: Дані для школи\ndate: 2026-02-01\nrequester: school\nanswered: 2026-02-03\n",
      ),
      ["consultations"],
    ],
    [
      "a product checked",
      register(
        "products",
        "title: Мапа\nauthor: Організація\npath: https://map.example.org/\nchecked: 2026-10-01\ndatasets: [stops-1]\n",
      ),
      ["products"],
    ],
    ["a dashboard over sets that are late", { "content/dashboards/stops.mdx": post }, []],
    [
      "a dashboard of the portal itself",
      { "content/dashboards/own.mdx": post.replace("datasets: [stops-1]\n", "") },
      ["dashboards"],
    ],
    [
      "an event",
      register("events", "title: Форум\ndate: 2026-02-01\nkind: event\nplace: Вільнюс\n"),
      ["events"],
    ],
    [
      "a set is never updated again, and so no longer late",
      { [passport(2)]: (base[passport(2)] ?? "").replace("frequency: yearly", "frequency: never") },
      ["monitoring", "additional", "conformity"],
    ],
    [
      "a mandated set is in time",
      { [passport(1)]: (base[passport(1)] ?? "").replace("frequency: yearly", "frequency: never") },
      ["monitoring", "mandated", "conformity"],
    ],
    [
      "a period fewer costs points of the assessment, and no task",
      { [passport(2)]: (base[passport(2)] ?? "").replace(/temporal: .*\n/, "") },
      [],
    ],
  ];
  test("every measure of the plan has a row that changes it", () => {
    expect(new Set(rows.flatMap(([, , measures]) => measures))).toEqual(new Set(planMeasures));
  });
  test.each(rows)("%s", (_, changes, measures) => {
    const after = figuresOf({ ...base, ...changes });
    const changed = [...after].filter(
      ([measure, figures]) => JSON.stringify(figures) !== JSON.stringify(before.get(measure)),
    );
    expect(changed.map(([measure]) => measure)).toEqual(measures);
  });
});

test("figures are counted as their formulas say", () => {
  const after = figuresOf({
    ...base,
    ...register(
      "acts",
      "title: Перелік\nkind: list\nissuer: Рада\ndate: 2025-02-01\nstatus: in-force\ndatasets: [stops-1, stops-2]\n",
    ),
    ...register("measures", "title: Датчики\nyear: 2026\nact: plan\nplanned: 1000\nfunded: 250\n"),
    ...register(
      "exemptions",
      "mandated: m-2\nkind: restricted\nground: Воєнний стан\ndecision: № 5\nharmTest: шкода переважає\nreview: 2027-01-01\n",
    ),
    [passport(1)]: (base[passport(1)] ?? "").replace("frequency: yearly", "frequency: never"),
  });
  // Two sets of five are listed; a quarter of the money came; one mandated set of one is published; one set of five conforms.
  expect(figureOf(after, "legal-acts", 1)).toBe(40);
  expect(figureOf(after, "funding")).toBe(25);
  expect(figureOf(after, "mandated")).toBe(100);
  expect(after.get("mandated")?.state).toBe("done");
  expect(figureOf(after, "conformity")).toBe(20);
  expect(after.get("funding")?.windows).toEqual([
    { label: "2025", met: false, past: true, evidence: [] },
    { label: "2026", met: true, past: true, evidence: ["Датчики"] },
    { label: "2027", met: false, past: false, evidence: [] },
  ]);
});

test("a year's rating is frozen with the commit it can be counted again at", () => {
  const catalogue = catalogueOf(base, { today });
  const frozen = renderFrozenRating(catalogue, { year: 2025, commit: "1".repeat(40) });
  const after = figuresOf({ ...base, "data/registers/ratings/2025.yaml": frozen });
  expect(after.get("rating")?.windows[0]).toEqual({
    label: "2025",
    met: true,
    past: true,
    evidence: ["Рейтинг розпорядників за 2025 рік"],
  });
  expect(frozen).toContain("  - { publisher: council, score: ");
});

test("a score is a mean over a publisher's sets: weights, what is unknown, what would raise it", () => {
  const late = catalogueOf(generatedPortal(2), { today });
  const [score] = measureRating(late);
  // Files are there, the passport is whole; both yearly sets are late, so neither is in time nor conforms.
  expect(
    score?.parts.map(({ part, weight, share, points }) => [part, weight, share, points]),
  ).toEqual([
    ["coverage", 33.3, 1, 33.3],
    ["timeliness", 27.8, 0, 0],
    ["conformity", 27.8, 0, 0],
    ["passport", 11.1, 1, 11.1],
    ["feedback", 0, undefined, 0],
  ]);
  expect(score?.score).toBe(44.4);
  expect(score?.fixes[0]).toEqual({ dataset: "stops-1", part: "timeliness", points: 13.9 });
  const mended = generatedPortal(2);
  mended[passport(1)] = (mended[passport(1)] ?? "").replace(
    "frequency: yearly",
    "frequency: never",
  );
  expect(measureRating(catalogueOf(mended, { today }))[0]?.score).toBe(72.2);
  // A hundred sets kept alike give the score of one.
  expect(measureRating(catalogueOf(generatedPortal(1), { today }))[0]?.score).toBe(44.4);
});

test("this portal's plan has a figure for each of its 21 tasks, and every piece of evidence has a page", () => {
  const { catalogue } = loadPortal(project, today);
  if (!catalogue) throw new Error("The portal has errors.");
  const results = measurePlan(catalogue);
  expect(results).toHaveLength(21);
  expect(new Set(catalogue.plan?.tasks.map(({ measure }) => measure))).toEqual(
    new Set(planMeasures),
  );
  for (const { indicators, evidence } of results) {
    expect(indicators.length).toBeGreaterThan(0);
    for (const { path } of evidence)
      expect(path).toMatch(/^\/(dataset|news|registers|dashboards)\/[a-z0-9-]+\//);
  }
});

test("npm run plan counts a task at a commit, and says when there is none", () => {
  const now = runScript("plan", ["--at", "HEAD", "6.3"]);
  expect(now.status).toBe(0);
  expect(now.stdout).toMatch(/6\.3\. [\s\S]*стан: [\s\S]*Наборів понад обов’язковий перелік: \d+/);
  expect(runScript("plan", ["--at", "nowhere"])).toMatchObject({
    status: 2,
    stderr: "Немає коміту nowhere.\n",
  });
  expect(runScript("plan", ["99"]).status).toBe(2);
});
