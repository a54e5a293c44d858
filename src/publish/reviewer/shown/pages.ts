import { button, make } from "../../../find/browser/dom.ts";
import type { Speech } from "../../../i18n/speech.ts";
import type { NamedRow, PagePair, PassportPart, RowPair, SetPage } from "../judge/set-page.ts";
import type { Stand } from "../stand.ts";
import { marked } from "./marked.ts";

/** A part of both pages: what stands on either, and whether they differ. */
type Pair = { className: string; before: Node[]; after: Node[]; differs: boolean };

/** A text on both pages, what differs marked; one that is on neither is no part. */
function textPair(
  before: string | undefined,
  after: string | undefined,
  className: string,
  wrap: (nodes: Node[]) => Node[] = (nodes) => nodes,
): Pair[] {
  const [was, is] = [before ?? "", after ?? ""];
  if (was === "" && is === "") return [];
  const [left, right] = marked(was, is);
  const side = (text: string, nodes: Node[]) => (text === "" ? [] : wrap(nodes));
  return [{ className, before: side(was, left), after: side(is, right), differs: was !== is }];
}

const labelOf = ({ label }: PassportPart, words: Speech): string =>
  typeof label === "string" ? words.sentence(label) : label[words.language];

/** Fields of the passport, each under its word. */
function passportPairs(before: SetPage | undefined, after: SetPage | undefined, words: Speech) {
  const parts = (after ?? before)?.passport ?? [];
  return parts.flatMap((part, at) => {
    const label = labelOf(part, words);
    return textPair(before?.passport[at]?.text, after?.passport[at]?.text, "field", (nodes) => [
      make("span", "label", label),
      make("span", "value", ...nodes),
    ]);
  });
}

/** A whole row: its name, marked as gone or new, and its cells. */
const wholeRow = ({ key, cells }: NamedRow, tag: "del" | "ins"): Node[] => [
  make("p", "row-key", make(tag, "", key)),
  make("dl", "row", ...cells.map(({ column, text }) => cellNode(column, text || "—"))),
];

/** A changed row: its name, and the cells that are not what they were, as they are on one of the pages. */
const changedRow = ({ key, cells }: NamedRow, shown: (at: number) => Node[]) => [
  make("p", "row-key", key),
  make("dl", "row", ...cells.map(({ column }, at) => cellNode(column, ...shown(at)))),
];

const cellNode = (column: string, ...shown: (string | Node)[]): HTMLElement =>
  make("div", "", make("dt", "", column), make("dd", "", ...shown));

/** A row that went, named once more where the two pages do not stand side by side. */
const formerRow = (row: NamedRow): Node => make("p", "row-key former", make("del", "", row.key));

function rowPair({ whole, before, after }: RowPair): Pair {
  const pair = { className: "table-row", differs: true };
  if (!whole && before && after) {
    const both = before.cells.map(({ text }, at) => marked(text, after.cells[at]?.text ?? ""));
    return {
      ...pair,
      before: changedRow(before, (at) => both[at]?.[0] ?? []),
      after: changedRow(after, (at) => both[at]?.[1] ?? []),
    };
  }
  return {
    ...pair,
    before: before ? wholeRow(before, "del") : [],
    after: [...(before ? [formerRow(before)] : []), ...(after ? wholeRow(after, "ins") : [])],
  };
}

function tablePairs({ tables }: PagePair, words: Speech): Pair[] {
  return tables.flatMap(({ name, before, after, rows, more }) => {
    const told = (count: number) => `${name}: ${words.count("review.rows", count)}`;
    const rest =
      more > 0
        ? [make("p", "quiet", words.t("review.moreRows", { count: words.number(more) }))]
        : [];
    return [
      ...textPair(told(before), told(after), "table-name"),
      ...rows.map(rowPair),
      ...(rest.length > 0 ? [{ className: "rest", before: [], after: rest, differs: false }] : []),
    ];
  });
}

/** Every part of both pages in the order of a set's page. */
function pairsOf(pair: PagePair, words: Speech): Pair[] {
  const { before, after } = pair;
  const heading = (nodes: Node[]) => [make("h4", "", ...nodes)];
  const list = (page: SetPage | undefined) => page?.files.join("\n");
  return [
    ...textPair(before?.title, after?.title, "title", heading),
    ...textPair(before?.publisher, after?.publisher, "publisher"),
    ...textPair(before?.description, after?.description, "description"),
    ...textPair(list(before), list(after), "files", (nodes) => [
      make("span", "label", words.t("review.files")),
      make("span", "value lines", ...nodes),
    ]),
    ...tablePairs(pair, words),
    ...passportPairs(before, after, words),
  ];
}

/**
 * A set's page as it is and as it would be. On a desk two columns whose parts stand level; on a phone one at a time, with
 * the way to the other.
 */
export function pageNodes(pair: PagePair, stand: Stand): HTMLElement {
  const { words, root } = stand;
  const pairs = pairsOf(pair, words);
  const sides = (["before", "after"] as const).map((side) => {
    const page = make("article", `page ${side === "before" ? "was" : "will-be"}`);
    const address = make("a", "", `/dataset/${pair.id}/`);
    address.href = `${root}/dataset/${pair.id}/`;
    const name = make("h3", "", words.t(`review.${side}`));
    page.append(
      make("header", "", name, ...(side === "before" && pair.before ? [address] : [])),
      ...(pair[side] ? [] : [make("p", "note absent", words.t(`review.absent.${side}`))]),
      ...pairs.map((part) => {
        const empty = part[side].length === 0;
        const classes = [part.className, part.differs ? "differs" : "same", empty ? "empty" : ""];
        const box = make("div", classes.filter(Boolean).join(" "), ...part[side]);
        if (empty) box.setAttribute("aria-hidden", "true");
        return box;
      }),
    );
    page.style.setProperty("grid-row", `span ${pairs.length + 2}`);
    return page;
  });
  for (const [at, side] of sides.entries())
    if (!(at === 0 ? pair.before : pair.after)) side.classList.add("missing");
  const place = make("div", "pages", ...sides);
  place.dataset.shown = "after";
  const quiet = pairs.filter(({ differs, className }) => !differs && className === "field").length;
  return make("div", "", toggle(place, words), place, ...unchanged(place, quiet, words));
}

/** Fields that stay as they are wait until they are asked for: what differs is to be seen. */
function unchanged(place: HTMLElement, count: number, words: Speech): HTMLElement[] {
  if (count === 0) return [];
  const show = button(words.t("review.unchanged", { count: words.number(count) }), "plain", () => {
    const isShown = place.classList.toggle("whole");
    show.setAttribute("aria-expanded", String(isShown));
  });
  show.setAttribute("aria-expanded", "false");
  return [make("p", "actions", show)];
}

/** On a phone: which of the two pages is seen. */
function toggle(place: HTMLElement, words: Speech): HTMLElement {
  const buttons = (["before", "after"] as const).map((side) => {
    const choose = button(words.t(`review.${side}`), "plain", () => {
      place.dataset.shown = side;
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === choose));
    });
    choose.setAttribute("aria-pressed", String(side === "after"));
    return choose;
  });
  const group = make("div", "sides", ...buttons);
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", words.t("review.sides"));
  return group;
}
