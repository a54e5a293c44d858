import { expect, test } from "vitest";
import type { Catalogue, Change, Dataset } from "../model/catalogue.ts";
import { examplePortal } from "../rules/example-portal.ts";
import { catalogueOf } from "../test/fixtures/generated-portal.ts";
import { answer, siteOf } from "../test/fixtures/published-site.ts";
import { renderAtom } from "./feeds/atom.ts";
import { changesOf, renderChanges } from "./feeds/changes.ts";
import { renderSitemap } from "./feeds/sitemap.ts";

const example = catalogueOf(examplePortal);
const [stops] = example.datasets;
if (!stops) throw new Error("The example has a set.");
const change = (date: string, files: string[], hash = "a".repeat(40)): Change => ({
  date,
  files,
  hash,
});
const set = (id: string, more: Partial<Dataset> = {}): Dataset => ({
  ...stops,
  id,
  iri: `https://data.example.gov.ua/dataset/${id}`,
  title: { uk: `Набір ${id}` },
  ...more,
});
const withSets = (datasets: Dataset[], more: Partial<Catalogue> = {}): Catalogue => ({
  ...example,
  datasets,
  ...more,
});
const feed = (catalogue: Catalogue, path: string): string =>
  String(answer(siteOf(catalogue), path));

test("sets stand by their latest change in whatever zone it is told, those of one moment by their names", () => {
  const catalogue = withSets([
    set("b", { history: [change("2026-03-01T10:00:00+02:00", ["stops.csv"])] }),
    set("day", { history: [], modified: "2026-03-02" }),
    set("bare", { history: [], modified: "2026-03-01T09:00:00" }),
    set("a", { history: [change("2026-03-01T10:00:00+02:00", ["stops.csv"])] }),
    set("gone", {
      passport: {
        ...stops.passport,
        status: "withdrawn",
        withdrawn: { date: "2026-04-01", reason: "Перелік веде область" },
      },
    }),
  ]);
  const withStone = {
    ...catalogue,
    tombstones: [
      {
        id: "gone",
        iri: "https://data.example.gov.ua/dataset/gone",
        date: "2026-04-01",
        reason: "Перелік веде область",
      },
      { id: "other", iri: "https://a.ua/other", date: "2026-05-01", reason: "Не цієї стрічки" },
    ],
  };
  expect(feed(withStone as Catalogue, "/feeds/datasets.atom")).toMatchSnapshot();
  expect(feed(withSets([]), "/feeds/datasets.atom")).toContain(
    "<updated>1970-01-01T00:00:00Z</updated>",
  );
  const set100 = withSets(Array.from({ length: 101 }, (_, at) => set(`set-${at}`)));
  expect(feed(set100, "/feeds/datasets.atom").match(/<entry>/g)).toHaveLength(100);
});

test("a feed of a publisher or a theme has its sets alone", () => {
  const [council] = example.publishers;
  if (!council) throw new Error("The example has a publisher.");
  const other = { ...council, id: "museum", title: "Музей" };
  const catalogue = withSets(
    [set("a", { themes: ["TRAN"] }), set("b", { themes: ["ENVI"], publisher: other })],
    { publishers: [...example.publishers, other] },
  );
  const told = (path: string) =>
    [...feed(catalogue, path).matchAll(/<title>(.*?)<\/title>/g)].map(([, title]) => title);
  expect([
    told("/feeds/publisher/council.atom"),
    told("/feeds/publisher/museum.atom"),
    told("/feeds/theme/tran.atom"),
  ]).toEqual([
    ["Відкриті дані громади: Міська рада", "Набір a"],
    ["Відкриті дані громади: Музей", "Набір b"],
    ["Відкриті дані громади: Транспорт", "Набір a"],
  ]);
});

