import { mdxToMdast } from "satteri";
import type { ContentNode, ReadProblem } from "../model/repository.ts";

type Node = {
  type: string;
  name?: string | null;
  url?: string;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: Node[];
  position?: { start: { line: number } };
};

/** Levels of lists and quotations inside each other that an entry may have. */
const deepest = 50;

/** What of Markdown an entry may use: one set for the judge and for the builder, who would else see other texts. */
export const grammar = { gfm: true, smartypants: true };
const features = { gfm: grammar.gfm, smartPunctuation: grammar.smartypants };

/** Browsers read «\» as «/» and skip tabs and line ends in an address: neither may stand in one. */
const safeLink = /^(https?:\/\/|mailto:|\/(?!\/)|#)[^\\\s]*$/i;

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

/** What in a node itself may not be there; undefined where nothing. */
function forbiddenIn({ type, url = "" }: Node): string | undefined {
  return links.has(type) && !safeLink.test(url) ? `посилання ${url}` : forbidden.get(type);
}

/**
 * The body of an MDX entry → what in it is more than text. MDX is code: without this list an entry could
 * import a module or run an expression in the build, so everything but named components with literal
 * attributes is reported as forbidden.
 */
export function parseContent(
  file: string,
  body: string,
): { nodes: ContentNode[]; problems: ReadProblem[] } {
  let root: Node;
  try {
    root = mdxToMdast(body, { features }) as unknown as Node;
  } catch (error) {
    const [, line = "1", column = "1"] = /^(\d+):(\d+):/.exec((error as Error).message) ?? [];
    const place = { file, line: Number(line), column: Number(column) };
    return {
      nodes: [],
      problems: [{ code: "yaml", place, reason: "у тексті новини є незакрита дужка { або <" }],
    };
  }
  const nodes: ContentNode[] = [];
  const walk = (node: Node, depth = 0) => {
    const line = node.position?.start.line ?? 1;
    const forbid = (what: string) => nodes.push({ kind: "forbidden", what, line });
    const what = forbiddenIn(node);
    if (what !== undefined) forbid(what);
    else if (components.has(node.type)) {
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
  return { nodes, problems: [] };
}
