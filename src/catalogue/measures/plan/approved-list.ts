import { type Catalogue, published } from "../../../model/catalogue.ts";
import { once } from "../../../model/once.ts";
import { datasetsById } from "../../lookups.ts";

export type ListComparison = {
  /** Is a list of datasets in force at all? */
  listed: boolean;
  /** Ids of published sets that the list names. */
  inBoth: string[];
  /** Ids of published sets that it does not. */
  notListed: string[];
  /** What it names and the portal has not: titles. */
  absent: string[];
};

/** The catalogue against the council's list of datasets in force (tasks 1.1 and 5.2). */
export const compareWithList = once((catalogue: Catalogue): ListComparison => {
  const lists = catalogue.registers.acts.filter(
    ({ kind, status }) => kind === "list" && status === "in-force",
  );
  const named = new Set(lists.flatMap(({ datasets }) => datasets));
  const sets = published(catalogue).map(({ id }) => id);
  const here = new Set(sets);
  const titleOf = (id: string) => datasetsById(catalogue).get(id)?.title.uk ?? id;
  return {
    listed: lists.length > 0,
    inBoth: sets.filter((id) => named.has(id)),
    notListed: lists.length > 0 ? sets.filter((id) => !named.has(id)) : [],
    absent: [
      // A withdrawn set is still in the list until the list is amended.
      ...[...named].filter((id) => !here.has(id)).map(titleOf),
      ...lists.flatMap(({ alsoListed }) => alsoListed),
    ],
  };
});
