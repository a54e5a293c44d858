/** Why a text is no JSON, and where; line and column are 1-based, columns in UTF-16 units as editors count them. */
export type JsonFault = {
  what:
    | "empty"
    | "cut"
    | "trailing-comma"
    | "comment"
    | "single-quote"
    | "unquoted"
    | "number"
    | "control"
    | "escape"
    | "second-value"
    | "repeated-key"
    | "deep"
    | "sign";
  line: number;
  column: number;
  /** The sign or the key that does not belong. */
  found: string;
};

/** Lists in lists: deeper than this is no data, and programs that walk it would run out of stack. */
const deepest = 200;

/**
 * A text read as RFC 8259 says: the value, or the first fault in it. A key that comes twice in one object is a fault
 * too: readers differ in which of the two they take (section 4).
 */
export function parseJson(text: string): { value: unknown } | { fault: JsonFault } {
  const fault = findFault(text);
  return fault ? { fault } : { value: JSON.parse(text) };
}

const blank = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 8259 forbids these inside strings, and only these
const string = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same
const plain = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\d.+\-\p{L}])/uy;
const word = /(?:true|false|null)(?![\p{L}\d_$])/uy;

const match = (pattern: RegExp, text: string, at: number): string | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
};

/** What may stand next: a value, a key, what parts a key from its value, or what ends a value. */
type Wanted = "value" | "value-or-end" | "key" | "key-or-end" | "colon" | "comma-or-end" | "end";

/** How far a text was read, and the lists and objects that are open: of an object its keys. */
type Reading = { text: string; at: number; wanted: Wanted; open: (Set<string> | undefined)[] };

/** Goes on behind a value. */
function endValue(reading: Reading, length: number): void {
  reading.at += length;
  reading.wanted = reading.open.length === 0 ? "end" : "comma-or-end";
}

/** Does a sign end the list or the object that was opened last? */
const isClosing = (sign: string, { open }: Reading): boolean =>
  open.length > 0 && sign === (open.at(-1) ? "}" : "]");

function readClosing(reading: Reading, sign: string): JsonFault | undefined {
  const { text, at, wanted, open } = reading;
  // In an object a value is wanted behind a colon, in a list behind a comma.
  const isKeyAlone = wanted === "colon" || (wanted === "value" && open.at(-1) !== undefined);
  if (isKeyAlone) return placed(text, at, "sign", sign);
  if (wanted === "key" || wanted === "value")
    return placed(text, text.lastIndexOf(",", at), "trailing-comma", ",");
  open.pop();
  endValue(reading, 1);
  return undefined;
}

/** The colon behind a key, or the comma behind a value. */
function readMark(reading: Reading, sign: string): JsonFault | undefined {
  const { text, at, wanted, open } = reading;
  if (sign !== (wanted === "colon" ? ":" : ",")) return strangeAt(text, at);
  reading.wanted = wanted === "comma-or-end" && open.at(-1) ? "key" : "value";
  reading.at++;
  return undefined;
}

function readKey(reading: Reading): JsonFault | undefined {
  const { text, at, open } = reading;
  const written = match(string, text, at);
  if (written === undefined) return strangeAt(text, at);
  const key = JSON.parse(written) as string;
  const keys = open.at(-1);
  if (keys?.has(key)) return placed(text, at, "repeated-key", key);
  keys?.add(key);
  reading.wanted = "colon";
  reading.at += written.length;
  return undefined;
}

function readValue(reading: Reading, sign: string): JsonFault | undefined {
  const { text, at, open } = reading;
  if (sign === "{" || sign === "[") {
    const isObject = sign === "{";
    if (open.push(isObject ? new Set() : undefined) > deepest)
      return placed(text, at, "deep", sign);
    reading.wanted = isObject ? "key-or-end" : "value-or-end";
    reading.at++;
    return undefined;
  }
  const written = match(string, text, at) ?? match(number, text, at) ?? match(word, text, at);
  if (written === undefined) return strangeAt(text, at);
  endValue(reading, written.length);
  return undefined;
}

/** One sign, key or value more; the fault in it, if any. */
function readNext(reading: Reading, sign: string): JsonFault | undefined {
  const { text, at, wanted } = reading;
  if (wanted === "end") return placed(text, at, comment(text, at) ?? "second-value", sign);
  if (isClosing(sign, reading)) return readClosing(reading, sign);
  switch (wanted) {
    case "comma-or-end":
    case "colon":
      return readMark(reading, sign);
    case "key":
    case "key-or-end":
      return readKey(reading);
    default:
      return readValue(reading, sign);
  }
}

/** Grammar of RFC 8259, one sign after another: no text is too deep for it. */
function findFault(text: string): JsonFault | undefined {
  const reading: Reading = { text, at: 0, wanted: "value", open: [] };
  for (;;) {
    reading.at += match(blank, text, reading.at)?.length ?? 0;
    const sign = text[reading.at];
    if (sign === undefined) {
      if (reading.wanted === "end") return undefined;
      return placed(text, reading.at, text.trim() === "" ? "empty" : "cut");
    }
    const fault = readNext(reading, sign);
    if (fault) return fault;
  }
}

const comment = (text: string, at: number): "comment" | undefined =>
  text.startsWith("//", at) || text.startsWith("/*", at) || text[at] === "#"
    ? "comment"
    : undefined;

/** What stands where something else should: the sign tells what its writer meant. */
function strangeAt(text: string, at: number): JsonFault {
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (comment(text, at)) return placed(text, at, "comment", text.slice(at, at + 2));
  if (/['`“”„«»‘’]/u.test(sign)) return placed(text, at, "single-quote", sign);
  if (sign === '"') {
    const stopped = at + (match(plain, text, at)?.length ?? 0);
    const there = text[stopped];
    if (there === undefined) return placed(text, stopped, "cut");
    // A text that is whole, where a comma or a bracket should stand.
    if (there === sign) return placed(text, at, "sign", sign);
    return placed(text, stopped, there === "\\" ? "escape" : "control", there);
  }
  if (/[\d.+-]/.test(sign))
    return placed(text, at, "number", text.slice(at, at + 20).split(/[,\s\]}]/)[0]);
  const name = /^[\p{L}_$][\p{L}\p{N}_$]*/u.exec(text.slice(at, at + 60))?.[0];
  return name ? placed(text, at, "unquoted", name) : placed(text, at, "sign", sign);
}

function placed(text: string, offset: number, what: JsonFault["what"], found = ""): JsonFault {
  const before = text.slice(0, offset);
  return {
    what,
    line: before.split("\n").length,
    column: offset - before.lastIndexOf("\n"),
    found: found.slice(0, 60),
  };
}
