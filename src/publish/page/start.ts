import { button, make, save, withNames } from "../../find/browser/dom.ts";
import type { Key, Speech } from "../../i18n/speech.ts";
import { type Draft, newDraft, offered, type Step, stepsOf } from "../draft/draft.ts";
import type { Drafts } from "../draft/drafts.ts";

type Start = { drafts: Drafts; words: Speech; open(draft: Draft, step: Step): void };

/** The beginning: what may be done, and what was begun before. */
export async function startView(start: Start): Promise<Node[]> {
  const begun = await start.drafts.list().catch(() => []);
  return [...begunBefore(start, begun), ...choices(start), carried(start)];
}

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
        button(words.t("publish.export"), "plain", () => void exported(draft)),
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

async function exported(draft: Draft): Promise<void> {
  const { exportDraft } = await import("../draft/draft-file.ts");
  save(
    (await exportDraft(draft)) as Uint8Array<ArrayBuffer>,
    "application/zip",
    `${draft.about ?? "draft"}.draft.zip`,
  );
}

/** A draft that was carried here as a file. */
function carried({ words, open }: Start): HTMLElement {
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
  return details;
}
