/** So many tables of a set stand on its page; each further one has the page others put in their frames. */
export const shownTables = 6;
