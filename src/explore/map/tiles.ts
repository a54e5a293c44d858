import type { Feature } from "geojson";
import * as leaflet from "leaflet";
import type { Paper } from "./paper.ts";
import { featuresIn } from "./tile-features.ts";

/** What is read of a TileJSON (https://github.com/mapbox/tilejson-spec/tree/master/3.0.0). */
export type TileJson = {
  minzoom: number;
  maxzoom: number;
  /** West, south, east, north, degrees. */
  bounds: [west: number, south: number, east: number, north: number];
  attribution?: string;
};

/** The tiles of a level that a map shows now, by their addresses in the folder of tiles. */
function seenBy(map: leaflet.Map, { minzoom, maxzoom, bounds }: TileJson): string[] {
  // A tile is 512 pixels wide, Leaflet counts in such of 256.
  const z = Math.min(maxzoom, Math.max(minzoom, Math.round(map.getZoom()) - 1));
  const [west, south, east, north] = bounds;
  const seen = map.getBounds();
  if (!seen.overlaps(leaflet.latLngBounds([south, west], [north, east]))) return [];
  const tileAt = (lat: number, lon: number) =>
    map.project(leaflet.latLng(lat, lon), z).divideBy(256).floor();
  const first = tileAt(Math.min(north, seen.getNorth()), Math.max(west, seen.getWest()));
  const last = tileAt(Math.max(south, seen.getSouth()), Math.min(east, seen.getEast()));
  return Array.from({ length: last.x - first.x + 1 }, (_, column) =>
    Array.from({ length: last.y - first.y + 1 }, (__, row) =>
      [z, first.x + column, first.y + row].join("/"),
    ),
  ).flat();
}

/**
 * Draws the tiles of a ground that are seen, each as it comes, and takes off those of before when all have come: a map
 * that is enlarged is never empty. A tile that does not come is passed over and asked for again after the next move.
 * @param folder where the tiles lie, without a slash at the end
 */
export function drawTiles(
  map: leaflet.Map,
  tileJson: TileJson,
  {
    paper,
    name,
    folder,
  }: { paper: Paper; name: (features: readonly Feature[]) => void; folder: string },
): void {
  const known = new Map<string, Promise<Feature[] | undefined>>();
  const drawn = new Map<string, leaflet.Layer>();
  const fetched = async (tile: string): Promise<Feature[]> => {
    const response = await fetch(`${folder}/${tile}.mvt`);
    if (!response.ok) throw new Error(`${response.status}`);
    const [z = 0, x = 0, y = 0] = tile.split("/").map(Number);
    return featuresIn(await response.arrayBuffer(), { z, x, y });
  };
  const featuresOf = (tile: string): Promise<Feature[] | undefined> => {
    const coming =
      known.get(tile) ??
      fetched(tile).catch(() => {
        known.delete(tile);
        return undefined;
      });
    known.set(tile, coming);
    return coming;
  };
  let turns = 0;
  const show = async () => {
    const turn = ++turns;
    const tiles = seenBy(map, tileJson);
    const features = await Promise.all(
      tiles.map(async (tile) => {
        const own = await featuresOf(tile);
        if (own && turn === turns && !drawn.has(tile)) drawn.set(tile, paper.draw(own));
        return own ?? [];
      }),
    );
    if (turn !== turns) return;
    for (const [tile, layer] of drawn)
      if (!tiles.includes(tile)) {
        paper.erase(layer);
        drawn.delete(tile);
      }
    name(features.flat());
  };
  map.on("moveend", () => void show());
  map.whenReady(() => void show());
}
