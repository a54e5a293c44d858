import { leadingAddresses } from "../former-addresses.ts";
import { type Recipe, rewritesOf } from "./recipe.ts";
import { everywhereOf, type HeaderRule, rulesOf } from "./rules.ts";

const plainType = (value: string): string => value.replace(/;.*$/, "");
const isUtf8 = ({ value }: HeaderRule): boolean => value.endsWith("charset=utf-8");
const unique = (words: readonly string[]): string[] => [...new Set(words)];

/** Texts nginx is to compress beside text/html, which it always does. */
const isCompressed = ({ value }: HeaderRule): boolean =>
  isUtf8({ value } as HeaderRule) || /svg|geo\+json|wasm/.test(value);

/** Words in lines of a bearable length. */
function wrapped(words: readonly string[], indent: string): string {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 88)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join(`\n${indent}`);
}

/** Lines of a location for each folder of files without an ending. */
const locations = (types: readonly HeaderRule[], root: string): string[] =>
  types.flatMap(({ of, value }) =>
    "folder" in of ? [`  location ${root}${of.folder} { default_type ${plainType(value)}; }`] : [],
  );

/**
 * The rules as a file of nginx's own, put whole beside its other sites (conf.d, sites-enabled). Headers stand in the server
 * alone: a location with an `add_header` of its own would lose all of them.
 * @param host the portal's name in the DNS
 */
export function renderNginx({ rules, root }: Recipe, host: string): string {
  const types = rulesOf(rules, "Content-Type");
  const texts = unique(types.filter(isUtf8).map(({ value }) => plainType(value)));
  const squeezed = unique(types.filter(isCompressed).map(({ value }) => plainType(value)));
  const endings = types.flatMap(({ of, value }) =>
    "ending" in of ? [`    ${plainType(value)} ${of.ending.slice(1)};`] : [],
  );
  const kept = rulesOf(rules, "Cache-Control");
  const [asked] = everywhereOf(rules).filter(({ name }) => name === "Cache-Control");
  const headers = everywhereOf(rules).filter(({ name }) => name !== "Cache-Control");
  const notHtml = (type: string) => type !== "text/html";
  // Other portals of the same server have a map of their own, and of one name the last would hold for all.
  const cache = `$portal_cache_${host.replace(/\W/g, "_")}`;
  return `map $uri ${cache} {
  default "${asked?.value}";
${kept.map(({ of, value }) => `  ~^${root}${"folder" in of ? of.folder : `.*${of.ending}$`} "${value}";`).join("\n")}
}
server {
  listen 80;
  server_name ${host};
  root /srv/portal;
  index index.html;
  error_page 404 ${root}/404.html;
  types {
${endings.join("\n")}
  }
  default_type application/octet-stream;
  charset utf-8;
  charset_types ${wrapped(texts.filter(notHtml), "                ")};
  gzip on;
  gzip_vary on;
  gzip_types ${wrapped(squeezed.filter(notHtml), "             ")};
${headers.map(({ name, value }) => `  add_header ${name} "${value}" always;`).join("\n")}
  add_header Cache-Control ${cache};
${locations(types, root).join("\n")}
${rewritesOf(leadingAddresses)
  .map(
    ({ pattern, place, kind }) =>
      `  rewrite ^${root}${pattern}$ ${root}${place} ${kind === "moved" ? "permanent" : "last"};`,
  )
  .join("\n")}
}
`;
}
