import { serialisations } from "../dcat/rdf.ts";
import { contentSecurityPolicy } from "./security.ts";

const utf8 = "charset=utf-8";

/** Paths of the site and the media type each must be served with; a host that goes by endings knows the rest. */
const types: [path: string, mediaType: string][] = [
  ["/api/3/action/*", `application/json; ${utf8}`],
  ...Object.entries(serialisations).map(([extension, { mediaType }]): [string, string] => [
    `/*.${extension}`,
    `${mediaType}; ${utf8}`,
  ]),
  ["/*.csv", `text/csv; ${utf8}`],
  ["/*.atom", `application/atom+xml; ${utf8}`],
];

/** Rules of headers in the form Netlify and Cloudflare Pages read: types harvesters insist on, and data open to scripts of other sites. */
export const renderHeaders = (tiles?: string): string =>
  [
    `/*
  Access-Control-Allow-Origin: *
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Content-Security-Policy: ${contentSecurityPolicy(tiles)}
`,
    ...types.map(([path, mediaType]) => `${path}\n  Content-Type: ${mediaType}\n`),
  ].join("");
