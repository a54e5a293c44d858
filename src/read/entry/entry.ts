import { Fault } from "../../model/reports/fault.ts";
import { entryComponents } from "../../schemas/content/news.ts";
import { readText } from "../text.ts";
import { readBody } from "./content.ts";
import { type Entry, parseEntryWith } from "./entry-with.ts";

/** The bytes of an MDX entry → what the judge sees of it: values of its head, what its body is made of. */
export function readEntry(slug: string, file: string, bytes: Uint8Array): Entry {
  const read = readText(file, bytes);
  return "problem" in read
    ? { source: undefined, body: "", problems: [read.problem] }
    : parseEntry(slug, file, read.text);
}

/** The same of its text. */
export const parseEntry = (slug: string, file: string, text: string): Entry =>
  parseEntryWith(readBody, slug, file, text);

/**
 * What the builder compiles of an entry: the body the judge has read, and never the file. Throws a Fault where the judge
 * has refused it.
 */
export function judgedBody(slug: string, file: string, bytes: Uint8Array): string {
  const { source, body, problems } = readEntry(slug, file, bytes);
  // Attributes with a colon are orders to Astro («set:html»), in components as in tags.
  const isSafe = source?.nodes.every(
    (node) =>
      node.kind === "link" ||
      (node.kind === "component" &&
        entryComponents.has(node.name) &&
        Object.keys(node.attributes).every((name) => /^[a-z]+$/i.test(name))),
  );
  if (!source || problems.length > 0 || !isSafe)
    throw new Fault(
      `Файл ${file} не можна зібрати: у ньому є помилка. Докладно — npm run validate.`,
    );
  return body;
}
