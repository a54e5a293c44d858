import type { Territory } from "../column/role/role-marks.ts";

/** What is wrong in a GeoJSON text (RFC 7946), each kind once: how many objects have it, and the number of the first, from 1. */
export type GeoFault = {
  what:
    | "no-object"
    | "no-features"
    | "feature"
    | "properties"
    | "geometry"
    | "coordinates"
    | "ring"
    | "metres"
    | "range"
    | "swapped"
    | "crs"
    | "elsewhere"
    | "winding"
    | "null-geometry"
    | "members"
    | "bbox"
    | "id"
    | "more-numbers"
    | "empty";
  count: number;
  first: number;
  detail?: string;
};

type Point = readonly [longitude: number, latitude: number];
type Record_ = Record<string, unknown>;
const isRecord = (value: unknown): value is Record_ =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** How deep lists of positions lie in each kind of geometry (section 3.1). */
const depths: Record<string, number> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};
const leastPositions: Record<string, number> = { LineString: 2, MultiLineString: 2 };

/** Collections in collections: deeper than this is no map. */
const deepest = 5;

/** Members of the other kinds of object: where one of them stands, readers differ in what the object is (section 7.1). */
const foreign = {
  FeatureCollection: ["coordinates", "geometries", "geometry", "properties"],
  Feature: ["coordinates", "geometries", "features"],
  geometry: ["geometry", "properties", "features"],
};

/** Half the equator in metres: half a turn in coordinates of web maps (EPSG:3857). */
const halfEquator = 20037508.35;

/** What was met so far in a text: faults by kind, and all its points. */
type Found = { faults: Map<GeoFault["what"], GeoFault>; points: Point[] };

/** `at`: the number of the object that has the fault. */
function note({ faults }: Found, what: GeoFault["what"], at: number, detail?: string): void {
  const known = faults.get(what);
  if (known) known.count++;
  else faults.set(what, { what, count: 1, first: at, ...(detail ? { detail } : {}) });
}

function position(found: Found, value: unknown, at: number): Point | undefined {
  const numbers = Array.isArray(value) && value.every((part) => typeof part === "number");
  const [longitude, latitude] = numbers ? (value as number[]) : [];
  if (!numbers || longitude === undefined || latitude === undefined) {
    note(found, "coordinates", at);
    return undefined;
  }
  // Section 3.1.1: a third number is the height, of more nobody says what they are.
  if (value.length > 3) note(found, "more-numbers", at);
  const point: Point = [longitude, latitude];
  found.points.push(point);
  return point;
}

function line(found: Found, value: unknown, least: number, at: number): Point[] | undefined {
  if (!Array.isArray(value) || value.length < least) {
    note(found, "coordinates", at);
    return undefined;
  }
  const points = value.map((one) => position(found, one, at));
  return points.every((one) => one !== undefined) ? points : undefined;
}

/** Section 3.1.6: closed, of four positions or more; the outer one goes against the clock, holes with it. */
function rings(found: Found, value: unknown, at: number) {
  if (!Array.isArray(value) || value.length === 0) return note(found, "coordinates", at);
  for (const [index, one] of value.entries()) {
    const ring = line(found, one, 0, at);
    if (!ring) continue;
    const [first, last] = [ring[0], ring.at(-1)];
    const isClosed = first?.[0] === last?.[0] && first?.[1] === last?.[1];
    if (ring.length < 4 || !isClosed) note(found, "ring", at);
    else if (signedArea(ring) > 0 !== (index === 0)) note(found, "winding", at);
  }
}

/** What stands beside the members of an object's own kind (sections 5 and 7.1). */
function members(found: Found, value: Record_, kind: keyof typeof foreign, at: number): void {
  const other = foreign[kind].find((name) => Object.hasOwn(value, name));
  if (other !== undefined) note(found, "members", at, other);
  const { bbox } = value;
  const isBox =
    Array.isArray(bbox) &&
    (bbox.length === 4 || bbox.length === 6) &&
    bbox.every((part) => typeof part === "number");
  if (bbox !== undefined && !isBox) note(found, "bbox", at);
}

/** The lists of positions of a geometry of a known kind. */
function coordinates(found: Found, type: string, value: unknown, at: number) {
  const least = leastPositions[type] ?? 0;
  if (type === "Point") {
    position(found, value, at);
    return;
  }
  if (!Array.isArray(value)) return note(found, "coordinates", at);
  if (type === "Polygon") rings(found, value, at);
  else if (type === "MultiPolygon") for (const one of value) rings(found, one, at);
  else if (depths[type] === 1) line(found, value, least, at);
  else for (const one of value) line(found, one, least, at);
}

