import { type Document, isMap, isScalar, type Scalar, visit, type YAMLMap } from "yaml";
import { quote } from "../model/reports/finding.ts";

/** What is wrong with the writing of a YAML text, and where. */
export type WritingFault = { offset: number; reason: string };

export const oddQuotes =
  'типографські лапки (“ ”, „ “, ‘ ’, « ») для YAML — звичайні літери: візьміть текст у прямі лапки "…"';

/** Faults of one file that are told: one broken line makes the parser stumble over those below. */
const mostFaults = 20;

/** What the parser says of a YAML text, in words of ours: its own sentences are for programmers. */
function reasonOf(code: string): string {
  if (code === "DUPLICATE_KEY") return "той самий ключ записано двічі";
  if (code === "TAB_AS_INDENT") return "відступ зроблено табуляцією, а потрібні пробіли";
  if (code === "BAD_INDENT") return "відступ не збігається з сусідніми рядками";
  if (code === "MULTILINE_IMPLICIT_KEY" || code === "BLOCK_AS_IMPLICIT_KEY")
    return "у тексті є двокрапка з пробілом, тому його частину прочитано як новий ключ";
  if (code === "MISSING_CHAR") return "не закрито лапки або дужку";
  if (code === "MULTIPLE_DOCS") return "рядок --- починає другий опис, а у файлі він один";
  if (code === "IMPOSSIBLE" || code === "UNEXPECTED_TOKEN") return "тут не може стояти цей знак";
  return `текст не вдалося розібрати (${code})`;
}

/** A text that stands in typographic quotes from end to end. */
export const isQuotedOddly = (text: string): boolean =>
  /^(?:[“”„‟][^“”„‟]*[“”„‟]|[‘’‚‹][^‘’‚‹›]*[‘’‚›]|«[^«»]*»)$/u.test(text.trim());

const blank = "\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000";
/** A key at the start of its line. No two parts can take the same sign: a line of a million dashes is read once. */
const key = "^[ \\t]*(?:- +)*[\\p{L}\\p{N}_.-]+";
const strangeStart = new RegExp(`^[ \\t]*(?:- *)*([${blank}])`, "gmu");
const strangeAfterColon = new RegExp(`${key}[${blank}]?:([${blank}])`, "gmu");
const strangeBeforeColon = new RegExp(`${key}([${blank}])[ \\t]*:`, "gmu");

/** Blanks that look like a space and are none, where YAML needs one: around a colon, after a dash, in the indentation. */
function strangeBlanks(text: string): WritingFault[] {
  const found = (pattern: RegExp, where: string): WritingFault[] =>
    [...text.matchAll(pattern)].map((match) => {
      const sign = match[1] ?? "";
      const offset = match.index + match[0].lastIndexOf(sign);
      const point = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
      const name = point === "00A0" ? " (нерозривний пробіл)" : "";
      const what = `схожий на нього знак U+${point}${name}`;
      return { offset, reason: `${where} стоїть не пробіл, а ${what}: замініть його звичайним` };
    });
  return [
    ...found(strangeStart, "на початку рядка"),
    ...found(strangeAfterColon, "після двокрапки"),
    ...found(strangeBeforeColon, "перед двокрапкою"),
  ].sort((a, b) => a.offset - b.offset);
}

