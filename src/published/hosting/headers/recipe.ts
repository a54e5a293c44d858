import type { HeaderRule } from "./rules.ts";

/** What a recipe for a server is made of. */
export type Recipe = {
  rules: readonly HeaderRule[];
  /** The path the portal stands under at its address: "" where it has the host for itself. */
  root: string;
};

/** A former address as a pattern of a server's and what takes its place, from the site's root: slots become groups. */
export type Rewrite = { pattern: string; place: string; kind: "moved" | "same" };

/**
 * Forms of former addresses → patterns. Where the new address has a query, the page is given at the old one, which its
 * script knows; a part of a page after «#» is left to the reader.
 */
export function rewritesOf(former: readonly { from: string; to: string }[]): Rewrite[] {
  return former.map(({ from, to }) => {
    const names: string[] = [];
    const pattern = from.replace(/\./g, "\\.").replace(/\{(\+?)(\w+)\}/g, (_, deep, name) => {
      names.push(name);
      return deep ? "(.+)" : "([^/]+)";
    });
    const place = to
      .replace(/[?#].*$/, "")
      .replace(/\{\+?(\w+)\}/g, (_, name) => `$${names.indexOf(name) + 1}`);
    return { pattern, place, kind: to.includes("?") ? "same" : "moved" };
  });
}
