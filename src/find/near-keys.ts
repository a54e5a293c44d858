import { distance } from "fastest-levenshtein";

/** Keys nearest to those of a word, at most. */
const mostNear = 10;
/** Farther than any slip. */
const tooFar = 9;

/** Letters that may be wrong in a key of this length. */
const slips = (key: string): number => (key.length < 3 ? 0 : key.length < 6 ? 1 : 2);

const sameLetters = (a: string, b: string): boolean =>
  [...a].sort().join("") === [...b].sort().join("");

/** How far two keys are: letters added, lost or changed; two neighbours swapped are one slip. */
function farness(a: string, b: string): number {
  const far = distance(a, b);
  return far === 2 && a.length === b.length && sameLetters(a, b) ? 1 : far;
}

function farnessOfSlip(key: string, known: string): number {
  const far = farness(key, known);
  return far <= slips(key) ? far : tooFar;
}

/** Known keys that any of a word's keys may be a slip of: the nearest alone, in the order of letters. */
export function nearKeys(keys: readonly string[], vocabulary: readonly string[]): string[] {
  const near = vocabulary
    .map((known) => ({ known, far: Math.min(...keys.map((key) => farnessOfSlip(key, known))) }))
    .filter(({ far }) => far < tooFar)
    .sort((a, b) => a.far - b.far || (a.known < b.known ? -1 : 1));
  return near
    .filter(({ far }) => far === near[0]?.far)
    .slice(0, mostNear)
    .map(({ known }) => known);
}
