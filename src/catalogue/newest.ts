import type { Dataset } from "../model/catalogue.ts";
import type { Commit } from "../model/repository.ts";
import { momentOf } from "./values.ts";

/**
 * When the newest of the sets, or of what is said of them, changed; nothing where nobody knows.
 * @param own the commit that last changed what the catalogue says of itself
 */
export function newestOf(datasets: readonly Dataset[], own?: Commit): { modified?: string } {
  const modified = datasets
    .flatMap((dataset) => [dataset.modified ?? [], dataset.described ?? []].flat())
    .concat(own ? momentOf(own) : [])
    .sort()
    .at(-1);
  return modified === undefined ? {} : { modified };
}
