import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { treeOf } from "../../model/tree.ts";
import { readRepository } from "../../read/repository.ts";
import { examplePortal, stopsWith } from "../../rules/example-portal.ts";
import { checkRepository } from "../../rules/index.ts";
import { findGeoFaults } from "./geojson.ts";

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

/** All that is told of a value, in full: within the territory, and where none is known. */
const inFull = (faults: ReturnType<typeof findGeoFaults>) =>
  faults.map(
    ({ what, count, first, detail }) =>
      `${what} ×${count} from ${first}${detail ? `: ${detail}` : ""}`,
  );
const told = (value: unknown) => inFull(findGeoFaults(value, box));
const collection = (...features: unknown[]) => ({ type: "FeatureCollection", features });
const feature = (geometry: unknown, more: object = {}) => ({
  type: "Feature",
  properties: null,
  geometry,
  ...more,
});
const point = (...coordinates: unknown[]) => ({ type: "Point", coordinates });
const line = (...coordinates: unknown[]) => ({ type: "LineString", coordinates });
const here = [32.2, 48.5] as const;

describe("faults are counted by kind, each from its first object", () => {
  test.each<[situation: string, value: unknown, faults: string[]]>([
    [
      "several kinds in one collection",
      collection(
        feature(point(...here)),
        feature(null),
        feature(point("x", 1)),
        feature(null),
        {},
        feature(point(32.2)),
      ),
      ["null-geometry ×2 from 2", "coordinates ×2 from 3", "feature ×1 from 5"],
    ],
    ["a feature alone", feature(null), ["null-geometry ×1 from 1"]],
    ["a feature without a geometry", { type: "Feature", properties: null }, ["feature ×1 from 1"]],
    ["a geometry alone", point(1), ["coordinates ×1 from 1"]],
    [
      "a collection of geometries alone",
      { type: "GeometryCollection", geometries: [point(...here), 5] },
      ["geometry ×1 from 1"],
    ],
    [
      "a member of another kind in a collection",
      collection({ ...feature(null), type: "Point" }),
      ["feature ×1 from 1"],
    ],
    ["null", null, ["no-object ×1 from 1"]],
    ["a kind nobody knows", { type: "Topology" }, ["no-object ×1 from 1: Topology"]],
    ["a type that is no text", { type: 5 }, ["no-object ×1 from 1"]],
    [
      "features that are no list",
      { type: "FeatureCollection", features: {} },
      ["no-features ×1 from 1"],
    ],
  ])("%s", (_, value, faults) => expect(told(value)).toEqual(faults));
});

describe("a feature's own members", () => {
  test.each<[situation: string, more: object, faults: string[]]>([
    ["a text for a number", { id: "а" }, []],
    ["a number", { id: 5 }, []],
    ["an object for a number", { id: {} }, ["id ×1 from 1"]],
    ["no properties", { properties: undefined }, ["properties ×1 from 1"]],
    ["a list for properties", { properties: [] }, ["properties ×1 from 1"]],
    ["properties", { properties: { a: 1 } }, []],
    ["coordinates beside the geometry", { coordinates: [] }, ["members ×1 from 1: coordinates"]],
    ["geometries beside it", { geometries: [] }, ["members ×1 from 1: geometries"]],
    ["features inside", { features: [] }, ["members ×1 from 1: features"]],
    ["a box of four numbers", { bbox: [1, 2, 3, 4] }, []],
    ["a box of six", { bbox: [1, 2, 3, 4, 5, 6] }, []],
    ["a box of five", { bbox: [1, 2, 3, 4, 5] }, ["bbox ×1 from 1"]],
    ["a box of texts", { bbox: ["1", 2, 3, 4] }, ["bbox ×1 from 1"]],
    ["no list for a box", { bbox: "1,2,3,4" }, ["bbox ×1 from 1"]],
  ])("%s", (_, more, faults) =>
    expect(told(collection(feature(point(...here), more)))).toEqual(faults),
  );
  test("a member of another kind beside those of the collection, or of a geometry", () => {
    expect(told({ ...collection(feature(point(...here))), properties: {}, bbox: [] })).toEqual([
      "members ×1 from 1: properties",
      "bbox ×1 from 1",
    ]);
    expect(told({ ...collection(), geometry: null })).toEqual([
      "members ×1 from 1: geometry",
      "empty ×1 from 1",
    ]);
    expect(told({ ...point(...here), properties: {} })).toEqual(["members ×1 from 1: properties"]);
  });
});

