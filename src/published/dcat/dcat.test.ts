import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DataFactory, Parser, type Quad, Store } from "n3";
import { Validator } from "shacl-engine";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { project } from "../../test/fixtures/built-site.ts";
import { canonicalOf, indexOf, readRdf } from "../../test/fixtures/read-rdf.ts";
import { datasetExtensions, extensions } from "./rdf.ts";

const site = inject("site");
const shapes = join(project, "../shared/dcat-ap-shacl");
const datasetIds = readdirSync(join(project, "data/datasets")).sort();
let catalog: Quad[];
beforeAll(async () => {
  catalog = await readRdf(join(site, "catalog.ttl"));
});

type Result = {
  severity: { value: string };
  focusNode: { value: string };
  path: { predicates: { value: string }[] }[] | undefined;
  message: { value: string }[];
};

async function resultsOf(file: string, quads: Quad[]): Promise<Result[]> {
  const dataset = new Store(new Parser().parse(readFileSync(join(shapes, file), "utf8")));
  const validator = new Validator(dataset, { factory: DataFactory });
  const report = await validator.validate({ dataset: new Store(quads) });
  return (report as { results: Result[] }).results;
}

const brief = ({ focusNode, path, message }: Result): string =>
  `${focusNode?.value} ${path?.[0]?.predicates[0]?.value} ${message.map(({ value }) => value).join(" ")}`;

/** Files of shapes, and what no city can satisfy in them: the property and why. */
const profiles: Record<string, Record<string, string>> = {
  "shapes.ttl": {},
  "range.ttl": {},
  "dcat-ap-SHACL.ttl": {},
  "mdr-vocabularies.shape.ttl": {
    "http://purl.org/dc/terms/spatial":
      "the EU tables have no hromada, and its GeoNames number is not confirmed",
    "http://purl.org/dc/terms/publisher":
      "the EU table of corporate bodies has no Ukrainian council",
  },
};

describe.skipIf(!existsSync(shapes))(
  "official DCAT-AP 3.0.1 shapes (skipped where the shapes folder is absent)",
  () => {
    test.each(Object.entries(profiles))(
      "the catalogue against %s: no violation, and no warning but the unavoidable",
      async (file, unavoidable) => {
        const results = await resultsOf(file, catalog);
        const of = (severity: string) =>
          results.filter((result) => result.severity.value.endsWith(severity));
        expect(of("Violation").slice(0, 20).map(brief)).toEqual([]);
        const properties = new Set(
          of("Warning").map(({ path }) => path?.[0]?.predicates[0]?.value ?? ""),
        );
        expect([...properties].sort()).toEqual(Object.keys(unavoidable).sort());
      },
    );

    test("every dataset alone, against all of them", async ({ annotate }) => {
      const broken: string[] = [];
      for (const id of datasetIds) {
        const quads = await readRdf(join(site, `dataset/${id}.ttl`));
        for (const file of Object.keys(profiles))
          for (const result of await resultsOf(file, quads))
            if (result.severity.value.endsWith("Violation")) broken.push(`${id}: ${brief(result)}`);
      }
      expect(broken).toEqual([]);
      await annotate(
        `dataset/*.ttl by the SHACL shapes of DCAT-AP 3.0.1: ${datasetIds.length} of ${datasetIds.length} valid, in ${Object.keys(profiles).length} files of shapes`,
        "counted",
      );
    });
  },
);

test.each([
  { name: "catalog", written: extensions },
  ...datasetIds.map((id) => ({ name: `dataset/${id}`, written: datasetExtensions })),
])("$name: every serialisation is the same graph", async ({ name, written }) => {
  const graphs = await Promise.all(
    written.map(async (extension) =>
      canonicalOf(await readRdf(join(site, `${name}.${extension}`))),
    ),
  );
  expect(graphs[0]).not.toBe("");
  for (const graph of graphs) expect(graph).toBe(graphs[0]);
});

test("a dataset says the same in its own file as in the catalogue", async () => {
  const whole = new Set(catalog.map((quad) => (isPlain(quad) ? lineOf(quad) : "")));
  for (const id of datasetIds) {
    const own = (await readRdf(join(site, `dataset/${id}.ttl`))).filter(isPlain).map(lineOf);
    expect(own.filter((line) => !whole.has(line))).toEqual([]);
  }
});

test("only periods and checksums have no name; every IRI is absolute and has a path", () => {
  const types = new Map<string, string>();
  for (const { subject, predicate, object } of catalog)
    if (subject.termType === "BlankNode" && predicate.value.endsWith("#type"))
      types.set(subject.value, object.value);
  expect(new Set(types.values())).toEqual(
    new Set(["http://purl.org/dc/terms/PeriodOfTime", "http://spdx.org/rdf/terms#Checksum"]),
  );
  const iris = catalog
    .flatMap(({ subject, predicate, object }) => [subject, predicate, object])
    .filter(({ termType }) => termType === "NamedNode")
    .map(({ value }) => value);
  expect(iris.filter((iri) => !/^(https?:\/\/[^/]+\/|mailto:)/.test(iri))).toEqual([]);
});

