import * as leaflet from "leaflet";
import Supercluster from "supercluster";
import { wholeCountry } from "./map.ts";

/** A row of a table and where it is: its number, latitude, longitude, and what it is called where that is known. */
export type Place = readonly [row: number, lat: number, lon: number, name?: string];

/**
 * Points on a map, near ones gathered in circles with their number; a press on a circle comes nearer, on a point says
 * what it is. Only what the map shows is drawn, however many there are.
 */
export function showPoints(
  map: leaflet.Map,
  words: {
    cluster(count: number): string;
    /** What a point is called; `name` may be empty. */
    point(row: number, name: string): string;
    close: string;
  },
  describe: (row: number) => Promise<HTMLElement>,
) {
  const index = new Supercluster<{ row: number; name: string }>({ radius: 56, maxZoom: 17 });
  const layer = leaflet.layerGroup().addTo(map);

  function draw(): void {
    const bounds = map.getBounds().pad(0.1);
    const found = index.getClusters(
      [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
      map.getZoom(),
    );
    layer.clearLayers();
    for (const { geometry, properties, id } of found) {
      const [lon = 0, lat = 0] = geometry.coordinates;
      if ("cluster" in properties && properties.cluster) {
        const { point_count: count } = properties as Supercluster.ClusterProperties;
        const size = 28 + Math.min(24, Math.log2(count) * 3);
        leaflet
          .marker([lat, lon], {
            icon: leaflet.divIcon({
              className: "map-cluster",
              html: String(count),
              iconSize: [size, size],
            }),
            alt: words.cluster(count),
          })
          .on("click", () => {
            map.setView([lat, lon], index.getClusterExpansionZoom(Number(id)));
            // The circle that was pressed is no more: the keyboard goes on from the map.
            map.getContainer().focus();
          })
          .addTo(layer);
      } else {
        const { row, name } = properties as { row: number; name: string };
        const called = words.point(row, name);
        leaflet
          .marker([lat, lon], {
            icon: leaflet.divIcon({ className: "map-point", iconSize: [14, 14] }),
            alt: called,
            title: called,
          })
          .on("click", ({ target }) =>
            tell([row, lat, lon], () => (target as leaflet.Marker).getElement()?.focus()),
          )
          .addTo(layer);
      }
    }
    // A circle is no picture: its words are said as a button's.
    for (const marker of layer.getLayers() as leaflet.Marker[]) {
      const element = marker.getElement();
      element?.setAttribute("role", "button");
      element?.setAttribute("aria-label", String(marker.options.alt ?? ""));
      element?.addEventListener("keydown", ({ key }) => {
        if (key === "Enter" || key === " ") marker.fire("click");
      });
    }
  }

  /** Says at a place what stands there; closed, the focus goes on with `after`. */
  async function tell([row, lat, lon]: Place, after: () => void): Promise<void> {
    const popup = leaflet
      .popup({ maxWidth: 320 })
      .setLatLng([lat, lon])
      .setContent(await describe(row))
      .openOn(map);
    const element = popup.getElement();
    element?.querySelector("a.leaflet-popup-close-button")?.setAttribute("aria-label", words.close);
    element?.querySelector<HTMLElement>("button, a")?.focus();
    popup.once("remove", after);
  }
  map.on("moveend", draw);
  map.getContainer().addEventListener("keydown", ({ key }) => {
    if (key === "Escape") map.closePopup();
  });

  return {
    /** Comes near to a place and says what it is. */
    async show(place: Place, after: () => void): Promise<void> {
      map.setView([place[1], place[2]], 17, { animate: false });
      await tell(place, after);
    },
    /** Comes so near that these places fill the map. */
    frame(places: readonly (readonly [lat: number, lon: number])[]): void {
      map.fitBounds(leaflet.latLngBounds(places.map(([lat, lon]) => [lat, lon])), {
        maxZoom: 16,
        padding: [32, 32],
        animate: false,
      });
    },
    set(places: readonly Place[]): void {
      index.load(
        places.map(([row, lat, lon, name = ""]) => ({
          type: "Feature",
          geometry: { type: "Point", coordinates: [lon, lat] },
          properties: { row, name },
        })),
      );
      if (places.length > 0)
        map.fitBounds(leaflet.latLngBounds(places.map(([, lat, lon]) => [lat, lon])), {
          maxZoom: 16,
          padding: [24, 24],
          animate: false,
        });
      // A map without a view draws nothing, not even emptiness.
      else map.setView(wholeCountry, 6, { animate: false });
      draw();
    },
  };
}
