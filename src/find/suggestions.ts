import { wordsOf } from "./words.ts";

/** What a search offers while its words are typed: a thing's name and where it is; `words` are those it is offered for. */
export type Suggestion = {
  title: string;
  titleEn?: string;
  path: string;
  kind: string;
  words: string[];
};

/** Letters of a word that name the file of its suggestions. */
const letters = 2;

/** The file a typed word's suggestions are in: codes of its first letters. Shorter words have none. */
export const suggestionFile = (word: string): string | undefined =>
  word.length < letters
    ? undefined
    : [...word.slice(0, letters)].map((letter) => letter.charCodeAt(0).toString(16)).join("-");

/** Suggestions by file: each thing in the file of every word it is offered for. */
export function suggestionFiles(
  things: readonly (Omit<Suggestion, "words"> & { texts: readonly string[] })[],
): Map<string, Suggestion[]> {
  const files = new Map<string, Suggestion[]>();
  for (const { texts, ...thing } of things) {
    const words = [...new Set(texts.flatMap(wordsOf))];
    for (const file of new Set(words.map(suggestionFile)))
      if (file !== undefined) files.set(file, [...(files.get(file) ?? []), { ...thing, words }]);
  }
  return files;
}

/** Suggestions in which every typed word begins a word, those whose title begins so first. */
export function suggestionsFor(
  query: string,
  known: readonly Suggestion[],
  most: number,
): Suggestion[] {
  const typed = wordsOf(query);
  return known
    .filter(({ words }) => typed.every((word) => words.some((one) => one.startsWith(word))))
    .map((suggestion) => ({
      suggestion,
      first: wordsOf(suggestion.title)[0]?.startsWith(typed[0] ?? "") ? 0 : 1,
    }))
    .sort((a, b) => a.first - b.first || a.suggestion.title.length - b.suggestion.title.length)
    .slice(0, most)
    .map(({ suggestion }) => suggestion);
}
