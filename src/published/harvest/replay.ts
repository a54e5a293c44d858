import type { HarvestedDataset } from "./read.ts";

/** What one harvester would do with the new catalogue, having the previous one. */
export type HarvestRun = {
  harvester: string;
  created: string[];
  updated: string[];
  deleted: string[];
  /** Files that keep their record, with its downloads, previews and links, and those that get a new one. */
  filesKept: number;
  filesRecreated: number;
};

type Harvester = {
  harvester: string;
  /** What a dataset is known by from run to run. */
  keyOf(dataset: HarvestedDataset): string;
  /** What a file of a dataset is known by. */
  fileKeys(dataset: HarvestedDataset): string[];
};

/**
 * Who harvests, and by what each knows a dataset and a file again: ckanext-dcat (harvesters/rdf.py: IRI, then
 * identifier; resources by IRI), uData (identifier; resources by address), piveau (IRI; distributions by IRI).
 */
const harvesters: Harvester[] = [
  {
    harvester: "CKAN (ckanext-dcat)",
    keyOf: ({ named, iri, identifiers }) => (named ? iri : (identifiers[0] ?? "")),
    fileKeys: ({ files }) => [...files.keys()],
  },
  {
    harvester: "uData",
    keyOf: ({ identifiers }) => identifiers[0] ?? "",
    fileKeys: ({ files }) => [...files.values()],
  },
  {
    harvester: "piveau (data.europa.eu)",
    keyOf: ({ iri }) => iri,
    fileKeys: ({ files }) => [...files.keys()],
  },
];

export function replayHarvest(
  previous: readonly HarvestedDataset[],
  next: readonly HarvestedDataset[],
): HarvestRun[] {
  return harvesters.map(({ harvester, keyOf, fileKeys }) => {
    const before = new Map(previous.map((dataset) => [keyOf(dataset), dataset]));
    const after = new Map(next.map((dataset) => [keyOf(dataset), dataset]));
    const both = [...after].flatMap(([key, dataset]) => {
      const known = before.get(key);
      return known ? [{ key, dataset, known }] : [];
    });
    let filesKept = 0;
    let filesRecreated = 0;
    for (const { dataset, known } of both) {
      const keys = new Set(fileKeys(known));
      const addresses = new Set(known.files.values());
      const own = fileKeys(dataset);
      [...dataset.files.values()].forEach((address, index) => {
        if (keys.has(own[index] ?? "")) filesKept++;
        else if (addresses.has(address)) filesRecreated++;
      });
    }
    return {
      harvester,
      created: [...after.keys()].filter((key) => !before.has(key)),
      updated: both
        .filter(({ dataset, known }) => dataset.content !== known.content)
        .map(({ key }) => key),
      deleted: [...before.keys()].filter((key) => !after.has(key)),
      filesKept,
      filesRecreated,
    };
  });
}
