import type { Block, Line, Span } from "../../model/blocks.ts";
import { escapeXml } from "../xml.ts";

const span = (part: Span): string =>
  typeof part === "string"
    ? escapeXml(part)
    : "code" in part
      ? `<code>${escapeXml(part.code)}</code>`
      : "strong" in part
        ? `<strong>${escapeXml(part.strong)}</strong>`
        : `<a href="${escapeXml(part.href)}">${escapeXml(part.link)}</a>`;
const line = (parts: Line): string => parts.map(span).join("");

function renderBlock(block: Block): string {
  if (block.kind === "heading")
    return `<h${block.level}>${escapeXml(block.text)}</h${block.level}>`;
  if (block.kind === "text") return `<p>${line(block.line)}</p>`;
  if (block.kind === "list")
    return `<ul>${block.items
      .map((item) =>
        "more" in item
          ? `<li>${line(item.line)}<ul>${item.more.map((more) => `<li>${line(more)}</li>`).join("")}</ul></li>`
          : `<li>${line(item)}</li>`,
      )
      .join("")}</ul>`;
  if (block.kind === "table") {
    const row = (cells: readonly string[], tag: "th" | "td") =>
      `<tr>${cells.map((cell) => `<${tag}>${escapeXml(cell)}</${tag}>`).join("")}</tr>`;
    return `<table><thead>${row(block.head, "th")}</thead><tbody>${block.rows.map((cells) => row(cells, "td")).join("")}</tbody></table>`;
  }
  return `<details open><summary>${escapeXml(block.summary)}</summary>${block.blocks.map(renderBlock).join("")}</details>`;
}

/** Blocks as a page of their own: no script, nothing from elsewhere. */
export const renderBlocksHtml = (title: string, blocks: readonly Block[]): string =>
  `<!doctype html>
<html lang="uk"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeXml(title)}</title>
<style>:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;display:block;overflow-x:auto}th,td{border:1px solid;padding:.2rem .6rem;text-align:left}summary{cursor:pointer;font-weight:600}details{margin:1rem 0}code{overflow-wrap:anywhere}</style>
</head><body>
${blocks.map(renderBlock).join("\n")}
</body></html>
`;
