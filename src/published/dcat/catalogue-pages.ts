/** Sets on one page of the catalogue. */
export const setsOfPage = 50;

/** The path of a page of the catalogue; the first is the catalogue itself. */
export const cataloguePath = (page: number): string =>
  page === 1 ? "/datasets/" : `/datasets/${page}/`;

export const cataloguePages = (sets: number): number => Math.max(1, Math.ceil(sets / setsOfPage));
