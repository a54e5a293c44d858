import type { Catalogue, Dataset } from "../../model/catalogue.ts";

/** The datasets that can be asked, for the page's list: those with a table here. */
export const askable = ({ datasets }: Catalogue): Dataset[] =>
  datasets.filter(
    ({ passport, resources }) =>
      passport.status === "active" && resources.some(({ table, path }) => table && path),
  );
