import type { Address } from "../addresses/address.ts";
import { contentSecurityPolicy } from "./security.ts";

/** Media types of texts: the portal writes all of them in UTF-8. */
const isText = (mediaType: string): boolean =>
  /^text\/|^application\/(.+\+)?(json|xml|yaml|n-triples)$/.test(mediaType);

/** How a host is told of all addresses of one form: by their ending, or, without one, by their folder. */
const patternOf = (path: string): string => {
  const [ending] = /\.[a-z]+$/.exec(path) ?? [];
  return ending === undefined ? path.replace(/[^/]+$/, "*") : `/*${ending}`;
};

/** Endings every host serves rightly by itself, and those that mean one thing here and another there. */
const known = /\.(html|json|xml|txt|png|svg|zip|xlsx|bin)$/;

/** The media type each form of address is to be served with, where a host could not tell. */
const typesOf = (addresses: readonly Address[]): Map<string, string> =>
  new Map(
    addresses
      .filter(({ path }) => !known.test(path) && !/\{\+?(file|name)\}$/.test(path))
      .map(({ path, mediaType }) => [
        patternOf(path),
        isText(mediaType) ? `${mediaType}; charset=utf-8` : mediaType,
      ]),
  );

/** Rules of headers in the form Netlify and Cloudflare Pages read: types harvesters insist on, and data open to scripts of other sites. */
export const renderHeaders = (
  addresses: readonly Address[],
  tiles?: string,
  origins: readonly string[] = [],
): string =>
  [
    `/*
  Access-Control-Allow-Origin: *
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Content-Security-Policy: ${contentSecurityPolicy(tiles, origins)}
`,
    ...[...typesOf(addresses)].map(
      ([path, mediaType]) => `${path}\n  Content-Type: ${mediaType}\n`,
    ),
  ].join("");
