import { make } from "../../../find/browser/dom.ts";
import type { Finding } from "../../../model/reports/finding.ts";
import { type Fate, fatesIn, fateText } from "../../change/columns/fates.ts";
import type { AskedColumns, ColumnPlace, GoneColumn } from "../../change/columns/update-columns.ts";
import { answersIn } from "../../entry/entry-values.ts";
import { storyPlace } from "../../story/story.ts";
import { field, tellError } from "../fields/field.ts";
import type { Judgement } from "../judge/judge-worker.ts";
import type { Missing, Stage } from "../stage.ts";

const fateOf = (stage: Stage, name: string): Fate | undefined =>
  fatesIn(stage.draft.answers.fates).get(name);

/** A column is asked about where something names it, or where it may be one of those that came. */
const askedIn = ({ gone, came }: AskedColumns): GoneColumn[] =>
  gone.filter(({ places }) => places.length > 0 || came.length > 0);

/** Stands for a column nobody has chosen yet. */
const nothing = "-";

/** What is still to be said of a column: what became of it, or which one it is now. */
function unsaid({ name, places }: GoneColumn, stage: Stage): "fate" | "column" | undefined {
  const fate = fateOf(stage, name);
  if (fate === undefined) return places.length > 0 ? "fate" : undefined;
  return fate !== "gone" && fate.column === nothing ? "column" : undefined;
}

/** Rules that tell what no longer finds a column: while the page asks about it, it says so itself. */
const ofUses = new Set<Finding["rule"]>(["chart-drawn", "query-answered"]);

/** Does a finding say no more than what the page asks about a column? */
export const isAskedOfColumns = (
  { rule, message }: Finding,
  { columns }: Judgement,
  stage: Stage,
): boolean =>
  ofUses.has(rule) &&
  (columns?.gone ?? []).some(
    (gone) => unsaid(gone, stage) !== undefined && message.includes(`«${gone.name}»`),
  );

const idOf = (at: number): string => `q-fate-${at}`;

/** Columns whose fate is still to be told, each at its question. */
export const untoldColumns = ({ columns }: Judgement, stage: Stage): Missing[] =>
  (columns ? askedIn(columns) : []).flatMap((gone, at) => {
    const { title: column } = gone;
    const lacking = unsaid(gone, stage);
    if (lacking === undefined) return [];
    return lacking === "fate"
      ? [{ field: idOf(at), sentence: stage.words.t("publish.columns.unanswered", { column }) }]
      : [
          {
            field: `${idOf(at)}-now`,
            sentence: stage.words.t("publish.columns.unchosen", { column }),
          },
        ];
  });

/** Questions about columns that the newer table has not: what became of each, and what names it. */
export function columnQuestions(
  { columns }: Judgement,
  stage: Stage,
  changed: () => void,
): HTMLElement[] {
  if (!columns) return [];
  const asked = askedIn(columns);
  if (asked.length === 0) return [];
  const { words } = stage;
  return [
    make("h3", "", words.t("publish.columns.title")),
    make("p", "", words.t("publish.columns.lead")),
    ...asked.map((gone, at) => questionOf(gone, idOf(at), columns, stage, changed)),
  ];
}

