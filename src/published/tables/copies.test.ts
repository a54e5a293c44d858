import { describe, expect, test } from "vitest";
import type { Dataset } from "../../model/catalogue.ts";
import { catalogueOf } from "../../test/fixtures/generated-portal.ts";
import { plannedPortal } from "../../test/fixtures/planned-portal.ts";
import { toCkanPackage } from "../dataset/ckan.ts";
import { buildDatasetGraph } from "../dcat/dcat.ts";
import { copiesOf, withCopies } from "./copies.ts";
import { renderGeoJson } from "./geojson.ts";

const plain = catalogueOf(plannedPortal);
const weighed = withCopies(
  plain,
  new Map([
    ["/dataset/trees/trees.xlsx", { bytes: 5, sha256: "ab" }],
    ["/dataset/trees/trees.geojson", { bytes: 7, sha256: "cd" }],
    ["/dataset/trees/trees.csv", { bytes: 9, sha256: "ef" }],
  ]),
);
const trees = (catalogue = weighed): Dataset => {
  const found = catalogue.datasets.find(({ id }) => id === "trees");
  if (!found) throw new Error("The fixture has trees.");
  return found;
};
const [table] = trees().resources;
if (!table) throw new Error("The set has a table.");

test("a table's copies are files of its set: each says what it is a copy of, and what it weighs where that is known", () => {
  const nodes = buildDatasetGraph(trees(), weighed).filter((node) => "dct:isFormatOf" in node);
  expect(
    nodes.map(({ "@id": iri, ...node }) => [
      iri,
      ...["dct:isFormatOf", "dcat:downloadURL", "dct:format", "dcat:mediaType"].map(
        (key) => (node[key as keyof typeof node] as { "@id": string } | undefined)?.["@id"],
      ),
      JSON.stringify(node["dcat:byteSize" as keyof typeof node]),
    ]),
  ).toEqual(
    (
      [
        ["geojson", "GEOJSON", "application/geo+json", "7"],
        ["json", "JSON", "application/json", undefined],
        ["parquet", undefined, "application/vnd.apache.parquet", undefined],
        ["xlsx", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "5"],
      ] as const
    ).map(([ending, format, type, bytes]) => [
      `${table.iri}#${ending}`,
      table.iri,
      `${weighed.portal.site}/dataset/trees/trees.${ending}`,
      format && `http://publications.europa.eu/resource/authority/file-type/${format}`,
      `https://www.iana.org/assignments/media-types/${type}`,
      bytes && JSON.stringify({ "@value": bytes, "@type": "xsd:nonNegativeInteger" }),
    ]),
  );
});

test("CKAN has them after the publisher's own files, under ids of their own", () => {
  const { resources } = toCkanPackage(trees(), weighed);
  expect(
    resources.map(({ format, size, hash, position }) => [format, size, hash, position]),
  ).toEqual([
    ["CSV", table.bytes, table.sha256, 0],
    ["XLSX", 5, "ab", 1],
    ["JSON", null, "", 2],
    ["GEOJSON", 7, "cd", 3],
    ["PARQUET", null, "", 4],
  ]);
  expect(new Set(resources.map(({ id }) => id)).size).toBe(5);
});

test("a catalogue that was not weighed names the same copies", () => {
  const named = (catalogue: typeof plain) =>
    toCkanPackage(trees(catalogue), catalogue).resources.map(({ url }) => url);
  expect(named(plain)).toEqual(named(weighed));
});

test("of a set with English titles a copy has one too; Parquet has a media type alone, which the EU has no format for", () => {
  const large = { ...table, bytes: 60_000_000, title: { uk: "Дерева", en: "Trees" } };
  expect(copiesOf(large, { ...trees(), resources: [large] }, weighed)).toMatchObject([
    {
      title: { uk: "Дерева: копія у форматі Parquet", en: "Trees: a copy as Parquet" },
      mediaType: "application/vnd.apache.parquet",
    },
  ]);
});

describe("a row of a table of places as GeoJSON", () => {
  const columns = (["name", "lat", "lon"] as const).map((name) => ({
    field: { name, type: name === "name" ? "string" : "number" },
  }));
  const place = { lat: "lat", lon: "lon" };
  type Columns = Parameters<typeof renderGeoJson>[0];
  test.each([
    ["a point, longitude first", ["007", "48.5", "32.25"], [32.25, 48.5]],
    ["no coordinates", ["b", "", ""], null],
    ["one of the two", ["c", "48.5", ""], null],
    ["off the Earth", ["d", "91", "32"], null],
    ["a word", ["e", "північ", "32"], null],
    [
      "digits more than a number holds",
      ["g", "48.507933000000001", "32.262312345678901"],
      [32.2623123456789, 48.507933],
    ],
    ["a sign and an exponent", ["h", "+48.5", "3.225e1"], [32.25, 48.5]],
    ["what is no number of a table", ["i", "0x10", " "], null],
    ["the pole and the line of dates", ["f", "-90", "180"], [180, -90]],
  ])("%s", (_, cells, coordinates) => {
    const { type, features } = JSON.parse(
      renderGeoJson({ columns } as unknown as Columns, place, [cells]),
    );
    expect(type).toBe("FeatureCollection");
    expect(features).toHaveLength(1);
    expect(features[0].geometry).toEqual(coordinates && { type: "Point", coordinates });
    expect(features[0].properties.name).toBe(cells[0]);
  });
  test("a table without rows is a collection without features", () =>
    expect(JSON.parse(renderGeoJson({ columns } as unknown as Columns, place, []))).toEqual({
      type: "FeatureCollection",
      features: [],
    }));
});
