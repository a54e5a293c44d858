import type { ContentTree } from "../../../read/entry/content-nodes.ts";
import type { Line } from "./place.ts";
import { nameOf, readSpans } from "./spans.ts";
import { interrupts, isEmpty, marks, one, type Take } from "./take.ts";

const definition =
  /^ {0,3}\[(?!\^)([^[\]]+)\]:\s*(?:<([^<>]*)>|(\S+))(?:\s+(?:"[^"]*"|'[^']*'|\([^)]*\)))?\s*$/;
const module = /^(?:import|export)\s/;
const underline = /^ {0,3}(=+|-+)\s*$/;
const delimiters = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

/** Addresses a text names apart, `[name]: address`, by their names. */
export const definitionsIn = (lines: readonly Line[]): Map<string, string> =>
  new Map(
    lines.flatMap(({ text }) => {
      const [, name, bracketed, plain] = definition.exec(text) ?? [];
      const url = bracketed ?? plain;
      return name === undefined || url === undefined ? [] : [[nameOf(name), url] as const];
    }),
  );

const empty: Take = ([first]) => (first && isEmpty(first) ? { nodes: [], lines: 1 } : undefined);

const headingTaken: Take = ([first], { definitions }) => {
  const [, signs, text = ""] = marks.heading.exec(first?.text ?? "") ?? [];
  if (!first || signs === undefined) return undefined;
  const children = readSpans([{ ...first, text }], definitions);
  return one({ type: "heading", depth: signs.length, children }, 1, first);
};

const codeTaken: Take = ([first, ...rest]) => {
  const [, signs = "", after = ""] = marks.fence.exec(first?.text ?? "") ?? [];
  if (!first || signs === "" || (signs.startsWith("`") && after.includes("`"))) return undefined;
  const end = rest.findIndex(({ text }) => {
    const line = text.trim();
    return line.length >= signs.length && line === (signs[0] ?? "").repeat(line.length);
  });
  const inside = end < 0 ? rest : rest.slice(0, end);
  const value = inside.map(({ text }) => text).join("\n");
  return one({ type: "code", value }, inside.length + (end < 0 ? 1 : 2), first);
};

const ruleTaken: Take = ([first]) =>
  first && marks.rule.test(first.text) ? one({ type: "thematicBreak" }, 1, first) : undefined;

const moduleTaken: Take = (lines) => {
  const [first] = lines;
  if (!first || !module.test(first.text)) return undefined;
  const end = lines.findIndex(isEmpty);
  return one({ type: "mdxjsEsm" }, end < 0 ? lines.length : end, first);
};

const definitionTaken: Take = ([first]) => {
  const [, , bracketed, plain] = definition.exec(first?.text ?? "") ?? [];
  const url = bracketed ?? plain;
  return first && url !== undefined ? one({ type: "definition", url }, 1, first) : undefined;
};

/** Cells of a line of a table: «\|» is a sign of a cell. */
const cellsOf = (text: string): string[] =>
  text
    .trim()
    .replace(/^\||(?<!\\)\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll("\\|", "|"));

const tableTaken: Take = (lines, { definitions }) => {
  const [first, second] = lines;
  if (!first?.text.includes("|") || !second || !delimiters.test(second.text)) return undefined;
  const header = cellsOf(first.text);
  if (header.length !== cellsOf(second.text).length) return undefined;
  const end = lines.findIndex((line, index) => index > 1 && (isEmpty(line) || interrupts(line)));
  const rows = [first, ...lines.slice(2, end < 0 ? lines.length : end)];
  const children = rows.map(({ text, number }): ContentTree => {
    const cells = cellsOf(text);
    return {
      type: "tableRow",
      children: header.map((_, index) => ({
        type: "tableCell",
        children: readSpans([{ text: cells[index] ?? "", number }], definitions),
      })),
    };
  });
  return one({ type: "table", children }, rows.length + 1, first);
};

const paragraphTaken: Take = (lines, { definitions }) => {
  const [first] = lines;
  if (!first) return undefined;
  const end = lines.findIndex(
    (line, index) => index > 0 && (isEmpty(line) || underline.test(line.text) || interrupts(line)),
  );
  const own = lines.slice(0, end < 0 ? lines.length : end);
  const children = readSpans(own, definitions);
  const [, signs] = underline.exec(lines[own.length]?.text ?? "") ?? [];
  return signs === undefined
    ? one({ type: "paragraph", children }, own.length, first)
    : one(
        { type: "heading", depth: signs.startsWith("=") ? 1 : 2, children },
        own.length + 1,
        first,
      );
};

/** What holds text and no other blocks: what may stand before lists and quotations, and what is left after them. */
export const leaves: { before: readonly Take[]; after: readonly Take[] } = {
  before: [empty, headingTaken, codeTaken, ruleTaken],
  after: [moduleTaken, definitionTaken, tableTaken, paragraphTaken],
};
