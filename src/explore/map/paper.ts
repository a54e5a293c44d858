import type { Feature } from "geojson";
import * as leaflet from "leaflet";
import { propertiesOf } from "./names.ts";

/** What is drawn first lies below. */
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

/** What a ground is drawn on: under everything else of a map, in the portal's colours of now. */
export type Paper = {
  /** Draws features, areas under lines; what is given back may be taken off. */
  draw(features: readonly Feature[]): leaflet.Layer;
  erase(drawn: leaflet.Layer): void;
};

export function paperUnder(map: leaflet.Map): Paper {
  const pane = map.createPane("ground");
  pane.style.zIndex = "150";
  pane.style.pointerEvents = "none";
  const renderer = leaflet.canvas({ pane: "ground", padding: 0.3 });
  const sheets = leaflet.featureGroup().addTo(map);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () =>
    sheets.setStyle(stylist() as never),
  );
  return {
    draw(features) {
      const options: leaflet.GeoJSONOptions & { renderer: leaflet.Renderer } = {
        renderer,
        pane: "ground",
        interactive: false,
        style: stylist(),
        // A district that is a point has its name alone.
        pointToLayer: (_, place) =>
          leaflet.circleMarker(place, { renderer, radius: 0, stroke: false }),
      };
      const sorted = [...features].sort(
        (a, b) => layers.indexOf(propertiesOf(a).kind) - layers.indexOf(propertiesOf(b).kind),
      );
      return leaflet.geoJSON(sorted as never, options).addTo(sheets);
    },
    erase: (drawn) => void sheets.removeLayer(drawn),
  };
}
