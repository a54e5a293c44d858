import { createHash } from "node:crypto";
import { freezeCatalogue } from "../../catalogue/freeze.ts";
import { newestOf } from "../../catalogue/newest.ts";
import type { Catalogue, Dataset, Shared } from "../../model/catalogue.ts";
import type { Stamps } from "../../schemas/reports/stamps.ts";
import { toCkanPackage } from "../dataset/ckan.ts";
import { graphSaid, nodesSaid } from "../dcat/dcat.ts";

/** What is stamped of a set: its description in DCAT, and its CKAN package. */
const parts = ["described", "packaged"] as const;
type Part = (typeof parts)[number];

/** The same value without properties that are stamps themselves. */
const unstamped = (value: unknown, stamps: readonly string[]): string =>
  JSON.stringify(value, (name, part) => (stamps.includes(name) ? undefined : part));

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** SHA-256 of what is served of a set, by part: another key is a change that harvesters must hear of. */
function keysOf(dataset: Dataset, shared: Shared): Record<Part, string> {
  return {
    // All its own files say: of its places, its series and its publisher too.
    described: sha256(JSON.stringify(graphSaid(dataset, shared))),
    packaged: sha256(
      unstamped(toCkanPackage(dataset, shared), ["metadata_modified", "last_modified"]),
    ),
  };
}

/** SHA-256 of what the catalogue says beside its sets: of itself, and which sets it has. */
const keyOf = ({ modified: _, ...catalogue }: Catalogue): string =>
  sha256(JSON.stringify(nodesSaid(catalogue)));

/** The file the next publication reads: what is said of the catalogue and of every set now, and since when. */
export function renderStamps(catalogue: Catalogue): string {
  const sets = catalogue.datasets.map((dataset): [string, Stamps["sets"][string]] => {
    const keys = keysOf(dataset, catalogue);
    const stamps = parts.flatMap((part) => {
      const moment = dataset[part];
      return moment === undefined ? [] : [[part, { key: keys[part], moment }] as const];
    });
    return [dataset.iri, Object.fromEntries(stamps)];
  });
  sets.sort(([a], [b]) => (a < b ? -1 : 1));
  const { modified } = catalogue;
  const stamps: Stamps = {
    ...(modified === undefined ? {} : { catalogue: { key: keyOf(catalogue), moment: modified } }),
    sets: Object.fromEntries(sets),
  };
  return `${JSON.stringify(stamps, null, 1)}\n`;
}

const later = (a: string, b: string): string => (Date.parse(a) >= Date.parse(b) ? a : b);

/**
 * A catalogue as git dates it → as it is to be published after the previous one: what says the same keeps the stamp it
 * was published with, what says anything else is stamped with this publication. Git alone cannot know either: a branch
 * that was fast-forwarded keeps the days of its commits, a newer engine says more of the same files, and a harvester that
 * came between a merge and its publication has seen nothing of it.
 * @param previous what stood in the previous catalogue; "unstamped" where it was an engine's that kept no stamps
 * @param moment of this publication, ISO date-time
 */
export function restamp(
  catalogue: Catalogue,
  previous: Stamps | "unstamped",
  moment: string,
): Catalogue {
  const stampOf = (dataset: Dataset, part: Part, key: string): string | undefined => {
    const own = dataset[part];
    // A portal that knows no dates says none.
    if (own === undefined) return undefined;
    if (previous === "unstamped") return later(own, moment);
    // A set that was not there becomes known now, whenever it was written.
    const known = previous.sets[dataset.iri]?.[part];
    return known?.key === key ? known.moment : later(own, moment);
  };
  const datasets = catalogue.datasets.map((dataset): Dataset => {
    const keys = keysOf(dataset, catalogue);
    const stamps = parts.flatMap((part) => {
      const stamp = stampOf(dataset, part, keys[part]);
      return stamp === undefined ? [] : [[part, stamp]];
    });
    return { ...dataset, ...Object.fromEntries(stamps) };
  });
  const { modified: _, ...rest } = catalogue;
  const { modified: newest } = newestOf(datasets);
  if (newest === undefined) return freezeCatalogue({ ...rest, datasets });
  const known = previous === "unstamped" ? undefined : previous.catalogue;
  const own = known?.key === keyOf({ ...rest, datasets }) ? known.moment : moment;
  return freezeCatalogue({ ...rest, datasets, modified: later(newest, own) });
}
