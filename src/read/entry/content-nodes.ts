import type { ContentNode } from "../../model/repository.ts";

/** A part of an entry's body, as mdast names parts: what stands in it, and where. */
export type ContentTree = {
  type: string;
  name?: string | null;
  url?: string;
  value?: string;
  depth?: number;
  ordered?: boolean | null;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: ContentTree[];
  position?: { start: { line: number } };
};

/** Levels of lists and quotations inside each other that an entry may have. */
const deepest = 50;

/** Browsers read «\» as «/» and skip tabs and line ends in an address: neither may stand in one. */
const safeLink = /^(https?:\/\/|mailto:|\/(?!\/)|#)[^\\\s]*$/i;

/** May readers be sent to this address from an entry? */
export const isSafeLink = (address: string): boolean => safeLink.test(address);

/** Kinds of nodes no entry may have, in the words of who wrote it. */
const forbidden = new Map([
  ["mdxjsEsm", "import або export"],
  ["mdxFlowExpression", "вираз у фігурних дужках"],
  ["mdxTextExpression", "вираз у фігурних дужках"],
  ["html", "код HTML"],
  ["image", "зображення"],
  ["imageReference", "зображення"],
]);
const links = new Set(["link", "definition"]);
const components = new Set(["mdxJsxFlowElement", "mdxJsxTextElement"]);

/** Is it a component, in a line of its own or in a text? */
export const isComponent = ({ type }: Pick<ContentTree, "type">): boolean => components.has(type);

/** What in a node itself may not be there; undefined where nothing. */
function forbiddenIn({ type, url = "" }: ContentTree): string | undefined {
  return links.has(type) && !isSafeLink(url) ? `посилання ${url}` : forbidden.get(type);
}

/**
 * What in a body is more than text. MDX is code: without this list an entry could import a module or run an expression
 * in the build, so everything but named components with literal attributes is reported as forbidden.
 */
export function nodesIn(root: ContentTree): ContentNode[] {
  const nodes: ContentNode[] = [];
  const walk = (node: ContentTree, depth = 0) => {
    const line = node.position?.start.line ?? 1;
    const forbid = (what: string) => nodes.push({ kind: "forbidden", what, line });
    const what = forbiddenIn(node);
    if (what !== undefined) forbid(what);
    else if (links.has(node.type)) nodes.push({ kind: "link", url: node.url ?? "", line });
    else if (isComponent(node)) {
      const attributes: Record<string, string> = {};
      for (const { type, name = "", value } of node.attributes ?? []) {
        if (type !== "mdxJsxAttribute" || typeof value !== "string") forbid("вираз в атрибуті");
        else attributes[name] = value;
      }
      nodes.push({ kind: "component", name: node.name ?? "", attributes, line });
    }
    if (depth < deepest) for (const child of node.children ?? []) walk(child, depth + 1);
    else if (node.children?.length) forbid(`вкладення, глибше за ${deepest} рівнів`);
  };
  walk(root);
  return nodes;
}
