/** What could not be carried over as it was: which value of which dataset, and what was done with it. Ukrainian. */
export type Gap = { dataset: string; field: string; value: string; note: string };

/** Notes what of one package could not be carried over: the field, its value as it was, and what was done with it. */
export type Note = (field: string, value: unknown, note: string) => void;
