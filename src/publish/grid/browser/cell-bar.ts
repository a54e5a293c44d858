import { button, make, say, withNames } from "../../../find/browser/dom.ts";
import { cellName } from "../core/edit-words.ts";
import type { PlacedFinding } from "../core/placed-finding.ts";
import { blockOf } from "../core/selection.ts";
import type { Actions } from "./actions.ts";
import type { Part, Stage } from "./stage.ts";

/** The selected cell: where it stands in the file, its whole text, what is wrong with it and what mends that. */
export function createCellBar(stage: Stage, actions: Actions): Part {
  const { session, speech } = stage;
  const { t } = speech;
  const name = make("strong", "grid-at");
  const text = make("span", "grid-whole");
  const was = make("span", "quiet");
  const found = make("div", "grid-found");
  found.role = "status";
  const element = make("div", "grid-bar", make("p", "grid-line", name, text, was), found);

  function noteOf({ severity, message, hint, repair, count, rule, column }: PlacedFinding): Node {
    const words = make("p", "", make("b", "", message), ` ${hint}`);
    words.lang = "uk";
    const note = make("div", severity === "error" ? "note late" : "note", words);
    if (repair) {
      const label = `${t("grid.repair")} · ${speech.count("grid.affects", count)}`;
      note.append(button(label, "plain", () => actions.act(repair)));
    }
    if (rule === "personal-data" && column !== undefined)
      note.append(
        button(t("grid.drop"), "plain", () => actions.act({ kind: "drop", columns: [column] })),
      );
    return note;
  }

  return {
    element,
    show() {
      const table = session.table();
      const { focus } = stage.selection();
      const row = table.rowAt(focus.row);
      const column = table.columns[focus.column];
      if (column === undefined) return;
      const { top, bottom, left, right } = blockOf(stage.selection());
      const size = (bottom - top + 1) * (right - left + 1);
      name.textContent = cellName(row, column);
      const value = table.cell(row, column);
      say(text, value === "" ? t("grid.emptyCell") : value);
      text.classList.toggle("quiet", value === "");
      const before = table.original.row(row)[column] ?? "";
      const told = [
        before === value ? "" : t("grid.changedFrom", { text: before || t("grid.emptyCell") }),
        size > 1 ? speech.count("grid.cells", size) : "",
      ]
        .filter((part) => part !== "")
        .join(" · ");
      was.replaceChildren(...withNames(told));
      const notes = session.findings().at(row, column).map(noteOf);
      // Made anew only where it says something else: what has not changed is not read out again.
      const fresh = make("div", "", ...notes);
      if (fresh.innerHTML === found.innerHTML) return;
      found.replaceChildren(...fresh.childNodes);
    },
  };
}
