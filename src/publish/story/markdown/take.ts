import type { ContentTree } from "../../../read/entry/content-nodes.ts";
import type { Line } from "./place.ts";
import type { Definitions } from "./spans.ts";

/** Nodes of the lines that begin a text, and how many lines they took; nothing where they are of another kind. */
export type Taken = { nodes: ContentTree[]; lines: number } | undefined;

/** What lines are read with: addresses named elsewhere in the text, and how lines inside others are read. */
export type Reading = {
  definitions: Definitions;
  blocks(lines: readonly Line[]): ContentTree[];
};
export type Take = (lines: readonly Line[], reading: Reading) => Taken;

const heading = /^ {0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*$/;
const fence = /^\s*(`{3,}|~{3,})(.*)$/;
const rule = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const quote = /^ {0,3}> ?/;
export const marks = { heading, fence, rule, quote };

export const isEmpty = ({ text }: Line): boolean => text.trim() === "";

/** Does a line end the paragraph before it? */
export const interrupts = ({ text }: Line): boolean =>
  heading.test(text) ||
  fence.test(text) ||
  rule.test(text) ||
  quote.test(text) ||
  /^ {0,3}(?:[-*+]|1[.)])\s+\S/.test(text) ||
  /^\s*<\/?[A-Z]\S*(?:\s.*)?\/?>\s*$/.test(text);

const placed = ({ number }: Pick<Line, "number">) => ({ position: { start: { line: number } } });

/** A node with its place. */
export const nodeAt = (line: Pick<Line, "number">, node: ContentTree): ContentTree => ({
  ...placed(line),
  ...node,
});

export const one = (node: ContentTree, lines: number, first: Line): Taken => ({
  nodes: [nodeAt(first, node)],
  lines,
});
