import type { Catalogue } from "../../model/catalogue.ts";
import { fill } from "../addresses/address.ts";
import { rootOf } from "../pages.ts";
import { formerAddresses } from "./former-addresses.ts";

/** Rules without placeholders that Cloudflare Pages reads (https://developers.cloudflare.com/pages/configuration/redirects/#per-file). */
const mostRules = 2000;

/**
 * Rules of redirects in the form Netlify and Cloudflare Pages read, the same for both. Netlify takes a placeholder for
 * a whole part of a path (`/dataset/:dataset.nt` is any dataset to it), so that where a slot is less than that, each
 * dataset has a rule of its own; none has where that would be more rules than a host reads.
 */
export function renderRedirects({ portal, datasets }: Catalogue): string {
  const root = rootOf(portal);
  const ruleOf = (from: string, to: string) => `${root}${from} ${root}${to} 301\n`;
  const rules = formerAddresses.flatMap(({ from, to }) =>
    datasets.map(({ id }) => ruleOf(fill(from, { dataset: id }), fill(to, { dataset: id }))),
  );
  return rules.length > mostRules ? "" : rules.join("");
}
