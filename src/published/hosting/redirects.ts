import type { Catalogue } from "../../model/catalogue.ts";
import { fill } from "../addresses/address.ts";
import { rootOf } from "../pages.ts";
import { type FormerAddress, formerAddresses } from "./former-addresses.ts";

/** Rules without placeholders that Cloudflare Pages reads (https://developers.cloudflare.com/pages/configuration/redirects/#per-file). */
const mostRules = 2000;

/** Is every slot a whole part of the path? Netlify takes `/dataset/:dataset.nt` for any part there. */
const isOfParts = ({ from }: FormerAddress): boolean =>
  from.split("/").every((part) => !part.includes("{") || /^\{\w+\}$/.test(part));

/** Slots as hosts write them: /dataset/{dataset}/passport.csv → /dataset/:dataset/passport.csv. */
const withPlaceholders = (form: string): string => form.replace(/\{(\w+)\}/g, ":$1");

/**
 * Rules of redirects in the form Netlify and Cloudflare Pages read, the same for both. Where a slot is less than a part
 * of the path, each dataset has a rule of its own; none has where that would be more rules than a host reads.
 */
export function renderRedirects({ portal, datasets }: Catalogue): string {
  const root = rootOf(portal);
  const rule = (from: string, to: string) => `${root}${from} ${root}${to} 301\n`;
  const ofDatasets = formerAddresses
    .filter((address) => !isOfParts(address))
    .flatMap(({ from, to }) =>
      datasets.map(({ id }) => rule(fill(from, { dataset: id }), fill(to, { dataset: id }))),
    );
  // Cloudflare reads no rule without placeholders after one with them.
  return [
    ...(ofDatasets.length > mostRules ? [] : ofDatasets),
    ...formerAddresses
      .filter(isOfParts)
      .map(({ from, to }) => rule(withPlaceholders(from), withPlaceholders(to))),
  ].join("");
}
