import { wordsOf } from "../../find/words.ts";
import { addressesOf, sameHouse } from "../../table/address/street.ts";
import { folded, wordTest } from "../asked/asked-words.ts";

/** A thing that stands somewhere: latitude and longitude in degrees. */
type Located = { lat: number; lon: number };

/** The Earth's mean radius, metres. */
const radius = 6_371_000;

/** The way between two places as the crow flies, metres (haversine). */
export function metresBetween(a: Located, b: Located): number {
  const rad = Math.PI / 180;
  const half = (from: number, to: number) => Math.sin(((to - from) * rad) / 2) ** 2;
  const arc =
    half(a.lat, b.lat) + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * half(a.lon, b.lon);
  return 2 * radius * Math.asin(Math.sqrt(arc));
}

/** The nearest of some places, with how far each is, metres; the nearest first. */
export const nearestTo = <T extends Located>(
  places: readonly T[],
  from: Located,
  most: number,
): (T & { metres: number })[] =>
  places
    .map((place) => ({ ...place, metres: metresBetween(place, from) }))
    .sort((a, b) => a.metres - b.metres)
    .slice(0, most);

/**
 * Where an address is, by addresses of the places themselves: the house where it is among them, else the middle of
 * the street; undefined where no place has such a street.
 */
export function placeOfAddress(
  places: readonly (Located & { address: string })[],
  asked: string,
): (Located & { address: string }) | undefined {
  const [wanted] = addressesOf(asked);
  if (!wanted) return undefined;
  const tests = wordsOf(wanted.name).map(wordTest);
  const street = places.filter(({ address }) => {
    const text = folded(address);
    return tests.every((test) => test(text));
  });
  const exact =
    wanted.house === ""
      ? undefined
      : street.find(({ address }) =>
          addressesOf(address).some(({ house }) => sameHouse(wanted.house, house)),
        );
  if (exact || street.length === 0) return exact;
  const mean = (of: "lat" | "lon") =>
    street.reduce((sum, place) => sum + place[of], 0) / street.length;
  return { lat: mean("lat"), lon: mean("lon"), address: asked };
}
