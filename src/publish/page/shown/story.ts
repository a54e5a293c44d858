import { make } from "../../../find/browser/dom.ts";
import { typeset } from "../../../i18n/typography.ts";
import {
  type ContentTree,
  isComponent,
  isSafeLink,
  nodesIn,
} from "../../../read/entry/content-nodes.ts";
import type { PortalFacts } from "../../../schemas/reports/portal-facts.ts";
import { answersIn, entryValues } from "../../entry/entry-values.ts";
import { insertKey } from "../../story/inserts/insert-tag.ts";
import type { StoryShown } from "../../story/judge-story.ts";
import type { Judgement } from "../judge/judge-worker.ts";
import type { Stage } from "../stage.ts";
import { tableNode } from "./blocks.ts";
import { chartFigure } from "./chart-figure.ts";
import "../../../explore/browser/chart.ts";

type With = Pick<StoryShown, "answers"> & { facts: PortalFacts; words: Stage["words"] };

const tags: Readonly<Record<string, keyof HTMLElementTagNameMap>> = {
  paragraph: "p",
  blockquote: "blockquote",
  listItem: "li",
  emphasis: "em",
  strong: "strong",
  delete: "del",
};

const textOf = ({ value = "", children = [] }: ContentTree): string =>
  value + children.map(textOf).join("");

/** The preview stands under the page's own headings: its first heading is the third. */
const headingOf = (depth: number) => `h${Math.min(6, depth + 2)}` as "h3" | "h4" | "h5" | "h6";

const leaves: Readonly<Record<string, (value: string) => Node>> = {
  // As the build sets it: the preview breaks lines where the page will.
  text: (value) => new Text(typeset(value)),
  break: () => make("br", ""),
  thematicBreak: () => make("hr", ""),
  inlineCode: (value) => make("code", "", value),
  code: (value) => make("pre", "", make("code", "", value)),
};

/** A part of a text as the site will show it: made of elements alone, nothing of it ever becomes markup. */
function nodeOf(part: ContentTree, known: With): Node {
  const inside = () => (part.children ?? []).map((child) => nodeOf(child, known));
  const { type, value = "", depth = 2, ordered } = part;
  const [tag, leaf] = [tags[type], leaves[type]];
  if (tag) return make(tag, "", ...inside());
  if (leaf) return leaf(value);
  if (isComponent(part)) return componentOf(part, known);
  switch (type) {
    case "heading":
      return make(headingOf(depth), "", ...inside());
    case "list":
      return make(ordered ? "ol" : "ul", "", ...inside());
    case "table":
      return tableOf(part);
    case "link":
    case "linkReference":
      return linkOf(part, inside());
    case "definition":
      return new Text("");
  }
  return make("span", "refused", known.words.t("publish.story.refused"));
}

function tableOf({ children = [] }: ContentTree): HTMLElement {
  const [header = [], ...rows] = children.map(({ children: cells = [] }) => cells.map(textOf));
  return tableNode(header, rows);
}

function linkOf({ url = "" }: ContentTree, words: readonly Node[]): HTMLElement {
  const link = make("a", "", ...words);
  // What leads elsewhere than the portal allows is told of, and leads nowhere here.
  if (isSafeLink(url)) link.href = url;
  link.target = "_blank";
  link.rel = "noopener";
  return link;
}

function componentOf(part: ContentTree, { answers, facts, words }: With): HTMLElement {
  const [insert] = nodesIn({ ...part, children: [] });
  if (insert?.kind !== "component") return make("p", "refused", words.t("publish.story.refused"));
  const { name, attributes } = insert;
  const answer = answers.get(insertKey(insert));
  if (answer?.kind === "chart") return chartFigure(answer.chart, words);
  if (name === "Figure" && attributes.value !== undefined)
    return figureOf(attributes.value, attributes.label ?? "");
  if (answer?.kind === "figure")
    return figureOf(
      answer.value === undefined ? "—" : words.measured(answer.value, answer.unit),
      answer.label,
    );
  const set = facts.datasets.find(({ id }) => id === attributes.id);
  if (name === "DatasetCard" && set) return make("p", "story-card", make("strong", "", set.title));
  if (name === "Quality") return make("p", "story-card", words.t("publish.story.quality"));
  return make("p", "refused", words.t("publish.story.refused"));
}

const figureOf = (value: string, label: string): HTMLElement =>
  make("p", "figure-number", make("strong", "", value), ` ${label}`);

const keyOf = (part: ContentTree, { answers }: With): string =>
  JSON.stringify([
    part,
    nodesIn(part).map((node) =>
      node.kind === "component" ? answers.get(insertKey(node)) : undefined,
    ),
  ]);

/** Shows a text in a place: parts that did not change stay as they are, charts among them. */
export function showTree(
  place: HTMLElement,
  shown: StoryShown,
  known: Omit<With, "answers">,
): void {
  const { tree, answers } = shown;
  // A bracket that is being typed is not closed yet: what was read last stays.
  if (!tree) return;
  const all = { ...known, answers };
  // Parts that say the same are told apart by their order.
  const before = Map.groupBy(
    [...place.children],
    (child) => (child as HTMLElement).dataset.part ?? "",
  );
  const wanted = (tree.children ?? [])
    .filter(({ type }) => type !== "definition")
    .map((part) => {
      const { position: _, ...rest } = part;
      const key = keyOf(rest, all);
      const node = before.get(key)?.shift() ?? nodeOf(part, all);
      if (node instanceof HTMLElement) node.dataset.part = key;
      return node;
    });
  for (const gone of [...before.values()].flat()) gone.remove();
  let at: ChildNode | null = place.firstChild;
  for (const node of wanted) {
    if (node === at) at = at.nextSibling;
    else place.insertBefore(node, at);
  }
}

/** Says where its numbers are of a table that is not on the portal yet. */
export const aheadNote = (
  { isAhead }: Pick<Judgement, "isAhead">,
  { words }: Pick<Stage, "words">,
): HTMLElement[] => (isAhead ? [make("p", "note", words.t("publish.story.ahead"))] : []);

/** A story as its page will be, and the file it will be. */
export async function storyNodes(
  { submission, isAhead = false }: Pick<Judgement, "submission" | "isAhead">,
  shown: StoryShown,
  stage: Pick<Stage, "words" | "facts" | "draft">,
): Promise<Node[]> {
  const { words, draft } = stage;
  const values = entryValues("news", answersIn(draft.answers.entry));
  const { article, text } = storyArticle(values, stage);
  showTree(text, shown, { facts: await stage.facts(), words });
  const files = [...submission.files].map(([path, bytes]) =>
    make(
      "details",
      "",
      make("summary", "", path),
      make("pre", "", new TextDecoder().decode(bytes)),
    ),
  );
  return [
    make("h3", "", words.t("publish.look.preview")),
    ...aheadNote({ isAhead }, stage),
    article,
    ...files,
  ];
}

/** A story as its page will begin, and a place for its text. */
export function storyArticle(
  values: Readonly<Record<string, unknown>>,
  { words }: Pick<Stage, "words">,
): { article: HTMLElement; text: HTMLElement } {
  const line = (name: string) => (typeof values[name] === "string" ? String(values[name]) : "");
  const text = make("div", "");
  const article = make(
    "article",
    "preview story-preview",
    make("h3", "story-title", line("title") || words.t("publish.story.untitled")),
    ...(/^\d{4}-\d\d-\d\d$/.test(line("date"))
      ? [make("p", "quiet", words.date(line("date")))]
      : []),
    make("p", "story-lead", line("description")),
    text,
  );
  article.lang = "uk";
  return { article, text };
}
