import { button, make, select } from "../../../../find/browser/dom.ts";
import { columnLetter } from "../../../../model/table.ts";
import { type ColumnMatch, matchColumns } from "../../core/match-columns.ts";
import type { Judged } from "../../judge/judged.ts";
import type { Actions } from "../actions.ts";
import type { Part, Stage } from "../stage.ts";

type Field = NonNullable<Judged["fields"]>[number];

/** What is dragged from the list of free fields. */
const dragged = "text/plain";

/** Columns of the file beside the fields of the official structure: a field that is chosen becomes the column's name. */
export function createMatchPanel({ session, speech }: Stage, actions: Actions): Part {
  const { t } = speech;
  const element = make("div", "grid-panel");
  const labelOf = ({ name, title }: Field) => `${name} — ${title}`;
  const rename = (column: number, name: string) => actions.act({ kind: "rename", column, name });

  function rowOf(
    { column, field, offered }: ColumnMatch,
    fields: readonly Field[],
    taken: ReadonlySet<string>,
  ): HTMLElement {
    const { names } = session.table().original;
    const name = session.judged().columns[column]?.name || t("grid.nameless");
    const own = names[column] ?? "";
    const options = [
      { value: "", label: t("grid.leaveName") },
      ...fields
        .filter((one) => one.name === field || !taken.has(one.name))
        .map((one) => ({ value: one.name, label: labelOf(one) })),
    ];
    const chooser = select(options, field ?? "", (value) => rename(column, value || own));
    chooser.ariaLabel = t("grid.fieldOf", { column: `${columnLetter(column)} · ${name}` });
    chooser.dataset.match = String(column);
    const made = make(
      "li",
      field === undefined ? "" : "matched",
      make("span", "grid-letter", columnLetter(column)),
      make("span", "grid-name", name),
      chooser,
    );
    if (offered !== undefined) {
      const accept = button(t("grid.accept"), "plain", () => rename(column, offered));
      accept.ariaLabel = `${t("grid.offered", { field: offered })} · ${t("grid.accept")}`;
      made.append(make("span", "grid-offer", t("grid.offered", { field: offered }), " ", accept));
    }
    made.addEventListener("dragover", (event) => event.preventDefault());
    made.addEventListener("drop", (event) => {
      event.preventDefault();
      const dropped = event.dataTransfer?.getData(dragged) ?? "";
      if (fields.some((one) => one.name === dropped)) rename(column, dropped);
    });
    return made;
  }

  function chipOf(field: Field): HTMLElement {
    const chip = make("li", "grid-chip", labelOf(field));
    chip.draggable = true;
    chip.addEventListener("dragstart", (event) => event.dataTransfer?.setData(dragged, field.name));
    return chip;
  }

  return {
    element,
    show() {
      const { columns, fields } = session.judged();
      if (!fields) {
        element.replaceChildren(make("p", "quiet", t("grid.noStructure")));
        return;
      }
      const shown = session
        .table()
        .columns.flatMap((column) => (columns[column] ? [{ column, ...columns[column] }] : []));
      const matches = matchColumns(shown, fields);
      const taken = new Set(matches.flatMap(({ field }) => field ?? []));
      const held = (document.activeElement as HTMLElement | null)?.dataset.match;
      const free = fields.filter(({ name }) => !taken.has(name));
      element.replaceChildren(
        make("p", "", t("grid.matchedOf", { matched: taken.size, of: fields.length })),
        make("ul", "plain grid-matches", ...matches.map((one) => rowOf(one, fields, taken))),
        ...(free.length > 0
          ? [
              make("p", "quiet", t("grid.freeFields")),
              make("ul", "plain grid-chips", ...free.map(chipOf)),
            ]
          : []),
      );
      // The list was made anew: the focus stays with the column whose field was chosen.
      if (held !== undefined)
        element
          .querySelector<HTMLElement>(`[data-match="${held}"]`)
          ?.focus({ preventScroll: true });
    },
  };
}
