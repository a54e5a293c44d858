import { make } from "../../../find/browser/dom.ts";
import { storyFolders, storyPlace } from "../../story/story.ts";
import { field } from "../fields/field.ts";
import { matching } from "../fields/matching.ts";
import type { Stage, StepView } from "../stage.ts";

/** What is written: news, a dashboard, or a correction of either. */
export async function storyWhatView(stage: Stage): Promise<StepView> {
  const { words, draft } = stage;
  const { written } = await stage.facts();
  const published = storyFolders.flatMap((folder) =>
    written[folder].map(({ id, title }) => ({ value: `${folder}/${id}`, label: title })),
  );
  const corrects = (about: string | undefined) => storyPlace(about)?.id !== undefined;
  const list = make("div", "options found");
  const show = (asked: string) =>
    list.replaceChildren(
      ...matching(published, asked).map(({ value, label }) => {
        const input = make("input", "");
        input.type = "radio";
        input.name = "story";
        input.id = `story-${value.replace("/", "-")}`;
        input.checked = stage.draft.about === value;
        input.addEventListener("change", () => choose(value, label));
        const name = make("label", "", label);
        name.htmlFor = input.id;
        return make("div", "option", input, name);
      }),
    );
  const search = field({
    id: "story",
    kind: "line",
    label: words.t("publish.story.which"),
    hint: words.t("publish.story.whichHint"),
    value: "",
    change: show,
  });
  search.append(list);
  search.hidden = !corrects(draft.about);
  /** Another story is another text. */
  function choose(about: string | undefined, title?: string): void {
    const { entry: _, text: __, proposed: ___, ...answers } = stage.draft.answers;
    const isSame = about === stage.draft.about;
    void stage.change({ about, ...(isSame ? {} : { answers, title }) });
  }
  const kind = field({
    id: "story-kind",
    kind: "one-of",
    label: words.t("publish.story.what"),
    value: corrects(draft.about) ? "correct" : (draft.about ?? ""),
    options: [
      {
        value: "news",
        label: words.t("publish.story.news"),
        hint: words.t("publish.story.newsHint"),
      },
      {
        value: "dashboards",
        label: words.t("publish.story.dashboards"),
        hint: words.t("publish.story.dashboardsHint"),
      },
      { value: "correct", label: words.t("publish.story.correct") },
    ],
    change(value) {
      search.hidden = value !== "correct";
      show("");
      choose(value === "correct" ? undefined : value);
    },
  });
  show("");
  return {
    title: words.t("publish.kind.entry"),
    nodes: [kind, search],
    missing: () =>
      storyPlace(stage.draft.about)
        ? []
        : search.hidden
          ? [{ field: "story-kind", sentence: words.t("publish.story.noKind") }]
          : [{ field: "story", sentence: words.t("publish.story.noWhich") }],
  };
}
