import * as leaflet from "leaflet";
import "./map.css";
import type { Speech } from "../../i18n/speech.ts";

/** Background pictures, where the portal has a server for them; a map is of use without. */
export type Tiles = { url: string; attribution: string };

/** What a map with nothing on it shows: the middle of Ukraine. */
export const wholeCountry: leaflet.LatLngTuple = [49, 31.4];

/** An empty map in an element, its controls in the reader's language. */
export function openMap(place: HTMLElement, speech: Speech, tiles: Tiles | undefined): leaflet.Map {
  const { t } = speech;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = leaflet.map(place, {
    zoomControl: false,
    attributionControl: tiles !== undefined,
    maxZoom: 18,
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
  });
  leaflet.control.zoom({ zoomInTitle: t("map.in"), zoomOutTitle: t("map.out") }).addTo(map);
  scaleOf(speech).addTo(map);
  if (tiles) {
    map.attributionControl.setPrefix(false);
    leaflet.tileLayer(tiles.url, { attribution: tiles.attribution, maxZoom: 19 }).addTo(map);
  }
  return map;
}

/** The bar of distances; Leaflet knows its units in English only. */
function scaleOf({ t }: Speech): leaflet.Control.Scale {
  const scale = leaflet.control.scale({ imperial: false }) as leaflet.Control.Scale & {
    _updateScale(bar: HTMLElement, text: string, ratio: number): void;
  };
  const update = scale._updateScale;
  scale._updateScale = function (bar, text, ratio) {
    const unit = text.endsWith("km") ? t("map.km") : t("map.m");
    update.call(this, bar, `${parseFloat(text)} ${unit}`, ratio);
  };
  return scale;
}

/** The tiles the page names, if any. */
export function tilesOf(): Tiles | undefined {
  const url = document.querySelector<HTMLMetaElement>('meta[name="map-tiles"]');
  return url ? { url: url.content, attribution: url.dataset.attribution ?? "" } : undefined;
}
