import { type Catalogue, published } from "../../../model/catalogue.ts";
import { once } from "../../../model/once.ts";
import { registryColumns, registryOf } from "../../registry.ts";

/** Of the twelve columns of Annex 7 one may stay empty: the code of a publisher that is no legal entity. */
const required = registryColumns.filter((column) => column !== "publisherId");

export type RegistryFigures = {
  rows: number;
  /** Rows with every required column. */
  whole: number;
  /** The other rows: id of the set and what it lacks. */
  missing: { id: string; columns: string[] }[];
};

/** How complete the register of datasets is (task 5.2). */
export const measureRegistry = once((catalogue: Catalogue): RegistryFigures => {
  const sets = published(catalogue);
  const lines = registryOf(catalogue).map((row, index) => ({
    id: sets[index]?.id ?? "",
    columns: required.filter((column) => row[column] === null),
  }));
  const missing = lines.filter(({ columns }) => columns.length > 0);
  return { rows: lines.length, whole: lines.length - missing.length, missing };
});
