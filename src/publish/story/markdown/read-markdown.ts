import type { ContentTree } from "../../../read/entry/content-nodes.ts";
import { containers } from "./containers.ts";
import { definitionsIn, leaves } from "./leaves.ts";
import type { Line } from "./place.ts";
import type { Reading, Taken } from "./take.ts";

const takes = [...leaves.before, ...containers, ...leaves.after];

/** The first kind that lines begin with takes its own; a paragraph takes what is left. */
function taken(lines: readonly Line[], reading: Reading): NonNullable<Taken> {
  for (const take of takes) {
    const found = take(lines, reading);
    if (found) return found;
  }
  throw new Error("Lines are of no kind.");
}

/**
 * A body of news or of a dashboard → its tree, as the library of the build names its parts. It knows what of Markdown and
 * MDX people write here, without footnotes and with no code run: the library of the build cannot come to a browser
 * (decision 027). Throws an Unclosed where a bracket is not closed.
 */
export function readMarkdown(body: string): ContentTree {
  const lines = body.split("\n").map((text, index) => ({ text, number: index + 1 }));
  const reading: Reading = {
    definitions: definitionsIn(lines),
    blocks(inside) {
      const nodes: ContentTree[] = [];
      for (let place = 0; place < inside.length; ) {
        const found = taken(inside.slice(place), reading);
        nodes.push(...found.nodes);
        place += found.lines;
      }
      return nodes;
    },
  };
  return { type: "root", children: reading.blocks(lines) };
}
