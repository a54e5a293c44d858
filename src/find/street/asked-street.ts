import {
  addressesOf,
  fitsKind,
  houseOf,
  isSeveral,
  streetKey,
  streetKind,
} from "../../table/address/street.ts";
import { askedKeysOf, keysOf } from "../keys.ts";
import type { IndexedStreet, RenamedStreet } from "./street-files.ts";

/** A street as a reader asks for it. */
export type AskedStreet = {
  /** Its kind, as a short word; empty where none is typed. */
  kind: string;
  /** Words of its name, in lower case. */
  words: string[];
  house: string;
};

/** Reads what is typed, each street and house of it: «вул. Полтавська 12-а», «Соборній», «Соборна/Київська». */
export function readStreets(text: string): AskedStreet[] {
  const addresses = addressesOf(text);
  if (addresses.length > 0)
    return addresses.map(({ kind, key, house }) => ({ kind, words: wordsOfKey(key), house }));
  const kinds = text.split(/\s+/).map(streetKind);
  return [
    {
      kind: kinds.find((one) => one !== undefined) ?? "",
      words: wordsOfKey(streetKey(text)),
      house: houseOf(text),
    },
  ];
}

const wordsOfKey = (key: string): string[] =>
  key.split(" ").filter((word) => word !== "" && word !== "на");

/** The first street that is typed. */
export const readStreet = (text: string): AskedStreet =>
  readStreets(text)[0] ?? { kind: "", words: [], house: "" };

/** An address without the name of the portal's own settlement: «Кропивницький Полтавська 30» → «Полтавська 30». */
export function withoutTown(text: string, towns: readonly string[]): string {
  const named = new Set(towns.map((town) => town.toLowerCase()));
  return text
    .split(/[\s,]+/)
    .filter(
      (word, at, all) =>
        !named.has(word.toLowerCase()) &&
        !(
          /^(?:м|місто|с|село|селище|смт)\.?$/iu.test(word) &&
          named.has(all[at + 1]?.toLowerCase() ?? "")
        ),
    )
    .join(" ");
}

/** Is a word of a name another form of what is typed? */
const isForm = (typed: string, word: string): boolean => {
  const keys = typed.length > 3 ? askedKeysOf(typed) : [];
  return keysOf(word).some((key) => keys.includes(key));
};

/** Does a word of a name begin as what is typed, or is it another form of it? */
const answers = (typed: string, word: string): boolean =>
  word.startsWith(typed) || isForm(typed, word);

/** Is a street called, or was it, just as is typed? */
const isNamed = ({ words }: Pick<AskedStreet, "words">, { key, former = [] }: IndexedStreet) =>
  [key, ...former].includes([...words].sort().join(" "));

/**
 * Of the streets that answer those which are shown whole: the first; where the kind that is typed may be several, as
 * «пр.» is, all of that name.
 */
export function meantBy(asked: AskedStreet, found: readonly IndexedStreet[]): IndexedStreet[] {
  const named = isSeveral(asked.kind) ? found.filter((street) => isNamed(asked, street)) : [];
  return named.length > 0 ? named : found.slice(0, 1);
}

/**
 * Streets that have every typed word in their present or former name; the kind that is typed decides where both have one.
 * First those whose name is just what is typed, then those with more rows.
 */
export function asksFor(
  { kind, words }: AskedStreet,
  streets: readonly IndexedStreet[],
): IndexedStreet[] {
  const isWhole = (street: IndexedStreet) => (isNamed({ words }, street) ? 0 : 1);
  const rows = ({ has }: IndexedStreet) => has.reduce((sum, one) => sum + one.rows, 0);
  return streets
    .filter(({ title }) => fitsKind(kind, streetKind(title.split(" ")[0] ?? "") ?? ""))
    .filter(({ key, former = [] }) =>
      [key, ...former].some((name) =>
        words.every((word) => name.split(" ").some((one) => answers(word, one))),
      ),
    )
    .sort((a, b) => isWhole(a) - isWhole(b) || rows(b) - rows(a) || (a.title < b.title ? -1 : 1));
}

/** The renamed street that a text names by its former name, whole: «Кірова», «на вулиці Кірова, 5». */
export function renamedOf(
  text: string,
  streets: readonly RenamedStreet[],
): RenamedStreet | undefined {
  const { kind, words } = readStreet(text);
  if (words.length === 0) return undefined;
  const kindOf = ({ was }: RenamedStreet) => streetKind(was.split(" ")[0] ?? "") ?? "";
  const found = streets.filter(
    ({ key }) =>
      key.split(" ").length === words.length &&
      words.every((word) => key.split(" ").some((one) => one === word || isForm(word, one))),
  );
  return found.find((street) => kind !== "" && fitsKind(kind, kindOf(street))) ?? found[0];
}
