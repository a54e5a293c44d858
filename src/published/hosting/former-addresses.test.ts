import { expect, test } from "vitest";
import { fullPortal } from "../../test/fixtures/full-portal.ts";
import { catalogueOf, generatedPortal } from "../../test/fixtures/generated-portal.ts";
import { siteOf } from "../../test/fixtures/published-site.ts";
import { publishedFiles } from "../addresses/index.ts";
import { buildCatalogueGraph } from "../dcat/dcat.ts";
import { pagesOf } from "../pages.ts";
import { successorOf } from "./former-addresses.ts";
import { renderRedirects } from "./redirects.ts";

test.each([
  ["/dataset/stops.nt", "/dataset/stops.ttl"],
  ["/dataset/stops.rdf", "/dataset/stops.ttl"],
  ["/dataset/stops/passport.xml", "/dataset/stops/passport.csv"],
  ["/dataset/stops/structure.xml", "/dataset/stops/structure.csv"],
  ["/dataset/stops/citation.bib", "/dataset/stops/#cite"],
  ["/dataset/old-stops/resource/11111111-0000-4000-8000-000000000000", "/dataset/old-stops/"],
  ["/dataset/stops/resource/1/download/stops.csv", "/dataset/stops/"],
  ["/dataset/stops/citation.ris", "/dataset/stops/#cite"],
  ["/dataset/stops/datacite.json", "/dataset/stops/#cite"],
  ["/en/embed/table/stops/stops/", "/embed/table/stops/stops/?lang=en"],
  ["/en/embed/chart/stops/kinds/", "/embed/chart/stops/kinds/?lang=en"],
  ["/en/embed/dashboard/budget/", undefined],
  ["/dataset/stops.ttl", undefined],
  ["/dataset/stopsant", undefined],
  ["/dataset/stops/file.nt", undefined],
  ["/catalog.nt", undefined],
  ["/catalog", "/datasets/"],
  ["/catalog/", "/datasets/"],
  ["/structure/27-stops", "/structures/27-stops/"],
  ["/place/UA35040210000014072", "/datasets/"],
  ["/dataset/stops/contact", "/dataset/stops/#feedback"],
  ["/dataset/stops/stops", "/dataset/stops/#files"],
  ["/dataset/stops/", undefined],
])("%s leads to %s", (path, place) => {
  expect(successorOf(path)).toBe(place);
});

