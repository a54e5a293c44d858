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

/** The tag at a place of a text; undefined where what stands there is none. */
export function readTag(text: string, from: number): Tag | undefined {
  const begun = matchAt(start, text, from);
  if (!begun) return undefined;
  const [whole, slash, name = ""] = begun;
  const attributes: Tag["attributes"] = [];
  let at = from + whole.length;
  for (;;) {
    const done = matchAt(finish, text, at);
    if (done) {
      const role = slash ? "end" : done[1] ? "alone" : "begin";
      return { name, role, attributes, end: at + done[0].length };
    }
    const next = matchAt(attribute, text, at);
    const value = next?.[2] ?? next?.[3];
    const braced = next ? next[4] !== undefined : matchAt(spread, text, at) !== null;
    if (!next && !braced) return undefined;
    at += next ? next[0].length : (matchAt(spread, text, at)?.[0].length ?? 0);
    if (braced) {
      const end = closingBrace(text, at);
      if (end === undefined) return undefined;
      attributes.push({ type: "mdxJsxExpressionAttribute", name: next?.[1] ?? "", value: null });
      at = end;
    } else
      attributes.push({
        type: "mdxJsxAttribute",
        name: next?.[1] ?? "",
        value: value === undefined ? null : decodeEntities(value),
      });
  }
}
