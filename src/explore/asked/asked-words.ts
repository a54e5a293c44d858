import { askedKeysOf, keysOf } from "../../find/keys.ts";
import { isLittle } from "../../find/query/parse-query.ts";
import { synonyms } from "../../find/synonyms.ts";
import { wordsOf } from "../../find/words.ts";
import { addressesOf, houseOf, sameHouse, streetKind } from "../../table/address/street.ts";
import { roleOf } from "../../table/column/role/role.ts";
import type { ExploreColumn } from "../view.ts";

/** Is a folded text of a cell what is asked for? */
type TextTest = (text: string) => boolean;

/** One thing asked of a row: some cell of it, or some cell of these columns, has to pass; with `not` none may. */
type Asked = { test: TextTest; columns: "all" | "address"; not?: true };

/** Text as it is compared when something is looked for: case, accents of stress and kinds of apostrophe do not matter. */
export const folded = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/\u0301/g, "")
    .replace(/['’ʼ`´‘′]/g, "’");

export const isAddress = ({ name, title }: ExploreColumn): boolean =>
  roleOf(name, title) === "address";

const holds =
  (wanted: string): TextTest =>
  (text) =>
    text.includes(wanted);

/** Is a word in a text: as a part of it, in another form («Соборній» — «вулиця Соборна») or by another name («вул.»)? */
export function wordTest(word: string): TextTest {
  const wanted = folded(word);
  const plain = wordsOf(wanted);
  const keys = new Set([
    ...(wanted.length > 3 ? plain.flatMap(askedKeysOf) : []),
    ...plain.flatMap((one) => synonyms.get(one) ?? []).flatMap(keysOf),
  ]);
  return (text) =>
    text.includes(wanted) ||
    (keys.size > 0 && wordsOf(text).some((one) => keysOf(one).some((key) => keys.has(key))));
}

/** Has a cell of addresses the house: «12» is in «вул. Соборна, 12/3» and in a cell «12», not in «вул. Соборна, 112». */
function houseTest(wanted: string): TextTest {
  const house = houseOf(wanted);
  return (text) =>
    /^\s*\d/.test(text)
      ? sameHouse(house, houseOf(text))
      : addressesOf(text).some((address) => sameHouse(house, address.house));
}

/** «12», «12-а», «12/3», «№ 12»: a number after a word is a house where the table has addresses. */
const isHouse = (word: string): boolean => /^№?\d{1,4}(?:-?\p{L})?(?:\/\d+-?\p{L}?)?$/u.test(word);

/**
 * What a text asks of a row. Every word has to be somewhere in it, in any of its forms; a text in quotes as it is written;
 * a word after a minus nowhere. In a table with addresses words as «вулиця» are not insisted on and, `byHouse`, a number
 * after a word is a house.
 */
export function askedOf(
  text: string,
  columns: readonly ExploreColumn[],
  byHouse: boolean,
): { asked: Asked[]; hasHouse: boolean } {
  const asked: Asked[] = [];
  const rest = text
    .replace(/["“”„«»]([^"“”„«»]+)["“”„»]/g, (_, phrase: string) => {
      asked.push({ test: holds(folded(phrase.trim())), columns: "all" });
      return " ";
    })
    .replace(/(?<=\d)\s+(?=\p{L}(?:\s|$))/gu, "");
  const words = rest.split(/[\s,]+/).filter((word) => word !== "");
  const addressed = columns.some(isAddress);
  const isOptional = (word: string) =>
    isLittle(word.toLowerCase()) || (addressed && streetKind(word) !== undefined);
  const insisted = words.some((word) => !isOptional(word)) || asked.length > 0;
  let hasHouse = false;
  for (const [at, word] of words.entries()) {
    if (insisted && isOptional(word)) continue;
    if (/^[-−–]\p{L}/u.test(word))
      asked.push({ test: wordTest(word.slice(1)), columns: "all", not: true });
    else if (addressed && at > 0 && isHouse(word)) {
      hasHouse = true;
      asked.push(
        byHouse
          ? { test: houseTest(word), columns: "address" }
          : { test: wordTest(word), columns: "all" },
      );
    } else asked.push({ test: wordTest(word), columns: "all" });
  }
  return { asked, hasHouse };
}
