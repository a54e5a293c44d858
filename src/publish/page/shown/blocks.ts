import { make } from "../../../find/browser/dom.ts";
import type { Block, Line, Span } from "../../../model/blocks.ts";

function spanNode(part: Span): string | Node {
  if (typeof part === "string") return part;
  if ("code" in part) return make("code", "", part.code);
  if ("strong" in part) return make("strong", "", part.strong);
  const link = make("a", "", part.link);
  link.href = part.href;
  return link;
}
const lineNodes = (line: Line): (string | Node)[] => line.map(spanNode);

function blockNode(block: Block): HTMLElement {
  switch (block.kind) {
    case "heading":
      return make("h3", "", block.text);
    case "text":
      return make("p", "", ...lineNodes(block.line));
    case "list":
      return make(
        "ul",
        "",
        ...block.items.map((item) =>
          "more" in item
            ? make(
                "li",
                "",
                ...lineNodes(item.line),
                make("ul", "", ...item.more.map((more) => make("li", "", ...lineNodes(more)))),
              )
            : make("li", "", ...lineNodes(item)),
        ),
      );
    case "table":
      return tableNode(block.head, block.rows);
    case "details": {
      const details = make(
        "details",
        "",
        make("summary", "", block.summary),
        ...block.blocks.map(blockNode),
      );
      details.open = true;
      return details;
    }
  }
}

/** A table that scrolls aside, also by keys. */
export function tableNode(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): HTMLElement {
  const head = header.map((name) => {
    const cell = make("th", "", name);
    cell.scope = "col";
    return cell;
  });
  const body = rows.map((cells) => make("tr", "", ...cells.map((cell) => make("td", "", cell))));
  const scroll = make(
    "div",
    "scroll",
    make("table", "", make("thead", "", make("tr", "", ...head)), make("tbody", "", ...body)),
  );
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "group");
  return scroll;
}

/** What a reviewer will be told, on the page of who sends. */
export const blockNodes = (blocks: readonly Block[]): HTMLElement[] => blocks.map(blockNode);
