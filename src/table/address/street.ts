import { remembering } from "../../model/once.ts";
import { houseOf, housesOf } from "./house.ts";

export { houseOf, sameHouse } from "./house.ts";

/** Kinds of streets and places as addresses write them, by the word people read; each word whole, in lower case. */
const kinds: readonly (readonly [string, RegExp])[] = [
  ["вул.", /^(?:вул|вулиц(?:я|і|ю|ею|ь|ям|ями|ях)|ул|улиц[аыеу]|street|vul|vulytsia)$/],
  ["просп.", /^(?:просп|пр-?к?т|проспект(?:у|і|ом|и|ів)?|avenue|prosp|prospekt)$/],
  ["пр.", /^пр$/],
  ["пров.", /^(?:пров|провул|провулок|провулк(?:у|ом|и|ів|ах)|пер|переулок|lane|prov|provulok)$/],
  ["пл.", /^(?:пл|площ(?:а|і|у|ею)|площадь|square|ploshcha)$/],
  ["бульв.", /^(?:бульв|б-?р|бул|бульвар(?:у|і|ом|и|ів)?|boulevard)$/],
  ["майдан", /^майдан(?:у|і|ом)?$/],
  ["шосе", /^шосе$/],
  ["тупик", /^туп[иі]к(?:у|ом)?$/],
  ["узвіз", /^(?:узвіз|узвоз(?:у|і|ом))$/],
  ["в’їзд", /^(?:в.?їзд(?:у|і|ом)?)$/],
  ["проїзд", /^(?:проїзд(?:у|і|ом)?|пр-?з?д)$/],
  ["набережна", /^(?:наб|набережн(?:а|ої|ій|у|ою))$/],
  ["алея", /^але(?:я|ї|ю|єю)$/],
  ["мкр", /^(?:мкрн?|мікрорайон(?:у|і|ом)?|м-н|мкр-н)$/],
  ["сквер", /^(?:скв|сквер(?:у|і|ом)?)$/],
  ["парк", /^парк(?:у|ом)?$/],
  ["селище", /^(?:селищ[еіа]|с-ще)$/],
];

/** A short word that is said of several kinds: «пр. Перемоги» is an avenue, a lane or a passage. */
const several: Readonly<Record<string, readonly string[]>> = {
  "пр.": ["просп.", "пров.", "проїзд"],
};

/** May a street of one kind be meant by another? One that is not told may be any, «пр.» is any of three. */
export const fitsKind = (asked: string, kind: string): boolean =>
  asked === "" ||
  kind === "" ||
  asked === kind ||
  (several[asked] ?? []).includes(kind) ||
  (several[kind] ?? []).includes(asked);

/** Does the short word of a kind leave open which it is? */
export const isSeveral = (kind: string): boolean => several[kind] !== undefined;

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

/** A part of an address that says where the street is, not which. */
const isSurrounding =
  /(?:^|\s)(?:обл|область|області|район|району|р-н|громада|громади|україна)\.?$|^(?:м|місто|с|село|смт)[.\s]|^\d{5}$/i;

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

/** May what stands before a number be a street? «Лінія 10-а» is one whole name, «10 Лінія» is a name without its house. */
const isNamed = (place: string): boolean =>
  /\p{L}\S*$/u.test(place)
    ? !/(?:^|\s)лінія$/iu.test(place) || /\d/.test(place)
    : /лінія\s+\d+\S*$/iu.test(place);

/** A part of an address as its street and the houses after it: «Соборна 11» and «Волкова 26 корп 2», but not «Артилерійський 1-й». */
function parted(part: string): { place: string; houses: string[] } {
  if (!/\s.*\d/.test(part)) return { place: part, houses: [] };
  for (const { index, 0: gap } of part.matchAll(/\s+/g)) {
    const place = part.slice(0, index);
    const houses = isNamed(place) ? housesOf(part.slice(index + gap.length)) : [];
    if (houses.length > 0) return { place: place.replace(/\s+(?:буд\S*|д\.|№)$/iu, ""), houses };
  }
  return { place: part, houses: [] };
}

/** Streets of one part of an address, each with every house that is written in it. */
function readPart(part: string): Address[] {
  const { place, houses } = parted(part);
  const places = isCorner.test(place) ? place.split(joined) : splitKinds(place);
  let before = "";
  return places.flatMap((one) => {
    const street = streetOf(one.replace(/^.*?(?:перехрестя|ріг|розі)\s+/iu, ""));
    if (!street) return [];
    // «вулиць Чорновола та Маланюка»: the kind is said once.
    before = street.kind || before;
    return withHouses({ ...street, kind: before }, houses);
  });
}

/** A street with each of some houses; with none once. */
const withHouses = (street: Street, houses: readonly string[]): Address[] =>
  (houses.length > 0 ? houses : [""]).map((house) => ({ ...street, house }));

/** «вул. Варшавська та вул. Олени Журливої»: two kinds are two streets; «площа Кирила та Мефодія» is one. */
const splitKinds = (place: string): string[] => {
  const parts = place.split(joined);
  return parts.length > 1 && parts.every((one) => one.split(/\s+/).some(streetKind))
    ? parts
    : [place];
};

/** Letters of the longest cell that is read as addresses: a longer one is a text, and looking for a street in it takes long. */
const longestCell = 1000;

/** A flat, an office: in a house that is named before it. */
const flat =
  /[\s,]+(?:кв(?:артира)?|оф(?:іс)?|кімн?(?:ата)?|прим(?:іщення)?)\.?\s*(?:№\s*)?\d+\p{L}?(?!\p{L})/giu;

/** «Соборна/Київська»: the sign of a corner between names, not within a number of a house. */
const cornerSign = /(?<=\p{L}{2}\.?|\d)\s*[/\\]\s*(?=\p{L}{3})(?!корп|буд)/iu;

/**
 * The addresses in a cell of a column of addresses, as parts: streets with their houses. A cell may name the corner of two,
 * and several houses of one street: each is an address then. A place that says no kind is read as a street: the column
 * says what it holds.
 */
export function addressesOf(cell: string): Address[] {
  if (cell.length > longestCell) return [];
  return cell
    .normalize("NFC")
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/\([^)]*\)/g, " ")
    .replace(/(?<=\p{L}{2})\.(?=\p{L})/gu, ". ")
    .replace(flat, "")
    .split(cornerSign)
    .flatMap(addressesOn);
}

/** Addresses on one street, or on the corner that words name. */
function addressesOn(text: string): Address[] {
  const found: Address[] = [];
  // A block belongs to the house before it.
  for (const part of text.split(/[,;](?!\s*(?:корп|к\.))/i).map((one) => one.trim())) {
    const last = found.at(-1);
    const isStreet = part.split(/\s+/).some((word) => streetKind(word) !== undefined);
    const houses = isStreet ? [] : housesIn(part);
    if (houses.length > 0) {
      if (last?.house === "") found.push(...withHouses(found.pop() ?? last, houses));
    } else if (isStreet || (found.length === 0 && part !== "" && !isSurrounding.test(part)))
      found.push(...readPart(part));
  }
  return found;
}

/** Houses of a part that names nothing else; of signs behind a house nothing is asked. */
function housesIn(part: string): string[] {
  const houses = housesOf(part);
  const house =
    houses.length > 0 || /\p{L}{2}/u.test(part.replace(/буд\S*|корп\S*/giu, ""))
      ? ""
      : houseOf(part);
  return house === "" ? houses : [house];
}
