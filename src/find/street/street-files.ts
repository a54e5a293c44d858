/** A table that knows streets: whose it is, and where its rows are. */
export type StreetTable = {
  dataset: string;
  title: string;
  titleEn?: string;
  resource: string;
  resourceTitle: string;
  /** Days the data are about, or the day they are true for. */
  from?: string;
  to?: string;
  /** Has the table a map of its rows? */
  map?: true;
  /** Rows of places to go to whose addresses name houses but whose points nobody knows: how many there are. */
  unplaced?: number;
};

/** How a street names a table: never by a place in the list, which may be of another build than the street's file. */
export const tableKey = ({ dataset, resource }: StreetTable): string => `${dataset}/${resource}`;

/** What one table has of a street: the table's key, rows, rows by house, and what finds them. */
export type StreetRows = {
  table: string;
  rows: number;
  houses?: Record<string, number>;
  /** What the table is searched by to show these rows. */
  q: string;
};

/**
 * What is nearest to a street of a table of points, by the table's key: the cell that names it, metres, and what it is
 * called where the cell is but a number.
 */
export type NearThing = { table: string; name: string; called?: string; metres: number };

/** A street as its file has it. */
export type IndexedStreet = {
  title: string;
  /** The words of its name as they are compared, and of its former names. */
  key: string;
  former?: string[];
  has: StreetRows[];
  near?: NearThing[];
};

/** The file of streets with a word that begins so; of digits one. */
export const streetFile = (word: string): string => {
  const letter = /\d/.test(word[0] ?? "") ? "0" : (word[0] ?? "");
  return `streets/${letter.charCodeAt(0).toString(16)}.json`;
};

/** A street that has another name now: the words of its former name as they are compared, and both names as they are read. */
export type RenamedStreet = { key: string; was: string; now: string };

/** The file of streets that have another name now; there is none where no table knows of any. */
export const renamedFile = "streets/renamed.json";
