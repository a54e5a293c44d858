import jsonld from "jsonld";
import { expect, test } from "vitest";
import { type Dataset, sharedOf } from "../../model/catalogue.ts";
import { examplePortal } from "../../rules/example-portal.ts";
import { loadPortal } from "../../site/portal.ts";
import { project } from "../../test/fixtures/built-site.ts";
import { fullPortal } from "../../test/fixtures/full-portal.ts";
import { catalogueOf } from "../../test/fixtures/generated-portal.ts";
import { hasCroissant, toCroissant } from "./croissant.ts";

const catalogue = catalogueOf(examplePortal);
const [stops] = catalogue.datasets;
if (!stops) throw new Error("The example has a set.");

type Node = { [name: string]: unknown };
const nodesIn = (value: unknown): Node[] =>
  Array.isArray(value)
    ? value.flatMap(nodesIn)
    : typeof value === "object" && value !== null
      ? [value as Node, ...Object.values(value).flatMap(nodesIn)]
      : [];

/** What the specification says must be, in words of our own; mlcroissant, its reader, is a package of Python. */
function faultsOf({ "@context": context, ...set }: Node): string[] {
  const nodes = nodesIn(set);
  const isReference = (node: Node) => Object.keys(node).join() === "@id";
  const defined = nodes.filter((node) => "@id" in node && !isReference(node));
  const ids = defined.map((node) => String(node["@id"]));
  const isOf = (type: string) => (node: Node) => node["@type"] === type;
  const lacks = (node: Node, ...names: string[]) =>
    names
      .filter((name) => node[name] === undefined || node[name] === "")
      .map((name) => `${String(node["@id"])} lacks ${name}`);
  const own = new Set(nodes.filter((node) => /^cr:/.test(String(node["@type"]))));
  const ownIds = [...own].map((node) => String(node["@id"]));
  return [
    ...lacks({ "@context": context, ...set }, "@context", "@type", "conformsTo", "description"),
    ...lacks(set, "license", "name", "url", "creator", "datePublished", "distribution"),
    ...ownIds.filter((id, at) => ownIds.indexOf(id) !== at).map((id) => `${id} is twice`),
    ...nodes
      .filter(isReference)
      .filter((node) => !ids.includes(String(node["@id"])))
      .map((node) => `${String(node["@id"])} is nowhere`),
    ...nodes
      .filter(isOf("cr:FileObject"))
      .flatMap((file) => lacks(file, "@id", "contentUrl", "encodingFormat", "sha256")),
    ...nodes.filter(isOf("cr:RecordSet")).flatMap((table) => lacks(table, "@id", "field")),
    ...nodes.filter(isOf("cr:Field")).flatMap((field) => lacks(field, "@id", "dataType", "source")),
  ];
}

test("a set with a described table says of it all that Croissant 1.1 requires", () => {
  const made = toCroissant(stops, sharedOf(catalogue)) as Node;
  expect(faultsOf(made)).toEqual([]);
  expect(made).toMatchSnapshot();
});

test("every set of this portal that has a Croissant keeps its rules", async ({ annotate }) => {
  const { catalogue: own } = loadPortal(project, "2026-11-23");
  if (!own) throw new Error("The portal has errors.");
  const sets = own.datasets.filter(hasCroissant);
  const faults = sets.flatMap((set) => faultsOf(toCroissant(set, sharedOf(own)) as Node));
  expect(faults).toEqual([]);
  expect(sets.length).toBeGreaterThan(10);
  await annotate(
    `croissant.json by the rules of Croissant 1.1: ${sets.length} of ${sets.length} valid`,
    "counted",
  );
});

test("keys of many columns, and columns that lead to another table of the set or to their own", () => {
  const full = catalogueOf(fullPortal);
  const routes = full.datasets.find(({ id }) => id === "routes");
  if (!routes) throw new Error("The portal has routes.");
  const made = toCroissant(routes, sharedOf(full)) as { recordSet: Node[] } & Node;
  expect(faultsOf(made)).toEqual([]);
  expect(
    made.recordSet.map(({ key, field }) => ({
      key,
      references: (field as Node[]).flatMap(({ "@id": id, references }) =>
        references ? [[id, references]] : [],
      ),
    })),
  ).toEqual([
    { key: [{ "@id": "routes/kind" }, { "@id": "routes/number" }], references: [] },
    {
      key: { "@id": "stops/id" },
      references: [
        ["stops/kind", { field: { "@id": "routes/kind" } }],
        ["stops/number", { field: { "@id": "routes/number" } }],
        ["stops/next", { field: { "@id": "stops/id" } }],
      ],
    },
  ]);
});

test("every term is one of Croissant’s, schema.org’s or Dublin Core’s, and a file’s id is its own address", async () => {
  const made = toCroissant(stops, sharedOf(catalogue));
  const base = "https://data.example.gov.ua/dataset/stops/croissant.json";
  const expanded = await jsonld.expand(made as never, { base });
  const nodes = nodesIn(expanded);
  const names = new Set(nodes.flatMap((node) => Object.keys(node)));
  expect(
    [...names].filter(
      (name) => !/^(@|https?:\/\/(schema\.org|mlcommons\.org\/croissant)\/)/.test(name),
    ),
  ).toEqual(["http://purl.org/dc/terms/conformsTo"]);
  expect(nodes.map((node) => node["@id"])).toContain(
    "https://data.example.gov.ua/dataset/stops/stops.csv",
  );
});

test("what the rules miss is told: an id twice, a reference to nothing, a file without a checksum", () => {
  const broken = JSON.parse(JSON.stringify(toCroissant(stops, sharedOf(catalogue))));
  delete broken.distribution[0].sha256;
  broken.recordSet[0].field[1]["@id"] = "stops/id";
  broken.recordSet[0].key = { "@id": "stops/none" };
  expect(faultsOf(broken)).toEqual([
    "stops/id is twice",
    "stops/none is nowhere",
    "stops.csv lacks sha256",
  ]);
});

test.each<[why: string, change: Partial<Dataset>]>([
  ["withdrawn", { passport: { ...stops.passport, status: "withdrawn" } as Dataset["passport"] }],
  ["without a licence", { licence: undefined } as never],
  ["of an unknown day", { issued: undefined } as never],
  ["without files here", { resources: stops.resources.map(({ file: _, ...rest }) => rest) }],
  [
    "without described columns",
    { resources: stops.resources.map(({ schema: _, ...rest }) => rest) },
  ],
  [
    "with titles under the names of columns",
    {
      resources: stops.resources.map(({ table, ...rest }) => ({
        ...rest,
        ...(table ? { table: { ...table, headerRows: 2 } } : {}),
      })),
    },
  ],
])("a set %s has none", (_, change) => {
  expect([hasCroissant(stops), hasCroissant({ ...stops, ...change })]).toEqual([true, false]);
});
