import { button, labelled, make, select, settled } from "../../../../find/browser/dom.ts";
import { quote } from "../../../../model/reports/finding.ts";
import { columnLetter } from "../../../../model/table.ts";
import { cellName } from "../../core/edit-words.ts";
import type { Actions } from "../actions.ts";
import type { Part, Stage } from "../stage.ts";

function tick(label: string, act: () => void): { element: HTMLElement; input: HTMLInputElement } {
  const input = make("input", "");
  input.type = "checkbox";
  input.addEventListener("change", act);
  return { element: make("label", "box", input, make("span", "", label)), input };
}
function field(act: () => void): HTMLInputElement {
  const input = make("input", "");
  input.type = "text";
  input.addEventListener("input", act);
  return input;
}

/** Finds a text in one column and replaces it, after it was shown what would become of it. */
export function createReplacePanel(stage: Stage, actions: Actions): Part {
  const { session, speech, say } = stage;
  const { t } = speech;
  const look = settled(() => void preview(), 200);
  const find = field(look);
  const by = field(look);
  const whole = tick(t("grid.whole"), look);
  const matchCase = tick(t("grid.matchCase"), look);
  const columns = make("span", "");
  const shown = make("div", "grid-preview");
  shown.role = "status";
  const replace = button(t("grid.replaceAll"), "", () => {
    actions.act({ kind: "replace", column, ...asked() });
    look();
  });
  replace.disabled = true;
  const element = make(
    "div",
    "grid-panel",
    make("div", "grid-fields", labelled(t("grid.find"), find), labelled(t("grid.by"), by), columns),
    make("div", "grid-fields", whole.element, matchCase.element),
    shown,
    replace,
  );
  let column = 0;
  let turn = 0;
  const asked = () => ({
    find: find.value,
    by: by.value,
    whole: whole.input.checked,
    matchCase: matchCase.input.checked,
  });

  async function preview(): Promise<void> {
    const mine = ++turn;
    if (find.value === "" && !whole.input.checked) {
      shown.replaceChildren();
      replace.disabled = true;
      return;
    }
    try {
      const { count, first } = await session.preview(column, asked());
      if (mine !== turn) return;
      replace.disabled = count === 0;
      const lines = first.map(({ row, before, after }) =>
        make(
          "li",
          "",
          make("b", "", cellName(row, column)),
          ` ${t("grid.fromTo", { from: quote(before), to: quote(after) })}`,
        ),
      );
      shown.replaceChildren(
        make("p", "", count === 0 ? t("grid.foundNone") : speech.count("grid.willReplace", count)),
        make("ul", "plain", ...lines),
      );
    } catch {
      say(t("grid.failed"));
    }
  }

  return {
    element,
    show() {
      const table = session.table();
      const named = session.judged().columns;
      const at = table.columns[stage.selection().focus.column] ?? 0;
      if (!element.contains(document.activeElement)) column = at;
      const options = table.columns.map((one) => ({
        value: String(one),
        label: `${columnLetter(one)} · ${named[one]?.name ?? ""}`,
      }));
      const chooser = select(options, String(column), (value) => {
        column = Number(value);
        look();
      });
      if (!element.contains(document.activeElement))
        columns.replaceChildren(labelled(t("grid.inColumn"), chooser));
      look();
    },
  };
}
