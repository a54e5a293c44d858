import type { Replacement } from "./edits.ts";

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/** A cell's text with what was asked for replaced; a cell without it comes back as it is. An empty whole cell can be filled so. */
export function replacerOf({ find, by, whole, matchCase }: Replacement): (text: string) => string {
  if (find === "") return (text) => (whole && text === "" ? by : text);
  const pattern = new RegExp(
    whole ? `^${escaped(find)}$` : escaped(find),
    matchCase ? "gu" : "giu",
  );
  // What stands for a match is text too: «$&» in it means nothing.
  return (text) => text.replace(pattern, () => by);
}
