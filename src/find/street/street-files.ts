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

/** What one table has of a street: the table's key, rows, rows by house, and how it writes the street. */
export type StreetRows = {
  table: string;
  rows: number;
  houses?: Record<string, number>;
  /** Names of the street in the table, where it is written there otherwise than as its title. */
  names?: string[];
};

/** Latitude and longitude, degrees. */
export type Place = readonly [lat: number, lon: number];

/** A thing of a table of points: the cell that names it, where it stands, and what it is called where the cell is but a number. */
export type PlacedThing = readonly [name: string, lat: number, lon: number, called?: string];

/** Things of one table of points, by the table's key. */
export type TablePlaces = { table: string; things: PlacedThing[] };

/** Where a house is: hundred-thousandths of a degree north and east of the middle of its street, of how many points if of several. */
export type HousePlace = readonly [north: number, east: number, points?: number];

/** A street as its file has it. */
export type IndexedStreet = {
  title: string;
  /** The words of its name as they are compared, and of its former names. */
  key: string;
  former?: string[];
  has: StreetRows[];
  /** The middle of the points that its rows have, and where its houses are from there. */
  at?: Place;
  placed?: Record<string, HousePlace>;
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

/** The file of what the nearest is looked for among; there is none where no table has points alone. */
export const placesFile = "streets/places.json";

/** What helps where no street is found: names of the portal's own settlements, and the words of all streets. */
export type StreetWords = { towns: string[]; words: string[] };
export const wordsFile = "streets/words.json";
