import { button, make } from "../../../find/browser/dom.ts";
import { columnLetter } from "../../../model/table.ts";
import type { Actions } from "./actions.ts";
import type { Part, Stage } from "./stage.ts";

/** Columns in which people are: said above the table, each with the press that drops it. */
export function createPeople({ session, speech }: Stage, actions: Actions): Part {
  const { t } = speech;
  const element = make("div", "grid-persons");
  return {
    element,
    show() {
      const { findings, columns } = session.judged();
      const table = session.table();
      const people = findings.filter(
        ({ rule, column }) =>
          rule === "personal-data" && column !== undefined && table.columns.includes(column),
      );
      const ofColumns = Map.groupBy(people, ({ column }) => column ?? 0);
      const notes = [...ofColumns].map(([column, found]) => {
        const name = `${columnLetter(column)} «${columns[column]?.name ?? ""}»`;
        const what = make("p", "", make("b", "", t("grid.personal")), ": ");
        const words = make("span", "", found.map(({ message }) => message).join(" "));
        words.lang = "uk";
        what.append(words);
        return make(
          "div",
          found.some(({ severity }) => severity === "error") ? "note late" : "note",
          what,
          button(t("grid.dropNamed", { column: name }), "", () =>
            actions.act({ kind: "drop", columns: [column] }),
          ),
        );
      });
      element.replaceChildren(...notes);
    },
  };
}
