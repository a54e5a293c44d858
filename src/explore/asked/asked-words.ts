import { isLittle } from "../../find/query/parse-query.ts";
import { addressesOf, houseOf, sameHouse, streetKind } from "../../table/address/street.ts";
import { roleOf } from "../../table/column/role/role.ts";
import type { ExploreColumn } from "../view.ts";
import { folded, holds, type TextTest, wordTest } from "./word-test.ts";

/** One thing asked of a row: some cell of it, or some cell of these columns, has to pass; with `not` none may. */
type Asked = { test: TextTest; columns: "all" | "address"; not?: true };

export const isAddress = ({ name, title }: ExploreColumn): boolean =>
  roleOf(name, title) === "address";

/** Has a cell of addresses the house: «12» is in «вул. Соборна, 12/3» and in a cell «12», not in «вул. Соборна, 112». */
function houseTest(wanted: string): TextTest {
  const house = houseOf(wanted);
  return (text) =>
    /^\s*\d/.test(text)
      ? sameHouse(house, houseOf(text))
      : addressesOf(text).some((address) => sameHouse(house, address.house));
}

/** Words of a text that is looked for: «вул.Соборна,5» is three; a comma within a number belongs to it. */
export const wordsAsked = (text: string): string[] =>
  text
    .replace(/(\p{L}{2,})\.(?=[\p{L}\d])/gu, (whole, kind: string) =>
      streetKind(kind) === undefined ? whole : `${whole} `,
    )
    .split(/(?:\s|,(?!\d)|(?<!\d),)+/)
    .filter((word) => word !== "");

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
  const words = wordsAsked(rest);
  const addressed = columns.some(isAddress);
  const isOptional = (word: string) =>
    isLittle(word.toLowerCase()) || (addressed && streetKind(word) !== undefined);
  // A street in quotes has been taken out of the words: the first of them may be its house.
  const isNamed = asked.length > 0;
  const insisted = words.some((word) => !isOptional(word)) || isNamed;
  let hasHouse = false;
  for (const [at, word] of words.entries()) {
    if (insisted && isOptional(word)) continue;
    if (/^[-−–]\p{L}/u.test(word))
      asked.push({ test: wordTest(word.slice(1)), columns: "all", not: true });
    else if (addressed && (at > 0 || isNamed) && isHouse(word)) {
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
