import { remembering } from "../../model/once.ts";

/** Kinds of streets and places as addresses write them, by the word people read; each word whole, in lower case. */
const kinds: readonly (readonly [string, RegExp])[] = [
  ["вул.", /^(?:вул|вулиц(?:я|і|ю|ею|ь|ям|ями|ях)|ул|улиц[аыеу]|street|vul|vulytsia)$/],
  ["просп.", /^(?:просп|пр-?т|проспект(?:у|і|ом|и|ів)?|avenue)$/],
  ["пров.", /^(?:пров|провул|провулок|провулк(?:у|ом|и|ів|ах)|пер|переулок|lane)$/],
  ["пл.", /^(?:пл|площ(?:а|і|у|ею)|площадь|square)$/],
  ["бульв.", /^(?:бульв|б-?р|бул|бульвар(?:у|і|ом|и|ів)?|boulevard)$/],
  ["майдан", /^майдан(?:у|і|ом)?$/],
  ["шосе", /^шосе$/],
  ["тупик", /^туп[иі]к(?:у|ом)?$/],
  ["узвіз", /^(?:узвіз|узвоз(?:у|і|ом))$/],
  ["в’їзд", /^(?:в.?їзд(?:у|і|ом)?)$/],
  ["проїзд", /^(?:проїзд(?:у|і|ом)?|пр-?д)$/],
  ["набережна", /^(?:наб|набережн(?:а|ої|ій|у|ою))$/],
  ["алея", /^але(?:я|ї|ю|єю)$/],
  ["мкр", /^(?:мкрн?|мікрорайон(?:у|і|ом)?|м-н|мкр-н)$/],
  ["сквер", /^(?:скв|сквер(?:у|і|ом)?)$/],
  ["парк", /^парк(?:у|ом)?$/],
  ["селище", /^(?:селищ[еіа]|с-ще)$/],
];

/** A street as an address names it. */
export type Street = {
  /** Its kind, as a short word: «вул.»; empty where the address says none. */
  kind: string;
  /** Its name as it is written, without the kind: «Полтавська», «Артилерійський 1-й». */
  name: string;
  /** The words of the name as they are compared, in one order: «1 артилерійський». */
  key: string;
};

/** A street with a house, if there is one: «12», «12А», «12/3», «26 к2». */
export type Address = Street & { house: string };

const apostrophes = /['’ʼ`´‘′ʹ＇]/g;

/** A word of an address as it is compared: lower case, without apostrophe, stress and full stop; ґ is г. */
const folded = (word: string): string =>
  word
    .normalize("NFC")
    .toLowerCase()
    .replace(/\u0301/g, "")
    .replace(apostrophes, "")
    .replace(/\.$/, "")
    .replaceAll("ґ", "г");

/** The kind of street a word says, as a short one: «вулиці» → «вул.»; nothing for any other word. */
export const streetKind = remembering((word): string | undefined => {
  const plain = folded(word);
  return kinds.find(([, written]) => written.test(plain))?.[0];
});

/** «1-й», «1-ша», «2-га», «10-а»: the number alone. */
const ordinal = /^(\d+)-?(?:й|ий|ій|ша|га|тя|та|я|а|го|ої|му)$/;

/** What a name is not compared by: initials, «імені». */
const isPassed = (word: string): boolean => /^\p{L}$/u.test(word) || /^(?:ім|імені)$/.test(word);

/** A street's name as it is compared: words in the order of letters, ordinals as numbers, without initials. */
export function streetKey(name: string): string {
  const words = name
    // The ending of an ordinal belongs to its number.
    .replace(/(\d)-(?=\p{L})/gu, "$1")
    .split(/[\s.\-–—]+/)
    .map(folded)
    .map((word) => ordinal.exec(word)?.[1] ?? word)
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, ""))
    .filter((word) => word !== "" && !isPassed(word));
  return words.sort().join(" ");
}

/** The number of a house in one form: «12-а» → «12А», «12 / 3» → «12/3», «26, корп. 2» → «26 к2»; empty where there is none. */
export function houseOf(text: string): string {
  const match =
    /^(?:буд(?:инок|инку)?\.?|б\.|д\.|№)?\s*№?\s*(\d+)(?:\s*[-–«"]?\s*(\p{L})(?!\p{L}|\.)[»"]?)?(?:\s*\/\s*(\d+)\s*-?(\p{L}(?!\p{L}))?)?(?:[\s,]*(?:корп(?:ус)?|к)\.?\s*(\d+|\p{L}(?!\p{L})))?/iu.exec(
      text.trim(),
    );
  if (!match) return "";
  const [, number = "", letter = "", corner = "", cornerLetter = "", block = ""] = match;
  return (
    number +
    letter.toUpperCase() +
    (corner && `/${corner}${cornerLetter.toUpperCase()}`) +
    (block && ` к${block.toUpperCase()}`)
  );
}

