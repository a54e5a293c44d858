import { typePatterns } from "../../table/column/cell.ts";

type Degrees = string | number | boolean | null | undefined;

/** A latitude or a longitude as a number, however exact it is written; nothing of a cell that is none. */
function degreesOf(cell: Degrees, most: number): number | undefined {
  const value =
    typeof cell === "number"
      ? cell
      : typeof cell === "string" && typePatterns.number.test(cell)
        ? Number(cell)
        : Number.NaN;
  return Math.abs(value) <= most ? value : undefined;
}

/** Where two cells say that a row is, in degrees (WGS 84); nothing where they are no place on the Earth. */
export function placeOf(lat: Degrees, lon: Degrees): { lat: number; lon: number } | undefined {
  const [north, east] = [degreesOf(lat, 90), degreesOf(lon, 180)];
  return north === undefined || east === undefined ? undefined : { lat: north, lon: east };
}
