import { isWebAddress, moment } from "../../../schemas/text.ts";
import { htmlSigns } from "../../../vocabularies/html-signs.ts";
import { isRecord, type RemotePackage } from "../client.ts";
import type { Note } from "./gaps.ts";

/** Text people wrote into a form: no invisible characters, no breaks inside a line, no spaces around. What is no text is "". */
const tidy = (value: unknown): string =>
  (typeof value === "string" || typeof value === "number" ? String(value) : "")
    .toWellFormed()
    // A soft hyphen is inside a word.
    .replaceAll("\u00ad", "")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\S\n]+|[\p{Cc}\p{Cf}]+/gu, (part) => (part.includes("\n") ? "\n" : " "))
    .replace(/ *\n */g, "\n")
    .trim();

/** Numbers of HTML that mean what Windows wrote under them: &#150; is «–», &#133; is «…» (HTML, «numeric character reference end state»). */
const windows = new TextDecoder("windows-1252");

/** The sign a reference of HTML stands for; undefined of one that nobody knows. */
function signOf(reference: string): string | undefined {
  const [, hex, decimal] = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(reference) ?? [];
  if (hex === undefined && decimal === undefined) return htmlSigns.get(reference);
  const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  if (point >= 0x80 && point < 0xa0) return windows.decode(Uint8Array.of(point));
  return point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

/** «&laquo;», «&#8470;» → the signs they stand for; «<» only where it can begin no tag. */
const withSigns = (text: string): string =>
  text.replace(/&(#x?[0-9a-f]{1,7}|[a-z]+\d*);/gi, (whole, reference: string, at: number) => {
    const sign = signOf(reference) ?? whole;
    return sign === "<" && !/^(?:[\s\d=]|$)/.test(text.slice(at + whole.length)) ? whole : sign;
  });

const tag = /<\/?[a-z!][^<>]*>?/gi;

/** The same without markup: a paragraph and a break end a line, other tags are nothing. */
export function plain(value: unknown): string {
  let text = tidy(value).replace(/<\/?(?:p|br|li|div|h\d)\b[^<>]*>/gi, "\n");
  // What is left of «<<b>script>» is a tag again.
  while (text.search(tag) >= 0) text = text.replace(tag, "");
  return tidy(withSigns(text)).replace(/\n{3,}/g, "\n\n");
}
export const oneLine = (value: unknown): string => plain(value).replace(/\s+/g, " ");
/** The records of a list; what else stands among them is told by `noteShapes`. */
export const listOf = (value: unknown): RemotePackage[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];
/** What the things of a list are called, whether a portal gives records or words: tags, groups. */
export const namesIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : []).map((one) =>
    oneLine(isRecord(one) ? (one.display_name ?? one.name) : one),
  );

/** A field of a package, wherever the portal keeps it: beside the others or among the extras. */
export const fieldOf = (source: RemotePackage, ...names: string[]): string => {
  for (const name of names) {
    const value = source[name] ?? listOf(source.extras).find(({ key }) => key === name)?.value;
    if (typeof value === "string" && value.trim() !== "") return tidy(value);
    if (typeof value === "number") return String(value);
  }
  return "";
};

/** The same where a portal keeps a list, as itself or as JSON in a field of one line: its words, else the field's one. */
export function wordsOf(source: RemotePackage, ...names: string[]): string[] {
  for (const name of names) {
    const value = source[name] ?? listOf(source.extras).find(({ key }) => key === name)?.value;
    if (Array.isArray(value)) return value.map(oneLine).filter((word) => word !== "");
    const word = oneLine(value);
    if (/^\[".*\]$/.test(word)) return word.split(/[[\]",\s]+/).filter((one) => one !== "");
    if (word !== "") return [word];
  }
  return [];
}

/** CKAN keeps moments in UTC and does not say so. */
function momentOf(value: unknown): string | undefined {
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?)?$/.exec(
    tidy(value),
  );
  if (!match) return undefined;
  const [, day, time, zone = "Z"] = match;
  const written = time === undefined ? day : `${day}T${time}${zone}`;
  return moment.safeParse(written).success ? written : undefined;
}

/** The same of a moment that has come by a day; one that has not is left out and told of: with it no change would be newer. */
export function pastMoment(
  value: unknown,
  day: string,
  field: string,
  gap: Note,
): string | undefined {
  const moment = momentOf(value);
  if (moment === undefined || moment.slice(0, 10) <= day) return moment;
  gap(field, moment, "День, який ще не настав; дату пропущено.");
  return undefined;
}

/** The many addresses one portal has had; its pages are linked under one. */
const hosts = new Map([
  ["www.data.gov.ua", "data.gov.ua"],
  ["test.data.gov.ua", "data.gov.ua"],
  ["opendata.gov.ua", "data.gov.ua"],
]);

/** An address as it can be opened, from the portal's own address on; nothing where there is none. */
export function addressOf(value: unknown, portal: string): string | undefined {
  const written = tidy(value);
  if (written === "" || !URL.canParse(written, portal)) return undefined;
  const address = new URL(written, portal);
  if (!/^https?:$/.test(address.protocol)) return undefined;
  const host = address.hostname.replace(/\.$/, "");
  address.hostname = hosts.get(host) ?? host;
  if (address.username !== "" || address.password !== "") return undefined;
  return isWebAddress(address.href) ? address.href : undefined;
}
