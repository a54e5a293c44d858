import { button, make, withNames } from "../../find/browser/dom.ts";
import type { Key, Speech } from "../../i18n/speech.ts";
import { type Draft, newDraft, offered, type Step, stepsOf } from "../draft/draft.ts";
import type { Drafts } from "../draft/drafts.ts";
import { saveDraft } from "./keep/save-draft.ts";

type Start = {
  drafts: Drafts;
  words: Speech;
  /** Does the address name a draft that is not in this browser? */
  isMissed: boolean;
  open(draft: Draft, step: Step): void;
};

/** The beginning: what may be done, and what was begun before. */
export async function startView(start: Start): Promise<Node[]> {
  const begun = await start.drafts.list().catch(() => []);
  return [...missed(start), ...begunBefore(start, begun), ...choices(start), carried(start)];
}

/** Who comes back to a draft that this browser does not keep goes on from its file. */
const missed = ({ isMissed, words }: Start): HTMLElement[] =>
  isMissed ? [make("p", "note late", words.t("publish.draftGone"))] : [];

function choices({ words, open }: Start): Node[] {
  const cards = offered.map((kind) => {
    const choose = button(words.t(`publish.kind.${kind}` as Key), "choice", () => {
      const draft = newDraft(kind);
      open(draft, kind === "new-dataset" ? "file" : "what");
    });
    const hint = make("p", "quiet", words.t(`publish.kind.${kind}.hint` as Key));
    return make("li", "", choose, hint);
  });
  return [make("h2", "", words.t("publish.choose")), make("ul", "plain choices", ...cards)];
}

function begunBefore({ drafts, words, open }: Start, begun: readonly Draft[]): Node[] {
  if (begun.length === 0) return [];
  const items = begun.map((draft) => {
    const name = draft.title ?? draft.file?.name ?? words.t(`publish.kind.${draft.kind}` as Key);
    const item = make("li", "begun");
    const last = stepsOf(draft).at(draft.request === undefined ? 1 : -1) ?? "what";
    item.append(
      make(
        "p",
        "",
        make("strong", "", name),
        " ",
        make(
          "span",
          "quiet",
          [
            words.t(`publish.kind.${draft.kind}` as Key),
            draft.kept === undefined ? "" : words.date(draft.kept),
          ]
            .filter((part) => part !== "")
            .join(" · "),
        ),
      ),
      make(
        "p",
        "actions",
        button(words.t("publish.goOn"), "plain", () => open(draft, last)),
        button(words.t("publish.export"), "plain", () => void saveDraft(draft)),
        button(words.t("publish.forget"), "plain", () => {
          if (!confirm(words.t("publish.forgetSure", { title: name }))) return;
          void drafts.forget(draft.id).then(() => item.remove());
        }),
      ),
    );
    return item;
  });
  return [make("h2", "", words.t("publish.begun")), make("ul", "plain", ...items)];
}

/** A draft that was carried here as a file. */
function carried({ words, isMissed, open }: Start): HTMLElement {
  const input = make("input", "");
  input.type = "file";
  input.accept = ".zip";
  input.id = "draft-file";
  const error = make("span", "error", "");
  error.hidden = true;
  input.addEventListener("change", async () => {
    const [file] = input.files ?? [];
    if (!file) return;
    const { importDraft } = await import("../draft/draft-file.ts");
    const draft = importDraft(new Uint8Array(await file.arrayBuffer()));
    if (draft) {
      open(draft, stepsOf(draft)[1] ?? "what");
      return;
    }
    error.hidden = false;
    error.replaceChildren(...withNames(words.t("publish.noDraft", { name: file.name })));
  });
  const name = make("label", "", words.t("publish.import"));
  name.htmlFor = input.id;
  const details = make("details", "", make("summary", "", words.t("publish.elsewhereBegun")));
  details.append(make("div", "field", name, error, input));
  details.open = isMissed;
  return details;
}