/** Is a house another writes as the one looked for? Of a house on a corner the first number is enough: «12» is «12/3». */
export const sameHouse = (wanted: string, house: string): boolean =>
  house === wanted || (house.startsWith(wanted) && /^(?:\/| к)/.test(house.slice(wanted.length)));

/** A part of an address that says where the street is, not which. */
const isSurrounding =
  /(?:^|\s)(?:обл|область|області|район|району|р-н|громада|громади|україна)\.?$|^(?:м|місто|с|село|смт)[.\s]|^\d{5}$/i;

/** The last number of a street's part is its house: «Соборна 11», but not «Артилерійський 1-й» nor «Лінія 10-а». */
const withHouse =
  /^(.*\p{L}\S*)\s+(?:буд\.?\s*|№\s*)?(\d+(?!-?(?:й|ий|ій|ша|га|тя|го|ої|річчя)(?!\p{L}))(?:\s*[-/]\s*\S+|\p{L})?)$/iu;

/** Words that join the streets of a corner: «ріг вул. Дворцова та Пашутінська». */
const joined = /\s+(?:та|і|й|від|до|між)\s+/iu;
const isCorner = /перехрест|(?:^|\s)(?:ріг|розі|вулиць|між|від)(?:\s|$)/iu;

/** One street of a part of an address: its kind before or after its name. */
const streetOf = remembering((part): Street | undefined => {
  const words = part.split(/\s+/).filter((word) => word !== "");
  const at = words.findIndex((word) => streetKind(word) !== undefined);
  const kind = streetKind(words[at] ?? "") ?? "";
  // «перехрестя вулиць …»: what stands before the kind is a name only where nothing follows.
  const after = at === -1 ? words : words.slice(at + 1);
  const named =
    after.length > 0 && at !== -1 && !isOrdinalBefore(words, at) ? after : rest(words, at);
  const name = named
    .join(" ")
    .replace(/^[«"]([^«»"]*)[»"]$/, "$1")
    .replace(/[\s.]+$/, "");
  const key = streetKey(name);
  return /\p{L}/u.test(key) ? { kind, name, key } : undefined;
});
const isOrdinalBefore = (words: readonly string[], at: number) =>
  at > 0 && /^\d/.test(words[at - 1] ?? "");
const rest = (words: readonly string[], at: number) => words.filter((_, index) => index !== at);

/** Streets of one part of an address, and the house where it is written in it. */
function readPart(part: string): Address[] {
  const number = withHouse.exec(part);
  const isNumbered = number !== null && !/(?:^|\s)лінія$/iu.test(number[1] ?? "");
  const place = isNumbered ? (number[1] ?? "") : part;
  const house = isNumbered ? houseOf(number[2] ?? "") : "";
  const places = isCorner.test(place) ? place.split(joined) : splitKinds(place);
  let before = "";
  return places.flatMap((one) => {
    const street = streetOf(one.replace(/^.*?(?:перехрестя|ріг|розі)\s+/iu, ""));
    if (!street) return [];
    // «вулиць Чорновола та Маланюка»: the kind is said once.
    before = street.kind || before;
    return [{ ...street, kind: before, house }];
  });
}

/** «вул. Варшавська та вул. Олени Журливої»: two kinds are two streets; «площа Кирила та Мефодія» is one. */
const splitKinds = (place: string): string[] => {
  const parts = place.split(joined);
  return parts.length > 1 && parts.every((one) => one.split(/\s+/).some(streetKind))
    ? parts
    : [place];
};

/** Letters of the longest cell that is read as addresses: a longer one is a text, and looking for a street in it takes long. */
const longestCell = 1000;

/**
 * The addresses in a cell of a column of addresses, as parts: streets with their houses. A cell may name the corner of two.
 * A place that says no kind is read as a street: the column says what it holds.
 */
export function addressesOf(cell: string): Address[] {
  if (cell.length > longestCell) return [];
  const found: Address[] = [];
  const parts = cell
    .normalize("NFC")
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/\([^)]*\)/g, " ")
    .replace(/(?<=\p{L}{2})\.(?=\p{L})/gu, ". ")
    .split(/[,;]/)
    .map((part) => part.trim());
  for (const [at, part] of parts.entries()) {
    const house = houseOf(
      /^(?:корп|к\.)/i.test(parts[at + 1] ?? "") ? `${part}, ${parts[at + 1]}` : part,
    );
    const last = found.at(-1);
    const isStreet = part.split(/\s+/).some((word) => streetKind(word) !== undefined);
    if (house !== "" && !isStreet && !/\p{L}{2}/u.test(part.replace(/буд\S*|корп\S*/giu, ""))) {
      if (last && last.house === "") last.house = house;
    } else if (isStreet || (found.length === 0 && part !== "" && !isSurrounding.test(part)))
      found.push(...readPart(part));
  }
  return found;
}
