import { fileTypes } from "../../../vocabularies/dcat/file-types.ts";
import type { Address } from "../../addresses/address.ts";
import { contentSecurityPolicy } from "../security.ts";

/** Addresses a rule is of: all under a folder («/»: all there are), or all of one ending («.csv»). */
export type Addressed = { folder: string } | { ending: string };

/**
 * One header of some addresses, from the site's root. Of two rules of one header the later one holds. `usual`: Netlify and
 * Cloudflare Pages do so unasked, and other servers have to be told.
 */
export type HeaderRule = { of: Addressed; name: string; value: string; usual?: true };

/**
 * A file may be kept without asking only where its name changes with its bytes. Of all else a copy is kept and the server
 * asked whether it still holds, which costs an answer without a body: what was withdrawn is withdrawn at once.
 */
export const caching = {
  asked: "public, max-age=0, must-revalidate",
  kept: "public, max-age=31536000, immutable",
} as const;

/** Astro's folder: every name in it has a hash of what the file holds. */
export const hashedFolder = "/_astro/";

/** What scripts of other sites may read beside the body: tables are read in parts (RFC 9110, 14). */
const exposed = ["Accept-Ranges", "Content-Encoding", "Content-Length", "Content-Range", "ETag"];

/** Files of the engine, which no list of addresses has. */
const engineTypes: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".pagefind": "application/octet-stream",
  ".pf_fragment": "application/octet-stream",
  ".pf_index": "application/octet-stream",
  ".pf_meta": "application/octet-stream",
};

/** Endings that hosts serve rightly by themselves, bytes of no kind among them. */
const usualTypes =
  /^\.(html|json|xml|txt|png|svg|zip|xlsx|xls|ods|pdf|bin|js|wasm|woff2|pagefind|pf_\w+)$/;

/** Media types of texts: the portal writes all of them in UTF-8. */
const isText = (mediaType: string): boolean =>
  /^text\/|^application\/(.+\+)?(json|xml|yaml|n-triples)$/.test(mediaType);

/** A media type as a server is to say it. */
export const withCharset = (mediaType: string): string =>
  isText(mediaType) ? `${mediaType}; charset=utf-8` : mediaType;

/** The ending of a form of address, as a key; without one, its folder. */
function addressedBy(path: string): Addressed {
  const [ending] = /\.[a-z]+$/.exec(path) ?? [];
  return ending === undefined ? { folder: path.replace(/[^/]+$/, "") } : { ending };
}

/** The media type of each ending and of each folder of files without one; the first address of an ending says it. */
function typeRules(addresses: readonly Address[]): HeaderRule[] {
  const rules = new Map<string, HeaderRule>();
  const add = (of: Addressed, mediaType: string) => {
    const key = JSON.stringify(of);
    const usual = "ending" in of && usualTypes.test(of.ending);
    if (!rules.has(key))
      rules.set(key, {
        of,
        name: "Content-Type",
        value: withCharset(mediaType),
        ...(usual ? { usual: true } : {}),
      });
  };
  // What hosts read themselves, and files whose own endings tell.
  for (const { path, mediaType } of addresses)
    if (!/^\/_|\{\+?(file|name)\}$/.test(path)) add(addressedBy(path), mediaType);
  for (const { extension, mediaType } of Object.values(fileTypes))
    add({ ending: `.${extension}` }, mediaType);
  for (const [ending, mediaType] of Object.entries(engineTypes)) add({ ending }, mediaType);
  return [...rules.values()];
}

/**
 * The one source of what a server says beside a file: `_headers` and the recipes for servers are written from it.
 * @param tiles the portal's server of map tiles
 * @param origins servers beside its own that its pages ask
 */
export function headerRules(
  addresses: readonly Address[],
  tiles?: string,
  origins: readonly string[] = [],
): HeaderRule[] {
  const everywhere = Object.entries({
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": exposed.join(", "),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Content-Security-Policy": contentSecurityPolicy(tiles, origins),
  });
  return [
    ...everywhere.map(([name, value]): HeaderRule => ({ of: { folder: "/" }, name, value })),
    // Said for everything, it would be joined with the other by Cloudflare, which adds up what several rules say.
    { of: { folder: "/" }, name: "Cache-Control", value: caching.asked, usual: true },
    { of: { folder: hashedFolder }, name: "Cache-Control", value: caching.kept },
    ...typeRules(addresses),
  ];
}

const isOf = (path: string, of: Addressed): boolean =>
  "folder" in of ? path.startsWith(of.folder) : path.endsWith(of.ending);

/** What a server is to say of one address: names of headers → values. */
export const headersOf = (rules: readonly HeaderRule[], path: string): Map<string, string> =>
  new Map(rules.filter(({ of }) => isOf(path, of)).map(({ name, value }) => [name, value]));

/** Rules of one header but those of everything, each as an ending or a folder. */
export const rulesOf = (rules: readonly HeaderRule[], name: string): HeaderRule[] =>
  rules.filter((rule) => rule.name === name && !("folder" in rule.of && rule.of.folder === "/"));

/** Rules that hold for everything. */
export const everywhereOf = (rules: readonly HeaderRule[]): HeaderRule[] =>
  rules.filter(({ of }) => "folder" in of && of.folder === "/");
