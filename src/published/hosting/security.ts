/**
 * What a page may load: its own files and nothing else, but for map tiles where the portal names a server of them
 * (portal.yaml, map.tiles), for tables that lie on other servers, and for the forge that keeps the repository, on the page
 * that sends to it; no inline script or style. `wasm-unsafe-eval` is for the search
 * (https://pagefind.app/docs/hosting/); what a <meta> may not say, frames among it, stands in the headers.
 * @param origins servers beside this one that the page asks
 */
export const contentSecurityPolicy = (tiles?: string, origins: readonly string[] = []): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    `img-src 'self' data:${tiles === undefined ? "" : ` ${tileHosts(tiles)}`}`,
    "font-src 'self'",
    ["connect-src 'self'", ...origins].join(" "),
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join("; ");

/** Where the forge that keeps a repository answers programs: GitHub, and no other is known. */
export const forgeOrigins = (repository: string | undefined): string[] =>
  repository?.startsWith("https://github.com/") ? ["https://api.github.com"] : [];

/** Hosts of an address of tiles: «{s}» in it stands for any name. */
const tileHosts = (tiles: string): string =>
  tiles.split("/").slice(0, 3).join("/").replace("//{s}", "//*");

/**
 * RFC 9116: whom to write to about a weakness, and until when this holds.
 * @param expires yyyy-mm-dd, less than a year ahead
 */
export const renderSecurityTxt = (options: {
  site: string;
  contact: string;
  policy?: string;
  expires: string;
}): string =>
  [
    `Contact: mailto:${options.contact}`,
    `Expires: ${options.expires}T00:00:00Z`,
    "Preferred-Languages: uk, en",
    `Canonical: ${options.site}/.well-known/security.txt`,
    ...(options.policy === undefined ? [] : [`Policy: ${options.policy}`]),
    "",
  ].join("\n");

/** What robots may do: everything; and where the list of pages is. */
export const renderRobots = (site: string): string =>
  `User-agent: *\nAllow: /\n\nSitemap: ${site}/sitemap.xml\n`;
