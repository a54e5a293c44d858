import type { Block, Line, Span } from "../../model/blocks.ts";

/** Blocks a page for programs is made of. */
export type PlainBlock =
  | Extract<Block, { kind: "heading" | "text" | "list" }>
  | { kind: "quote"; text: string };

/**
 * Text as CommonMark (spec.commonmark.org) shows it letter for letter. Unlike what goes to GitHub it makes no sign
 * that is not in the text: programs copy from here.
 */
const plainText = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[\\`*[\]<>|]|&(?=#?\w+;)|(?<![\p{L}\d])_|_(?![\p{L}\d])/gu, "\\$&")
    .replace(/^(\s*)([-+=#~])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])(?=\s)/, "$1\\$2");

const codeText = (code: string): string => (code.includes("`") ? plainText(code) : `\`${code}\``);

/** Nothing in an address ends the link it is of. */
const target = (href: string): string =>
  encodeURI(href.toWellFormed())
    .replace(/%25(?=[\dA-F]{2})/gi, "%")
    .replace(/[()]/g, escape);

const span = (part: Span): string =>
  typeof part === "string"
    ? plainText(part)
    : "code" in part
      ? codeText(part.code)
      : "strong" in part
        ? `**${plainText(part.strong)}**`
        : `[${plainText(part.link)}](${target(part.href)})`;

const line = (parts: Line): string => parts.map(span).join("");

function renderBlock(block: PlainBlock): string {
  if (block.kind === "heading") return `${"#".repeat(block.level + 1)} ${plainText(block.text)}\n`;
  if (block.kind === "quote") return `> ${plainText(block.text)}\n`;
  if (block.kind === "text") return `${line(block.line)}\n`;
  return block.items
    .map((item) =>
      "more" in item
        ? `- ${line(item.line)}\n${item.more.map((more) => `  - ${line(more)}\n`).join("")}`
        : `- ${line(item)}\n`,
    )
    .join("");
}

/** Blocks under a title → a page of Markdown for programs. */
export const renderPlainMarkdown = (title: string, blocks: readonly PlainBlock[]): string =>
  [`# ${plainText(title)}\n`, ...blocks.map(renderBlock)].join("\n");
