import type { Feature, FeatureCollection, Geometry, Position } from "geojson";
import { extremes } from "../../table/extremes.ts";
import { type Box, widened } from "./box.ts";
import { coastOf, seaOf } from "./sea.ts";

/** What a ground is drawn of (explore/map/ground.ts draws it); `level` of a street is 1 for the greatest. */
export type GroundProperties = {
  kind: "boundary" | "water" | "green" | "rail" | "street" | "district";
  name?: string;
  level?: number;
};
export type GroundFeature = Feature<Geometry, GroundProperties>;

/** A ground as it lies in data/basemap.json and is published: GeoJSON, with the words its source asks for. */
export type Ground = FeatureCollection<Geometry, GroundProperties> & { attribution?: string };

/** Streets by what OpenStreetMap calls them (https://wiki.openstreetmap.org/wiki/Key:highway). */
const levels: Record<string, number> = {
  motorway: 1,
  trunk: 1,
  primary: 1,
  secondary: 2,
  tertiary: 3,
  unclassified: 4,
  residential: 4,
  living_street: 4,
  pedestrian: 4,
};

/** Settlements and their parts by how great they are (https://wiki.openstreetmap.org/wiki/Key:place). */
const settled: Record<string, number> = {
  town: 1,
  suburb: 1,
  village: 2,
  quarter: 2,
  hamlet: 3,
  neighbourhood: 3,
};

/** The least street that is drawn; smaller ones are what the portal's own places stand on. */
const leastLevel = 4;

/** A wood or a pond narrower than this is a speck on a map of a town, degrees: about forty metres. */
const speck = 0.0004;

/** A bend flatter than this is drawn straight, degrees: about eight metres. */
const tolerance = 0.00008;

type Tags = Readonly<Record<string, unknown>>;

const nameOf = (tags: Tags): { name?: string } => {
  const name = tags["name:uk"] ?? tags.name;
  return typeof name === "string" && name !== "" ? { name } : {};
};

/**
 * What a feature with OpenStreetMap's tags is on a ground; undefined for what is not drawn.
 * @param hromada the portal's own place: of all boundaries its own is drawn, by its code or the first words of its name
 */
export function kindOf(
  tags: Tags,
  hromada: { code: string; title: string },
): GroundProperties | undefined {
  // A square is an area, not a street.
  const level = tags.area === "yes" ? undefined : levels[String(tags.highway)];
  if (level !== undefined)
    return level <= leastLevel ? { kind: "street", level, ...nameOf(tags) } : undefined;
  if (tags.railway === "rail") return tags.service === undefined ? { kind: "rail" } : undefined;
  if (tags.natural === "water" || ["river", "canal", "riverbank"].includes(String(tags.waterway)))
    return { kind: "water", ...nameOf(tags) };
  if (tags.leisure === "park" || tags.natural === "wood" || tags.landuse === "forest")
    return { kind: "green" };
  const great = settled[String(tags.place)];
  if (great !== undefined) return { kind: "district", level: great, ...nameOf(tags) };
  return tags.boundary === "administrative" ? boundaryOf(tags, hromada) : undefined;
}

function boundaryOf(
  tags: Tags,
  { code, title }: { code: string; title: string },
): GroundProperties | undefined {
  const { name = "" } = nameOf(tags);
  const begins = title.split(" ").slice(0, 2).join(" ");
  if (tags.katotth === code || tags["katotth:hromada"] === code || name.startsWith(begins))
    return { kind: "boundary", name };
  return String(tags.admin_level) === "10" ? { kind: "district", name } : undefined;
}

