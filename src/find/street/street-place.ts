import type { Speech } from "../../i18n/speech.ts";
import { sameHouse } from "../../table/address/house.ts";
import type { HousePlace, IndexedStreet, Place } from "./street-files.ts";

/** Points that are added up: how many, and the sums of their degrees. */
export type Points = { count: number; lat: number; lon: number };

/** Points of a street, all together and by house. */
export type StreetPoints = { all: Points; houses: ReadonlyMap<string, Points> };

/**
 * Where an address is, and what says so: points of the house itself, of the nearest `house` that has some, or of the
 * whole street.
 */
export type Whereabouts =
  | { place: Place; by: "house" | "street" }
  | { place: Place; by: "neighbour"; house: string };

/** Some points added up with others. */
export const added = (points: readonly Points[]): Points =>
  points.reduce(
    (sum, { count, lat, lon }) => ({
      count: sum.count + count,
      lat: sum.lat + lat,
      lon: sum.lon + lon,
    }),
    { count: 0, lat: 0, lon: 0 },
  );

/** The middle of some points; of none nothing. */
const middleOf = ({ count, lat, lon }: Points): Place | undefined =>
  count === 0 ? undefined : [lat / count, lon / count];

/** So many numbers away a house still says where another one is. */
const farthestNumber = 10;

const numberOf = (house: string): number => Number.parseInt(house, 10);

/** The known house that stands nearest by its number: on the same side of the street if there is one. */
function neighbourOf(wanted: string, known: Iterable<string>): string | undefined {
  const away = (house: string) => Math.abs(numberOf(house) - numberOf(wanted));
  const side = (house: string) => away(house) % 2;
  return [...known]
    .filter((house) => away(house) <= farthestNumber)
    .sort((a, b) => side(a) - side(b) || away(a) - away(b) || (a < b ? -1 : 1))[0];
}

/**
 * Where a house of a street is: the middle of its own points, else of the nearest house by number, else of the whole
 * street; an empty house is the street. Nothing where no point is known.
 */
export function whereIs({ all, houses }: StreetPoints, house: string): Whereabouts | undefined {
  const at = (wanted: string) =>
    middleOf(
      added([...houses].flatMap(([one, points]) => (sameHouse(wanted, one) ? [points] : []))),
    );
  const own = house === "" ? undefined : at(house);
  if (own) return { place: own, by: "house" };
  const neighbour = house === "" ? undefined : neighbourOf(house, houses.keys());
  const near = neighbour === undefined ? undefined : at(neighbour);
  if (near && neighbour !== undefined) return { place: near, by: "neighbour", house: neighbour };
  const middle = middleOf(all);
  return middle && { place: middle, by: "street" };
}

/** What a way is measured from, as a sentence. */
export const fromWhere = (where: Whereabouts, { t }: Speech): string =>
  where.by === "neighbour"
    ? t("map.fromNeighbour", { house: where.house })
    : t(where.by === "house" ? "map.fromHouse" : "map.fromStreet");

/** Parts of a degree that places of houses are told in: about a metre. */
const parts = 1e5;
const rounded = (degrees: number) => Math.round(degrees * parts) / parts;

/** Points of a street as its file has them. */
export function filedPoints({ all, houses }: StreetPoints): Pick<IndexedStreet, "at" | "placed"> {
  const middle = middleOf(all);
  if (!middle) return {};
  const at = [rounded(middle[0]), rounded(middle[1])] as const;
  const placed = [...houses].flatMap(([house, points]): [string, HousePlace][] => {
    const [lat, lon] = middleOf(points) ?? at;
    const from = [Math.round((lat - at[0]) * parts), Math.round((lon - at[1]) * parts)] as const;
    return [[house, points.count === 1 ? from : [...from, points.count]]];
  });
  return { at, ...(placed.length > 0 ? { placed: Object.fromEntries(placed) } : {}) };
}

/** And read from there. */
export function pointsIn({ at, placed = {} }: IndexedStreet): StreetPoints {
  if (!at) return { all: added([]), houses: new Map() };
  const [lat, lon] = at;
  return {
    all: { count: 1, lat, lon },
    houses: new Map(
      Object.entries(placed).map(([house, [north, east, count = 1]]) => [
        house,
        { count, lat: (lat + north / parts) * count, lon: (lon + east / parts) * count },
      ]),
    ),
  };
}
