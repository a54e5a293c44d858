import { describe, expect, test } from "vitest";
import type { TaskResult } from "../../../model/plan.ts";
import { planMeasures } from "../../../schemas/data/plan.ts";
import { catalogueOf } from "../../../test/fixtures/generated-portal.ts";
import { base, passport, register, today } from "../../../test/fixtures/plan-of-every-measure.ts";
import { measurePlan } from "./plan.ts";

const figuresOf = (files: Record<string, string>): Map<string, Omit<TaskResult, "evidence">> =>
  new Map(
    measurePlan(catalogueOf(files, { today })).map(({ number, evidence: _, ...rest }) => [
      planMeasures[Number(number) - 1] ?? "",
      { number, ...rest },
    ]),
  );

const before = figuresOf(base);

/** One table, long because the plan has many measures: a file that comes or changes, and whose figures change with it. */
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
