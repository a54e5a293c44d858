/** Words that stand before the number of a house. */
const label = String.raw`(?:буд(?:инок|инку|инки|инків|\.)?|б\.|д\.|№)?\s*(?:№+)?\s*`;
/** One house: a number, its letter, the number on the other street of a corner, a block. «к» before a number is a block. */
const house = String.raw`(\d+)(?:\s*[-–/«"]?\s*(\p{L})(?![\p{L}.]|\s*\d)[»"]?)?(?:\s*\/\s*(\d+)\s*-?((?!к\s*\d)\p{L}(?!\p{L}))?)?(?:[\s,]*(?:корп(?:ус)?|к)\.?\s*(\d+|\p{L}(?!\p{L})))?`;
const atStart = new RegExp(`^${label}${house}`, "iu");
const whole = new RegExp(`^${label}${house}[\\s.]*$`, "iu");

/** A house in one form, of what the pattern of one found. */
function written(match: readonly (string | undefined)[] | null): string {
  if (!match) return "";
  const [, number = "", letter = "", corner = "", cornerLetter = "", block = ""] = match;
  return (
    number +
    letter.toUpperCase() +
    (corner && `/${corner}${cornerLetter.toUpperCase()}`) +
    (block && ` к${block.toUpperCase()}`)
  );
}

/** The number of a house in one form: «12-а» → «12А», «12 / 3» → «12/3», «26, корп. 2» → «26 к2»; empty where there is none. */
export const houseOf = (text: string): string => written(atStart.exec(text.trim()));

/** Is a house another writes as the one looked for? Of a house on a corner the first number is enough: «12» is «12/3». */
export const sameHouse = (wanted: string, house: string): boolean =>
  house === wanted || (house.startsWith(wanted) && /^(?:\/| к)/.test(house.slice(wanted.length)));

/** «1-й», «4-та»: the number of a street, not of a house. */
const ordinal = /^\d+-?(?:й|ий|ій|ша|га|тя|та|ма|го|ої|му|річчя)(?!\p{L})/iu;

/** «87-89», «8а–10». */
const range = new RegExp(String.raw`^${label}(\d+)(\p{L}?)\s*[-–—]\s*(\d+)(\p{L}?)$`, "iu");

/** So far apart the ends of a row of houses are at most: «5-37» is a flat of the house 5. */
const longestRow = 8;

/** Houses of one side of a street from the one to the other: both ends and what stands between; of anything else none. */
function rowOf(text: string): string[] {
  const [, first = "", letter = "", last = "", lastLetter = ""] = range.exec(text) ?? [];
  const length = Number(last) - Number(first);
  // Houses of one side are all even or all odd: «12-1» and «12-15» are flats.
  if (first === "" || length <= 0 || length > longestRow || length % 2 === 1) return [];
  const between = Array.from({ length: length / 2 - 1 }, (_, at) => Number(first) + 2 * (at + 1));
  return [first + letter.toUpperCase(), ...between.map(String), last + lastLetter.toUpperCase()];
}

/**
 * The houses that a text names, if it names nothing else: «89 та 91», «87-89», «188 та 188-а» are two; «12-1» is the house
 * of a flat. None for an ordinal and for any text that has words.
 */
export function housesOf(text: string): string[] {
  const parts = text.trim().split(/\s+(?:та|і|й)\s+|\s*[+&]\s*/iu);
  const found = parts.map((part) => {
    if (ordinal.test(part)) return [];
    const row = rowOf(part);
    if (row.length > 0) return row;
    const one =
      written(whole.exec(part)) || (/^\d+\s*[-–—/]\s*\S+$/.test(part) ? houseOf(part) : "");
    return one === "" ? [] : [one];
  });
  return found.every((houses) => houses.length > 0) ? [...new Set(found.flat())] : [];
}
