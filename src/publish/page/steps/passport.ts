import { make, settled } from "../../../find/browser/dom.ts";
import type { Key } from "../../../i18n/speech.ts";
import type { WrittenPassport } from "../../../schemas/data/dataset.ts";
import { idPattern } from "../../../schemas/text.ts";
import type { RenamingCost } from "../../change/rename-dataset.ts";
import { passportValues } from "../../passport/passport-text.ts";
import { type AskedField, questionOf } from "../../passport/questions.ts";
import { type Field, field, inUkrainian } from "../fields/field.ts";
import { type Asked, questionField } from "../fields/question-field.ts";
import type { Judgement } from "../judge/judge-worker.ts";
import { openSide } from "../shown/figures.ts";
import type { Missing, Stage, StepView } from "../stage.ts";

/** The description: what only the person knows is asked, what was found out is shown to be agreed with. */
export async function view(stage: Stage): Promise<StepView> {
  const { draft } = stage;
  if (draft.kind === "withdrawal") return withdrawalView(stage);
  if (draft.kind === "renaming") return renamingView(stage);
  if (draft.kind === "register-entry") {
    const { entryView } = await import("./entry.ts");
    return entryView(stage);
  }
  return descriptionView(stage);
}

/** Fields of a passport that a person may put right here, in the order they are asked. */
const corrected = [
  "title",
  "description",
  "purpose",
  "publisher",
  "frequency",
  "keywords",
  "themes",
  "temporal",
] as const satisfies readonly AskedField[];

async function descriptionView(stage: Stage): Promise<StepView> {
  const { words, draft } = stage;
  const facts = await stage.facts();
  const judged = await stage.judge();
  const known = await valuesOf(stage, judged);
  const asked = new Set(judged?.proposed?.questions.map(({ field: name }) => name));
  const side = openSide(stage);
  if (judged) side.show(judged);
  const judgeSoon = settled(() => {
    void stage.judge().then((judgement) => judgement && side.show(judgement));
  }, 600);
  const change = (name: string, value: unknown) => {
    void stage.change({ answers: { ...stage.draft.answers, [name]: value } }).then(judgeSoon);
  };
  const fieldOf = (asking: Asked) =>
    questionField(asking, {
      value: stage.draft.answers[asking.field] ?? known[asking.field as keyof WrittenPassport],
      words,
      facts,
      change: (value) => change(asking.field, value),
    });
  const questions = (judged?.proposed?.questions ?? []).map(fieldOf);
  const agreed = corrected
    .filter((name) => !asked.has(name))
    .map((name) => {
      const because = judged?.proposed?.proposals.find((one) => one.field === name)?.because;
      return fieldOf({
        ...questionOf(name, facts),
        ...(because === undefined ? {} : { because }),
      });
    });
  const found = make(
    "details",
    "found",
    make("summary", "", words.t("publish.passport.found")),
    ...agreed,
  );
  found.open = draft.kind === "passport-correction" || questions.length === 0;
  const form = make(
    "div",
    "",
    ...inUkrainian(words),
    ...(questions.length > 0 ? [make("p", "", words.t("publish.passport.asked"))] : []),
    ...questions,
    ...(agreed.length > 0 ? [found] : []),
    englishFields(stage, known.en, (en) => change("en", en)),
  );
  return {
    title: words.t("publish.step.passport"),
    nodes: [make("div", "beside", form, side.element)],
    missing: async () => lacking(stage, await stage.judge()),
  };
}

type English = WrittenPassport["en"];

/** The same in English, for readers abroad: nobody has to. */
function englishFields(
  { words, draft }: Stage,
  known: English,
  change: (en: English) => void,
): HTMLElement {
  let en: NonNullable<English> = { ...known, ...(draft.answers.en as English) };
  const asked = (name: "title" | "description", kind: Field["kind"]) => {
    const shown = field({
      id: `q-en-${name}`,
      kind,
      label: words.t(`publish.passport.en.${name}`),
      optional: words.t("publish.optional"),
      value: en[name] ?? "",
      change(text) {
        const { [name]: _, ...others } = en;
        en = text.trim() === "" ? others : { ...others, [name]: text.trim() };
        change(Object.keys(en).length === 0 ? undefined : en);
      },
    });
    for (const input of shown.querySelectorAll<HTMLElement>("input, textarea")) input.lang = "en";
    return shown;
  };
  return make(
    "details",
    "found",
    make("summary", "", words.t("publish.passport.en")),
    make("p", "quiet", words.t("publish.passport.en.why")),
    asked("title", "line"),
    asked("description", "text"),
  );
}

