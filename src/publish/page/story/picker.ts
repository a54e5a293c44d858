import { button, make, withNames } from "../../../find/browser/dom.ts";
import type { Insert } from "../../story/inserts/insert-tag.ts";
import { field } from "../fields/field.ts";
import { matching } from "../fields/matching.ts";
import type { AskedSet } from "../judge/judge.ts";
import type { Stage } from "../stage.ts";
import { chartFields } from "./chart-fields.ts";
import { figureFields } from "./figure-fields.ts";
import type { InsertFields } from "./insert-fields.ts";

/** Sets that are shown to choose from. */
const mostSets = 4;

type Kind = "chart" | "figure" | "card";

/**
 * A window over the page where what is put into a text is chosen: a set, then what of it.
 * @param first sets that stand first
 */
export async function picker(
  stage: Stage,
  kind: Kind,
  first: readonly string[],
  put: (insert: Insert) => void,
): Promise<void> {
  const { words } = stage;
  const { datasets } = await stage.facts();
  const sets = datasets
    .filter(({ withdrawn }) => withdrawn === undefined)
    .map(({ id, title }) => ({ value: id, label: title }))
    .sort((a, b) => Number(first.includes(b.value)) - Number(first.includes(a.value)));
  const dialog = make("dialog", "picker");
  const error = make("p", "error", "");
  error.setAttribute("role", "alert");
  const place = make("div", "");
  let fields: InsertFields | undefined;
  const add = button(words.t("publish.story.add"), "", () => {
    const made = fields?.insert() ?? words.t("publish.what.noDataset");
    error.textContent = typeof made === "string" ? made : "";
    if (typeof made === "string") return;
    dialog.close();
    put(made);
  });
  const choose = async (id: string) => {
    fields = undefined;
    place.replaceChildren(make("p", "quiet", words.t("publish.wait")));
    const chosen = await fieldsOf(stage, kind, id);
    fields = chosen;
    place.replaceChildren(...chosen.nodes);
  };
  const heading = make("h2", "", words.t(`publish.story.insert.${kind}`).replace(/^\+ /, ""));
  heading.id = "picker-title";
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.append(
    heading,
    setField(stage, sets, (id) => void choose(id)),
    place,
    error,
    make(
      "p",
      "actions",
      add,
      button(words.t("publish.story.cancel"), "plain", () => dialog.close()),
    ),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.querySelector("publish-page")?.append(dialog);
  dialog.showModal();
}

/** A set is found by words; the first of the list is chosen by nobody. */
function setField(
  { words }: Stage,
  sets: readonly { value: string; label: string }[],
  choose: (id: string) => void,
): HTMLElement {
  const list = make("div", "options found");
  const show = (asked: string) =>
    list.replaceChildren(
      ...matching(sets, asked)
        .slice(0, mostSets)
        .map(({ value, label }) => {
          const input = make("input", "");
          input.type = "radio";
          input.name = "picked";
          input.id = `picked-${value}`;
          input.addEventListener("change", () => {
            choose(value);
            // What was not chosen goes out of the way; it comes again to who types.
            for (const other of [...list.children]) if (!other.contains(input)) other.remove();
          });
          const name = make("label", "", label);
          name.htmlFor = input.id;
          return make("div", "option", input, name);
        }),
    );
  const search = field({
    id: "picked",
    kind: "line",
    label: words.t("publish.what.dataset"),
    hint: words.t("publish.what.datasetHint"),
    value: "",
    change: show,
  });
  show("");
  search.append(list);
  return search;
}

async function fieldsOf(stage: Stage, kind: Kind, id: string): Promise<InsertFields> {
  if (kind === "card")
    return { nodes: [], insert: () => ({ name: "DatasetCard", attributes: { id } }) };
  const set = await stage.askable(id);
  if (!set || set.tables.length === 0) {
    const sentence = stage.words.t("publish.story.noTable");
    return { nodes: [make("p", "note", sentence)], insert: () => sentence };
  }
  const fields = kind === "chart" ? chartFields(stage, set) : figureFields(stage, set);
  return { ...fields, nodes: [...aheadOf(set, stage), ...fields.nodes] };
}

/** Of a set whose newer table was sent: that its columns are offered, and which of them the portal has not yet. */
function aheadOf({ ahead }: AskedSet, { words }: Stage): HTMLElement[] {
  if (!ahead) return [];
  const [before, after] = words.quotes;
  const names = ahead.map((name) => `${before}${name}${after}`).join(", ");
  const more = ahead.length === 0 ? [] : [words.t("publish.story.aheadNew", { names })];
  return [
    make("p", "note", ...withNames([words.t("publish.story.aheadColumns"), ...more].join(" "))),
  ];
}
