import type { NearThing } from "./street-files.ts";

/** Latitude and longitude, degrees. */
export type Place = readonly [number, number];

/** A thing of a table of points and where it stands. */
export type NearPoint = Omit<NearThing, "metres"> & { place: Place };

/** Farther than this nothing is near, metres. */
const farthest = 1500;
/** Metres of a degree of latitude. */
const degree = 111_200;

/** Metres between two places of one town: on so short a way the Earth is flat. */
function metresBetween([lat, lon]: Place, [otherLat, otherLon]: Place): number {
  const narrow = Math.cos((lat * Math.PI) / 180);
  return Math.hypot((lat - otherLat) * degree, (lon - otherLon) * degree * narrow);
}

/** Of each table of points the nearest to a place, as the crow flies, to ten metres. */
export function nearThings(place: Place | undefined, points: readonly NearPoint[]): NearThing[] {
  if (!place) return [];
  const nearest = new Map<string, NearThing>();
  for (const { place: other, ...thing } of points) {
    const metres = Math.round(metresBetween(place, other) / 10) * 10;
    const known = nearest.get(thing.table);
    if (metres <= farthest && (!known || metres < known.metres))
      nearest.set(thing.table, { ...thing, metres });
  }
  return [...nearest.values()];
}
