import { typePatterns } from "../../table/column/cell.ts";

const collator = new Intl.Collator("uk");
const base = new Intl.Collator("uk", { sensitivity: "base" });
const utf8 = new TextDecoder();

/** Places in the alphabet of ASCII signs and Cyrillic letters, big and small alike; 0 where the collator must be asked. */
const places = placesOf([
  ...Array.from({ length: 0x7e - 0x20 }, (_, at) => String.fromCharCode(0x20 + at)),
  ...Array.from({ length: 0x60 }, (_, at) => String.fromCharCode(0x400 + at)),
  "ґ",
  "Ґ",
]);

function placesOf(letters: string[]): Uint16Array {
  const found = new Uint16Array(0x500);
  let place = 0;
  letters.sort(base.compare).forEach((letter, at) => {
    if (at === 0 || base.compare(letters[at - 1] ?? "", letter) !== 0) place++;
    found[letter.charCodeAt(0)] = place;
  });
  return found;
}

/** Is the byte the first of a combining mark (U+0300–U+036F), which changes the letter before it? */
const isMark = (byte: number | undefined): boolean => byte === 0xcc || byte === 0xcd;

/** Does a letter of two bytes begin here? All that have a place in the alphabet are of one or two. */
const isPair = (byte: number): boolean => byte >= 0xc0 && byte < 0xe0;
const lengthOf = (memory: Uint8Array, at: number): number => (isPair(memory[at] ?? 0) ? 2 : 1);
/** Code of the letter at a place of the memory; of a longer one its first byte, which has no place in the alphabet. */
function letterAt(memory: Uint8Array, at: number): number {
  const first = memory[at] ?? 0;
  return isPair(first) ? ((first & 31) << 6) | ((memory[at + 1] ?? 0) & 63) : first;
}

/**
 * Two UTF-8 texts of one memory in the order of the Ukrainian alphabet. Most are told apart by their bytes: asking the
 * collator for each pair makes sorting a million rows seven times slower. Different bytes are never equal.
 */
export function compareTexts(
  memory: Uint8Array,
  [a, aLength]: [number, number],
  [b, bLength]: [number, number],
): number {
  const [aEnd, bEnd] = [a + aLength, b + bLength];
  for (let [i, j] = [a, b]; i < aEnd && j < bEnd; ) {
    const [left, right] = [letterAt(memory, i), letterAt(memory, j)];
    i += lengthOf(memory, i);
    j += lengthOf(memory, j);
    const [x, y] = [places[left] ?? 0, places[right] ?? 0];
    if (x === 0 || y === 0) break;
    if (x === y) continue;
    if ((i < aEnd && isMark(memory[i])) || (j < bEnd && isMark(memory[j]))) break;
    return x - y;
  }
  return byCollator(memory.subarray(a, aEnd), memory.subarray(b, bEnd));
}

/** Two texts as the collator orders them; those it takes for equal, by their bytes. */
function byCollator(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length);
  let same = 0;
  while (same < shorter && a[same] === b[same]) same++;
  if (same === a.length && same === b.length) return 0;
  return (
    collator.compare(utf8.decode(a), utf8.decode(b)) ||
    (same < shorter ? (a[same] ?? 0) - (b[same] ?? 0) : a.length - b.length)
  );
}

/** Letters of a number that is compared digit by digit where doubles do not tell it from another: no real one has more. */
const longestNumber = 400;

/** A number as a whole one and how many of its digits are decimals. */
function digitsOf(text: string): { whole: bigint; decimals: number } {
  const [mantissa = "", power = "0"] = text.toLowerCase().split("e");
  const [before = "", after = ""] = mantissa.replace("+", "").split(".");
  return { whole: BigInt(before + after), decimals: after.length - Number(power) };
}

/** Two numbers that are the same double, by all their digits. */
function compareDigits(a: string, b: string): number {
  const [x, y] = [digitsOf(a), digitsOf(b)];
  const decimals = Math.max(x.decimals, y.decimals);
  const [left, right] = [x, y].map((one) => one.whole * 10n ** BigInt(decimals - one.decimals));
  return left === right || left === undefined || right === undefined ? 0 : left < right ? -1 : 1;
}

/** A written number as a double; what is none is beyond all of them. */
const numberOf = (text: string): number =>
  typePatterns.number.test(text) ? Number(text) : Number.POSITIVE_INFINITY;

/** Two numbers as they are written, in their order to the last digit; what is no number stands after, by its letters. */
export function compareNumbers(left: string, right: string): number {
  const [x, y] = [numberOf(left), numberOf(right)];
  if (x !== y) return x < y ? -1 : 1;
  if (!Number.isFinite(x)) return left < right ? -1 : Number(left > right);
  return x === 0 || left.length + right.length > longestNumber ? 0 : compareDigits(left, right);
}
