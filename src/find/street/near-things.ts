import type { Place, TablePlaces } from "./street-files.ts";

/** What is nearest of a table of points, and how far it is, metres. */
export type NearThing = { table: string; name: string; called?: string; metres: number };

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
export function nearThings(place: Place | undefined, tables: readonly TablePlaces[]): NearThing[] {
  if (!place) return [];
  return tables.flatMap(({ table, things }): NearThing[] => {
    const [nearest] = things
      .map(([name, lat, lon, called]) => ({
        name,
        ...(called === undefined ? {} : { called }),
        metres: Math.round(metresBetween(place, [lat, lon]) / 10) * 10,
      }))
      .sort((a, b) => a.metres - b.metres);
    return nearest && nearest.metres <= farthest ? [{ table, ...nearest }] : [];
  });
}
