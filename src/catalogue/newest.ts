import type { Dataset } from "../model/catalogue.ts";

/**
 * When the newest of the sets, or of what is said of them, changed; nothing where nobody knows.
 * @param own when the catalogue last changed what it says of itself
 */
export function newestOf(datasets: readonly Dataset[], own?: string): { modified?: string } {
  const modified = datasets
    .flatMap((dataset) => [dataset.modified ?? [], dataset.described ?? []].flat())
    .concat(own ?? [])
    .sort()
    .at(-1);
  return modified === undefined ? {} : { modified };
}
