import type { Feature, FeatureCollection } from "geojson";
import * as leaflet from "leaflet";
import { propertiesOf, writeNames } from "./names.ts";

type Ground = FeatureCollection & { attribution?: string };

const layers = ["green", "water", "rail", "street", "boundary", "district"];

/** Looks of the parts, in the portal's colours of now. */
function stylist(): (feature: Feature | undefined) => leaflet.PathOptions {
  const page = getComputedStyle(document.documentElement);
  const colour = (name: string) => page.getPropertyValue(`--${name}`).trim();
  const [water, green, line, rule, quiet] = [
    "map-water",
    "map-green",
    "map-line",
    "rule",
    "quiet",
  ].map(colour);
  return (feature) => {
    const { kind, level = 3 } = propertiesOf(feature);
    switch (kind) {
      case "water":
        return /Line/.test(feature?.geometry.type ?? "")
          ? { color: water, weight: 2, fill: false }
          : { stroke: false, fillColor: water, fillOpacity: 1 };
      case "green":
        return { stroke: false, fillColor: green, fillOpacity: 1 };
      case "rail":
        return { color: rule, weight: 1, dashArray: "6 4", fill: false };
      case "boundary":
        return { color: quiet, weight: 1.5, dashArray: "8 5", fill: false };
      case "district":
        return { color: rule, weight: 1, dashArray: "2 5", fill: false };
      default:
        return { color: line, weight: Math.max(1.2, 4.5 - level), fill: false };
    }
  };
}

/**
 * Draws a ground under a map: areas, water, streets, names of those that fit. A map is of use without, so a ground that
 * does not come is passed over.
 */
export async function drawGround(map: leaflet.Map, address: string): Promise<void> {
  const response = await fetch(address).catch(() => undefined);
  if (!response?.ok) return;
  const ground: Ground = await response.json();
  const pane = map.createPane("ground");
  pane.style.zIndex = "150";
  pane.style.pointerEvents = "none";
  const renderer = leaflet.canvas({ pane: "ground", padding: 0.3 });
  const features = [...ground.features].sort(
    (a, b) => layers.indexOf(propertiesOf(a).kind) - layers.indexOf(propertiesOf(b).kind),
  );
  const options: leaflet.GeoJSONOptions & { renderer: leaflet.Renderer } = {
    renderer,
    pane: "ground",
    interactive: false,
    style: stylist(),
    // A district that is a point has its name alone.
    pointToLayer: (_, place) => leaflet.circleMarker(place, { renderer, radius: 0, stroke: false }),
  };
  const drawn = leaflet.geoJSON(features as never, options).addTo(map);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () =>
    drawn.setStyle(stylist()),
  );
  // Leaflet takes HTML; a portal's file says a text.
  if (ground.attribution)
    map.attributionControl.addAttribution(
      Object.assign(document.createElement("span"), { textContent: ground.attribution }).innerHTML,
    );
  writeNames(map, features);
}
