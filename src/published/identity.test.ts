import { describe, expect, test } from "vitest";
import type { Catalogue, FileVersion } from "../model/catalogue.ts";
import { catalogueOf, committed, generatedPortal } from "../test/fixtures/generated-portal.ts";
import { answer, siteOf } from "../test/fixtures/published-site.ts";
import { publishedFiles } from "./addresses/index.ts";
import { toCkanPackage } from "./dataset/ckan.ts";
import { renderScriptJson, toSchemaOrg } from "./dcat/schema-org.ts";
import { renderChanges } from "./feeds/changes.ts";

const files = generatedPortal(3);
const yaml = (number: number) => `data/datasets/stops-${number}/datapackage.yaml`;
const csv = (number: number) => `data/datasets/stops-${number}/stops.csv`;
const later = 1_770_000_000;

/** The same files with some changed, and a later commit for each of those. */
function changed(changes: Record<string, string>): Catalogue {
  const now = { ...files, ...changes };
  const { commits } = committed(files);
  const newer = Object.keys(changes).map(
    (path): [string, { hash: string; time: number; subject: string }[]] => [
      path,
      [{ hash: "1".repeat(40), time: later, subject: "Оновлено" }, ...(commits.get(path) ?? [])],
    ],
  );
  return catalogueOf(now, {
    history: { state: "complete", commits: new Map([...commits, ...newer]) },
  });
}

/** Every file programs read of one dataset. */
function machineFiles(catalogue: Catalogue, id: string): Record<string, string> {
  const dataset = catalogue.datasets.find((one) => one.id === id);
  if (!dataset) throw new Error(id);
  const own = new RegExp(`/dataset/${id}[./](?!share\\.png)`);
  const files = [...publishedFiles(siteOf(catalogue))].filter(({ path }) => own.test(path));
  return {
    // Files of publishers lie in their repository, which this site has not.
    ...Object.fromEntries(
      files
        .filter(({ path }) => !/stops\.csv$/.test(path))
        .map(({ path, render }) => [path.replace(/^.*\/(?=stops-\d)/, ""), String(render())]),
    ),
    schemaOrg: renderScriptJson(toSchemaOrg(dataset, catalogue)),
  };
}
const metadataModified = (catalogue: Catalogue, id: string): string => {
  const dataset = catalogue.datasets.find((one) => one.id === id);
  return dataset ? toCkanPackage(dataset, catalogue).metadata_modified : "";
};

const before = catalogueOf(files);
const newTable = { [csv(2)]: "id,name,platforms\n1,Вокзал,3\n" };

describe("an unchanged dataset is byte-identical in every file", () => {
  test.each<[situation: string, catalogue: () => Catalogue]>([
    ["another dataset's data changed", () => changed(newTable)],
    [
      "another dataset's passport changed",
      () =>
        changed({ [yaml(2)]: (files[yaml(2)] ?? "").replace("Перелік зупинок", "Список зупинок") }),
    ],
    [
      "a dataset was added",
      () =>
        changed({ [yaml(4)]: generatedPortal(4)[yaml(4)] ?? "", [csv(4)]: files[csv(1)] ?? "" }),
    ],
    ["a day passed", () => catalogueOf(files, { today: "2027-05-01" })],
  ])("%s", (_, catalogue) => {
    expect(machineFiles(catalogue(), "stops-1")).toEqual(machineFiles(before, "stops-1"));
  });
});

test("a changed table changes the files that speak of it, and the moment CKAN looks at", () => {
  const after = changed(newTable);
  const [old, now] = [machineFiles(before, "stops-2"), machineFiles(after, "stops-2")];
  expect(
    Object.keys(now)
      .filter((name) => now[name] !== old[name])
      .sort(),
  ).toEqual(
    [
      "schemaOrg",
      "stops-2.atom",
      "stops-2.jsonld",
      "stops-2.ttl",
      "stops-2/ckan.json",
      "stops-2/croissant.json",
      "stops-2/datapackage.json",
      "stops-2/index.md",
      "stops-2/passport.csv",
      "stops-2/updates.ics",
    ].sort(),
  );
  expect(metadataModified(before, "stops-2")).toBe("2025-10-09T08:53:20");
  expect(metadataModified(after, "stops-2")).toBe("2026-02-02T02:40:00");
});

test("a changed passport or publisher's card changes the moment CKAN looks at, and not the data's own", () => {
  const passport = changed({
    [yaml(2)]: (files[yaml(2)] ?? "").replace("Перелік зупинок", "Список зупинок"),
  });
  expect(metadataModified(passport, "stops-2")).toBe("2026-02-02T02:40:00");
  expect(passport.datasets.find(({ id }) => id === "stops-2")?.modified).toBe(
    "2025-10-09T08:53:20Z",
  );
  const card = changed({ "data/publishers/council.yaml": "title: Рада громади\nkind: council\n" });
  expect(metadataModified(card, "stops-1")).toBe("2026-02-02T02:40:00");
});

