import { make } from "../../../find/browser/dom.ts";
import { keysOf } from "../../../find/keys.ts";
import { wordsOf } from "../../../find/words.ts";
import type { Key } from "../../../i18n/speech.ts";
import type { KnownDataset } from "../../../schemas/reports/portal-facts.ts";
import { field } from "../fields/field.ts";
import type { Stage, StepView } from "../stage.ts";

/** Which dataset it is about, or what is written. */
export async function view(stage: Stage): Promise<StepView> {
  const { draft, words } = stage;
  const title = words.t(`publish.kind.${draft.kind}` as Key);
  if (draft.kind === "new-dataset")
    return { title, nodes: [make("p", "", words.t("publish.kind.new-dataset.hint"))] };
  return datasetView(stage, title);
}

async function datasetView(stage: Stage, title: string): Promise<StepView> {
  const { words, draft } = stage;
  const { datasets } = await stage.facts();
  const sets = datasets.filter(({ withdrawn }) => withdrawn === undefined);
  const list = make("ul", "plain found");
  const show = (asked: string) =>
    list.replaceChildren(...matching(sets, asked).map((set) => option(stage, set)));
  const search = field({
    id: "dataset",
    kind: "line",
    label: words.t("publish.what.dataset"),
    hint: words.t("publish.what.datasetHint"),
    value: "",
    change: show,
  });
  show(sets.find(({ id }) => id === draft.about)?.title ?? "");
  return {
    title,
    nodes: [search, list],
    missing: () =>
      sets.some(({ id }) => id === stage.draft.about)
        ? []
        : [{ field: "dataset", sentence: words.t("publish.what.noDataset") }],
  };
}

/** Most sets that are shown to choose from. */
const most = 12;

/** Sets whose titles or addresses hold every word that was typed, in whatever form. */
function matching(sets: readonly KnownDataset[], asked: string): KnownDataset[] {
  const parts = wordsOf(asked);
  return sets
    .filter(({ id, title }) => {
      const text = `${title} ${id}`.toLocaleLowerCase("uk");
      const keys = new Set(wordsOf(title).flatMap((word) => keysOf(word)));
      return parts.every(
        (part) => text.includes(part) || keysOf(part).some((key) => keys.has(key)),
      );
    })
    .slice(0, most);
}

function option(stage: Stage, { id, title }: KnownDataset): HTMLElement {
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
