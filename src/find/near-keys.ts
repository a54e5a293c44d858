import { askedKeysOf } from "./keys.ts";

/** Words nearest to one that is looked for, at most. */
const mostNear = 4;
/** Letters of a word from which two may be swapped or one lost, from which a likely slip is one, and from which any is. */
const [swapped, likely, any] = [5, 6, 8];
/** Letters of a word from which a slip may stand in its ending, where every other word has letters of its own. */
const inEnding = 7;
/** Letters of a word from which the last of its stem may be lost. */
const lastLost = 10;
/** Letters of a known word's key, at least: shorter ones are near to everything. */
const leastKey = 4;

const alphabet = "абвгдеєжзиіїйклмнопрстуфхцчшщьюяabcdefghijklmnopqrstuvwxyz";
/** Rows of keys, one under the other, in both layouts. */
const keyboards = [
  ["йцукенгшщзхї", "фівапролджє", "ячсмитьбю"],
  ["qwertyuiop", "asdfghjkl", "zxcvbnm"],
];
/** Letters that are heard alike. */
const alike = [
  "ао",
  "ая",
  "еиіїєй",
  "ую",
  "ув",
  "бп",
  "дт",
  "гкх",
  "зсц",
  "жшщч",
  "aeo",
  "iey",
  "ck",
  "sz",
];

/** Are two letters typed by neighbouring keys, or heard alike? */
function areNear(one: string, other: string): boolean {
  if (alike.some((group) => group.includes(one) && group.includes(other))) return true;
  return keyboards.some((rows) => {
    const [a, b] = [one, other].map((letter) => {
      const row = rows.findIndex((keys) => keys.includes(letter));
      return { row, at: rows[row]?.indexOf(letter) ?? 0 };
    });
    if (!a || !b || a.row < 0 || b.row < 0) return false;
    // A key touches two of the row below: the one under it and the one to the left of that.
    const aside = b.at - a.at + (b.row - a.row) / 2;
    return Math.abs(b.row - a.row) <= 1 && Math.abs(aside) <= 1;
  });
}

/** What a word may be a slip of: the place after what was changed, and how unlikely the slip is. */
type Slip = { meant: string; end: number; cost: number };

/** How unlikely slips are; a reader's letter that is far from the right one is the unlikeliest. */
const [swap, double, near, lost, far] = [1, 1, 1.5, 2, 3];

/**
 * Words that one is a slip of: with one letter lost, added, changed, or with two neighbours swapped; of its own alphabet.
 * The first letter is the right one: nearly everybody types it right, and with another it is another word.
 */
function* slipsOf(word: string): Generator<Slip> {
  const letters = [...alphabet].filter((letter) => /[a-z]/.test(letter) === /[a-z]/.test(word));
  for (let at = 1; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    const [left = "", own = "", right = ""] = [before.at(-1), after[0], after[1]];
    if (right !== "")
      yield { meant: before + right + own + after.slice(2), end: at + 2, cost: swap };
    if (own !== "") {
      const beside = own === left || own === right;
      const cost = beside ? double : areNear(own, left) || areNear(own, right) ? lost : far;
      yield { meant: before + after.slice(1), end: at, cost };
    }
    for (const letter of letters) {
      if (own !== "" && letter !== own)
        yield {
          meant: before + letter + after.slice(1),
          end: at + 1,
          cost: areNear(letter, own) ? near : far,
        };
      const cost = letter === left || letter === own ? double : lost;
      yield { meant: before + letter + after, end: at + 1, cost };
    }
  }
}

/**
 * Is a slip of so many letters likely enough to be told as one? `inside`: letters of the stem stand after it, so the ending
 * is none of its matter: «паркінг» is no slip of «парк», «садити» none of «сад».
 */
function isLikely(word: string, cost: number, inside: boolean): boolean {
  if (word.length < likely) return inside && (cost === swap || cost === lost);
  if (word.length < any) return cost <= lost && (inside || word.length >= inEnding);
  return true;
}

/** What a slip makes of a word, and the known word it meets: how unlikely that one was meant; nothing where it was not. */
function unlikelihood(word: string, { meant, end, cost }: Slip, key: string, one: string) {
  const stem = key.replace(/ѣ$/, "");
  if (stem.length < (cost === lost ? leastKey + 1 : leastKey)) return undefined;
  const isLong = word.length >= inEnding || one === meant;
  const isVeryLong = word.length >= lastLost && cost <= lost;
  const sure = cost === swap || (cost <= near && isLong) || isVeryLong ? 0 : 1;
  // Keys have no soft signs.
  const [begun, ended] = [meant.slice(0, end), meant.slice(end)].map((part) =>
    part.replaceAll("ь", ""),
  );
  const upTo = (begun?.length ?? 0) + sure;
  const inside = upTo <= stem.length && `${begun}${ended}`.startsWith(stem.slice(0, upTo));
  // Verbs of one root are many: of those the very word alone.
  const isOther = one !== meant && (!inside || stem !== key);
  const isGuess = cost === far && (!inside || one !== meant);
  if (isOther || isGuess || !isLikely(word, cost, inside)) return undefined;
  // Of two the very word is the likelier: «топля» is «тополя» rather than a form of «топило».
  return one === meant ? cost - 0.5 : cost;
}

/**
 * Known words that a word is likely a slip of: one letter lost, added or changed, or two swapped; any form of them where
 * the slip is in the stem, the very word where it is in the ending. Words that are made of one another differ by their ends,
 * short words by one letter: those are no slips. `known`: words by their keys. `isNamed`: do names and descriptions have a
 * key? Cells have words of every kind, and of those only the very word is taken.
 */
export function nearWords(
  word: string,
  known: ReadonlyMap<string, string>,
  isNamed: (key: string) => boolean = () => true,
): { words: string[]; keys: Set<string> } {
  if (word.length < swapped || /\d/.test(word)) return { words: [], keys: new Set() };
  const found = new Map<string, { one: string; cost: number }>();
  for (const slip of slipsOf(word)) {
    if (!isLikely(word, slip.cost, true)) continue;
    for (const key of askedKeysOf(slip.meant)) {
      const one = known.get(key);
      if (one === undefined) continue;
      const isSame = one === slip.meant && word.length >= inEnding;
      const cost = isSame || isNamed(key) ? unlikelihood(word, slip, key, one) : undefined;
      if (cost !== undefined && cost < (found.get(key)?.cost ?? Number.POSITIVE_INFINITY))
        found.set(key, { one, cost });
    }
  }
  const likeliest = [...found]
    .map(([key, told]) => ({ key, ...told }))
    .sort((a, b) => a.cost - b.cost || (a.one < b.one ? -1 : 1))
    .slice(0, mostNear);
  return {
    words: [...new Set(likeliest.map(({ one }) => one))],
    keys: new Set(likeliest.map(({ key }) => key)),
  };
}
