import * as leaflet from "leaflet";
import { make } from "../../find/browser/dom.ts";
import type { Speech } from "../../i18n/speech.ts";
import { drawGround } from "./ground.ts";
import styles from "./map.css?inline";

/** Background pictures, where the portal has a server for them; a map is of use without. */
export type Tiles = { url: string; attribution: string };

/** What a map with nothing on it shows: the middle of Ukraine. */
export const wholeCountry: leaflet.LatLngTuple = [49, 31.4];

/** Come with the first map: a page would else fetch them before it shows its table, and most tables have no places. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);

/**
 * An empty map in an element, its controls in the reader's language: what is on it says its name, and the keyboard may
 * go past it. Its ground is the portal's own, or tiles of a server where the portal names one.
 * @param ground address of the portal's own ground (published/ground)
 */
export function openMap(
  place: HTMLElement,
  speech: Speech,
  {
    title,
    ground,
    tiles = tilesOf(),
  }: { title: string; ground?: string | undefined; tiles?: Tiles | undefined },
): leaflet.Map {
  const { t } = speech;
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
  place.setAttribute("role", "region");
  place.setAttribute("aria-label", t("map.name", { title }));
  passOver(place, t("map.skip"));
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = leaflet.map(place, {
    zoomControl: false,
    attributionControl: true,
    maxZoom: 18,
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
  });
  leaflet.control.zoom({ zoomInTitle: t("map.in"), zoomOutTitle: t("map.out") }).addTo(map);
  scaleOf(speech).addTo(map);
  map.attributionControl.setPrefix(false);
  if (tiles) {
    leaflet.tileLayer(tiles.url, { attribution: tiles.attribution, maxZoom: 19 }).addTo(map);
  } else if (ground !== undefined) void drawGround(map, ground);
  return map;
}

/** A link before a map that leads to what stands after it. */
function passOver(place: HTMLElement, name: string): void {
  const after = make("span", "");
  after.tabIndex = -1;
  const link = make("a", "skip-map", name);
  link.href = "#";
  link.addEventListener("click", (event) => {
    event.preventDefault();
    after.focus();
  });
  place.before(link);
  place.after(after);
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
function tilesOf(): Tiles | undefined {
  const url = document.querySelector<HTMLMetaElement>('meta[name="map-tiles"]');
  return url ? { url: url.content, attribution: url.dataset.attribution ?? "" } : undefined;
}
