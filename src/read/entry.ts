import { Fault } from "../model/reports/fault.ts";
import type { NewsSource, ReadProblem } from "../model/repository.ts";
import { entryComponents, newsSchema } from "../schemas/content/news.ts";
import { parseContent } from "./content.ts";
import { parseSource } from "./source.ts";
import { readText } from "./text.ts";

const fences = /^---\n([\s\S]*?)\n---\n/;

/** A body that begins as a head does: Astro would read it as one (its pattern takes both fences, after any blanks). */
const secondHead = /^\s*(---|\+\+\+)/;

/** An entry of news or a dashboard parted into its head and its body, whose lines keep their numbers. */
function partEntry(text: string): { head: string; body: string } | undefined {
  const match = fences.exec(text);
  return match
    ? { head: match[1] ?? "", body: match[0].replace(/[^\n]/g, "") + text.slice(match[0].length) }
    : undefined;
}

type Entry = { source: NewsSource | undefined; body: string; problems: ReadProblem[] };

/** The bytes of an MDX entry → what the judge sees of it: values of its head, what its body is made of. */
export function readEntry(slug: string, file: string, bytes: Uint8Array): Entry {
  const read = readText(file, bytes);
  return "problem" in read
    ? { source: undefined, body: "", problems: [read.problem] }
    : parseEntry(slug, file, read.text);
}

/** The same of its text. */
export function parseEntry(slug: string, file: string, text: string): Entry {
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
  const { nodes, problems } = parseContent(file, parts.body);
  return {
    source: head.source && { ...head.source, nodes },
    body: parts.body,
    problems: [...head.problems, ...problems],
  };
}

/**
 * What the builder compiles of an entry: the body the judge has read, and never the file. Throws a Fault where the judge
 * has refused it.
 */
export function judgedBody(slug: string, file: string, bytes: Uint8Array): string {
  const { source, body, problems } = readEntry(slug, file, bytes);
  // Attributes with a colon are orders to Astro («set:html»), in components as in tags.
  const isSafe = source?.nodes.every(
    (node) =>
      node.kind === "component" &&
      entryComponents.has(node.name) &&
      Object.keys(node.attributes).every((name) => /^[a-z]+$/i.test(name)),
  );
  if (!source || problems.length > 0 || !isSafe)
    throw new Fault(
      `Файл ${file} не можна зібрати: у ньому є помилка. Докладно — npm run validate.`,
    );
  return body;
}
