import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DataFactory, Parser, type Quad, Store } from "n3";
import { Validator } from "shacl-engine";
import { describe, expect, test } from "vitest";
import { measureMqa } from "../../catalogue/measures/quality/mqa.ts";
import { project } from "../../test/fixtures/built-site.ts";
import { catalogueOf, generatedPortal } from "../../test/fixtures/generated-portal.ts";
import { themes } from "../../vocabularies/dcat/themes.ts";
import { ckanActions } from "../dataset/ckan.ts";
import { buildCatalogueGraph, countPages } from "../dcat/dcat.ts";
import { toCkanGraph } from "../dcat/dcat-ckan.ts";
import type { GraphNode } from "../dcat/dcat-terms.ts";
import { extensions, serialisations } from "../dcat/rdf.ts";
import { judgeHarvest } from "../harvest/judge.ts";
import { readHarvest } from "../harvest/read.ts";
import { replayHarvest } from "../harvest/replay.ts";
import { renderGenerated } from "../reports/registry.ts";

const shapes = join(project, "../shared/dcat-ap-shacl");
const sets = 2000;
const large = catalogueOf(generatedPortal(sets));
let whole: { graph: GraphNode[]; turtle: Quad[] } | undefined;
/** Made by the first test that asks: a fault in it is a test's, not the file's. */
function written() {
  if (!whole) {
    const graph = buildCatalogueGraph(large);
    whole = { graph, turtle: new Parser().parse(serialisations.ttl.render(graph)) };
  }
  return whole;
}

describe(`a portal of ${sets} datasets`, () => {
  test("is one page, and every serialisation far below the 50 MB a harvester takes", () => {
    expect(countPages(large)).toBe(1);
    for (const extension of extensions)
      expect(Buffer.byteLength(serialisations[extension].render(written().graph))).toBeLessThan(
        30_000_000,
      );
  });

  test("has 405 points in every dataset", () => {
    expect(new Set(large.datasets.map((dataset) => measureMqa(dataset).score))).toEqual(
      new Set([405]),
    );
  });

  test("N-Triples are the same triples as Turtle", () => {
    const { graph, turtle } = written();
    const lines = serialisations.nt.render(graph).trimEnd().split("\n");
    expect(lines.length).toBe(turtle.length);
  });

  test("is harvested whole and, unchanged, changes nothing; CKAN and the register list every dataset", () => {
    const { datasets } = readHarvest(written().turtle);
    expect(datasets).toHaveLength(sets);
    expect(judgeHarvest(datasets, datasets, [], "catalog.ttl")).toEqual([]);
    for (const { created, updated, deleted, filesRecreated } of replayHarvest(datasets, datasets))
      expect([created, updated, deleted, filesRecreated]).toEqual([[], [], [], 0]);
    expect(ckanActions.package_search?.(large)).toMatchObject({ count: sets });
    expect(
      new TextDecoder().decode(renderGenerated("/registry.csv", large)).trimEnd().split("\n"),
    ).toHaveLength(sets + 1);
  });
});

describe("a dataset of that portal, as each of them is: two of each theme", () => {
  const few = catalogueOf(generatedPortal(2 * Object.keys(themes).length));
  const described = () => new Parser().parse(serialisations.ttl.render(buildCatalogueGraph(few)));

  test
    .skipIf(!existsSync(shapes))
    .each(["shapes.ttl", "range.ttl", "dcat-ap-SHACL.ttl", "mdr-vocabularies.shape.ttl"])(
    "has no violation of %s (skipped where the shapes folder is absent)",
    async (file) => {
      const store = new Store(new Parser().parse(readFileSync(join(shapes, file), "utf8")));
      const report = (await new Validator(store, { factory: DataFactory }).validate({
        dataset: new Store(described()),
      })) as {
        results: { severity: { value: string } }[];
      };
      expect(report.results.filter(({ severity }) => severity.value.endsWith("Violation"))).toEqual(
        [],
      );
    },
    60_000,
  );
});

test("above 5,000 datasets the catalogue is pages that follow one another, each dataset on one of them", () => {
  const { datasets } = large;
  const [first] = datasets;
  if (!first) throw new Error("no dataset");
  // The same dataset under other ids: what is tested is the pages, not 5,200 passports.
  const many = Array.from({ length: 5200 }, (_, index) => ({
    ...first,
    id: `set-${index}`,
    iri: `https://data.example.gov.ua/dataset/set-${index}`,
    resources: [],
  }));
  const catalogue = { ...large, datasets: many };
  const total = countPages(catalogue);
  expect(total).toBe(2);
  const found: string[] = [];
  for (let page = 1; page <= total; page++) {
    const text = serialisations.ttl.render(
      buildCatalogueGraph(catalogue, { page, extension: "ttl" }),
    );
    expect(Buffer.byteLength(text)).toBeLessThan(50_000_000);
    const read = readHarvest(new Parser().parse(text));
    found.push(...read.datasets.map(({ iri }) => iri));
    expect(read.next).toBe(
      page < total ? `https://data.example.gov.ua/catalog/${page + 1}.ttl` : undefined,
    );
  }
  // The feed for an old CKAN follows its own pages, by the property that CKAN knows.
  const old = toCkanGraph(buildCatalogueGraph(catalogue, { stem: "catalog-ckan" }));
  expect(old.flatMap((node) => node["hydra:nextPage"] ?? [])).toEqual([
    { "@id": "https://data.example.gov.ua/catalog-ckan/2.jsonld" },
  ]);
  expect(found.sort()).toEqual(many.map(({ iri }) => iri).sort());
});

test("datasets with very many files make more pages before a file grows past 50 MB", () => {
  const [first] = large.datasets;
  const [file] = first?.resources ?? [];
  if (!first || !file) throw new Error("no file");
  const many = Array.from({ length: 60 }, (_, index) => ({
    ...first,
    id: `set-${index}`,
    iri: `https://data.example.gov.ua/dataset/set-${index}`,
    resources: Array.from({ length: 500 }, (__, part) => ({
      ...file,
      iri: `https://data.example.gov.ua/dataset/set-${index}/file-${part}`,
    })),
  }));
  const catalogue = { ...large, datasets: many };
  const pages = Array.from({ length: countPages(catalogue) }, (_, index) => index + 1);
  expect(pages.length).toBeGreaterThan(1);
  // Of pages made alike the one with the most nodes is the largest file.
  const nodes = pages.map((page) => buildCatalogueGraph(catalogue, { page }).length);
  const page = nodes.indexOf(Math.max(...nodes)) + 1;
  const sizes = extensions.map((extension) =>
    Buffer.byteLength(
      serialisations[extension].render(buildCatalogueGraph(catalogue, { page, extension })),
    ),
  );
  expect(Math.max(...sizes)).toBeLessThan(50_000_000);
  expect(Math.max(...sizes)).toBeGreaterThan(20_000_000);
});
