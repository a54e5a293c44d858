import type { Feature, FeatureCollection } from "geojson";
import * as leaflet from "leaflet";
import { make } from "../../find/browser/dom.ts";
import { wholeCountry } from "./map.ts";

/** Shades, from the least values to the greatest. */
const shades = 5;

/** Properties of features that hold numbers, and so can shade them. */
export const numericProperties = ({ features }: FeatureCollection): string[] =>
  [...new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {})))].filter(
    (name) => {
      const values = features.flatMap(({ properties }) => properties?.[name] ?? []);
      return values.length > 0 && values.every((value) => typeof value === "number");
    },
  );

/** Upper ends of classes with about as many features in each; fewer where values repeat. */
function classEnds(values: readonly number[], classes = shades): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const ends = Array.from(
    { length: classes },
    (_, at) => sorted[Math.ceil(((at + 1) * sorted.length) / classes) - 1] ?? 0,
  );
  return [...new Set(ends)];
}

/** Features of a file on a map: areas, lines and points; areas shaded by a property, each telling what it is. */
export function showShapes(map: leaflet.Map, collection: FeatureCollection) {
  const colour = (name: string) =>
    getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const styleOf = (shade: number | undefined): leaflet.PathOptions => ({
    color: colour("--ink"),
    weight: 1,
    fillColor: colour("--sky"),
    fillOpacity: shade === undefined ? 0.15 : 0.1 + (0.75 * shade) / (shades - 1),
  });
  let shadeOf: (feature: Feature) => number | undefined = () => undefined;
  const layer = leaflet.geoJSON(collection, {
    style: (feature) => styleOf(feature && shadeOf(feature)),
    pointToLayer: (_, place) => leaflet.circleMarker(place, { radius: 7 }),
    onEachFeature(feature, shape) {
      shape.bindPopup(() => describe(feature), { maxWidth: 320 });
      shape.on("add", () => {
        const element = (shape as leaflet.Path).getElement?.();
        if (!element) return;
        element.setAttribute("tabindex", "0");
        element.setAttribute("role", "button");
        element.setAttribute("aria-label", nameOf(feature));
        element.addEventListener("keydown", (event) => {
          if ((event as KeyboardEvent).key === "Enter") shape.openPopup();
        });
      });
    },
  });
  layer.addTo(map);
  const bounds = layer.getBounds();
  if (bounds.isValid()) map.fitBounds(bounds, { padding: [16, 16], animate: false });
  else map.setView(wholeCountry, 6, { animate: false });
  return {
    /** Shades areas by a property; answers the classes, for the legend. */
    shade(property: string | undefined): { upTo: number; opacity: number }[] {
      const values = collection.features.flatMap(({ properties }) => {
        const value: unknown = property === undefined ? undefined : properties?.[property];
        return typeof value === "number" ? [value] : [];
      });
      const ends = property === undefined ? [] : classEnds(values);
      shadeOf = ({ properties }) => {
        const value: unknown = property === undefined ? undefined : properties?.[property];
        const at = typeof value === "number" ? ends.findIndex((end) => value <= end) : -1;
        return at === -1 ? undefined : at;
      };
      layer.setStyle((feature) => styleOf(feature && shadeOf(feature)));
      return ends.map((upTo, at) => ({ upTo, opacity: Number(styleOf(at).fillOpacity) }));
    },
  };
}

const nameOf = ({ properties }: Feature): string => {
  const values = Object.values(properties ?? {});
  return String(values.find((value) => typeof value === "string") ?? values[0] ?? "");
};

/** What a feature's popup says: its properties, in the file's words. */
function describe({ properties }: Feature): HTMLElement {
  const list = make("dl", "popup");
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === null || value === "") continue;
    const text = typeof value === "object" ? JSON.stringify(value) : String(value);
    list.append(make("div", "", make("dt", "", name), make("dd", "", text)));
  }
  return list;
}
