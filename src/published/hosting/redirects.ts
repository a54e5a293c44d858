import type { Catalogue } from "../../model/catalogue.ts";
import { fill } from "../addresses/address.ts";
import { namesOfSet, rootOf } from "../pages.ts";
import { type FormerAddress, fileOfSet, formerIds, leadingAddresses } from "./former-addresses.ts";

/** Rules without placeholders that Cloudflare Pages reads (https://developers.cloudflare.com/pages/configuration/redirects/#per-file). */
const mostRules = 2000;

/** Is every slot a whole part of the path? Netlify takes `/dataset/:dataset.nt` for any part there. */
const isOfParts = ({ from }: FormerAddress): boolean =>
  from.split("/").every((part) => !part.includes("{") || /^\{\+?\w+\}$/.test(part));

/** Slots as hosts write them: /dataset/{dataset}/{+rest} → /dataset/:dataset/* in what is asked, …/:splat in what is given. */
const withPlaceholders = (form: string, splat: "*" | ":splat"): string =>
  form.replace(/\{\+\w+\}/g, splat).replace(/\{(\w+)\}/g, ":$1");

/**
 * Rules of redirects in the form Netlify and Cloudflare Pages read, the same for both. Where a slot is less than a part
 * of the path, each dataset has a rule of its own; none has where that would be more rules than a host reads.
 */
export function renderRedirects({ portal, datasets }: Catalogue): string {
  const root = rootOf(portal);
  // A page that knows its former address is given there: Cloudflare would lose the reader's query behind another.
  const rule = (from: string, to: string) => {
    const [place = "", query] = to.split("?");
    return `${root}${from} ${root}${place} ${query === undefined ? 301 : 200}\n`;
  };
  // An identifier the set had, as CKAN's addresses have it and as this site's do.
  const ofAliases = datasets.flatMap((dataset) =>
    formerIds(dataset).flatMap((former) =>
      ["", "/"].map((end) => rule(`/dataset/${former}${end}`, `/dataset/${dataset.id}/`)),
    ),
  );
  const ofDatasets = leadingAddresses
    .filter((address) => !isOfParts(address))
    .flatMap(({ from, to }) =>
      datasets
        .flatMap(namesOfSet)
        .map((dataset) => rule(fill(from, { dataset }), fill(to, { dataset }))),
    );
  const ofFiles =
    portal.iriBase === portal.site
      ? datasets.flatMap(({ id: dataset, home, resources }) =>
          (home ? [] : resources).map(({ iri }) =>
            rule(iri.slice(portal.iriBase.length), fill(fileOfSet.to, { dataset })),
          ),
        )
      : [];
  const ofParts = leadingAddresses.filter(isOfParts);
  const [fixed = [], open = []] = [false, true].map((slotted) =>
    ofParts
      .filter(({ from }) => from.includes("{") === slotted)
      .map(({ from, to }) => rule(withPlaceholders(from, "*"), withPlaceholders(to, ":splat"))),
  );
  // Each kind whole or not at all; the dearest first, as without its rule a former id still has a page that leads on.
  const named = [ofAliases, ofDatasets, ofFiles].reduce(
    (kept, rules) =>
      kept.length + rules.length + fixed.length > mostRules ? kept : kept.concat(rules),
    [],
  );
  // Cloudflare reads no rule without placeholders after one with them.
  return [...named, ...fixed, ...open].join("");
}