/** How far a place lies from the straight way between two others, degrees. */
function offLine([x = 0, y = 0]: Position, [ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position) {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along =
    length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** A line without the bends nobody sees (Douglas and Peucker, 1973), its ends kept. */
export function simplified(line: readonly Position[], most = tolerance): Position[] {
  const [first] = line;
  const last = line.at(-1);
  if (!first || !last || line.length < 3) return [...line];
  let [furthest, at] = [0, 0];
  for (let index = 1; index < line.length - 1; index++) {
    const off = offLine(line[index] ?? first, first, last);
    if (off > furthest) [furthest, at] = [off, index];
  }
  if (furthest <= most) return [first, last];
  return [
    ...simplified(line.slice(0, at + 1), most).slice(0, -1),
    ...simplified(line.slice(at), most),
  ];
}

/** Five digits after the point are a metre. */
const rounded = (line: readonly Position[]): Position[] =>
  line.map(([lon = 0, lat = 0]) => [Math.round(lon * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5]);

const drawnLine = (line: readonly Position[]): Position[] => rounded(simplified(line));

/** A ring begins where it ends, so it is simplified in two halves. */
function drawnRing(ring: readonly Position[]): Position[] {
  const half = Math.floor(ring.length / 2);
  return [...drawnLine(ring.slice(0, half + 1)).slice(0, -1), ...drawnLine(ring.slice(half))];
}

/** A geometry as it is drawn: fewer places, shorter numbers, areas without the smallest; undefined for what is not seen. */
function drawn(geometry: Geometry): Geometry | undefined {
  switch (geometry.type) {
    case "Point":
      return { type: "Point", coordinates: rounded([geometry.coordinates])[0] ?? [] };
    case "LineString":
      return { type: "LineString", coordinates: drawnLine(geometry.coordinates) };
    case "MultiLineString":
      return { type: "MultiLineString", coordinates: geometry.coordinates.map(drawnLine) };
    case "Polygon":
      return areaOf([geometry.coordinates]);
    case "MultiPolygon":
      return areaOf(geometry.coordinates);
    default:
      return undefined;
  }
}

function isSpeck(ring: readonly Position[]): boolean {
  const wide = (axis: 0 | 1) => {
    const { least, most } = extremes(ring.map((place) => place[axis] ?? 0));
    return most - least;
  };
  return wide(0) < speck && wide(1) < speck;
}

function areaOf(polygons: readonly (readonly Position[][])[]): Geometry | undefined {
  const seen = polygons
    .map((rings) => rings.map(drawnRing).filter((ring) => ring.length > 3 && !isSpeck(ring)))
    .filter((rings) => rings.length > 0);
  const [one] = seen;
  if (!one) return undefined;
  return seen.length === 1
    ? { type: "Polygon", coordinates: one }
    : { type: "MultiPolygon", coordinates: seen };
}

function placesOf(geometry: Geometry): Position[] {
  if (geometry.type === "GeometryCollection") return geometry.geometries.flatMap(placesOf);
  const flat = (geometry.coordinates as unknown[]).flat(Number.POSITIVE_INFINITY) as number[];
  return Array.from({ length: flat.length / 2 }, (_, at) => [
    flat[2 * at] ?? 0,
    flat[2 * at + 1] ?? 0,
  ]);
}

const within = ([west, south, east, north]: Box, [lon = 0, lat = 0]: Position): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north;

/** Streets of one name and level are one feature: a name is written once. */
function joined(features: readonly GroundFeature[]): GroundFeature[] {
  const streets = new Map<string, { properties: GroundProperties; lines: Position[][] }>();
  const rest: GroundFeature[] = [];
  for (const feature of features) {
    const { geometry, properties } = feature;
    const lines =
      geometry.type === "LineString"
        ? [geometry.coordinates]
        : geometry.type === "MultiLineString"
          ? geometry.coordinates
          : undefined;
    if (!lines) {
      rest.push(feature);
      continue;
    }
    const key = JSON.stringify(properties);
    const known = streets.get(key) ?? { properties, lines: [] };
    known.lines.push(...lines);
    streets.set(key, known);
  }
  return [
    ...rest,
    ...[...streets.values()].map(
      ({ properties, lines }): GroundFeature => ({
        type: "Feature",
        properties,
        geometry: { type: "MultiLineString", coordinates: lines },
      }),
    ),
  ];
}

/**
 * Features with OpenStreetMap's tags → a ground: what is drawn, inside the box, in few places.
 * @param attribution what the source asks to be said on the map
 */
export function basemapOf(
  features: Iterable<Feature>,
  {
    box,
    hromada,
    attribution,
  }: { box: Box; hromada: { code: string; title: string }; attribution: string },
): Ground {
  const kept: GroundFeature[] = [];
  const coast: Position[][] = [];
  for (const { geometry, properties } of features) {
    if (properties?.natural === "coastline") coast.push(...coastOf(geometry));
    const said = kindOf(properties ?? {}, hromada);
    const shape = said && geometry && drawn(geometry);
    if (!said || !shape || !placesOf(shape).some((place) => within(box, place))) continue;
    kept.push({ type: "Feature", properties: said, geometry: shape });
  }
  const wide = widened(box);
  const sea = areaOf(seaOf(coast, wide));
  if (sea) kept.push({ type: "Feature", properties: { kind: "water" }, geometry: sea });
  return { type: "FeatureCollection", bbox: [...wide], attribution, features: joined(kept) };
}
