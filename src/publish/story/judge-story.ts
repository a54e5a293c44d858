import type { Finding } from "../../model/reports/finding.ts";
import type { Repository } from "../../model/repository.ts";
import type { ContentTree } from "../../read/entry/content-nodes.ts";
import { nodesIn } from "../../read/entry/content-nodes.ts";
import { partEntry } from "../../read/entry/entry-with.ts";
import { answerInserts, type InsertAnswer } from "./inserts/answer-inserts.ts";
import { readMarkdown } from "./markdown/read-markdown.ts";
import { type StoryPlace, storyFile } from "./story.ts";
import { type StorySpot, storySpot } from "./story-text.ts";

/** A finding where the person wrote what it is about. */
export type StoryFinding = Finding & { spot: StorySpot };

/** A story as it will look: its tree, and what each of its components shows; no tree where a bracket is not closed. */
export type StoryShown = {
  tree: ContentTree | undefined;
  answers: ReadonlyMap<string, InsertAnswer>;
  findings: StoryFinding[];
};

function treeOf(text: string): ContentTree | undefined {
  try {
    return readMarkdown(partEntry(text)?.body ?? "");
  } catch {
    return undefined;
  }
}

/** What is missing stands at no line of the file: it is told at the field it belongs into. */
const spotOf = ({ key, place }: Finding, text: string): StorySpot =>
  key === undefined
    ? storySpot(text, place.line ?? 1)
    : { field: key.replace(/\.\d+(?=\.|$)/g, "") };

/** What the page of a story will show, and what the portal says of it, each at its place. */
export function judgeStory(
  { datasets }: Pick<Repository, "datasets">,
  { folder, id, text }: Required<StoryPlace> & { text: string },
  findings: readonly Finding[],
): StoryShown {
  const tree = treeOf(text);
  const own = storyFile(folder, id);
  return {
    tree,
    answers: tree ? answerInserts(datasets, nodesIn(tree)) : new Map(),
    findings: findings
      .filter(({ place }) => place.file === own)
      .map((finding) => ({ ...finding, spot: spotOf(finding, text) })),
  };
}