describe("coordinates of each kind of geometry", () => {
  const other = [32.3, 48.55];
  test.each<[situation: string, geometry: unknown, faults: string[]]>([
    ["four numbers", point(...here, 1, 2), ["more-numbers ×1 from 1"]],
    ["a point of no list", { type: "Point" }, ["coordinates ×1 from 1"]],
    ["a point of nothing", point(), ["coordinates ×1 from 1"]],
    ["points of no list", { type: "MultiPoint", coordinates: 5 }, ["coordinates ×1 from 1"]],
    ["no points", { type: "MultiPoint", coordinates: [] }, []],
    ["a line of two points", line(here, other), []],
    ["a line through a text", line(here, "x"), ["coordinates ×1 from 1"]],
    [
      "lines of which one is a point",
      { type: "MultiLineString", coordinates: [[here, other], [here]] },
      ["coordinates ×1 from 1"],
    ],
    ["no rings", { type: "Polygon", coordinates: [] }, ["coordinates ×1 from 1"]],
    ["a ring that is a point", { type: "Polygon", coordinates: [here] }, ["coordinates ×2 from 1"]],
    ["polygons of no list", { type: "MultiPolygon", coordinates: [5] }, ["coordinates ×1 from 1"]],
    [
      "polygons one of whose rings goes the other way",
      { type: "MultiPolygon", coordinates: [[ring], [ring.toReversed()]] },
      ["winding ×1 from 1"],
    ],
    [
      "a ring of three positions",
      { type: "Polygon", coordinates: [[here, other, here]] },
      ["ring ×1 from 1"],
    ],
    [
      "a ring whose ends differ in one number",
      { type: "Polygon", coordinates: [[...ring.slice(0, 3), [32.2, 48.51]]] },
      ["ring ×1 from 1"],
    ],
    [
      "a ring whose ends differ in the other",
      { type: "Polygon", coordinates: [[...ring.slice(0, 3), [32.21, 48.5]]] },
      ["ring ×1 from 1"],
    ],
    [
      "a ring with a text among its positions: told once",
      { type: "Polygon", coordinates: [[...ring, "x"]] },
      ["coordinates ×1 from 1"],
    ],
    ["a type that is no text", { type: 5, coordinates: here }, ["geometry ×1 from 1"]],
    ["no type", { coordinates: here }, ["geometry ×1 from 1"]],
    [
      "geometries of no list",
      { type: "GeometryCollection", geometries: {} },
      ["geometry ×1 from 1"],
    ],
  ])("%s", (_, geometry, faults) => expect(told(feature(geometry))).toEqual(faults));
  test("collections in collections, six deep and no deeper", () => {
    const nested = (depth: number): object =>
      depth === 0
        ? point(...here)
        : { type: "GeometryCollection", geometries: [nested(depth - 1)] };
    expect(told(nested(6))).toEqual([]);
    expect(told(nested(7))).toEqual(["geometry ×1 from 1"]);
  });
});

test("the old member for the system of coordinates is told where it says another, and which", () => {
  const crs = (value: unknown) => told({ ...point(...here), crs: value });
  const named = (name: string) => crs({ type: "name", properties: { name } });
  for (const right of [
    "urn:ogc:def:crs:OGC:1.3:CRS84",
    "CRS:84",
    "EPSG:4326",
    "urn:ogc:def:crs:EPSG::4326",
  ])
    expect(named(right)).toEqual([]);
  expect(named("EPSG:3857")).toEqual(["crs ×1 from 1: EPSG:3857"]);
  expect(named("EPSG:43260")).toEqual(["crs ×1 from 1: EPSG:43260"]);
  for (const nameless of [null, {}, { properties: 5 }, { properties: {} }])
    expect(crs(nameless)).toEqual(["crs ×1 from 1"]);
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
