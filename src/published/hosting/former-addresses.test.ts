import { expect, test } from "vitest";
import { catalogueOf, generatedPortal } from "../../test/fixtures/generated-portal.ts";
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
])("%s leads to %s", (path, place) => {
  expect(successorOf(path)).toBe(place);
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
/en/embed/table/* /embed/table/:splat 200
/en/embed/chart/* /embed/chart/:splat 200
/dataset/:dataset/passport.xml /dataset/:dataset/passport.csv 301
/dataset/:dataset/structure.xml /dataset/:dataset/structure.csv 301
/dataset/:dataset/resource/* /dataset/:dataset/ 301
/dataset/:dataset/citation.bib /dataset/:dataset/#cite 301
/dataset/:dataset/citation.ris /dataset/:dataset/#cite 301
/dataset/:dataset/datacite.json /dataset/:dataset/#cite 301
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
  expect(named(of(1000))).toHaveLength(2000);
  expect(named(of(1001))).toEqual([]);
  expect(of(1001)).toContain("/dataset/:dataset/passport.xml ");
});

test("a former id leads to its set in both forms of its address; there are as many rules as a host reads", () => {
  const catalogue = catalogueOf(generatedPortal(1));
  const [dataset] = catalogue.datasets;
  if (!dataset) throw new Error("There is no set.");
  const withAliases = (count: number) =>
    renderRedirects({
      ...catalogue,
      datasets: [
        { ...dataset, id: "stops", aliases: Array.from({ length: count }, (_, at) => `Old_${at}`) },
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
  expect(named(withAliases(1000))).toHaveLength(2000);
  expect(named(withAliases(1001))).toHaveLength(2);
});
