import { distance } from "fastest-levenshtein";

/** No name of anything is longer, and the distance of two words grows with the product of their lengths. */
const longest = 200;

/** The candidate a writer most likely meant: at most a third of its letters differ. */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > longest) return undefined;
  const folded = word.toLowerCase();
  return candidates
    .filter(({ length }) => length <= longest)
    .map((candidate) => ({ candidate, far: distance(folded, candidate.toLowerCase()) }))
    .filter(({ candidate, far }) => far <= Math.max(1, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.far - b.far || (a.candidate < b.candidate ? -1 : 1))[0]?.candidate;
}

/** A list that a person reads through; of a longer one only its nearest words are named. */
const readable = 20;
const nearest = 5;

/** «Можливо, ви мали на увазі …», or what there is to choose from when nothing is near. */
export function suggest(word: string, candidates: readonly string[]): string {
  const near = closest(word, candidates);
  if (near !== undefined) return `Можливо, ви мали на увазі «${near}».`;
  if (candidates.length > readable && word.length <= longest) {
    const parts = new Set(word.split("-"));
    const shown = candidates
      .map((candidate) => ({
        candidate,
        shared: candidate.split("-").filter((part) => parts.has(part)).length,
        far: distance(word, candidate),
      }))
      .sort((a, b) => b.shared - a.shared || a.far - b.far)
      .slice(0, nearest);
    return `Найближчі з можливих (усього — ${candidates.length}): ${shown.map(({ candidate }) => candidate).join(", ")}.`;
  }
  return candidates.length > 0
    ? `Можливі значення: ${candidates.join(", ")}.`
    : "Приберіть цей рядок.";
}
