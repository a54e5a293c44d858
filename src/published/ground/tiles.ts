import { GeoJSONVT, type GeoJSONVTTile } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import type { Position } from "geojson";
import { once } from "../../model/once.ts";
import type { Repository } from "../../model/repository.ts";
import { type TreeFile, textOf } from "../../model/tree.ts";
import type { Ground, GroundFeature } from "./basemap.ts";
import type { Box } from "./box.ts";
import { basemapFile } from "./own-ground.ts";

/** A ground of fewer bytes is one file: that is fewer requests and no more bytes than its tiles. */
const smallest = 60_000;

/** Levels of tiles, and the least street each draws: of 512 pixels a tile, the last is 3.2 km of a town wide. */
const streetsOf: Readonly<Record<number, number>> = { 10: 2, 11: 3, 12: 3, 13: 4 };
const [first, last] = [10, 13];

/** Tiles of one level are no more: of a ground that is wider than a hromada, the last levels are left out. */
const most = 500;

/** One tile, by its place in the plan all web maps share (https://wiki.openstreetmap.org/wiki/Slippy_map_tilenames). */
export type Tile = { z: number; x: number; y: number; render(): Uint8Array };
type Parted = {
  bounds: Box;
  attribution?: string;
  layers: string[];
  tiles: Tile[];
  streets: readonly StreetPlace[];
};

/** A street of a ground and a place on it, for maps that are asked what is near to an address. */
type StreetPlace = readonly [name: string, lat: number, lon: number];

/** West, south, east, north of all that is drawn, within what was asked for. */
function boundsOf({ bbox, features }: Ground): Box {
  let [west, south, east, north] = [180, 85, -180, -85];
  const reach = (place: unknown): void => {
    if (!Array.isArray(place)) return;
    if (Array.isArray(place[0])) {
      place.forEach(reach);
      return;
    }
    const [lon = 0, lat = 0] = place as Position;
    [west, east] = [Math.min(west, lon), Math.max(east, lon)];
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  };
  for (const { geometry } of features) if ("coordinates" in geometry) reach(geometry.coordinates);
  const [w = -180, s = -85, e = 180, n = 85] = bbox ?? [];
  return [Math.max(west, w), Math.max(south, s), Math.min(east, e), Math.min(north, n)];
}

/** The columns and rows of a level that a box lies in. */
function rangeOf([west, south, east, north]: Box, z: number) {
  const column = (lon: number) => Math.floor(((lon + 180) / 360) * 2 ** z);
  const row = (lat: number) =>
    Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z);
  return { left: column(west), right: column(east), top: row(north), bottom: row(south) };
}

/** Kinds and levels of features, each cut by itself, because streets come level by level. */
function cutterOf(features: readonly GroundFeature[]) {
  const groups = Map.groupBy(features, ({ properties: { kind, level } }) =>
    kind === "street" ? `street ${level}` : kind,
  );
  const cuts = [...groups].map(([group, parts]) => {
    const [kind = "", level = "0"] = group.split(" ");
    const data = {
      type: "FeatureCollection" as const,
      // A layer is named by its kind: its features need not say it again.
      features: parts.map(({ properties: { kind: _, ...said }, ...feature }) => ({
        ...feature,
        properties: said,
      })),
    };
    return { kind, level: Number(level), cut: new GeoJSONVT(data, { maxZoom: last, buffer: 64 }) };
  });
  return (z: number, x: number, y: number): Uint8Array => {
    const layers: Record<string, GeoJSONVTTile> = {};
    for (const { kind, level, cut } of cuts) {
      const tile = level <= (streetsOf[z] ?? level) ? cut.getTile(z, x, y) : null;
      if (!tile || tile.features.length === 0) continue;
      const features = [...(layers[kind]?.features ?? []), ...tile.features];
      layers[kind] = { ...tile, features: features as GeoJSONVTTile["features"] };
    }
    return fromGeojsonVt(layers, { version: 2, extent: 4096 });
  };
}

/** Named streets, each by the middle of its first line. */
const streetsIn = (features: readonly GroundFeature[]): StreetPlace[] =>
  features.flatMap(({ properties: { kind, name }, geometry }): StreetPlace[] => {
    const line = geometry.type === "MultiLineString" ? geometry.coordinates[0] : undefined;
    const [lon, lat] = line?.[line.length >> 1] ?? [];
    return kind === "street" && name && lat !== undefined && lon !== undefined
      ? [[name, lat, lon]]
      : [];
  });

const partedFile = once((file: TreeFile): Parted | undefined => {
  if (file.size < smallest) return undefined;
  const ground: Ground = JSON.parse(textOf(file));
  const bounds = boundsOf(ground);
  const cut = cutterOf(ground.features);
  const tiles: Tile[] = [];
  for (let z = first; z <= last; z++) {
    const { left, right, top, bottom } = rangeOf(bounds, z);
    if (z > first && (right - left + 1) * (bottom - top + 1) > most) break;
    for (let x = left; x <= right; x++)
      for (let y = top; y <= bottom; y++) tiles.push({ z, x, y, render: () => cut(z, x, y) });
  }
  const layers = [...new Set(ground.features.map(({ properties: { kind } }) => kind))].sort();
  const { attribution } = ground;
  return {
    bounds,
    layers,
    tiles,
    streets: streetsIn(ground.features),
    ...(attribution === undefined ? {} : { attribution }),
  };
});

/** Where the tiles lie, from the site's root. */
export const tilesForm = "/basemap/{z}/{x}/{y}.mvt";

/**
 * The tiles of a ground that an extract gave and that is more than a phone should fetch at once, in the format of
 * vector tiles (https://github.com/mapbox/vector-tile-spec/tree/master/2.1); none where the ground is one file.
 */
export function groundTiles({ tree }: Pick<Repository, "tree">): readonly Tile[] {
  const file = tree.get(basemapFile);
  return (file && partedFile(file)?.tiles) ?? [];
}

/** The streets of a ground that is parted, which no tile has all of: JSON; undefined where the ground is one file. */
export function groundStreets({ tree }: Pick<Repository, "tree">): string | undefined {
  const file = tree.get(basemapFile);
  const parted = file && partedFile(file);
  return parted && `${JSON.stringify(parted.streets)}\n`;
}

/**
 * What the tiles are, for our maps and for QGIS and MapLibre (https://github.com/mapbox/tilejson-spec/tree/master/3.0.0);
 * undefined where there are none.
 * @param portal its title, and the address of its site without a slash at the end
 */
export function tileJsonOf(
  { tree }: Pick<Repository, "tree">,
  portal: { title: string; site: string },
): string | undefined {
  const file = tree.get(basemapFile);
  const parted = file && partedFile(file);
  if (!parted) return undefined;
  const { bounds, attribution, layers, tiles } = parted;
  return `${JSON.stringify({
    tilejson: "3.0.0",
    name: portal.title,
    tiles: [`${portal.site}${tilesForm}`],
    minzoom: first,
    maxzoom: tiles.at(-1)?.z ?? first,
    bounds,
    ...(attribution === undefined ? {} : { attribution }),
    vector_layers: layers.map((id) => ({
      id,
      fields: { name: "String", ...(/street|district/.test(id) ? { level: "Number" } : {}) },
    })),
  })}\n`;
}
