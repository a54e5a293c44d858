import { button, make } from "../../../find/browser/dom.ts";
import type { EntryField } from "../../entry/entry-fields.ts";
import type { Given } from "./given.ts";

/** A list whose rows have fields of their own: decisions of a meeting, each with its term. */
export function rowsField(
  asked: EntryField & { mark: string },
  given: Given,
  fieldsOf: (fields: readonly EntryField[], given: Given) => HTMLElement[],
): HTMLElement {
  const { id, words, change } = given;
  const { mark, fields = [] } = asked;
  const label = asked.label[words.language];
  const hint = asked.hint?.[words.language];
  let rows: readonly unknown[] = Array.isArray(given.value) ? given.value : [];
  const list = make("div", "");
  const keep = (changed: readonly unknown[]) => {
    rows = changed;
    change(rows);
  };
  const rowOf = (value: unknown, at: number) =>
    make(
      "fieldset",
      "field row",
      make("legend", "", `${label}: ${at + 1}`),
      ...fieldsOf(fields, {
        ...given,
        id: `${id}-${at}`,
        value,
        change: (answers) => keep(rows.with(at, answers)),
      }),
      make(
        "p",
        "",
        button(words.t("publish.entry.remove"), "plain", () => {
          keep(rows.toSpliced(at, 1));
          show();
          add.focus();
        }),
      ),
    );
  const show = () => list.replaceChildren(...rows.map(rowOf));
  const add = button(words.t("publish.entry.add"), "plain", () => {
    keep([...rows, {}]);
    show();
    list.lastElementChild?.querySelector<HTMLElement>("input, select, textarea")?.focus();
  });
  add.id = id;
  const error = make("span", "error", "");
  error.id = `${id}-error`;
  error.hidden = true;
  show();
  return make(
    "fieldset",
    "field",
    make("legend", "", label, " ", make("span", "quiet", mark)),
    ...(hint === undefined ? [] : [make("span", "hint", hint)]),
    error,
    list,
    make("p", "", add),
  );
}
