import type { ContentTree } from "../../../read/entry/content-nodes.ts";
import { decodeEntities } from "./entities.ts";
import { closes, isWord, opens } from "./flanks.ts";
import { joined, type Line, Unclosed } from "./place.ts";
import { closingBrace, readTag } from "./tag.ts";

/** Addresses of `[name]: address` lines, by their names in small letters. */
export type Definitions = ReadonlyMap<string, string>;

type Reading = {
  text: string;
  lineAt(at: number): number;
  definitions: Definitions;
};
/** What stands at a place: its node, and the place after it. */
type Found = { node: ContentTree; end: number } | undefined;

const punctuation = /[!-/:-@[-`{-~]/;
const emphases = /\*{1,3}|_{1,3}|~~?/y;
const kinds: Readonly<Record<string, readonly string[]>> = {
  "*": ["emphasis"],
  _: ["emphasis"],
  "**": ["strong"],
  __: ["strong"],
  "***": ["emphasis", "strong"],
  ___: ["emphasis", "strong"],
  "~": ["delete"],
  "~~": ["delete"],
};
const destination =
  /\(\s*(?:<([^<>\n]*)>|((?:[^\s()\\]|\\.|\([^\s()]*\))*))(?:\s+(?:"[^"]*"|'[^']*'|\([^)]*\)))?\s*\)/y;
const reference = /\[([^[\]]*)\]/y;
const bareAddress = /(?:https?:\/\/|www\.)[^\s<]+/y;

const at = (pattern: RegExp, text: string, from: number): RegExpExecArray | null => {
  pattern.lastIndex = from;
  return pattern.exec(text);
};

/** Signs as the site sets them: dashes, an ellipsis. */
const typeset = (text: string): string =>
  text.replaceAll("---", "—").replaceAll("--", "–").replaceAll("...", "…");

/** A line of text, or several → what stands in it. Throws an Unclosed. */
export function readSpans(lines: readonly Line[], definitions: Definitions): ContentTree[] {
  const trimmed = lines.map(({ text, number }, index) => ({
    number,
    text: index === lines.length - 1 ? text.trim() : text.trimStart(),
  }));
  const { text, lineAt } = joined(trimmed);
  return spansIn({ text, lineAt, definitions }, 0, text.length);
}

function spansIn(reading: Reading, from: number, to: number): ContentTree[] {
  const { text, lineAt } = reading;
  const nodes: ContentTree[] = [];
  let said = "";
  const say = () => {
    if (said !== "") nodes.push({ type: "text", value: typeset(decodeEntities(said)) });
    said = "";
  };
  for (let place = from; place < to; ) {
    const { node, end } = escapedAt(text, place) ??
      breakAt(text, place, said) ??
      spanAt(reading, place, to) ?? {
        node: { type: "text", value: text[place] ?? "" },
        end: place + 1,
      };
    // Blanks at a line's end are no part of its text.
    if (node.type === "break" || node.value === "\n") said = said.trimEnd();
    if (node.type === "text") said += node.value ?? "";
    else {
      say();
      nodes.push({ position: { start: { line: lineAt(place) } }, ...node });
    }
    place = end;
  }
  say();
  return nodes;
}

/** A sign that is escaped is no mark; an escaped «&» begins no entity. */
function escapedAt(text: string, place: number): Found {
  const sign = text[place] === "\\" ? (text[place + 1] ?? "") : "";
  return punctuation.test(sign)
    ? { node: { type: "text", value: sign === "&" ? "&amp;" : sign }, end: place + 2 }
    : undefined;
}

/** A line's end: a break after two blanks or «\», else a blank of the paragraph. */
function breakAt(text: string, place: number, said: string): Found {
  if (text.startsWith("\\\n", place)) return { node: { type: "break" }, end: place + 2 };
  if (text[place] !== "\n") return undefined;
  const node = / {2}$/.test(said) ? { type: "break" } : { type: "text", value: "\n" };
  return { node, end: place + 1 };
}

/** What begins at a place, if it is more than a sign. */
function spanAt(reading: Reading, place: number, to: number): Found {
  switch (reading.text[place]) {
    case "`":
      return codeAt(reading, place, to);
    case "!":
      return reading.text[place + 1] === "[" ? linkAt(reading, place + 1, to, "image") : undefined;
    case "[":
      return linkAt(reading, place, to, "link");
    case "<":
      return tagAt(reading, place, to);
    case "{":
      return expressionAt(reading, place);
    case "*":
    case "_":
    case "~":
      return emphasisAt(reading, place, to);
    case "h":
    case "w":
      return addressAt(reading, place, to);
  }
  return undefined;
}

const unclosed = ({ text, lineAt }: Reading, place: number, what: string): Unclosed =>
  new Unclosed(lineAt(place), place - text.lastIndexOf("\n", place - 1), what);