function questionOf(
  gone: GoneColumn,
  id: string,
  { came, isRenamable }: AskedColumns,
  stage: Stage,
  changed: () => void,
): HTMLElement {
  const { words } = stage;
  const said = fateOf(stage, gone.name);
  let column = said && said !== "gone" ? said.column : onlyOf(came);
  let answer = said === undefined || said === "gone" ? (said ?? "") : said.named;
  function keep(): void {
    tellError(question, id, undefined);
    tellError(question, which.id, undefined);
    which.element.hidden = answer === "gone";
    const fate: Fate = answer === "gone" ? answer : { column, named: answer as "before" | "now" };
    const fates = { ...answersIn(stage.draft.answers.fates), [gone.name]: fateText(fate) };
    // A text that was corrected by hand was corrected for what was said before.
    const { texts: _, ...answers } = stage.draft.answers;
    void stage.change({ answers: { ...answers, fates } }).then(changed);
  }
  const which = whichColumn(`${id}-now`, came, column, stage, (chosen) => {
    column = chosen;
    keep();
  });
  which.element.hidden = answer === "" || answer === "gone";
  const ways =
    came.length === 0 ? [] : isRenamable ? (["before", "now"] as const) : (["before"] as const);
  const question = field({
    id,
    kind: "one-of",
    label: words.t("publish.columns.question", { column: gone.title }),
    value: answer,
    options: [...ways, "gone" as const].map((value) => ({
      value,
      label: words.t(`publish.columns.${value}`),
      hint: words.t(`publish.columns.${value}Hint`),
    })),
    change(value) {
      answer = value;
      keep();
    },
  });
  question.querySelector("legend")?.after(...usesOf(gone.places, stage));
  question.append(which.element);
  return question;
}

/** The column that came, where there is one alone. */
const onlyOf = ([first, ...others]: AskedColumns["came"]): string =>
  first && others.length === 0 ? first.name : nothing;

function whichColumn(
  id: string,
  came: AskedColumns["came"],
  value: string,
  { words }: Stage,
  change: (column: string) => void,
): { id: string; element: HTMLElement } {
  const options = [
    { value: nothing, label: words.t("publish.select") },
    ...came.map(({ name, title }) => ({ value: name, label: title })),
  ];
  const label = words.t("publish.columns.which");
  return { id, element: field({ id, kind: "choice", label, value, options, change }) };
}

/** What names a column, by the pages it stands on, each a link. */
function usesOf(places: readonly ColumnPlace[], stage: Stage): HTMLElement[] {
  const { words } = stage;
  if (places.length === 0) return [];
  const items = [...Map.groupBy(places, (place) => pageOf(place, stage))].map(([page, shown]) => {
    const link = make("a", "", shown[0]?.text?.title ?? words.t("publish.columns.ofSet"));
    link.href = page;
    link.target = "_blank";
    const what = shown.map(({ kind, title }) => words.t(`publish.columns.${kind}`, { title }));
    return make("li", "", link, `: ${what.join(", ")}`);
  });
  return [
    make(
      "div",
      "hint uses",
      make("p", "", words.t("publish.columns.used")),
      make("ul", "", ...items),
    ),
  ];
}

function pageOf({ text }: ColumnPlace, { root, draft }: Stage): string {
  const { folder, id } = storyPlace(text?.file.replace(/^content\/|\.mdx$/g, "")) ?? {};
  return folder ? `${root}/${folder}/${id}/` : `${root}/dataset/${draft.about}/`;
}

/** What the request mends beside the table: charts that go, and texts, each to be read and written otherwise. */
export function mendedNodes(
  { columns }: Judgement,
  stage: Stage,
  changed: () => void,
): HTMLElement[] {
  if (!columns || (columns.texts.length === 0 && columns.goneCharts.length === 0)) return [];
  const { words } = stage;
  const charts = columns.goneCharts.map((title) =>
    make("li", "", words.t("publish.columns.goneChart", { title })),
  );
  const texts = columns.texts.map(({ file, title, text }, at) => {
    const area = field({
      id: `q-mended-${at}`,
      kind: "text",
      label: words.t("publish.story.text"),
      hint: words.t("publish.columns.mendedHint"),
      value: text,
      change(written) {
        const all = { ...answersIn(stage.draft.answers.texts), [file]: written };
        void stage.change({ answers: { ...stage.draft.answers, texts: all } }).then(changed);
      },
    });
    for (const input of area.querySelectorAll("textarea")) {
      input.lang = "uk";
      input.rows = 12;
    }
    return make(
      "li",
      "",
      words.t("publish.columns.mended", { title }),
      make("details", "", make("summary", "", words.t("publish.columns.read")), area),
    );
  });
  return [
    make("h3", "", words.t("publish.columns.also")),
    make("ul", "plain mended", ...charts, ...texts),
  ];
}
