import { button, make } from "../../../find/browser/dom.ts";
import { classicTokenAddress, tokenAddress } from "../github.ts";
import { token } from "../keep/token.ts";
import { madeKeyScreen, newKeyScreen, permissionsScreen } from "../shown/screens.ts";
import type { Stage } from "../stage.ts";

/** The field of the key, how to get one, and whether the browser keeps it. */
export function keyFields(
  { words }: Pick<Stage, "words">,
  repository: string,
): { nodes: HTMLElement[]; use(): void } {
  const key = make("input", "");
  key.type = "password";
  key.id = "key";
  key.autocomplete = "off";
  key.spellcheck = false;
  key.value = token.read() ?? "";
  const keep = make("input", "");
  keep.type = "checkbox";
  keep.id = "keep";
  keep.checked = token.isKept();
  const label = make("label", "", words.t("publish.key.label"));
  label.htmlFor = key.id;
  const keepLabel = make("label", "", words.t("publish.key.keep"));
  keepLabel.htmlFor = keep.id;
  const link = make("a", "", words.t("publish.key.page"));
  link.href = tokenAddress;
  link.target = "_blank";
  link.rel = "noopener";
  const classic = make("a", "", words.t("publish.key.classic"));
  classic.href = classicTokenAddress;
  classic.target = "_blank";
  classic.rel = "noopener";
  const guide = make(
    "details",
    "",
    make("summary", "", words.t("publish.key.how")),
    make(
      "ol",
      "",
      make("li", "", words.t("publish.key.step1"), " ", link, newKeyScreen()),
      make("li", "", words.t("publish.key.step2", { repository }), permissionsScreen(repository)),
      make("li", "", words.t("publish.key.step3"), madeKeyScreen()),
    ),
    make("p", "quiet", words.t("publish.key.other"), " ", classic),
  );
  guide.open = token.read() === undefined;
  return {
    nodes: [
      guide,
      make("div", "field", label, key),
      make("div", "option", keep, keepLabel),
      ...(token.isKept()
        ? [
            button(words.t("publish.key.forget"), "plain", () => {
              token.forget();
              key.value = "";
              keep.checked = false;
            }),
          ]
        : []),
    ],
    /** Takes the key that was typed. */
    use() {
      token.use(key.value.trim(), keep.checked);
      if (key.value.trim() === "") token.forget();
    },
  };
}
