import { labelled, make, settled } from "../../../find/browser/dom.ts";
import type { Speech } from "../../../i18n/speech.ts";
import { isNumeric } from "../../../table/column/cell.ts";
import type { ExploreColumn, Filter } from "../../view.ts";

type SetFilter = (filter: Filter | undefined) => void;

/** Milliseconds after the last letter when what was typed is asked. */
const pause = 300;

/** Two limits of a column of numbers or moments; with both empty there is no filter. */
export function rangeControl(
  { type }: ExploreColumn,
  now: Filter | undefined,
  set: SetFilter,
  { t }: Speech,
): HTMLElement {
  const was = now?.kind === "range" ? now : { from: "", to: "" };
  const from = limitField(type, was.from);
  const to = limitField(type, was.to);
  const changed = settled(() => {
    const empty = from.value === "" && to.value === "";
    set(empty ? undefined : { kind: "range", from: from.value, to: to.value });
  }, pause);
  for (const field of [from, to]) field.addEventListener("input", changed);
  return make("div", "limits", labelled(t("explore.from"), from), labelled(t("explore.to"), to));
}

function limitField(type: ExploreColumn["type"], value: string): HTMLInputElement {
  const field = make("input", "");
  if (isNumeric(type) || type === "year") {
    field.type = "number";
    field.step = "any";
  } else if (type === "date") field.type = "date";
  else {
    field.type = "text";
    field.placeholder = type === "yearmonth" ? "2026-05" : "";
  }
  field.value = value;
  return field;
}

/** A text that cells have to contain. */
export function textControl(now: Filter | undefined, set: SetFilter, { t }: Speech): HTMLElement {
  const field = make("input", "");
  field.type = "search";
  field.value = now?.kind === "text" ? now.text : "";
  const changed = settled(() => {
    const text = field.value.trim();
    set(text === "" ? undefined : { kind: "text", text });
  }, pause);
  field.addEventListener("input", changed);
  return labelled(t("explore.contains"), field);
}

/** Values of a column, each with a box and how often it is met. */
export function choiceControl(
  { title, values }: { title: string; values: readonly { value: string; count: number }[] },
  now: Filter | undefined,
  set: SetFilter,
  { t, number }: Speech,
): HTMLElement {
  const taken = new Set(now?.kind === "choice" ? now.values : []);
  const choices = values.map(({ value, count }) => {
    const box = make("input", "");
    box.type = "checkbox";
    box.checked = taken.has(value);
    box.addEventListener("change", () => {
      if (box.checked) taken.add(value);
      else taken.delete(value);
      set(taken.size === 0 ? undefined : { kind: "choice", values: [...taken] });
    });
    const name = make("span", "", value || t("explore.empty"));
    return make("label", "", box, name, make("span", "n", number(count)));
  });
  return make("fieldset", "choices", make("legend", "sr", title), ...choices);
}