test("every IRI the catalogue gives leads to a page or a file of the portal", () => {
  const catalogue = catalogueOf(fullPortal);
  const { portal } = catalogue;
  const site = siteOf(catalogue);
  const there = new Set([
    ...pagesOf(catalogue, []).map(({ path }) => path),
    ...publishedFiles(site).map(({ path }) => path.replace(/index\.html$/, "")),
  ]);
  const minted = buildCatalogueGraph(catalogue)
    .map((node) => node["@id"])
    .filter((iri) => iri.startsWith(`${portal.iriBase}/`))
    // Parts of a set and of its file are named after their «#», which no host is asked for.
    .map((iri) => iri.slice(portal.iriBase.length).replace(/#.*$/, ""));
  // A host answers /series/trees with the page at /series/trees/.
  const answers = (path: string) => there.has(path) || there.has(`${path}/`);
  const lost = minted.filter((path) => {
    const place = answers(path) ? path : successorOf(path);
    return place === undefined || !answers(place.replace(/#.*$/, ""));
  });
  expect(lost).toEqual([]);
  // Kinds of things, each with a name of its own.
  const kinds = new Set(minted.map((path) => path.split("/")[1]));
  expect([...kinds].sort()).toEqual(
    ["", "api", "catalog", "dataset", "place", "publisher", "rights", "series", "service"].sort(),
  );
});

test("each file of a set has a rule under its IRI; none where IRIs are of another host", () => {
  const files = generatedPortal(1);
  const rule = "/dataset/stops-1/stops /dataset/stops-1/#files 301";
  expect(renderRedirects(catalogueOf(files)).split("\n")).toContain(rule);
  const other = catalogueOf(files);
  const elsewhere = { ...other.portal, site: "https://example.gov.ua/data" };
  expect(renderRedirects({ ...other, portal: elsewhere })).not.toContain("#files");
});

test("the query of a former address goes with it", () => {
  expect(successorOf("/dataset/stops.nt", "?a=b")).toBe("/dataset/stops.ttl?a=b");
  expect(successorOf("/dataset/stops/citation.bib", "?a=b")).toBe("/dataset/stops/?a=b#cite");
  expect(successorOf("/en/embed/table/stops/stops/", "?q=a&is.kind=b")).toBe(
    "/embed/table/stops/stops/?lang=en&q=a&is.kind=b",
  );
});

test("hosts get rules under the portal's own root, one for each dataset where a slot is less than a part of the path", () => {
  const files = generatedPortal(2);
  expect(renderRedirects(catalogueOf(files))).toBe(
    `/dataset/old-1 /dataset/stops-1/ 301
/dataset/old-1/ /dataset/stops-1/ 301
/dataset/old-2 /dataset/stops-2/ 301
/dataset/old-2/ /dataset/stops-2/ 301
/dataset/stops-1.nt /dataset/stops-1.ttl 301
/dataset/stops-2.nt /dataset/stops-2.ttl 301
/dataset/stops-1.rdf /dataset/stops-1.ttl 301
/dataset/stops-2.rdf /dataset/stops-2.ttl 301
/dataset/stops-1/stops /dataset/stops-1/#files 301
/dataset/stops-2/stops /dataset/stops-2/#files 301
/catalog /datasets/ 301
/service/files /api/ 301
/service/files/contact /about/ 301
/rights/open-data /about/ 301
/en/embed/table/* /embed/table/:splat 200
/en/embed/chart/* /embed/chart/:splat 200
/dataset/:dataset/passport.xml /dataset/:dataset/passport.csv 301
/dataset/:dataset/structure.xml /dataset/:dataset/structure.csv 301
/dataset/:dataset/resource/* /dataset/:dataset/ 301
/dataset/:dataset/citation.bib /dataset/:dataset/#cite 301
/dataset/:dataset/citation.ris /dataset/:dataset/#cite 301
/dataset/:dataset/datacite.json /dataset/:dataset/#cite 301
/place/:place /datasets/ 301
/structure/:structure /structures/:structure/ 301
/series/:series/contact /series/:series/ 301
/dataset/:dataset/contact /dataset/:dataset/#feedback 301
/dataset/:dataset/identifier/:identifier /dataset/:dataset/#passport 301
`,
  );
  const deep = {
    ...files,
    "data/portal.yaml": (files["data/portal.yaml"] ?? "").replace(
      /^site: .*$/m,
      "site: https://council.github.io/data",
    ),
  };
  expect(renderRedirects(catalogueOf(deep)).split("\n")[0]).toBe(
    "/data/dataset/old-1 /data/dataset/stops-1/ 301",
  );
});

test("more rules than a host reads are none; those with placeholders stay", () => {
  const catalogue = catalogueOf(generatedPortal(1));
  const [dataset] = catalogue.datasets;
  if (!dataset) throw new Error("There is no set.");
  const of = (count: number) =>
    renderRedirects({ ...catalogue, datasets: Array.from({ length: count }, () => dataset) });
  const named = (rules: string) => rules.split("\n").filter((rule) => /^\/[^:]+$/.test(rule));
  expect(named(of(998))).toHaveLength(2000);
  // What remains are files, and the four things that every portal has.
  expect(named(of(999))).toHaveLength(999 + 4);
  expect(of(999)).toContain("/dataset/:dataset/passport.xml ");
});

test("a former id leads to its set in both forms of its address; there are as many rules as a host reads", () => {
  const catalogue = catalogueOf(generatedPortal(1));
  const [dataset] = catalogue.datasets;
  if (!dataset) throw new Error("There is no set.");
  const withAliases = (count: number) =>
    renderRedirects({
      ...catalogue,
      datasets: [
        {
          ...dataset,
          id: "stops",
          identifier: "stops",
          aliases: Array.from({ length: count }, (_, at) => `Old_${at}`),
        },
      ],
    }).split("\n");
  expect(withAliases(1).slice(0, 4)).toEqual([
    "/dataset/Old_0 /dataset/stops/ 301",
    "/dataset/Old_0/ /dataset/stops/ 301",
    "/dataset/stops.nt /dataset/stops.ttl 301",
    "/dataset/stops.rdf /dataset/stops.ttl 301",
  ]);
  const named = (rules: string[]) =>
    rules.filter((rule) => /^\/dataset\/[^:*]+ \S+ 301$/.test(rule));
  expect(named(withAliases(998))).toHaveLength(1996);
  expect(named(withAliases(999))).toHaveLength(3);
});
