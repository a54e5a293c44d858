import { type DatasetDescriptor, formerNames } from "./dataset.ts";

/** A set: its folder's name and its passport. */
type Named = { id: string; value: DatasetDescriptor };

/** The name a set had when it was new: whatever it is called today, this is what others know it by. */
const firstName = ({ id, value }: Named): string => formerNames(value)[0] ?? id;

/** The IRI of a set, given by the portal that keeps it and lasting under every later name. */
export const iriOf = (set: Named, { iriBase }: { iriBase: string }): string =>
  set.value.home?.iri ?? `${iriBase}/dataset/${firstName(set)}`;

/** What the national portal and uData know a set by (dct:identifier). */
export const identifierOf = (set: Named): string => set.value.identifier ?? firstName(set);
