import { VectorTile } from "@mapbox/vector-tile";
import type { Feature } from "geojson";
import { PbfReader } from "pbf";

/** The features of a vector tile; a layer is named by what it is drawn as. */
export function featuresIn(
  bytes: ArrayBuffer,
  { z, x, y }: { z: number; x: number; y: number },
): Feature[] {
  const { layers } = new VectorTile(new PbfReader(bytes));
  return Object.entries(layers).flatMap(([kind, layer]) =>
    Array.from({ length: layer.length }, (_, at) => {
      const feature = layer.feature(at).toGeoJSON(x, y, z);
      return { ...feature, properties: { ...feature.properties, kind } };
    }),
  );
}
