import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { treeOf } from "../../model/tree.ts";
import { readTree } from "../../read/tree.ts";
import { examplePortal } from "../../rules/example-portal.ts";
import { portalFactsSchema } from "../../schemas/reports/portal-facts.ts";
import { project } from "../../test/fixtures/built-site.ts";
import { portalFactsOf } from "../../test/fixtures/portal-facts-of.ts";

const packed = (facts: object): number => gzipSync(JSON.stringify(facts), { level: 9 }).length;

test("a small portal, whole", () => {
  const facts = portalFactsOf(
    treeOf({
      ...examplePortal,
      "content/news/a.mdx":
        '---\ntitle: Новина\ndate: 2026-01-01\ndescription: Опис\ndatasets: [stops]\n---\n<DatasetCard id="stops" />\n',
    }),
  );
  expect(facts).toEqual({
    today: "2026-11-23",
    files: {
      "data/portal.yaml": examplePortal["data/portal.yaml"],
      "data/publishers/council.yaml": examplePortal["data/publishers/council.yaml"],
    },
    datasets: [{ id: "stops", title: "Зупинки громадського транспорту", publisher: "council" }],
    mandated: [],
    uses: [
      {
        file: "content/news/a.mdx",
        title: "Новина",
        kind: "news",
        datasets: [{ id: "stops", line: 5, column: 12 }],
        inserts: [{ name: "DatasetCard", attributes: { id: "stops" }, line: 7 }],
      },
    ],
    written: { news: [{ id: "a", title: "Новина" }], dashboards: [] },
    entries: {},
  });
});

test("the portal's description names sets once, wherever it does", () => {
  const [use, ...more] = portalFactsOf(
    treeOf({
      ...examplePortal,
      "data/portal.yaml": `${examplePortal["data/portal.yaml"]}mergeCleanUpdates: [stops]\nhome: { chart: { dataset: stops, name: rows } }\n`,
    }),
  ).uses;
  expect([use?.kind, use?.datasets, more]).toEqual([
    "portal",
    [
      { id: "stops", line: 16, column: 18 },
      { id: "stops", line: 15, column: 21 },
    ],
    [],
  ]);
});

test("of this portal they are under 20 KB on their way, of a thousand sets under 100 KB", () => {
  const facts = portalFactsSchema.parse(portalFactsOf(readTree(project)));
  expect(packed(facts)).toBeLessThan(20_000);
  const thousand = Array.from({ length: 1000 }, (_, index) => ({
    ...(facts.datasets[index % facts.datasets.length] ?? { id: "", title: "", publisher: "" }),
    id: `dataset-${(index * 7919) % 9973}`,
    title: `${facts.mandated[index % facts.mandated.length]?.title.slice(0, 80)} ${index}`,
  }));
  expect(packed({ ...facts, datasets: thousand })).toBeLessThan(100_000);
});
