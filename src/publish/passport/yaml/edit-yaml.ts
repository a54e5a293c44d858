import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from "yaml";
import { renderMap, renderOnLine } from "./render-yaml.ts";
import { isSameValue, writtenKeys } from "./same-value.ts";

type Edit = { from: number; to: number; text: string };
type Wanted = Record<string, unknown>;

/** A change that cannot be made by replacing parts of the text. */
class NoEdit extends Error {}

const isObject = (value: unknown): value is Wanted =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const rangeOf = (node: unknown): readonly [number, number] => {
  const range = (node as Node | null)?.range;
  if (!range) throw new NoEdit();
  return [range[0], range[1]];
};
const keyOf = ({ key }: Pair): string => String(isScalar(key) ? key.value : key);

/**
 * The text of a YAML map → the same with other values. Only what changes is written anew: comments, order, quotes and
 * line breaks of all else stay as people wrote them.
 */
export function editYaml(text: string, wanted: object): string {
  const document = parseDocument(text);
  try {
    if (!isMap(document.contents)) throw new NoEdit();
    const edited = applied(text, editsOfMap(text, document.contents, wanted as Wanted));
    if (isSameValue(parseDocument(edited).toJS(), wanted)) return edited;
  } catch (fault) {
    if (!(fault instanceof NoEdit)) throw fault;
  }
  return rewritten(text, wanted as Wanted);
}

/** Where parts cannot be replaced, the changed fields are written anew, and comments of the others stay. */
function rewritten(text: string, wanted: Wanted): string {
  const document = parseDocument(text);
  const now = (document.toJS() ?? {}) as Wanted;
  for (const key of Object.keys(now)) if (wanted[key] === undefined) document.delete(key);
  for (const key of writtenKeys(wanted))
    if (!isSameValue(now[key], wanted[key])) document.set(key, document.createNode(wanted[key]));
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

const applied = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.from - a.from || b.to - a.to)
    .reduce(
      (edited, { from, to, text: part }) => edited.slice(0, from) + part + edited.slice(to),
      text,
    );

/** Where the line of the last sign of a node ends, its line break included. */
function lineAfter(text: string, end: number): number {
  const last = text.slice(0, end).trimEnd().length;
  const at = text.indexOf("\n", last);
  return at === -1 ? text.length : at + 1;
}
const indentAt = (text: string, at: number): number => at - (text.lastIndexOf("\n", at - 1) + 1);

function editsOfMap(text: string, map: YAMLMap, wanted: Wanted): Edit[] {
  const [first] = map.items;
  if (map.flow || !first) return [onLine(map, wanted)];
  const indent = indentAt(text, rangeOf(first.key)[0]);
  const present = new Map(map.items.map((pair) => [keyOf(pair), pair]));
  const edits = map.items.flatMap((pair) => editsOfPair(text, pair, wanted[keyOf(pair)], indent));
  const keys = writtenKeys(wanted);
  keys.forEach((key, index) => {
    if (present.has(key)) return;
    // A new field stands where the order of passports has it: after the nearest one before it.
    const before = keys.slice(0, index).findLast((other) => present.has(other));
    const pair = before === undefined ? undefined : present.get(before);
    const at = pair ? lineAfter(text, endOf(pair)) : rangeOf(first.key)[0] - indent;
    if (!pair && text.slice(at, at + indent).trim() !== "") throw new NoEdit();
    const start = text[at - 1] === "\n" || at === 0 ? "" : "\n";
    edits.push({ from: at, to: at, text: start + renderMap({ [key]: wanted[key] }, indent) });
  });
  return merged(edits);
}

/** Fields that come at one place come in their order. */
function merged(edits: readonly Edit[]): Edit[] {
  const together = new Map<string, Edit>();
  for (const edit of edits) {
    const key = edit.from === edit.to ? `at ${edit.from}` : `from ${edit.from}`;
    const known = together.get(key);
    together.set(key, known ? { ...known, text: known.text + edit.text } : edit);
  }
  return [...together.values()];
}

const endOf = ({ key, value }: Pair): number => rangeOf(value ?? key)[1];

function editsOfPair(text: string, pair: Pair, wanted: unknown, indent: number): Edit[] {
  const { value } = pair;
  const from = rangeOf(pair.key)[0];
  const to = lineAfter(text, endOf(pair));
  if (wanted === undefined) {
    const start = from - indent;
    // The first field of an item of a list shares its line with the dash.
    if (text.slice(start, from).trim() !== "") throw new NoEdit();
    return [{ from: start, to, text: "" }];
  }
  if (isSameValue(jsOf(value), wanted)) return [];
  if (isMap(value) && isObject(wanted)) return editsOfMap(text, value, wanted);
  if (isSeq(value) && Array.isArray(wanted) && !value.flow) {
    const inside = editsOfList(text, value.items, wanted);
    if (inside) return inside;
  }
  // A comment after the value stays where the value stays on its line.
  const inPlace = editOnLine(text, value, wanted);
  return [
    inPlace ?? { from, to, text: renderMap({ [keyOf(pair)]: wanted }, indent).slice(indent) },
  ];
}

/** A value on one line in place of another; undefined where either needs more. */
function editOnLine(text: string, value: unknown, wanted: unknown): Edit | undefined {
  const isShort = isScalar(value)
    ? value.type !== "BLOCK_FOLDED" && value.type !== "BLOCK_LITERAL"
    : isSeq(value) && value.flow === true;
  if (!isShort) return undefined;
  const [from, to] = rangeOf(value);
  const written = renderOnLine(wanted);
  if (written === undefined || from === to || text.slice(from, to).includes("\n")) return undefined;
  return { from, to, text: written };
}

const jsOf = (node: unknown): unknown =>
  node === null ? null : (node as { toJSON(): unknown }).toJSON();

function onLine(node: Node, wanted: unknown): Edit {
  const text = renderOnLine(wanted);
  if (text === undefined) throw new NoEdit();
  const [from, to] = rangeOf(node);
  return { from, to, text };
}

/** Items of a list that stay in their places; undefined where some went, or changed places, or came between. */
function editsOfList(
  text: string,
  items: readonly unknown[],
  wanted: unknown[],
): Edit[] | undefined {
  const names = (list: readonly unknown[]) =>
    list.map((item) => (isObject(item) ? item.name : undefined));
  const now = items.map(jsOf);
  if (wanted.length !== now.length || !isSameValue(names(now), names(wanted))) return undefined;
  if (!items.every((item) => isMap(item)) || !wanted.every(isObject)) return undefined;
  return items.flatMap((item, index) => {
    const value = wanted[index];
    return isSameValue(now[index], value) ? [] : editsOfMap(text, item as YAMLMap, value as Wanted);
  });
}