function codeAt({ text }: Reading, place: number, to: number): Found {
  const [fence = ""] = at(/`+/y, text, place) ?? [];
  const closing = new RegExp(`(?<!\`)${fence}(?!\`)`, "g");
  closing.lastIndex = place + fence.length;
  const end = closing.exec(text)?.index;
  if (end === undefined || end >= to)
    return { node: { type: "text", value: fence }, end: place + fence.length };
  const value = text.slice(place + fence.length, end).replaceAll("\n", " ");
  const bare = /^ .*[^ ].* $/.test(value) ? value.slice(1, -1) : value;
  return { node: { type: "inlineCode", value: bare }, end: end + fence.length };
}

/** Place of the bracket that closes the one at a place, past code and escaped signs. */
function closingBracket(text: string, place: number, to: number): number | undefined {
  let open = 0;
  for (let at = place; at < to; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === "[") open++;
    else if (text[at] === "]" && --open === 0) return at;
  }
  return undefined;
}

function linkAt(reading: Reading, place: number, to: number, type: "link" | "image"): Found {
  const { text, definitions } = reading;
  const closing = closingBracket(text, place, to);
  if (closing === undefined) return undefined;
  const inside = () => (type === "link" ? spansIn(reading, place + 1, closing) : []);
  const direct = at(destination, text, closing + 1);
  if (direct) {
    const url = decodeEntities(direct[1] ?? direct[2] ?? "").replace(/\\([!-/:-@[-`{-~])/g, "$1");
    return { node: { type, url, children: inside() }, end: closing + 1 + direct[0].length };
  }
  const named = at(reference, text, closing + 1);
  const name = named?.[1] || text.slice(place + 1, closing);
  const url = definitions.get(nameOf(name));
  if (url === undefined) return undefined;
  return {
    node:
      type === "link"
        ? { type: "linkReference", url, children: inside() }
        : { type: "imageReference" },
    end: closing + 1 + (named?.[0].length ?? 0),
  };
}

/** A definition's name, whatever its letters and spaces. */
export const nameOf = (name: string): string => name.trim().replace(/\s+/g, " ").toLowerCase();

function tagAt(reading: Reading, place: number, to: number): Found {
  const { text } = reading;
  // «a < b» is no tag.
  if (/[\s]/.test(text[place + 1] ?? " ")) return undefined;
  const tag = readTag(text, place);
  if (!tag || tag.role === "end") throw unclosed(reading, place, "a tag that is none");
  const { name, attributes } = tag;
  const node = { type: "mdxJsxTextElement", name, attributes };
  if (tag.role === "alone") return { node, end: tag.end };
  const end = closingTag(reading, tag.end, to, name);
  return { node: { ...node, children: spansIn(reading, tag.end, end.from) }, end: end.to };
}

/** Where the tag that ends an element stands. */
function closingTag(
  reading: Reading,
  place: number,
  to: number,
  name: string,
): { from: number; to: number } {
  let open = 1;
  for (let from = reading.text.indexOf("<", place); from >= 0 && from < to; ) {
    const tag = readTag(reading.text, from);
    if (tag?.name === name) open += { alone: 0, begin: 1, end: -1 }[tag.role];
    if (tag && open === 0) return { from, to: tag.end };
    from = reading.text.indexOf("<", tag?.end ?? from + 1);
  }
  throw unclosed(reading, place, `no end of ${name}`);
}

function expressionAt(reading: Reading, place: number): Found {
  const end = closingBrace(reading.text, place);
  if (end === undefined) throw unclosed(reading, place, "no end of an expression");
  const value = reading.text.slice(place + 1, end - 1);
  return { node: { type: "mdxTextExpression", value }, end };
}

function emphasisAt(reading: Reading, place: number, to: number): Found {
  const { text } = reading;
  const [marks = ""] = at(emphases, text, place) ?? [];
  const first = place + marks.length;
  const types = opens(text, place, marks) ? kinds[marks] : undefined;
  let end = types ? text.indexOf(marks, first + 1) : -1;
  while (end >= 0 && end + marks.length <= to && !closes(text, end, marks))
    end = text.indexOf(marks, end + 1);
  return types && end >= 0 && end + marks.length <= to
    ? { node: nested(types, spansIn(reading, first, end)), end: end + marks.length }
    : { node: { type: "text", value: marks }, end: first };
}

const nested = (types: readonly string[], children: ContentTree[]): ContentTree => {
  const [type = "emphasis", ...inner] = types;
  return { type, children: inner.length > 0 ? [nested(inner, children)] : children };
};

/** An address written as it is becomes a link; the sign that ends the sentence is not of it. */
function addressAt({ text }: Reading, place: number, to: number): Found {
  if (isWord(text[place - 1])) return undefined;
  const [found = ""] = at(bareAddress, text, place) ?? [];
  const written = found.slice(0, to - place).replace(/[?!.,:*_~'")\]]+$/, "");
  if (written.length < 5 || /^https?:\/*$/.test(written)) return undefined;
  const url = written.startsWith("www.") ? `http://${written}` : written;
  return {
    node: { type: "link", url, children: [{ type: "text", value: written }] },
    end: place + written.length,
  };
}
