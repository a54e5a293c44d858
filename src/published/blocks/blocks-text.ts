import type { Block, Line, Span } from "../../model/blocks.ts";
import { withoutCommands } from "../../model/reports/finding.ts";

const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\u200b-\u200f]+/gu;
const clean = (text: string): string => text.replace(unprintable, " ");

const span = (part: Span): string =>
  clean(
    typeof part === "string"
      ? part
      : "code" in part
        ? part.code
        : "strong" in part
          ? part.strong
          : `${part.link}: ${part.href}`,
  );
const line = (parts: Line): string => parts.map(span).join("");

function renderBlock(block: Block, indent: string): string {
  if (block.kind === "heading")
    return `${indent}${clean(block.text)}\n${block.level === 1 ? `${indent}${"=".repeat(Math.min(72, block.text.length))}\n` : ""}`;
  if (block.kind === "text") return `${indent}${line(block.line)}\n`;
  if (block.kind === "list")
    return block.items
      .map((item) =>
        "more" in item
          ? `${indent}– ${line(item.line)}\n${item.more.map((more) => `${indent}    ${line(more)}\n`).join("")}`
          : `${indent}– ${line(item)}\n`,
      )
      .join("");
  if (block.kind === "table")
    return [block.head, ...block.rows]
      .map((row) => `${indent}${row.map(clean).join(" │ ")}\n`)
      .join("");
  return `${indent}${clean(block.summary)}\n${block.blocks.map((inner) => renderBlock(inner, `${indent}  `)).join("")}`;
}

/** Blocks for a terminal or the log of a check, to whose runner no value can speak. */
export const renderBlocksText = (blocks: readonly Block[]): string =>
  withoutCommands(blocks.map((block) => renderBlock(block, "")).join("\n"));
