import { addressesOf, houseOf, streetKey, streetKind } from "../../table/address/street.ts";
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

/** Reads what is typed: «вул. Полтавська 12-а», «Соборній», «1-й Приморський провулок». */
export function readStreet(text: string): AskedStreet {
  const [address] = addressesOf(text);
  const kind =
    address?.kind ??
    text
      .split(/\s+/)
      .map(streetKind)
      .find((one) => one !== undefined) ??
    "";
  return {
    kind,
    words: (address?.key ?? streetKey(text))
      .split(" ")
      .filter((word) => word !== "" && word !== "на"),
    house: address?.house ?? houseOf(text),
  };
}

/** Is a word of a name another form of what is typed? */
const isForm = (typed: string, word: string): boolean => {
  const keys = typed.length > 3 ? askedKeysOf(typed) : [];
  return keysOf(word).some((key) => keys.includes(key));
};

/** Does a word of a name begin as what is typed, or is it another form of it? */
const answers = (typed: string, word: string): boolean =>
  word.startsWith(typed) || isForm(typed, word);

/**
 * Streets that have every typed word in their present or former name; the kind that is typed decides where both have one.
 * First those whose name is just what is typed, then those with more rows.
 */
export function asksFor(
  { kind, words }: AskedStreet,
  streets: readonly IndexedStreet[],
): IndexedStreet[] {
  const asked = [...words].sort().join(" ");
  const kindOf = ({ title }: IndexedStreet) => streetKind(title.split(" ")[0] ?? "") ?? "";
  const isWhole = ({ key, former = [] }: IndexedStreet) =>
    [key, ...former].includes(asked) ? 0 : 1;
  const rows = ({ has }: IndexedStreet) => has.reduce((sum, one) => sum + one.rows, 0);
  return streets
    .filter((street) => kind === "" || kindOf(street) === "" || kindOf(street) === kind)
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
  return found.find((street) => kind !== "" && kindOf(street) === kind) ?? found[0];
}
