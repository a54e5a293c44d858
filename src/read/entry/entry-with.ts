import type { ContentNode, EntryText, NewsSource, ReadProblem } from "../../model/repository.ts";
import { newsSchema } from "../../schemas/content/news.ts";
import { parseSource } from "../source.ts";
import { type ContentTree, nodesIn } from "./content-nodes.ts";

/** A body's text → its tree. Throws an Error that begins with «line:column:» where a bracket is not closed. */
export type ReadBody = (body: string) => ContentTree;

const fences = /^---\n([\s\S]*?)\n---\n/;

/** A body that begins as a head does: Astro would read it as one (its pattern takes both fences, after any blanks). */
const secondHead = /^\s*(---|\+\+\+)/;

/** An entry of news or a dashboard parted into its head and its body, whose lines keep their numbers. */
export function partEntry(text: string): { head: string; body: string } | undefined {
  const match = fences.exec(text);
  return match
    ? { head: match[1] ?? "", body: match[0].replace(/[^\n]/g, "") + text.slice(match[0].length) }
    : undefined;
}

/** What an entry's body is made of beside text, and what kept it from being read. */
function parseBody(
  file: string,
  body: string,
  read: ReadBody,
): { nodes: ContentNode[]; problems: ReadProblem[] } {
  try {
    return { nodes: nodesIn(read(body)), problems: [] };
  } catch (error) {
    const [, line = "1", column = "1"] = /^(\d+):(\d+):/.exec((error as Error).message) ?? [];
    const place = { file, line: Number(line), column: Number(column) };
    return {
      nodes: [],
      problems: [{ code: "yaml", place, reason: "у тексті новини є незакрита дужка { або <" }],
    };
  }
}

export type Entry = {
  source: NewsSource | undefined;
  /** Absent where no text could be told from its head. */
  text?: EntryText;
  body: string;
  problems: ReadProblem[];
};

/**
 * The text of an MDX entry → what the judge sees of it: values of its head, what its body is made of.
 * @param read reads the body: the builder's own library, or what a browser has in its place
 */
export function parseEntryWith(read: ReadBody, slug: string, file: string, text: string): Entry {
  const parts = partEntry(text);
  if (!parts) {
    const place = { file, line: 1, column: 1 };
    const reason = "на початку немає шапки між двома рядками ---, кожен лише з трьох дефісів";
    return { source: undefined, body: "", problems: [{ code: "yaml", place, reason }] };
  }
  const second = secondHead.exec(parts.body);
  if (second) {
    const place = { file, line: second[0].split("\n").length, column: 1 };
    const reason = `під шапкою стоїть ще одна (рядок ${second[1]}): шапка одна, а риску в тексті роблять трьома зірочками ***`;
    return { source: undefined, body: "", problems: [{ code: "yaml", place, reason }] };
  }
  const head = parseSource({ id: slug, file, text: parts.head, schema: newsSchema, firstLine: 2 });
  const { nodes, problems } = parseBody(file, parts.body, read);
  return {
    source: head.source && { ...head.source, nodes },
    text: { file, nodes },
    body: parts.body,
    problems: [...head.problems, ...problems],
  };
}
