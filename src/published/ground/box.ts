/** West, south, east, north, degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** Around a box so much more is drawn, degrees: a street that leaves it, to its end. */
export const around = 0.02;

export function widened([west, south, east, north]: Box): Box {
  const digits = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
  return [
    digits(west - around),
    digits(south - around),
    digits(east + around),
    digits(north + around),
  ];
}
