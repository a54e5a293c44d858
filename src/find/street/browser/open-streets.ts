import { type AskedStreet, asksFor, readStreets, withoutTown } from "../asked-street.ts";
import {
  type IndexedStreet,
  placesFile,
  type StreetTable,
  type StreetWords,
  streetFile,
  type TablePlaces,
  wordsFile,
} from "../street-files.ts";

/** What is asked for, and the streets that answer it. */
export type FoundStreets = { asked: AskedStreet; streets: IndexedStreet[] };

/** The index of streets of a portal, read as it is asked. */
export type Streets = {
  tables(): Promise<StreetTable[]>;
  places(): Promise<TablePlaces[]>;
  /** Each street and house that a text names, with the streets that answer. */
  find(text: string): Promise<FoundStreets[]>;
  /** Streets that a text which nothing answers may have been meant as. */
  propose(text: string): Promise<FoundStreets[]>;
};

const isFound = (found: readonly FoundStreets[]) => found.some(({ streets }) => streets.length > 0);

/**
 * Opens the index of streets; each file is fetched once, one that did not come is asked for again.
 * @param index address of the folder that has the index
 * @throws where a file does not come; a file that is not there is empty
 */
export function openStreets(index: string): Streets {
  const files = new Map<string, Promise<unknown>>();
  async function fetchFile<T>(name: string, empty: T): Promise<T> {
    const response = await fetch(index + name);
    if (response.status === 404) return empty;
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response.json();
  }
  function file<T>(name: string, empty: T): Promise<T> {
    const known = files.get(name) as Promise<T> | undefined;
    if (known) return known;
    const fetched = fetchFile(name, empty);
    files.set(name, fetched);
    fetched.catch(() => files.delete(name));
    return fetched;
  }

  /** Streets are in the file of the letter that their longest word begins with. */
  async function answersTo(asked: AskedStreet): Promise<FoundStreets> {
    const [word = ""] = [...asked.words].sort((a, b) => b.length - a.length);
    const isShort = word.length < 2 && !/\d/.test(word);
    const streets = isShort ? [] : await file<IndexedStreet[]>(streetFile(word), []);
    return { asked, streets: asksFor(asked, streets) };
  }
  const read = (text: string) => Promise.all(readStreets(text).map(answersTo));
  const words = () => file<StreetWords>(wordsFile, { towns: [], words: [] });

  return {
    tables: () => file<StreetTable[]>("streets/tables.json", []),
    places: () => file<TablePlaces[]>(placesFile, []),
    async find(text) {
      const shorter = async () => withoutTown(text, (await words()).towns);
      // «Кропивницький, Полтавська 30»: what stands before a comma is no street where another follows.
      const begun = /^\p{L}[^,\d]*,\s*\p{L}{3}/u.test(text) ? await shorter() : text;
      const found = await read(begun);
      if (isFound(found) || !/\p{L}\S*[\s,]+\S*\p{L}/u.test(text)) return found;
      const other = await shorter();
      return other === begun ? found : read(other);
    },
    async propose(text) {
      const [{ proposedFor }, known] = await Promise.all([import("../proposed.ts"), words()]);
      const texts = proposedFor(withoutTown(text, known.towns), known.words);
      return (await Promise.all(texts.map(read))).filter(isFound).flat();
    },
  };
}
