import { make } from "../../../find/browser/dom.ts";
import type { Key } from "../../../i18n/speech.ts";
import { isChangeable, isGoneFrom } from "../../draft/draft.ts";
import { field } from "../fields/field.ts";
import { foundCount } from "../fields/found-count.ts";
import { allMatching, matching, type Option } from "../fields/matching.ts";
import type { Stage, StepView } from "../stage.ts";

/** Which dataset it is about, or what is written. */
export async function view(stage: Stage): Promise<StepView> {
  const { draft, words } = stage;
  const title = words.t(`publish.kind.${draft.kind}` as Key);
  if (draft.kind === "new-dataset")
    return { title, nodes: [make("p", "", words.t("publish.kind.new-dataset.hint"))] };
  if (draft.kind === "register-entry") {
    const { registerView } = await import("./entry.ts");
    return registerView(stage);
  }
  if (draft.kind === "entry") {
    const { storyWhatView } = await import("./story-what.ts");
    return storyWhatView(stage);
  }
  return datasetView(stage, title);
}

async function datasetView(stage: Stage, title: string): Promise<StepView> {
  const { words, draft } = stage;
  const { datasets } = await stage.facts();
  const sets = datasets.filter(isChangeable).map(({ id, title: label }) => ({ value: id, label }));
  const list = make("ul", "plain found");
  const count = foundCount(words);
  const show = (asked: string) => {
    const shown = matching(sets, asked);
    list.replaceChildren(...shown.map((set) => option(stage, set)));
    const all = allMatching(sets, asked).length;
    count.show(asked === "" ? undefined : { shown: shown.length, all });
  };
  const search = field({
    id: "dataset",
    kind: "line",
    label: words.t("publish.what.dataset"),
    hint: words.t("publish.what.datasetHint"),
    value: "",
    change: show,
  });
  show(sets.find(({ value }) => value === draft.about)?.label ?? "");
  // Of what was chosen before nobody asks how many there are.
  count.show(undefined);
  const gone = isGoneFrom(draft, { datasets })
    ? [
        make(
          "p",
          "note late",
          words.t("publish.what.gone", { name: draft.title ?? draft.about ?? "" }),
        ),
      ]
    : [];
  return {
    title,
    nodes: [...gone, search, count.element, list],
    missing: () =>
      sets.some(({ value }) => value === stage.draft.about)
        ? []
        : [{ field: "dataset", sentence: words.t("publish.what.noDataset") }],
  };
}

function option(stage: Stage, { value: id, label: title }: Option): HTMLElement {
  const input = make("input", "");
  input.type = "radio";
  input.name = "about";
  input.value = id;
  input.id = `about-${id}`;
  input.checked = stage.draft.about === id;
  input.addEventListener("change", () => void stage.change({ about: id, title }));
  const name = make("label", "", title);
  name.htmlFor = input.id;
  return make("li", "option", input, name);
}
