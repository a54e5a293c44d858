import type { Dataset } from "../model/catalogue.ts";

/** When the newest of the sets, or of what is said of them, changed; nothing where nobody knows. */
export function newestOf(datasets: readonly Dataset[]): { modified?: string } {
  const modified = datasets
    .flatMap((dataset) => [dataset.modified ?? [], dataset.described ?? []].flat())
    .sort()
    .at(-1);
  return modified === undefined ? {} : { modified };
}
