import { added, type Whereabouts, whereIs } from "../../find/street/street-place.ts";
import { wordsOf } from "../../find/words.ts";
import { addressesOf } from "../../table/address/street.ts";
import { folded, wordTest } from "../asked/word-test.ts";

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
 * Where an address is, by addresses of the places themselves, and which of them says so; undefined where no place has
 * such a street.
 */
export function placeOfAddress(
  places: readonly (Located & { address: string })[],
  asked: string,
): Whereabouts | undefined {
  const [wanted] = addressesOf(asked);
  if (!wanted) return undefined;
  const tests = wordsOf(wanted.name).map(wordTest);
  const street = places.filter(({ address }) => {
    const text = folded(address);
    return tests.every((test) => test(text));
  });
  const houses = Map.groupBy(
    street.flatMap((place) => addressesOf(place.address).map(({ house }) => ({ house, place }))),
    ({ house }) => house,
  );
  houses.delete("");
  const pointsOf = (some: readonly Located[]) =>
    added(some.map(({ lat, lon }) => ({ count: 1, lat, lon })));
  return whereIs(
    {
      all: pointsOf(street),
      houses: new Map(
        [...houses].map(([house, some]) => [house, pointsOf(some.map(({ place }) => place))]),
      ),
    },
    wanted.house,
  );
}
