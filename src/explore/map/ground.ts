import type { FeatureCollection } from "geojson";
import type * as leaflet from "leaflet";
import { nameWriter } from "./names.ts";
import { paperUnder } from "./paper.ts";
import type { TileJson } from "./tiles.ts";

type Ground = FeatureCollection & { attribution?: string };

/**
 * Draws a ground under a map: areas, water, streets, names of those that fit. A map is of use without, so a ground that
 * does not come is passed over.
 * @param address of a ground in one file, or of the TileJSON of one that is parted (published/ground/tiles)
 */
export async function drawGround(map: leaflet.Map, address: string): Promise<void> {
  const response = await fetch(address).catch(() => undefined);
  if (!response?.ok) return;
  const ground: Ground | TileJson = await response.json();
  // Leaflet takes HTML; a portal's file says a text.
  if (ground.attribution)
    map.attributionControl.addAttribution(
      Object.assign(document.createElement("span"), { textContent: ground.attribution }).innerHTML,
    );
  const paper = paperUnder(map);
  const name = nameWriter(map);
  if ("features" in ground) {
    paper.draw(ground.features);
    name(ground.features);
    return;
  }
  const { drawTiles } = await import("./tiles.ts");
  drawTiles(map, ground, { paper, name, folder: address.replace(/\.json$/, "") });
}
