import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from "yaml";
import { type WritingFault, writingFaults } from "./yaml-writing.ts";

/** What a YAML text says, or what keeps it from being read. */
export type YamlReading = { value: unknown } | { faults: WritingFault[] };

/** A text as the parser sees it. */
type OpenedText = { text: string; document: Document; lines: LineCounter };

/**
 * The text that was opened last: places in one file are asked for one after another. The others' trees are let go: of
 * ten thousand passports they would take a gigabyte, and a place is asked for only where something is wrong.
 */
let last: OpenedText | undefined;

function open(text: string): OpenedText {
  if (last?.text === text) return last;
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    stringKeys: true,
    // The parser compares each key with every other; below they are looked up.
    uniqueKeys: false,
  });
  last = { text, document, lines };
  return last;
}

/** YAML text → its value. Anchors, aliases and tags are refused: they let a short text grow without bound. */
export function readYaml(text: string): YamlReading {
  const { document } = open(text);
  const faults = writingFaults(text, document);
  return faults.length > 0 ? { faults } : { value: document.toJS() };
}

/** Line and column of an offset in a text, from 1. */
export function positionIn(text: string, offset: number): { line: number; column: number } {
  const { line, col } = open(text).lines.linePos(offset);
  return { line, column: col };
}

/** Where a part of a text begins: its key or, in a list, the item; of what is not there, what it would stand in. */
export function offsetOf(text: string, path: readonly PropertyKey[]): number {
  const { contents } = open(text).document;
  let node: unknown = contents;
  let at = contents?.range?.[0] ?? 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = pairOf(node, key);
      if (!pair) break;
      at = (pair.key as Node).range?.[0] ?? at;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(key)] as Node | undefined;
      if (!item) break;
      at = item.range?.[0] ?? at;
      node = item;
    } else break;
  }
  return at;
}

const keys = new WeakMap<YAMLMap, Map<unknown, Pair>>();

function pairOf(map: YAMLMap, key: PropertyKey): Pair | undefined {
  const known =
    keys.get(map) ??
    new Map(map.items.map((item) => [isScalar(item.key) ? item.key.value : item, item] as const));
  keys.set(map, known);
  return known.get(key);
}
