import { parse } from "yaml";
import { partEntry } from "../../read/entry/entry-with.ts";
import { editYaml } from "../passport/yaml/edit-yaml.ts";
import { renderMap } from "../passport/yaml/render-yaml.ts";

type Values = Readonly<Record<string, unknown>>;

/** What a story's file says: its head, and its text. */
export type WrittenStory = { values: Values; body: string };

/** The file of a story on the portal → its head and its text. */
export function readStory(text: string): WrittenStory {
  const parts = partEntry(text.replaceAll("\r\n", "\n"));
  return {
    values: (parse(parts?.head ?? "") ?? {}) as Values,
    body: (parts?.body ?? text).trim(),
  };
}

/** A head and a text → the file of a story; of one that is on the portal only what changed is written anew. */
export function storyText({ values, body }: WrittenStory, existing?: string): string {
  const head = existing === undefined ? undefined : partEntry(existing)?.head;
  const written = head === undefined ? renderMap(values) : editYaml(`${head}\n`, values);
  return `---\n${written.trimEnd()}\n---\n${body.trim()}\n`;
}

/** Where in a story something stands: a field of its head («title», «en.title»), or a line of its text from 1. */
export type StorySpot = { field: string } | { line: number };

/** A line of the file → where the person wrote it. */
export function storySpot(file: string, line: number): StorySpot {
  const lines = file.split("\n");
  const end = lines.indexOf("---", 1);
  if (line > end + 1) return { line: line - end - 1 };
  const above = lines.slice(1, line).reverse();
  const field = above.flatMap((one) => /^([A-Za-z]+):/.exec(one)?.[1] ?? [])[0];
  const part = /^ +([A-Za-z]+):/.exec(lines[line - 1] ?? "")?.[1];
  return { field: [field ?? "title", ...(part === undefined ? [] : [part])].join(".") };
}