describe("a withdrawn dataset", () => {
  const withdrawn = changed({
    [yaml(2)]: (files[yaml(2)] ?? "").replace(
      "frequency: yearly",
      "frequency: yearly\nstatus: withdrawn\nwithdrawn: { date: 2026-02-01, reason: Перелік веде область, successor: stops-1 }",
    ),
  });
  const feedOf = (path: string) => String(answer(siteOf(withdrawn), path));
  const iri = "https://data.example.gov.ua/dataset/stops-2";

  test("leaves a tombstone in changes.json, with its reason and successor", () => {
    const { tombstones, changes } = JSON.parse(renderChanges(withdrawn));
    expect(tombstones).toEqual([
      {
        id: "stops-2",
        iri,
        date: "2026-02-01",
        published: "2026-02-02T02:40:00Z",
        reason: "Перелік веде область",
        successor: "stops-1",
      },
    ]);
    expect(
      changes
        .filter(({ dataset }: { dataset: string }) => dataset === "stops-2")
        .map(({ kind, date, note, withdrawn: own }: Record<string, string>) => [
          kind,
          date,
          note,
          ...(own ? [own] : []),
        ]),
    ).toEqual([
      ["withdrawn", "2026-02-02T02:40:00Z", "Перелік веде область", "2026-02-01"],
      ["passport", "2026-02-02T02:40:00Z", "Змінено паспорт"],
      ["created", "2025-10-09T08:53:20Z", "Набір оприлюднено"],
    ]);
  });

  test("is a deleted entry (RFC 6721) in the feeds of the portal, its publisher and its theme, and a last entry in its own", () => {
    for (const path of ["/feeds/datasets.atom", "/feeds/publisher/council.atom"]) {
      const feed = feedOf(path);
      expect(feed).toContain(`<at:deleted-entry ref="${iri}" when="2026-02-02T02:40:00Z">`);
      expect(feed).not.toContain(`<id>${iri}</id>`);
      expect(feed).toContain("<id>https://data.example.gov.ua/dataset/stops-1</id>");
    }
    expect(feedOf("/feeds/dataset/stops-2.atom")).toContain(
      "<title>Набір вилучено: 2: Зупинки громадського транспорту</title>",
    );
  });

  test("says in RDF that it and its files are withdrawn, and what stands in its place", () => {
    const nodes: { "@id": string }[] = JSON.parse(feedOf("/dataset/stops-2.jsonld"))["@graph"];
    const status = (of: string) => ({
      "@id": `http://publications.europa.eu/resource/authority/${of}-status/WITHDRAWN`,
    });
    const node = (id: string) => nodes.find(({ "@id": one }) => one === id);
    expect(node(iri)).toMatchObject({
      "adms:status": status("dataset"),
      "dct:isReplacedBy": { "@id": "https://data.example.gov.ua/dataset/stops-1" },
    });
    expect(node(`${iri}/stops`)).toMatchObject({ "adms:status": status("distribution") });
    for (const of of ["dataset", "distribution"])
      expect(node(status(of)["@id"])).toMatchObject({ "@type": "skos:Concept" });
    expect(feedOf("/dataset/stops-1.jsonld")).not.toMatch(/WITHDRAWN|isReplacedBy/);
  });

  test("search engines are no longer told of its page", () => {
    const map = feedOf("/sitemap.xml");
    expect(map).toContain("/dataset/stops-1/");
    expect(map).not.toContain("/dataset/stops-2/");
  });

  test("versions its files had keep their lasting addresses", () => {
    const one = { hash: "2".repeat(40), content: () => new TextEncoder().encode("id\n1\n") };
    const site = { ...siteOf(withdrawn), versions: () => [one] as unknown as FileVersion[] };
    const paths = [...publishedFiles(site)].map(({ path }) => path);
    const kept = paths.filter((path) => path.startsWith("/dataset/stops-2/versions/"));
    expect(kept).toHaveLength(1);
  });

  test("is in no list for harvesters, and its own files stay", () => {
    expect(withdrawn.counts.datasets).toBe(2);
    expect(Object.keys(machineFiles(withdrawn, "stops-2"))).toContain("stops-2.jsonld");
    const dataset = withdrawn.datasets.find(({ id }) => id === "stops-2");
    expect(dataset && toCkanPackage(dataset, withdrawn).notes).toMatch(
      /^Набір вилучено 2026-02-01\. Перелік веде область\n\n/,
    );
  });
});
