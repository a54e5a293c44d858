import type { Mark, TableReport } from "../../../model/table.ts";
import { isCyrillicKatottg, isEdrpou, isIban, isKatottg, isKoatuu } from "./codes.ts";
import type { Role } from "./role.ts";

/** What the portal knows of its territory: codes of its hromada and the box its coordinates lie in. */
export type Territory = {
  /** КАТОТТГ codes of the hromada and of all its places. */
  places: ReadonlySet<string>;
  /** West, south, east, north in degrees. */
  box?: readonly [number, number, number, number];
};

const day = "(?:Пн|Вт|Ср|Чт|Пт|Сб|Нд)";
const hours = new RegExp(
  `^${day}(?:-${day})?(?:, ?${day}(?:-${day})?)* (?:[01]\\d|2[0-4]):[0-5]\\d-(?:[01]\\d|2[0-4]):[0-5]\\d(?:[;,] ?${day}(?:-${day})?(?:, ?${day}(?:-${day})?)* (?:[01]\\d|2[0-4]):[0-5]\\d-(?:[01]\\d|2[0-4]):[0-5]\\d)*$|^24/7$`,
);
const phones = /^\+?380\d{9}(?:, ?\+?380\d{9})*$/;
const degrees = /[°′’'"]|[NSEW]\s*\d/i;

/** A hromada's part of a КАТОТТГ code: the region, the district and the hromada itself. */
export const hromadaOf = (code: string): string => code.slice(0, 9);

/** Does a coordinate, in degrees, lie outside the territory? */
export function placeMark(
  value: number,
  role: "latitude" | "longitude",
  { box }: Territory,
): Mark | undefined {
  if (!Number.isFinite(value) || !box) return undefined;
  const [west, south, east, north] = box;
  const inside =
    role === "latitude" ? value >= south && value <= north : value >= west && value <= east;
  return inside ? undefined : "place-range";
}

type MarkOf = (text: string, territory: Territory) => Mark | undefined;

const edrpouMark: MarkOf = (text) => {
  if (/^\d{8}$/.test(text)) return isEdrpou(text) ? undefined : "edrpou-doubtful";
  if (/^\d{7}$/.test(text)) return "edrpou-short";
  // Private entrepreneurs have no ЄДРПОУ: ten digits are spoken of as personal data.
  return /^\d{10}$/.test(text) ? undefined : "edrpou-shape";
};

const katottgMark: MarkOf = (text, { places }) => {
  if (isKatottg(text)) {
    const known = [...places].some((code) => hromadaOf(code) === hromadaOf(text));
    return known && !places.has(text) ? "katottg-unknown" : undefined;
  }
  if (isCyrillicKatottg(text)) return "katottg-letters";
  return /^[1-9]\d{8}$/.test(text) || isKoatuu(text) ? "koatuu" : "katottg-shape";
};

const coordinateMark =
  (role: "latitude" | "longitude"): MarkOf =>
  (text, territory) =>
    degrees.test(text)
      ? "place-degrees"
      : placeMark(Number(text.replace(",", ".")), role, territory);

/** Roles whose cells are written in one way, each with the mark of a cell that is not. */
const markOf: Partial<Record<Role, MarkOf>> = {
  edrpou: edrpouMark,
  katottg: katottgMark,
  "katottg-category": (text) => (/^[ОРКНМСХВ]$/.test(text) ? "katottg-letters" : undefined),
  koatuu: (text) => (isKoatuu(text) || /^\d{9,10}$/.test(text) ? "koatuu" : undefined),
  iban: (text) => (isIban(text.replaceAll(" ", "")) ? undefined : "iban"),
  postcode: (text) => (/^\d{5}$/.test(text) ? undefined : "postcode"),
  phone: (text) => (phones.test(text) ? undefined : "phone"),
  hours: (text) => (hours.test(text) ? undefined : "hours"),
  latitude: coordinateMark("latitude"),
  longitude: coordinateMark("longitude"),
};

/** How a cell of a column with a known role is written, against the recommendations to resolution 835. */
export const roleMark = (text: string, role: Role, territory: Territory): Mark | undefined =>
  markOf[role]?.(text, territory);

/** Are latitude and longitude in each other's place? Each column lies in the other's side of the box. */
export function areSwapped(columns: TableReport["columns"], box: Territory["box"]): boolean {
  const at = (pattern: RegExp) =>
    columns.find(({ name, field }) => pattern.test(name) || pattern.test(field));
  const latitude = at(/^lat$|latitude|широта/i);
  const longitude = at(/^lon$|^lng$|longitude|довгота/i);
  if (!box || !latitude || !longitude) return false;
  const [west, south, east, north] = box;
  const lies = ({ profile }: TableReport["columns"][number], from: number, to: number) =>
    profile.mean !== undefined && profile.mean >= from && profile.mean <= to;
  return (
    lies(latitude, west, east) && lies(longitude, south, north) && !lies(latitude, south, north)
  );
}
