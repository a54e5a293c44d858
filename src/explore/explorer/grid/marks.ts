import { wordsAsked } from "../../asked/asked-words.ts";
import { folded, partedWord, wordTest, writings } from "../../asked/word-test.ts";

type Part = { part: string; found: boolean };

/** Parts of a cell's text, each marked or not; undefined where nothing of it was looked for. */
export type Marker = (text: string) => Part[] | undefined;

/** What a view looks for is shown in its cells: as it is written, or a word in another of its forms. */
export function markerOf(q: string): Marker {
  const words = wordsAsked(q.replace(/["“”„«»]/g, " ")).map(folded);
  const parted = words.flatMap((word) => {
    const parts = partedWord(word);
    return parts ? [{ word, ...parts }] : [];
  });
  const whole = parted.flatMap((one) => writings(one.whole));
  // A number is found as it is written alone.
  const formed = parted
    .filter(({ word }) => !/\d/.test(word))
    .map(({ word, parts }) => ({ parts, test: wordTest(word) }));
  const simple = words.filter((word) => !partedWord(word));
  const plain = wordMarker(simple);
  return (text) => {
    const lower = folded(text);
    // Of a word that signs part the parts are marked where all of them are.
    const apart = formed.flatMap(({ parts, test }) => (test(lower) ? parts : []));
    const mark = apart.length === 0 ? plain : wordMarker([...simple, ...apart]);
    const parts = cut(text, lower, whole).flatMap((one) => (one.found ? [one] : mark(one.part)));
    return parts.some(({ found }) => found) ? parts.filter(({ part }) => part !== "") : undefined;
  };
}

/** Marks words in a text, each as it is written or in another form. */
function wordMarker(wanted: readonly string[]): (text: string) => Part[] {
  const tests = wanted.map(wordTest);
  return (text) =>
    text.split(/([\p{L}\p{N}’'ʼ-]+)/u).flatMap((part, at) => {
      const lower = folded(part);
      if (at % 2 === 0) return [{ part, found: wanted.includes(lower) }];
      return wanted.some((word) => lower.includes(word)) && lower.length === part.length
        ? cut(part, lower, wanted)
        : [{ part, found: tests.some((test) => test(lower)) }];
    });
}

/** A text with everything that was looked for and is in it as it is written apart. */
function cut(text: string, lower: string, wanted: readonly string[]): Part[] {
  if (lower.length !== text.length) return [{ part: text, found: false }];
  const parts: Part[] = [];
  let from = 0;
  for (;;) {
    const [next] = wanted
      .map((one) => ({ one, at: one === "" ? -1 : lower.indexOf(one, from) }))
      .filter(({ at }) => at !== -1)
      .sort((a, b) => a.at - b.at || b.one.length - a.one.length);
    if (!next) return [...parts, { part: text.slice(from), found: false }];
    parts.push({ part: text.slice(from, next.at), found: false });
    from = next.at + next.one.length;
    parts.push({ part: text.slice(next.at, from), found: true });
  }
}
