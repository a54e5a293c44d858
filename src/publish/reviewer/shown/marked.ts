import { make } from "../../../find/browser/dom.ts";

/** Two texts, each with what only it has marked: whole words between the beginning and the end they share. */
export function marked(before: string, after: string): [before: Node[], after: Node[]] {
  if (before === after)
    return [[document.createTextNode(before)], [document.createTextNode(after)]];
  const [was, is] = [before.split(/(?<=\s)/), after.split(/(?<=\s)/)];
  let start = 0;
  while (start < Math.min(was.length, is.length) && was[start] === is[start]) start++;
  let end = 0;
  while (
    end < Math.min(was.length, is.length) - start &&
    was[was.length - 1 - end] === is[is.length - 1 - end]
  )
    end++;
  const parts = (words: readonly string[], tag: "del" | "ins"): Node[] => {
    const changed = words.slice(start, words.length - end).join("");
    return [
      document.createTextNode(words.slice(0, start).join("")),
      ...(changed === "" ? [] : [make(tag, "", changed)]),
      document.createTextNode(words.slice(words.length - end).join("")),
    ];
  };
  return [parts(was, "del"), parts(is, "ins")];
}