function geometry(found: Found, value: unknown, at: number, depth = 0) {
  if (!isRecord(value) || typeof value.type !== "string") return note(found, "geometry", at);
  members(found, value, "geometry", at);
  const { type, geometries } = value;
  if (type === "GeometryCollection") {
    if (!Array.isArray(geometries) || depth > deepest) return note(found, "geometry", at);
    for (const one of geometries) geometry(found, one, at, depth + 1);
  } else if (Object.hasOwn(depths, type)) coordinates(found, type, value.coordinates, at);
  else note(found, "geometry", at, type);
}

function feature(found: Found, value: unknown, at: number) {
  if (!isRecord(value) || value.type !== "Feature" || !("geometry" in value))
    return note(found, "feature", at);
  members(found, value, "Feature", at);
  const { id, properties } = value;
  if (id !== undefined && typeof id !== "string" && typeof id !== "number") note(found, "id", at);
  if (!isRecord(properties) && properties !== null) note(found, "properties", at);
  if (value.geometry === null) note(found, "null-geometry", at);
  else geometry(found, value.geometry, at);
}

/** A parsed JSON value → what keeps it from being right GeoJSON of this territory; undefined where it is none and was not meant to be. */
export function findGeoFaults(value: unknown, box: Territory["box"]): GeoFault[] {
  if (!isRecord(value) || typeof value.type !== "string")
    return [{ what: "no-object", count: 1, first: 1 }];
  const found: Found = { faults: new Map(), points: [] };
  const { type, crs, features } = value;
  if (crs !== undefined && !isDegrees(crs)) note(found, "crs", 1, crsName(crs));
  if (type === "FeatureCollection") {
    if (!Array.isArray(features)) return [{ what: "no-features", count: 1, first: 1 }];
    members(found, value, "FeatureCollection", 1);
    if (features.length === 0) note(found, "empty", 1);
    for (const [index, one] of features.entries()) feature(found, one, index + 1);
  } else if (type === "Feature") feature(found, value, 1);
  else if (type === "GeometryCollection" || Object.hasOwn(depths, type)) geometry(found, value, 1);
  else return [{ what: "no-object", count: 1, first: 1, detail: type }];
  const place = placeFault(found.points, box);
  return [...(place ? [place] : []), ...found.faults.values()];
}

/** Twice the area under a ring: positive where it goes against the clock. */
function signedArea(ring: readonly Point[]): number {
  let sum = 0;
  for (let index = 1; index < ring.length; index++) {
    const [x1, y1] = ring[index - 1] ?? [0, 0];
    const [x2, y2] = ring[index] ?? [0, 0];
    sum += x1 * y2 - x2 * y1;
  }
  return sum;
}

/** Where all the points lie: no degrees, in each other's place, or in another land. */
function placeFault(points: readonly Point[], box: Territory["box"]): GeoFault | undefined {
  if (points.length === 0) return undefined;
  const fault = (what: GeoFault["what"], count: number, detail?: string): GeoFault => ({
    what,
    count,
    first: 1,
    ...(detail ? { detail } : {}),
  });
  const outside = points.filter(([x, y]) => Math.abs(x) > 180 || Math.abs(y) > 90).length;
  if (outside > points.length / 2) {
    const mercator = points.every(([x, y]) => isMercatorIn(x, y, box));
    return fault("metres", outside, mercator ? "EPSG:3857" : undefined);
  }
  if (!box) return outside > 0 ? fault("range", outside) : undefined;
  const isIn = ([x, y]: Point) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
  const inside = points.filter(isIn).length;
  const turned = points.filter(([x, y]) => isIn([y, x])).length;
  if (turned > points.length / 2 && turned > inside) return fault("swapped", turned);
  if (outside > 0) return fault("range", outside);
  return inside === 0 ? fault("elsewhere", points.length) : undefined;
}

/** Do metres of a web map, turned back into degrees, lie in the territory, or at least in the land's part of the world? */
function isMercatorIn(x: number, y: number, box: Territory["box"]): boolean {
  const longitude = (x / halfEquator) * 180;
  const latitude = (Math.atan(Math.exp((y / halfEquator) * Math.PI)) * 360) / Math.PI - 90;
  const [west, south, east, north] = box ?? [20, 43, 41, 53];
  return (
    longitude >= west - 1 && longitude <= east + 1 && latitude >= south - 1 && latitude <= north + 1
  );
}

const crsName = (crs: unknown): string =>
  isRecord(crs) && isRecord(crs.properties) ? String(crs.properties.name ?? "") : "";
/** The old member `crs` (GeoJSON 2008), where it says what RFC 7946 says: longitude and latitude in degrees of WGS 84. */
const isDegrees = (crs: unknown): boolean => /CRS:?84$|EPSG:+4326$/i.test(crsName(crs));
