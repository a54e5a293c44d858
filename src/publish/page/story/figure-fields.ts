import { make } from "../../../find/browser/dom.ts";
import { type AskableSet, isNumber } from "../../story/inserts/askable-set.ts";
import { field } from "../fields/field.ts";
import type { Stage } from "../stage.ts";
import { type InsertFields, tableField } from "./insert-fields.ts";

const sums = ["sum", "mean", "minimum", "maximum"] as const;

/** One number of a table: how many rows, or what comes of a column's numbers; and the words beside it. */
export function figureFields(stage: Stage, set: AskableSet): InsertFields {
  const { words } = stage;
  let [table] = set.tables;
  let asked = "rows";
  let label = "";
  const place = make("div", "");
  const show = () => {
    asked = "rows";
    const numbers = (table?.columns ?? []).filter(isNumber);
    place.replaceChildren(
      field({
        id: "picked-of",
        kind: "choice",
        label: words.t("publish.story.figure.of"),
        value: asked,
        options: [
          { value: "rows", label: words.t("publish.story.of.rows") },
          ...numbers.flatMap(({ name, title }) =>
            sums.map((of) => ({
              value: `${of} ${name}`,
              label: words.t(`publish.story.of.${of}`, { column: title }),
            })),
          ),
        ],
        change(value) {
          asked = value;
        },
      }),
      field({
        id: "picked-label",
        kind: "line",
        label: words.t("publish.story.figure.label"),
        hint: words.t("publish.story.figure.labelHint"),
        value: label,
        change(text) {
          label = text;
        },
      }),
    );
  };
  show();
  const tables = tableField(stage, set, (picked) => {
    table = picked;
    show();
  });
  return {
    nodes: [...tables, place],
    insert() {
      const [of = "rows", column = ""] = asked.split(" ");
      if (label.trim() === "") return words.t("publish.story.figure.noLabel");
      return {
        name: "Figure",
        attributes: { dataset: set.id, resource: table?.resource ?? "", of, column, label },
      };
    },
  };
}
