/**
 * What a file that a reader takes away is called: of which set and table, and of which day. Parts that are nothing, or
 * say again what stands before them, are left out; what is not Latin, as in an address elsewhere, becomes a dash.
 * @param extension without the dot
 */
export function downloadName(parts: readonly (string | undefined)[], extension: string): string {
  const named = parts
    .map((part = "") => part.replace(/[^\w.-]+/g, "-").replace(/^[.-]+|[.-]+$/g, ""))
    .filter((part, at, all) => part !== "" && part !== all[at - 1]);
  return `${named.join("-") || "table"}.${extension}`;
}

/** The set and the table that the address of a file is of: /dataset/stops/platforms.csv → stops, platforms. */
export function namedIn(address: string): string[] {
  const path = decodeURIComponent(address.replace(/[?#].*/, ""));
  const [, set, table] = /\/dataset\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
  return [set ?? "", (table ?? path.split("/").at(-1) ?? "").replace(/\.\w+$/, "")];
}