/** A line the parser stumbled over → the likeliest cause that its own word does not name. */
function causeOf(text: string, offset: number): string | undefined {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const line = text.slice(start).split("\n")[0] ?? "";
  const before =
    text
      .slice(0, Math.max(0, start - 1))
      .split("\n")
      .at(-1) ?? "";
  if ([line, before].some((one) => /[:,[-]\s*[“”„‟«‘’‚‹]/u.test(one))) return oddQuotes;
  if (/^ *(?:- +)*[\p{L}\p{N}_-]+：/u.test(line))
    return "двокрапка тут не та: замініть «：» на «:»";
  if (/^ *(?:- +)*[a-z]\w*:[^\s:/]/iu.test(line)) return "після двокрапки потрібен пробіл";
  return undefined;
}

/** What the parser stumbled over, each line once; of a tab in an indentation nothing but the tab. */
function stumbles(text: string, document: Document): WritingFault[] {
  if (document.errors.length === 0) return [];
  const tab = document.errors.find(({ code }) => code === "TAB_AS_INDENT")?.pos[0];
  const inFlow = document.errors
    .map(({ pos }) => pos[0])
    .find((at) => /^ *\t\s*$/.test(text.slice(text.lastIndexOf("\n", at - 1) + 1, at)));
  const offset = tab ?? inFlow;
  if (offset !== undefined) return [{ offset, reason: reasonOf("TAB_AS_INDENT") }];
  const seen = new Set<number>();
  return document.errors.slice(0, mostFaults).flatMap(({ code, pos: [offset] }) => {
    const start = text.lastIndexOf("\n", offset - 1);
    if (seen.has(start)) return [];
    seen.add(start);
    return [{ offset, reason: causeOf(text, offset) ?? reasonOf(code) }];
  });
}

/** Keys that a map has twice, and words that a comma in braces has cut off. */
function faultsOfMap(map: YAMLMap): WritingFault[] {
  const seen = new Set<unknown>();
  return map.items.flatMap(({ key, value }) => {
    if (!isScalar(key)) return [];
    const offset = key.range?.[0] ?? 0;
    const again = seen.has(key.value);
    seen.add(key.value);
    return [
      ...(map.flow && (value === null || value === undefined)
        ? [
            {
              offset,
              reason: `у дужках { } кома розділяє поля, тож ${quote(key.value)} прочитано як окреме поле; текст із комою беруть у лапки: "…"`,
            },
          ]
        : []),
      ...(again ? [{ offset, reason: reasonOf("DUPLICATE_KEY") }] : []),
    ];
  });
}

const isPlain = (node: Scalar): boolean => node.type === "PLAIN";

/**
 * All that keeps a YAML text from being what its writer meant, one fault told once: what the parser refuses, and what it
 * accepts as something else. Anchors, aliases, tags and directives are refused: they let a short text grow or turn.
 */
export function writingFaults(text: string, document: Document): WritingFault[] {
  const quoted: [from: number, to: number][] = [];
  const faults: WritingFault[] = [];
  visit(document, {
    Alias: (_, { range }) => {
      faults.push({ offset: range?.[0] ?? 0, reason: "посилання (*назва) не дозволені" });
    },
    Node: (where, node) => {
      const marked = node as { anchor?: string; tag?: string; range?: [number, number, number] };
      const offset = marked.range?.[0] ?? 0;
      if (marked.anchor !== undefined)
        faults.push({ offset, reason: "якорі (&назва) не дозволені" });
      else if (marked.tag !== undefined)
        faults.push({ offset, reason: "теги (!назва) не дозволені" });
      if (isMap(node)) for (const fault of faultsOfMap(node)) faults.push(fault);
      if (!isScalar(node)) return;
      if (!isPlain(node)) quoted.push([offset, marked.range?.[1] ?? offset]);
      // A title may be a name in «…», as it is printed; nobody prints one in “…”.
      else if (
        isQuotedOddly(node.source ?? "") &&
        (where === "key" || !node.source?.startsWith("«"))
      )
        faults.push({ offset, reason: oddQuotes });
    },
  });
  let next = 0;
  const blanks = strangeBlanks(text).filter(({ offset }) => {
    while ((quoted[next]?.[1] ?? text.length) <= offset) next++;
    return offset <= (quoted[next]?.[0] ?? text.length);
  });
  // What the parser stumbles over, or takes for another thing, is then most likely one of these.
  if (blanks.length > 0) return blanks.slice(0, mostFaults);
  const stumbled = stumbles(text, document);
  if (stumbled.length > 0) return stumbled;
  if (text.startsWith("%")) return [{ offset: 0, reason: "директиви (%…) не дозволені" }];
  if (document.contents === null) return [{ offset: 0, reason: "тут немає жодного поля" }];
  return faults.slice(0, mostFaults);
}
