import type { Feature } from "geojson";
import * as leaflet from "leaflet";

/** What a ground is drawn of, from below; `level` of a street or a settlement is 1 for the greatest. */
type GroundProperties = {
  kind: "boundary" | "water" | "green" | "rail" | "street" | "district";
  name?: string;
  level?: number;
};

export const propertiesOf = (feature: Feature | undefined) =>
  (feature?.properties ?? {}) as GroundProperties;

/** Room a name takes, pixels: how high it is with the space about it, and how wide a letter of it. */
const room = { high: 26, letter: 6.5, least: 92 };

/** Whose name is written before others', and from which nearness on. */
function ranked(kind: GroundProperties["kind"], level?: number): { rank: number; from: number } {
  if (kind === "district") {
    const great = level ?? 1;
    return { rank: great / 4, from: great === 1 ? 0 : great === 2 ? 11 : 13 };
  }
  const rank = kind === "street" ? (level ?? 3) : 2;
  return { rank, from: 11 + rank };
}

type Named = {
  name: string;
  kind: GroundProperties["kind"];
  rank: number;
  from: number;
  at: leaflet.LatLng;
  long: number;
};

/** The names of features, first those that are written before others. */
const namedIn = (features: readonly Feature[]): Named[] =>
  features
    .flatMap((feature) => {
      const { kind, name, level } = propertiesOf(feature);
      if (!name || !["district", "water", "street"].includes(kind)) return [];
      const at = middleOf(feature);
      return at ? [{ name, kind, ...ranked(kind, level), at, long: longOf(feature) }] : [];
    })
    // Of streets of one level the longer is named first, so that a roundabout does not hide an avenue.
    .sort((a, b) => a.rank - b.rank || b.long - a.long);

/**
 * Writes names of districts and streets, as many as do not meet, anew after each move.
 * @returns what is told of the features that are drawn now
 */
export function nameWriter(map: leaflet.Map): (features: readonly Feature[]) => void {
  let named: Named[] = [];
  const pane = map.createPane("names");
  pane.style.zIndex = "250";
  pane.style.pointerEvents = "none";
  const layer = leaflet.layerGroup().addTo(map);
  const write = () => {
    layer.clearLayers();
    const seen = map.getBounds();
    const taken: { point: leaflet.Point; wide: number }[] = [];
    const written = new Set<string>();
    for (const { name, kind, from, at } of named) {
      if (!seen.contains(at) || written.has(name) || map.getZoom() < from) continue;
      const point = map.latLngToLayerPoint(at);
      const wide = Math.max(room.least, name.length * room.letter);
      const meets = (other: (typeof taken)[number]) =>
        Math.abs(other.point.x - point.x) < (other.wide + wide) / 2 &&
        Math.abs(other.point.y - point.y) < room.high;
      if (taken.some(meets)) continue;
      taken.push({ point, wide });
      written.add(name);
      leaflet
        .marker(at, {
          pane: "names",
          interactive: false,
          keyboard: false,
          icon: leaflet.divIcon({
            className: `map-name ${kind}`,
            html: Object.assign(document.createElement("span"), { textContent: name }),
            iconSize: [0, 0],
          }),
        })
        .addTo(layer);
    }
  };
  map.on("moveend", write);
  return (features) => {
    named = namedIn(features);
    map.whenReady(write);
  };
}

/** How long a feature's lines are together, degrees; of what has none, 0. */
function longOf({ geometry }: Feature): number {
  const lines =
    geometry.type === "LineString"
      ? [geometry.coordinates]
      : geometry.type === "MultiLineString"
        ? geometry.coordinates
        : [];
  return lines.reduce(
    (sum, line) =>
      line.reduce((way, [x = 0, y = 0], at) => {
        const [fromX = x, fromY = y] = line[at - 1] ?? [];
        return way + Math.hypot(x - fromX, y - fromY);
      }, sum),
    0,
  );
}

/** A place inside a feature, or on it, where its name may stand. */
function middleOf({ geometry }: Feature): leaflet.LatLng | undefined {
  if (geometry.type === "Point")
    return leaflet.latLng(geometry.coordinates[1] ?? 0, geometry.coordinates[0] ?? 0);
  if (geometry.type === "LineString") {
    const [lon, lat] = geometry.coordinates[Math.floor(geometry.coordinates.length / 2)] ?? [];
    return lat === undefined || lon === undefined ? undefined : leaflet.latLng(lat, lon);
  }
  if (geometry.type === "MultiLineString") {
    const longest = [...geometry.coordinates].sort((a, b) => b.length - a.length)[0] ?? [];
    const [lon, lat] = longest[Math.floor(longest.length / 2)] ?? [];
    return lat === undefined || lon === undefined ? undefined : leaflet.latLng(lat, lon);
  }
  const bounds = leaflet.geoJSON(geometry).getBounds();
  return bounds.isValid() ? bounds.getCenter() : undefined;
}