test("every text has its language, every date and number its type", () => {
  const plain = new Set(["identifier", "version", "label", "notation"]);
  const bare = catalog.filter(
    ({ predicate, object }) =>
      object.termType === "Literal" &&
      object.language === "" &&
      object.datatype.value.endsWith("#string") &&
      !plain.has(predicate.value.split(/[#/]/).at(-1) ?? ""),
  );
  expect(bare.map(({ predicate, object }) => `${predicate.value} ${object.value}`)).toEqual([]);
});

test("a reader who knows only RDF finds title, contact, licence, format and size of every dataset", () => {
  const nodes = indexOf(catalog);
  const value = (iri: string | undefined, name: string) => nodes.get(iri ?? "")?.get(name)?.[0];
  const missing: string[] = [];
  for (const [iri, node] of nodes) {
    if (!node.get("type")?.includes("http://www.w3.org/ns/dcat#Dataset")) continue;
    const say = (what: string) => missing.push(`${iri.split("/").at(-1)}: ${what}`);
    if (!node.get("title")?.[0]) say("title");
    if (!value(value(iri, "contactPoint"), "hasEmail")?.startsWith("mailto:")) say("contact");
    for (const file of node.get("distribution") ?? []) {
      if (!value(value(file, "license"), "title")) say("licence");
      // Parquet has no name among the EU's formats: its media type tells it.
      if (!value(value(file, "format"), "prefLabel") && !file.endsWith("#parquet")) say("format");
      if (!value(value(file, "mediaType"), "label")) say("media type");
      if (!value(file, "byteSize")) say(`size of ${file.split("/").at(-1)}`);
    }
    if (!node.has("distribution")) say("no file");
  }
  // What the pages these records were taken from do not say, and the portal therefore cannot.
  expect(missing.sort()).toEqual([
    "charitable-aid: format",
    "charitable-aid: format",
    "charitable-aid: licence",
    "charitable-aid: licence",
    "charitable-aid: media type",
    "charitable-aid: media type",
    "charitable-aid: size of table-1",
    "charitable-aid: size of table-2",
    "finance-organisations: no file",
    "fortechnyi-budget-passports: no file",
    "information-types-register: no file",
    "municipal-property-buildings-2024: size of buildings-2024-01",
    "municipal-property: size of buildings-2025",
    "municipal-property: size of movable-property-2025",
    "org-structure: no file",
    "rent-payments: no file",
    "school-32-service-area: no file",
    "target-programmes: licence",
    "target-programmes: licence",
    "target-programmes: licence",
    "target-programmes: size of changes",
    "target-programmes: size of programmes",
    "target-programmes: size of reports",
    "transport-budget-passports: no file",
    "trees-planting-source: licence",
    "trees-planting-source: licence",
    "trees-planting-source: size of vysadzennja-zelenyh-nasadzen",
    "trees-planting-source: size of vysadzennja-zn",
    "trees-pruning-source: licence",
    "trees-pruning-source: licence",
    "trees-pruning-source: size of obrizka-zn-csv",
    "trees-pruning-source: size of obrizka-zn-xlsx",
    "trees-removal-source: licence",
    "trees-removal-source: licence",
    "trees-removal-source: licence",
    "trees-removal-source: size of vydalennja-2019-07-01",
    "trees-removal-source: size of vydalennja-2019-09",
    "trees-removal-source: size of vydalennja-zn",
  ]);
});

test("every file that lies here, a copy as well, is as large as the catalogue says and has its sum", () => {
  const nodes = indexOf(catalog);
  const { pathname: root, origin } = new URL(
    catalog.find(({ predicate }) => predicate.value.endsWith("homepage"))?.object.value ?? "",
  );
  const copies = [...nodes.values()].filter((node) => node.has("isFormatOf"));
  const judged = [...nodes.values()].flatMap((node) => {
    const address = new URL(node.get("downloadURL")?.[0] ?? "about:blank");
    const sum = nodes.get(node.get("checksum")?.[0] ?? "")?.get("checksumValue")?.[0];
    // Of two sets that were imported the files were at this host once, and are not any more.
    if (address.origin !== origin || sum === undefined) return [];
    const bytes = readFileSync(join(site, address.pathname.slice(root.length)));
    expect([node.get("byteSize")?.[0], sum], address.href).toEqual([
      String(bytes.length),
      createHash("sha256").update(bytes).digest("hex"),
    ]);
    return node.has("isFormatOf") ? ["copy"] : ["file"];
  });
  expect(judged.filter((kind) => kind === "copy")).toHaveLength(copies.length);
  expect(new Set(judged)).toEqual(new Set(["copy", "file"]));
});

const isPlain = ({ subject, object }: Quad): boolean =>
  subject.termType !== "BlankNode" && object.termType !== "BlankNode";
const lineOf = ({ subject, predicate, object }: Quad): string =>
  JSON.stringify([subject.value, predicate.value, object.value]);

test("every output lists the same datasets", () => {
  const json = JSON.parse(readFileSync(join(site, "datasets.json"), "utf8")).datasets.map(
    ({ id }: { id: string }) => id,
  );
  const csv = readFileSync(join(site, "datasets.csv"), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",")[0]);
  const dcat = catalog
    .filter(
      ({ predicate, object }) =>
        predicate.value.endsWith("#type") && object.value.endsWith("dcat#Dataset"),
    )
    .map(({ subject }) => subject.value.split("/").at(-1));
  // A former identifier's folder holds the way to the dataset, no descriptor.
  const pages = readdirSync(join(site, "dataset")).filter((name) =>
    existsSync(join(site, "dataset", name, "datapackage.json")),
  );
  for (const list of [json, csv, dcat, pages]) expect([...list].sort()).toEqual(datasetIds);
});

test("a data file is served byte for byte", () => {
  expect(readFileSync(join(site, "dataset/streets/streets.csv"))).toEqual(
    readFileSync(join(project, "data/datasets/streets/streets.csv")),
  );
});
