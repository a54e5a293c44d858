import { z } from "zod";

/** Text people read: not empty, no invisible or direction-changing characters (a title must not hide what it says). */
export const text = z
  .string()
  .trim()
  .min(1)
  .regex(/^(?:[^\p{Cc}\p{Cf}\p{Cs}]|[\t\n])*$/u, { error: "invisible" });

/** Id of a thing: lower-case Latin letters, digits, single hyphens (resolution 835 recommendations on identifiers). */
export const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Names that Windows gives to devices, whatever stands after the point: such a file cannot be written there. */
export const deviceName = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/**
 * A web address readers may be sent to: http or https, a host with a dot, no user name inside. Nothing that a browser
 * reads otherwise than it looks: it takes «\» for «/» and drops what is invisible.
 */
const webPattern =
  /^https?:\/\/[\p{L}\p{M}\p{N}_-]+(\.[\p{L}\p{M}\p{N}_-]+)+\.?(:\d+)?([/?#][^\s\\\p{Cc}\p{Cf}]*)?$/u;
export const isWebAddress = (address: string): boolean =>
  webPattern.test(address) && address.isWellFormed() && URL.canParse(address);
export const webAddress = z
  .string()
  .regex(webPattern, { error: "web-address" })
  // What the pattern refused is told of once.
  .refine((address) => !webPattern.test(address) || isWebAddress(address), {
    error: "web-address",
  });

/** Calendar date, ISO 8601, of a year that data can be of: terms are counted from it day by day. */
export const date = z.iso
  .date()
  .refine((day) => !/^\d{4}-/.test(day) || (day >= "1700-01-01" && day < "2100-01-01"), {
    error: "date-sane",
  });

/** Date, or date and time, as another portal states it. */
export const moment = z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })], {
  error: "format:date",
});

export const email = z.email();

/** КАТОТТГ code of a place: UA and 17 digits. */
export const placeCode = z.string().regex(/^UA\d{17}$/, { error: "place-code" });

/** ЄДРПОУ code of an organisation: eight digits, always a string, or leading zeros would be lost. */
export const organisationCode = z.string().regex(/^\d{8}$/, { error: "organisation-code" });
