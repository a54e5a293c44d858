import { keysOf } from "../../../find/keys.ts";
import { wordsOf } from "../../../find/words.ts";

/** Something to choose, and how it is called. */
export type Option = { value: string; label: string };

/** Most that are shown to choose from. */
const most = 12;
/** A beginning this short has no forms to know it by. */
const shortest = 3;

/** Keys of words that were asked for: a thousand titles are made of few words. */
const keys = new Map<string, readonly string[]>();
function keysOfWord(word: string): readonly string[] {
  const known = keys.get(word) ?? keysOf(word);
  keys.set(word, known);
  return known;
}

/** An option as it is looked through; made once, for it is asked with every letter typed. */
type Read = { text: string; words: readonly string[] };
const read = new WeakMap<Option, Read>();
function readOf(option: Option): Read {
  const { label, value } = option;
  const known = read.get(option) ?? {
    text: `${label} ${value}`.toLocaleLowerCase("uk"),
    words: wordsOf(label),
  };
  read.set(option, known);
  return known;
}

/** All options whose names or values hold every word that was typed, in whatever form. */
export function allMatching(options: readonly Option[], asked: string): Option[] {
  const parts = wordsOf(asked).map((part) => ({
    part,
    keys: part.length < shortest ? [] : keysOfWord(part),
  }));
  const holds = (option: Option, { part, keys: forms }: (typeof parts)[number]) =>
    readOf(option).text.includes(part) ||
    (forms.length > 0 &&
      readOf(option).words.some((word) => keysOfWord(word).some((key) => forms.includes(key))));
  return options.filter((option) => parts.every((part) => holds(option, part)));
}

/** The first of them, as many as are shown to choose from. */
export const matching = (options: readonly Option[], asked: string): Option[] =>
  allMatching(options, asked).slice(0, most);
