import type { Addressed, HeaderRule } from "./rules.ts";

const patternOf = (root: string, of: Addressed): string =>
  "folder" in of ? `${root}${of.folder}*` : `${root}/*${of.ending}`;

/**
 * Rules in the form Netlify and Cloudflare Pages read, each header once for any address: Cloudflare joins what several
 * rules say of one (https://developers.cloudflare.com/pages/configuration/headers/). What both do unasked is left out.
 * @param root the path the portal stands under at its address, "" for the whole of it
 */
export function renderHeaders(rules: readonly HeaderRule[], root: string): string {
  const told = Map.groupBy(
    rules.filter(({ usual }) => !usual),
    ({ of }) => patternOf(root, of),
  );
  return [...told]
    .map(
      ([pattern, headers]) =>
        `${pattern}\n${headers.map(({ name, value }) => `  ${name}: ${value}\n`).join("")}`,
    )
    .join("");
}
