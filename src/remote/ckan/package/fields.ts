import type { RemotePackage } from "../client.ts";

/** Text people wrote into a form: no invisible characters, no breaks inside a line, no spaces around. */
export const tidy = (value: unknown): string =>
  String(value ?? "")
    .replace(/[^\S\n]+|[\p{Cc}\p{Cf}]+/gu, (part) => (part.includes("\n") ? "\n" : " "))
    .replace(/ *\n */g, "\n")
    .trim();
export const oneLine = (value: unknown): string => tidy(value).replace(/\s+/g, " ");
export const listOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value : [];

/** A field of a package, wherever the portal keeps it: beside the others or among the extras. */
export const fieldOf = (source: RemotePackage, ...names: string[]): string => {
  for (const name of names) {
    const value = source[name] ?? listOf(source.extras).find(({ key }) => key === name)?.value;
    if (typeof value === "string" && value.trim() !== "") return tidy(value);
    if (typeof value === "number") return String(value);
  }
  return "";
};

/** CKAN keeps moments in UTC and does not say so. */
export function momentOf(value: unknown): string | undefined {
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?)?$/.exec(
    tidy(value),
  );
  if (!match) return undefined;
  const [, day, time, zone = "Z"] = match;
  return time === undefined ? day : `${day}T${time}${zone}`;
}

/** The many addresses one portal has had; its pages are linked under one. */
const hosts: Record<string, string> = {
  "www.data.gov.ua": "data.gov.ua",
  "test.data.gov.ua": "data.gov.ua",
  "opendata.gov.ua": "data.gov.ua",
};

/** An address as it can be opened, from the portal's own address on; nothing where there is none. */
export function addressOf(value: unknown, portal: string): string | undefined {
  const written = tidy(value);
  if (written === "" || !URL.canParse(written, portal)) return undefined;
  const address = new URL(written, portal);
  if (!/^https?:$/.test(address.protocol)) return undefined;
  const host = address.hostname.replace(/\.$/, "");
  address.hostname = hosts[host] ?? host;
  if (address.username !== "" || address.password !== "") return undefined;
  return address.href;
}