async function valuesOf(
  stage: Stage,
  judged: Judgement | undefined,
): Promise<Partial<WrittenPassport>> {
  if (judged?.values) return judged.values;
  const files = await stage.published();
  const [, passport] =
    [...(files ?? [])].find(([path]) => path.endsWith("/datapackage.yaml")) ?? [];
  return passport ? passportValues(new TextDecoder().decode(passport)) : {};
}

/** Questions without which nothing can go on. */
function lacking({ words, draft }: Stage, judged: Judgement | undefined): Missing[] {
  return (judged?.proposed?.questions ?? [])
    .filter(({ field: name, optional }) => !optional && isEmpty(draft.answers[name]))
    .map(({ field: name }) => ({
      field: `q-${name}`,
      sentence: words.t("publish.passport.unanswered", {
        question: words.t(`publish.question.${name}`),
      }),
    }));
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

/** A question of the page's own, whose answer is a text. */
function ownField(
  stage: Stage,
  name: string,
  given: Pick<Field, "label" | "kind"> & Partial<Field>,
) {
  const { draft } = stage;
  return field({
    id: `q-${name}`,
    value: String(draft.answers[name] ?? ""),
    change: (value) => void stage.change({ answers: { ...stage.draft.answers, [name]: value } }),
    ...given,
  });
}

async function withdrawalView(stage: Stage): Promise<StepView> {
  const { words, draft } = stage;
  const { datasets } = await stage.facts();
  const others = datasets.filter(
    ({ id, withdrawn }) => id !== draft.about && withdrawn === undefined,
  );
  return {
    title: words.t("publish.kind.withdrawal"),
    nodes: [
      make("p", "", words.t("publish.kind.withdrawal.hint")),
      ownField(stage, "reason", {
        kind: "text",
        label: words.t("publish.withdrawal.reason"),
        hint: words.t("publish.withdrawal.reasonHint"),
      }),
      ownField(stage, "successor", {
        kind: "choice",
        label: words.t("publish.withdrawal.successor"),
        optional: words.t("publish.optional"),
        options: [
          { value: "", label: words.t("publish.withdrawal.none") },
          ...others.map(({ id, title }) => ({ value: id, label: title })),
        ],
      }),
    ],
    missing: () =>
      isEmpty(stage.draft.answers.reason)
        ? [{ field: "q-reason", sentence: words.t("publish.withdrawal.noReason") }]
        : [],
  };
}

/** What becomes of the addresses of a set that gets another one, and of what names it. */
function costNodes({ addresses, references }: RenamingCost, { words }: Stage): HTMLElement[] {
  const files = addresses.filter(({ leads }) => !leads).map(({ from }) => from.split("/").at(-1));
  const pages = addresses
    .filter(({ leads }) => leads)
    .map(({ from, to }) =>
      make(
        "li",
        "",
        make("code", "", from),
        " → ",
        make("code", "", to),
        ` — ${words.t("publish.renaming.leads")}`,
      ),
    );
  const named = references.map(({ title, file, mended }) =>
    make(
      "li",
      "",
      `${title} (${file}) — ${words.t(mended ? "publish.renaming.mended" : "publish.renaming.byHand")}`,
    ),
  );
  return [
    make("h3", "", words.t("publish.renaming.cost")),
    make("ul", "", ...pages),
    make("p", "", words.t("publish.renaming.stays", { files: files.join(", ") })),
    make("p", "", words.t("publish.renaming.same")),
    ...(named.length === 0
      ? []
      : [make("p", "", words.t("publish.renaming.named")), make("ul", "", ...named)]),
  ];
}

async function renamingView(stage: Stage): Promise<StepView> {
  const { words, draft } = stage;
  const cost = make("div", "");
  const show = settled(() => {
    void stage.judge().then((judgement) => {
      if (!judgement?.cost || !isNewId(stage)) {
        cost.replaceChildren();
        return;
      }
      cost.replaceChildren(...costNodes(judgement.cost, stage));
    });
  }, 300);
  const name = ownField(stage, "id", {
    kind: "line",
    label: words.t("publish.renaming.id"),
    hint: words.t("publish.renaming.idHint", { id: draft.about ?? "" }),
  });
  name.addEventListener("input", show);
  show();
  return {
    title: words.t("publish.kind.renaming" as Key),
    nodes: [name, cost],
    missing: () =>
      isNewId(stage) ? [] : [{ field: "q-id", sentence: words.t("publish.renaming.noId") }],
  };
}

/** Is the address that was typed one a set may have, and another than it has? */
const isNewId = ({ draft: { answers, about } }: Stage): boolean =>
  typeof answers.id === "string" && idPattern.test(answers.id) && answers.id !== about;