test("a set's own feed: what came first is its publication, a passport alone is told apart from data", () => {
  const history = [
    change("2026-05-01T10:00:00Z", ["datapackage.yaml"], "3".repeat(40)),
    change("2026-04-01T10:00:00Z", ["datapackage.yaml", "stops.csv"], "2".repeat(40)),
    change("2026-03-01T10:00:00Z", ["datapackage.yaml"], "1".repeat(40)),
  ];
  const withdrawn = set("a", {
    history,
    passport: { ...stops.passport, withdrawn: { date: "2026-06-01", reason: "Застарів" } },
  });
  expect(changesOf(withdrawn).map(({ kind, date, files }) => [kind, date, files])).toEqual([
    ["withdrawn", "2026-06-01", []],
    ["passport", "2026-05-01T10:00:00Z", ["datapackage.yaml"]],
    ["data", "2026-04-01T10:00:00Z", ["datapackage.yaml", "stops.csv"]],
    ["created", "2026-03-01T10:00:00Z", ["datapackage.yaml"]],
  ]);
  expect(feed(withSets([withdrawn]), "/feeds/dataset/a.atom")).toMatchSnapshot();
  const silent = set("a", { history: [], modified: "2026-01-02" });
  expect(feed(withSets([silent]), "/feeds/dataset/a.atom")).toMatchSnapshot();
  const long = set("a", {
    history: Array.from({ length: 101 }, () => change("2026-03-01T10:00:00Z", ["stops.csv"])),
  });
  expect(feed(withSets([long]), "/feeds/dataset/a.atom").match(/<entry>/g)).toHaveLength(100);
});

test("a feed is as new as the newest it tells of, in whatever order histories stand", () => {
  const history = [
    change("2026-11-10T10:00:00Z", ["stops.csv"], "3".repeat(40)),
    change("2026-11-20T10:00:00Z", ["datapackage.yaml"], "2".repeat(40)),
    change("2026-11-01T10:00:00Z", ["datapackage.yaml"], "1".repeat(40)),
  ];
  const told = (more: Partial<Dataset>) =>
    [
      ...feed(withSets([set("a", { history, ...more })]), "/feeds/dataset/a.atom").matchAll(
        /<updated>(.*?)<|<summary>(.*?)</g,
      ),
    ].map(([, day, summary]) => day ?? summary?.replaceAll("\u00a0", " "));
  const [data, passport, created] = [
    ["2026-11-10T10:00:00Z", "Змінено дані: stops.csv"],
    ["2026-11-20T10:00:00Z", "Змінено паспорт"],
    ["2026-11-01T10:00:00Z", "Набір оприлюднено"],
  ];
  expect(told({})).toEqual([passport?.[0], passport, data, created].flat());
  const withdrawn = { date: "2026-11-16", reason: "Помилки в координатах" };
  const own = { ...stops.passport, status: "withdrawn" as const, withdrawn };
  const words = "16 листопада 2026 р. набір вилучено. Помилки в координатах.";
  // Told on the 22nd of the 16th: whoever read the feed on the 21st must find it above what came before.
  const last = "2026-11-22T10:00:00Z";
  expect(told({ passport: own, withdrawnAt: last })).toEqual(
    [last, last, words, passport, data, created].flat(),
  );
});

test("the list of changes: the newest first, those of one moment by their sets, a thousand of them", () => {
  const on = (...dates: string[]) => dates.map((date) => change(date, ["stops.csv"]));
  const listed = (datasets: Dataset[]) =>
    JSON.parse(renderChanges(withSets(datasets))).changes.map(
      ({ dataset, date }: { dataset: string; date: string }) => `${dataset} ${date}`,
    );
  expect(
    listed([
      set("b", { history: on("2026-03-02", "2026-03-01") }),
      set("a", { history: on("2026-03-03", "2026-03-01") }),
    ]),
  ).toEqual(["a 2026-03-03", "b 2026-03-02", "a 2026-03-01", "b 2026-03-01"]);
  expect(listed([set("a", { history: on(...Array(1001).fill("2026-03-01")) })])).toHaveLength(1000);
});

test("texts of others end no tag; a page without a day has none in the sitemap", () => {
  const entry = { id: "i&", url: "u?a&b", title: "<t>", summary: '"s"', updated: "2026-01-01" };
  expect(
    renderAtom({
      id: "id&",
      url: "https://a.ua/?a&b",
      home: "https://a.ua/",
      title: "<Стрічка>",
      author: "«Рада» & Ко",
      updated: "2026-01-01T00:00:00Z",
      entries: [entry],
      deleted: [{ ref: "r&", when: "2026-01-01T00:00:00Z", comment: "<ні>" }],
    }),
  ).toMatchSnapshot();
  const { portal } = example;
  const sitemap = renderSitemap(
    { ...example, portal: { ...portal, site: "https://a.ua/x&y" } },
    [],
  );
  expect(sitemap).toContain("<url><loc>https://a.ua/x&#38;y/en/about/</loc></url>");
  expect(sitemap).toContain(
    `<url><loc>https://a.ua/x&#38;y/dataset/stops/</loc><lastmod>${stops.modified?.slice(0, 10)}</lastmod></url>`,
  );
});
