import type { ContentTree } from "../../../read/entry/content-nodes.ts";
import { decodeEntities } from "./entities.ts";

/** A tag as it stands in a text, from its «<» to its «>». */
export type Tag = {
  name: string;
  /** `<A />` stands alone, `<A>` begins, `</A>` ends. */
  role: "alone" | "begin" | "end";
  attributes: NonNullable<ContentTree["attributes"]>;
  /** Place after its «>». */
  end: number;
};

const start = /<(\/?)\s*([\p{L}$_][\p{L}\p{N}$_.:-]*)?/uy;
const attribute = /\s+([\p{L}$_][\p{L}\p{N}$_:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(?=(\{))))?/uy;
const spread = /\s*(?=\{)/y;
const finish = /\s*(\/?)>/y;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** Place after the bracket that closes the one at a place; undefined where none does. */
export function closingBrace(text: string, from: number): number | undefined {
  let open = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "{") open++;
    if (text[at] === "}" && --open === 0) return at + 1;
  }
  return undefined;
}

type Attribute = Tag["attributes"][number];

/** The attribute at a place, or an expression in its stead, and the place after it; undefined where neither stands. */
function attributeAt(text: string, at: number): { attribute: Attribute; end: number } | undefined {
  const found = matchAt(attribute, text, at);
  const [whole = "", name = "", double, single, brace] = found ?? matchAt(spread, text, at) ?? [];
  const value = double ?? single;
  const end = at + whole.length;
  if (found && brace === undefined)
    return {
      attribute: {
        type: "mdxJsxAttribute",
        name,
        value: value === undefined ? null : decodeEntities(value),
      },
      end,
    };
  const closing = text[end] === "{" ? closingBrace(text, end) : undefined;
  return closing === undefined
    ? undefined
    : { attribute: { type: "mdxJsxExpressionAttribute", name, value: null }, end: closing };
}

/** The tag at a place of a text; undefined where what stands there is none. */
export function readTag(text: string, from: number): Tag | undefined {
  const begun = matchAt(start, text, from);
  if (!begun) return undefined;
  const [whole, slash, name = ""] = begun;
  const attributes: Attribute[] = [];
  let at = from + whole.length;
  for (;;) {
    const done = matchAt(finish, text, at);
    if (done) {
      const role = slash ? "end" : done[1] ? "alone" : "begin";
      return { name, role, attributes, end: at + done[0].length };
    }
    const next = attributeAt(text, at);
    if (!next) return undefined;
    attributes.push(next.attribute);
    at = next.end;
  }
}
