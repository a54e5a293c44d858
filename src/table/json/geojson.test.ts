import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { treeOf } from "../../model/tree.ts";
import { readRepository } from "../../read/repository.ts";
import { examplePortal, stopsWith } from "../../rules/example-portal.ts";
import { checkRepository } from "../../rules/index.ts";
import { findGeoFaults } from "./geojson.ts";
import { parseJson } from "./json-text.ts";

const box = [32.1, 48.4, 32.5, 48.6] as const;
const of = (geometry: unknown) =>
  findGeoFaults(
    { type: "FeatureCollection", features: [{ type: "Feature", properties: null, geometry }] },
    box,
  ).map(({ what, detail }) => (detail ? `${what} ${detail}` : what));
const ring = [
  [32.2, 48.5],
  [32.3, 48.5],
  [32.3, 48.55],
  [32.2, 48.5],
];

describe("geometries of RFC 7946", () => {
  test.each<[string, unknown]>([
    ["a point with a height", { type: "Point", coordinates: [32.2, 48.5, 120] }],
    ["points", { type: "MultiPoint", coordinates: [[32.2, 48.5]] }],
    ["a line", { type: "LineString", coordinates: ring }],
    ["lines", { type: "MultiLineString", coordinates: [ring] }],
    ["a polygon with a hole", { type: "Polygon", coordinates: [ring, ring.toReversed()] }],
    ["polygons", { type: "MultiPolygon", coordinates: [[ring]] }],
    [
      "a collection",
      { type: "GeometryCollection", geometries: [{ type: "Point", coordinates: [32.2, 48.5] }] },
    ],
  ])("%s is right", (_, geometry) => expect(of(geometry)).toEqual([]));
  test.each<[string, unknown, string[]]>([
    ["text for a number", { type: "Point", coordinates: ["32.2", "48.5"] }, ["coordinates"]],
    ["one number", { type: "Point", coordinates: [32.2] }, ["coordinates"]],
    ["a line of one point", { type: "LineString", coordinates: [[32.2, 48.5]] }, ["coordinates"]],
    ["a ring with a gap", { type: "Polygon", coordinates: [ring.slice(0, 3)] }, ["ring"]],
    ["a ring the other way", { type: "Polygon", coordinates: [ring.toReversed()] }, ["winding"]],
    ["a hole the same way", { type: "Polygon", coordinates: [ring, ring] }, ["winding"]],
    ["a kind nobody knows", { type: "Circle", coordinates: [1, 2] }, ["geometry Circle"]],
    [
      "a kind of Object's own",
      { type: "constructor", coordinates: [1, 2] },
      ["geometry constructor"],
    ],
    ["nothing", null, ["null-geometry"]],
    ["no geometry at all", 5, ["geometry"]],
    ["latitude first", { type: "Point", coordinates: [48.5, 32.2] }, ["swapped"]],
    [
      "metres of a web map",
      { type: "Point", coordinates: [3591166, 6192847] },
      ["metres EPSG:3857"],
    ],
    [
      "metres of another projection",
      { type: "Point", coordinates: [5_412_345.1, 5_374_321.9] },
      ["metres"],
    ],
    ["another land", { type: "Point", coordinates: [2.35, 48.85] }, ["elsewhere"]],
    [
      "a lost decimal point",
      {
        type: "LineString",
        coordinates: [
          [32.2, 48.5],
          [32.3, 48.5],
          [322, 48.5],
        ],
      },
      ["range"],
    ],
  ])("%s is told", (_, geometry, faults) => expect(of(geometry)).toEqual(faults));
  test("the whole", () => {
    const whole = (value: unknown) => findGeoFaults(value, box).map(({ what }) => what);
    expect(whole({ hello: 1 })).toEqual(["no-object"]);
    expect(whole([])).toEqual(["no-object"]);
    expect(whole({ type: "Topology" })).toEqual(["no-object"]);
    expect(whole({ type: "FeatureCollection" })).toEqual(["no-features"]);
    expect(whole({ type: "FeatureCollection", features: [] })).toEqual(["empty"]);
    expect(whole({ type: "FeatureCollection", features: [{}, 1] })).toEqual(["feature"]);
    const crs = (name: string) => ({
      type: "Point",
      coordinates: [32.2, 48.5],
      crs: { type: "name", properties: { name } },
    });
    expect(whole(crs("urn:ogc:def:crs:OGC:1.3:CRS84"))).toEqual([]);
    expect(whole(crs("urn:ogc:def:crs:EPSG::5564"))).toEqual(["crs"]);
  });
});

describe("JSON, read as RFC 8259 says", () => {
  test.each<[string, string, string]>([
    ['{"a":1,}', "trailing-comma", "1:7"],
    ["[1,\n 2,\n]", "trailing-comma", "2:3"],
    ["not json", "unquoted", "1:1"],
    ["", "empty", "1:1"],
    ['{"a":1', "cut", "1:7"],
    ['{"a":"b', "cut", "1:8"],
    ["{'a':1}", "single-quote", "1:2"],
    ["{“a”:1}", "single-quote", "1:2"],
    ['{"a":01}', "number", "1:6"],
    ["[NaN]", "unquoted", "1:2"],
    ["[1] // x", "comment", "1:5"],
    ['{"a":"x\ny"}', "control", "1:8"],
    ['{"a":"\\x"}', "escape", "1:7"],
    ['{"a":1,"\\u0061":2}', "repeated-key", "1:8"],
    ['{"a":1}\n{"a":2}', "second-value", "2:1"],
    ["[".repeat(5000) + "]".repeat(5000), "deep", "1:201"],
    ["[1 2]", "number", "1:4"],
    ["]", "sign", "1:1"],
  ])("%j", (text, what, place) => {
    const read = parseJson(text);
    expect("fault" in read && [read.fault.what, `${read.fault.line}:${read.fault.column}`]).toEqual(
      [what, place],
    );
  });
  test("the same key in other objects, or as a value, is none twice", () =>
    expect(parseJson('{"a":{"a":1},"b":[{"a":1},{"a":"a"}],"c":"a"}')).toEqual({
      value: { a: { a: 1 }, b: [{ a: 1 }, { a: "a" }], c: "a" },
    }));
});

const cases = join(import.meta.dirname, "../../../../shared/cases/texts");
describe("files once answered wrongly", () => {
  test.skipIf(!existsSync(cases)).each([
    ["not-json.geojson", "Це не JSON."],
    ["trailing-comma.json", "Зайва кома"],
    ["no-geometry.geojson", "немає об’єкта GeoJSON"],
    ["swapped.geojson", "Широту й довготу переставлено"],
    ["metres.geojson", "метри вебкарти (EPSG:3857)"],
  ])("%s", (name, words) => {
    const files = {
      ...examplePortal,
      ...stopsWith("resources:", `resources:\n  - { name: extra, title: Ще, path: ${name} }`),
      [`data/datasets/stops/${name}`]: readFileSync(join(cases, name)),
    };
    const told = checkRepository(readRepository(treeOf(files))).filter(
      ({ place, severity }) => place.file.endsWith(name) && severity === "error",
    );
    expect(told.map(({ message }) => message)).toEqual([expect.stringContaining(words)]);
  });
});
