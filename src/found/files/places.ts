import type { PortalDescriptor } from "../../schemas/data/portal.ts";
import { placeCode } from "../../schemas/text.ts";
import { hromadaOf } from "../../table/column/role/role-marks.ts";

type Place = PortalDescriptor["places"][number];
type Row = readonly string[];

/** Categories of КАТОТТГ that people live in, and the word before the name. */
const settlements: Readonly<Record<string, string>> = {
  M: "місто",
  K: "місто",
  X: "селище",
  T: "селище міського типу",
  C: "село",
};
/** Files write the letter of a category in Latin or in Cyrillic. */
const latin: Readonly<Record<string, string>> = { М: "M", К: "K", Х: "X", Т: "T", С: "C", В: "B" };

const isCode = (cell: string): boolean => placeCode.safeParse(cell).success;

/** Digits of a code: oblast 2, raion 2, hromada 3, settlement 3, district 2, and five that only make it unique. */
const placeIn = (code: string): string => code.slice(2, 14);

/**
 * A row of the codifier, with codes of five levels or with the code and that of what it is part of: its own is the deepest
 * of them. Beside it the letter of the category and the name.
 */
function entryOf(cells: Row): { code: string; category: string; name: string } {
  const codes = cells.filter(isCode).sort((a, b) => (placeIn(a) < placeIn(b) ? -1 : 1));
  const letter = cells.find((cell) => /^[A-ZА-ЯІ]$/.test(cell)) ?? "";
  return {
    code: codes.at(-1) ?? "",
    category: latin[letter] ?? letter,
    name: cells.findLast((cell) => cell !== "" && !isCode(cell) && cell.length > 1) ?? "",
  };
}

const titleOf = (category: string, name: string): string | undefined => {
  if (category === "B") return `${name} район міста`;
  const word = settlements[category];
  return word === undefined ? undefined : `${word} ${name}`;
};

/**
 * The settlements of a hromada and districts of its city, from a codifier of КАТОТТГ as the ministry publishes it: codes
 * of five levels, category, name. Whatever its columns are called and whatever its header.
 * @param rows the table's rows, its header among them
 * @param code of the hromada
 * @returns a sentence where the codifier does not know the code
 */
export function placesOf(rows: readonly Row[], code: string): Place[] | { fault: string } {
  const entries = rows.map((cells) => entryOf(cells.map((cell) => cell.trim())));
  const within = entries.filter(
    (entry) => entry.code !== code && hromadaOf(entry.code) === hromadaOf(code),
  );
  if (within.length === 0)
    return {
      fault: entries.some((entry) => entry.code === code)
        ? `Код ${code} у кодифікаторі є, але населених пунктів під ним немає: це код громади?`
        : `Коду ${code} у кодифікаторі немає: перевірте код громади й чи це файл КАТОТТГ.`,
    };
  return within.flatMap(({ code: own, category, name }) => {
    const title = titleOf(category, name);
    return title === undefined ? [] : [{ code: own, title }];
  });
}

/** Every position of a GeoJSON object, however deep. */
function* positionsOf(value: unknown): Generator<readonly [number, number]> {
  if (Array.isArray(value)) {
    const [longitude, latitude] = value;
    if (typeof longitude === "number" && typeof latitude === "number") yield [longitude, latitude];
    else for (const part of value) yield* positionsOf(part);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  for (const key of ["features", "geometry", "geometries", "coordinates"])
    yield* positionsOf((value as Record<string, unknown>)[key]);
}

/**
 * The bounds of a boundary (GeoJSON, RFC 7946): west, south, east, north, in degrees to four places, some eleven metres.
 * @returns a sentence where there is nothing to bound, or it is in other units than degrees
 */
export function boundsOf(text: string): NonNullable<Place["bbox"]> | { fault: string } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { fault: "Файл меж — не JSON: потрібен GeoJSON із межею громади." };
  }
  const bounds: NonNullable<Place["bbox"]> = [180, 90, -180, -90];
  let found = false;
  for (const [longitude, latitude] of positionsOf(parsed)) {
    if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90)
      return { fault: "Координати меж — не градуси: збережіть їх у WGS 84 (EPSG:4326)." };
    found = true;
    bounds[0] = Math.min(bounds[0], longitude);
    bounds[1] = Math.min(bounds[1], latitude);
    bounds[2] = Math.max(bounds[2], longitude);
    bounds[3] = Math.max(bounds[3], latitude);
  }
  if (!found)
    return { fault: "У файлі меж немає жодної координати: потрібен GeoJSON із межею громади." };
  return bounds.map((degrees) => Math.round(degrees * 10_000) / 10_000) as typeof bounds;
}
