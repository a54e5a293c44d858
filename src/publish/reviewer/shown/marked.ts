import { make } from "../../../find/browser/dom.ts";

/** What is the same: in an element, which says what language it is of. */
const plain = (text: string): Node[] => (text === "" ? [] : [make("span", "", text)]);

/**
 * Two texts, each with what only it has marked: whole words between the beginning and the end they share. The second has
 * the words of the first as well, for where the two do not stand side by side.
 */
export function marked(before: string, after: string): [before: Node[], after: Node[]] {
  if (before === after) return [plain(before), plain(after)];
  const [was, is] = [before.split(/(?<=\s)/), after.split(/(?<=\s)/)];
  let start = 0;
  while (start < Math.min(was.length, is.length) && was[start] === is[start]) start++;
  let end = 0;
  while (
    end < Math.min(was.length, is.length) - start &&
    was[was.length - 1 - end] === is[is.length - 1 - end]
  )
    end++;
  const middle = (words: readonly string[]) => words.slice(start, words.length - end).join("");
  const around = (words: readonly string[], ...changed: Node[]): Node[] => [
    ...plain(words.slice(0, start).join("")),
    ...changed,
    ...plain(words.slice(words.length - end).join("")),
  ];
  const mark = (tag: "del" | "ins", className: string, words: readonly string[]): Node[] =>
    middle(words) === "" ? [] : [make(tag, className, middle(words))];
  return [
    around(was, ...mark("del", "", was)),
    around(is, ...mark("del", "former", was), ...mark("ins", "", is)),
  ];
}
