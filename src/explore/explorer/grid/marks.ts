import { folded, wordTest } from "../../asked/asked-words.ts";

/** Parts of a cell's text, each marked or not; undefined where nothing of it was looked for. */
export type Marker = (text: string) => { part: string; found: boolean }[] | undefined;

/** What a view looks for is shown in its cells: as it is written, or a word in another of its forms. */
export function markerOf(q: string): Marker {
  const words = q.trim().split(/\s+/);
  const tests = words.map(wordTest);
  const wanted = words.map(folded);
  return (text) => {
    const parts = text.split(/([\p{L}\p{N}’'ʼ-]+)/u).flatMap((part, at) => {
      if (at % 2 === 0)
        return wanted.includes(folded(part)) ? [{ part, found: true }] : [{ part, found: false }];
      const lower = folded(part);
      const within = wanted.find((word) => lower.includes(word));
      if (within !== undefined && lower.length === part.length) return cut(part, lower, within);
      return [{ part, found: tests.some((test) => test(lower)) }];
    });
    return parts.some(({ found }) => found) ? parts.filter(({ part }) => part !== "") : undefined;
  };
}

/** A word with the letters that were looked for apart. */
function cut(part: string, lower: string, within: string): { part: string; found: boolean }[] {
  const at = lower.indexOf(within);
  return [
    { part: part.slice(0, at), found: false },
    { part: part.slice(at, at + within.length), found: true },
    { part: part.slice(at + within.length), found: false },
  ];
}
