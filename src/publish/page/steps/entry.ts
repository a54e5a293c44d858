import { make, settled } from "../../../find/browser/dom.ts";
import {
  entryTitle,
  isRegister,
  type RegisterName,
  registerList,
  registers,
} from "../../../schemas/data/registers.ts";
import { entryFields } from "../../entry/entry-fields.ts";
import { answersIn, entryValues, unansweredOf } from "../../entry/entry-values.ts";
import { entryFieldsOf } from "../fields/entry-field.ts";
import { field, inUkrainian } from "../fields/field.ts";
import { openSide } from "../shown/figures.ts";
import type { Stage, StepView } from "../stage.ts";

/** Which register an entry is for. */
export function registerView(stage: Stage): StepView {
  const { words, draft } = stage;
  const list = field({
    id: "register",
    kind: "one-of",
    label: words.t("publish.entry.register"),
    value: draft.about ?? "",
    options: registerList.map(({ name, words: called }) => ({
      value: name,
      label: called[words.language],
    })),
    change: (name) => void stage.change({ about: name }),
  });
  return {
    title: words.t("publish.kind.register-entry"),
    nodes: [list],
    missing: () =>
      isRegister(stage.draft.about ?? "")
        ? []
        : [{ field: "register", sentence: words.t("publish.entry.noRegister") }],
  };
}

/** What an entry says: a field for each of its register's schema. */
export async function entryView(stage: Stage): Promise<StepView> {
  const { about = "" } = stage.draft;
  // An address may name a register that is not there.
  return isRegister(about) ? formView(stage, about) : registerView(stage);
}

async function formView(stage: Stage, register: RegisterName): Promise<StepView> {
  const { words } = stage;
  const facts = await stage.facts();
  const side = openSide(stage);
  const show = async () => {
    const judgement = await stage.judge();
    if (judgement) side.show(judgement);
  };
  const judgeSoon = settled(() => void show(), 600);
  const fields = entryFieldsOf(entryFields(register), {
    id: "q",
    value: stage.draft.answers.entry,
    words,
    facts,
    change(value) {
      const entry = answersIn(value);
      const title = entryTitle(entryValues(register, entry));
      const answers = { ...stage.draft.answers, entry };
      void stage.change({ answers, title }).then(judgeSoon);
    },
  });
  await show();
  return {
    title: registers[register].words[words.language],
    nodes: [make("div", "beside", make("div", "", ...inUkrainian(words), ...fields), side.element)],
    missing: () =>
      unansweredOf(register, answersIn(stage.draft.answers.entry)).map(({ path, label }) => ({
        field: ["q", ...path].join("-"),
        sentence: words.t("publish.passport.unanswered", {
          question: label[words.language],
        }),
      })),
  };
}
