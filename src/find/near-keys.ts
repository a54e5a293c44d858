import { distance } from "fastest-levenshtein";
import { askedKeysOf } from "./keys.ts";

/** Words nearest to one that is looked for, at most. */
const mostNear = 4;
/** Letters of a word from which one may be wrong, from which the first may be, and from which two may be. */
const [oneWrong, firstWrong, twoWrong] = [5, 6, 9];

/** Part of its letters in which a slip of another form differs from the known form, at most; and letters of its key, at least. */
const [otherForm, leastKey] = [0.45, 4];

const alphabet = "абвгдеєжзиіїйклмнопрстуфхцчшщьюяabcdefghijklmnopqrstuvwxyz";

/** A word with one letter lost, added, changed, or with two neighbours swapped; of its own alphabet. */
function* slipsOf(word: string): Generator<string> {
  const letters = [...alphabet].filter((letter) => /[a-z]/.test(letter) === /[a-z]/.test(word));
  for (let at = word.length < firstWrong ? 1 : 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    if (after.length > 1) yield before + after[1] + after[0] + after.slice(2);
    if (after !== "") yield before + after.slice(1);
    for (const letter of letters) {
      if (after !== "" && letter !== after[0]) yield before + letter + after.slice(1);
      yield before + letter + after;
    }
  }
}

/**
 * Keys of known words that a word is one slip away from, any form of them; with how far the word is from the known
 * form. Two neighbours swapped are one letter, though two differ.
 */
function oneSlipAway(word: string, known: ReadonlyMap<string, string>): Map<string, number> {
  const found = new Map<string, number>();
  for (const slip of slipsOf(word))
    for (const key of askedKeysOf(slip)) {
      const one = known.get(key);
      if (one === undefined) continue;
      const far = Math.min(distance(word, one), distance(slip, one) + 1);
      found.set(key, Math.min(far, found.get(key) ?? far));
    }
  return found;
}

/**
 * Known words that a word may be a slip of: those one letter away, in any form; of a long word two, where none is
 * nearer. A short word with another letter is another word. `known`: words by their keys.
 */
export function nearWords(
  word: string,
  known: ReadonlyMap<string, string>,
): { words: string[]; keys: Set<string> } {
  if (word.length < oneWrong || /\d/.test(word)) return { words: [], keys: new Set() };
  const slipped = oneSlipAway(word, known);
  let keys = [...slipped.keys()];
  if (keys.length === 0 && word.length >= twoWrong)
    keys = [...known.keys()].filter(
      (key) =>
        key.length >= oneWrong &&
        // «відключати» is no slip of «включати»: what begins otherwise is another word.
        key.slice(0, 2) === word.slice(0, 2) &&
        askedKeysOf(word).some((own) => distance(own, key) <= 2),
    );
  const near = keys
    .map((key) => ({ key, one: known.get(key) ?? "" }))
    .map((found) => ({ ...found, far: slipped.get(found.key) ?? distance(word, found.one) }))
    .filter(
      ({ key, far }) =>
        far <= 1 ||
        (far <= word.length * otherForm && key.length >= leastKey && !key.endsWith("ѣ")),
    )
    .sort((a, b) => a.far - b.far || (a.one < b.one ? -1 : 1))
    .slice(0, mostNear);
  return {
    words: [...new Set(near.map(({ one }) => one))],
    keys: new Set(near.map(({ key }) => key)),
  };
}
