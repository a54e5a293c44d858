import type { ContentTree } from "../../../read/entry/content-nodes.ts";
import { joined, type Line, Unclosed } from "./place.ts";
import { closingBrace, readTag } from "./tag.ts";
import { interrupts, isEmpty, marks, nodeAt, one, type Reading, type Take } from "./take.ts";

const bullet = /^(\s*)([-*+]|\d{1,9}[.)])(\s+|$)/;

const quoteTaken: Take = (lines, reading) => {
  const [first] = lines;
  if (!first || !marks.quote.test(first.text)) return undefined;
  // A line without the mark goes on with the quoted paragraph.
  const end = lines.findIndex((line, index) =>
    marks.quote.test(line.text)
      ? false
      : isEmpty(line) ||
        isEmpty({ ...line, text: (lines[index - 1]?.text ?? "").replace(marks.quote, "") }) ||
        interrupts(line),
  );
  const inside = lines
    .slice(0, end < 0 ? lines.length : end)
    .map(({ text, number }) => ({ number, text: text.replace(marks.quote, "") }));
  const children = reading.blocks(inside);
  return one({ type: "blockquote", children }, inside.length, first);
};

/** Marks of one list are of one kind. */
const markOf = (marker: string): string => marker.slice(-1);

const listTaken: Take = (lines, reading) => {
  const [first] = lines;
  const [, , marker = ""] = bullet.exec(first?.text ?? "") ?? [];
  if (!first || marker === "") return undefined;
  const items: ContentTree[] = [];
  let taken = 0;
  while (taken < lines.length) {
    const rest = lines.slice(taken);
    const begin = rest.findIndex((line) => !isEmpty(line));
    const line = rest[begin];
    const [mark, , own = ""] = bullet.exec(line?.text ?? "") ?? [];
    const isNext =
      line && mark !== undefined && markOf(own) === markOf(marker) && !marks.rule.test(line.text);
    if (!isNext) break;
    const item = itemOf(rest.slice(begin), mark, reading);
    items.push(nodeAt(line, { type: "listItem", children: item.children }));
    taken += begin + item.lines;
  }
  return one({ type: "list", ordered: /\d/.test(marker), children: items }, taken, first);
};

/** What lies in one item of a list: what is indented past its mark, and the lines that go on with its paragraph. */
function itemOf(
  [first, ...rest]: readonly Line[],
  mark: string,
  reading: Reading,
): { children: ContentTree[]; lines: number } {
  const width = mark.length;
  const bare = (first?.text ?? "").slice(width);
  const isIndented = ({ text }: Line) => /^\s*/.exec(text)?.[0].length ?? 0;
  let end = 0;
  for (const [index, line] of rest.entries()) {
    if (isEmpty(line)) continue;
    const goesOn =
      index === end &&
      !interrupts(line) &&
      !bullet.test(line.text) &&
      (index > 0 || bare.trim() !== "");
    if (isIndented(line) < width && !goesOn) break;
    end = index + 1;
  }
  const inside = [
    { number: first?.number ?? 1, text: bare },
    ...rest.slice(0, end).map(({ text, number }) => ({
      number,
      text: text.slice(Math.min(width, isIndented({ text, number }))),
    })),
  ];
  return { children: reading.blocks(inside), lines: inside.length };
}

/** Components and expressions that stand alone in their lines. */
const tagsTaken: Take = (lines, reading) => {
  const [first] = lines;
  if (!first || !/^\s*[<{]/.test(first.text)) return undefined;
  const { text, lineAt } = joined(lines);
  const nodes: ContentTree[] = [];
  let place = 0;
  for (;;) {
    place += /^[^\S\n]*/.exec(text.slice(place))?.[0].length ?? 0;
    const sign = text[place];
    if (sign === undefined || sign === "\n") break;
    const found = flowAt(text, place, lineAt, reading);
    if (!found) return undefined;
    nodes.push(nodeAt({ number: lineAt(place) }, found.node));
    place = found.end;
  }
  return { nodes, lines: text.slice(0, place).split("\n").length };
};

function flowAt(
  text: string,
  place: number,
  lineAt: (at: number) => number,
  reading: Reading,
): { node: ContentTree; end: number } | undefined {
  if (text[place] === "{") {
    const end = closingBrace(text, place);
    return end === undefined ? undefined : { node: { type: "mdxFlowExpression" }, end };
  }
  const tag = text[place] === "<" ? readTag(text, place) : undefined;
  if (!tag) return undefined;
  const { name, attributes, role, end } = tag;
  const node = { type: "mdxJsxFlowElement", name, attributes };
  if (role === "alone") return { node, end };
  if (role === "end") throw new Unclosed(lineAt(place), 1, `${name} ends and has not begun`);
  const closing = text.indexOf(`</${name}>`, end);
  if (closing < 0) throw new Unclosed(lineAt(place), 1, `no end of ${name}`);
  const inside = text
    .slice(end, closing)
    .split("\n")
    .map((line, index) => ({ text: line, number: lineAt(end) + index }));
  const children = reading.blocks(inside);
  return { node: { ...node, children }, end: closing + name.length + 3 };
}

/** What holds other blocks, in the order it is looked for. */
export const containers: readonly Take[] = [quoteTaken, listTaken, tagsTaken];
