import type { NearThing } from "./street-files.ts";

/** Latitude and longitude, degrees. */
export type Place = readonly [number, number];

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
export function nearThings(
  place: Place | undefined,
  points: readonly { table: string; name: string; place: Place }[],
): NearThing[] {
  if (!place) return [];
  const nearest = new Map<string, NearThing>();
  for (const { table, name, place: other } of points) {
    const metres = Math.round(metresBetween(place, other) / 10) * 10;
    const known = nearest.get(table);
    if (metres <= farthest && (!known || metres < known.metres))
      nearest.set(table, { table, name, metres });
  }
  return [...nearest.values()];
}
