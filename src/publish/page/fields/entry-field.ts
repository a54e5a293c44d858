import { make } from "../../../find/browser/dom.ts";
import type { EntryField } from "../../entry/entry-fields.ts";
import { choicesOf } from "../../entry/entry-shown.ts";
import { answersIn } from "../../entry/entry-values.ts";
import { field, leftOf } from "./field.ts";
import type { Given } from "./given.ts";
import { rowsField } from "./rows-field.ts";
import { severalField } from "./several-field.ts";

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((part) => typeof part === "string") : [];

/** What every kind of field is given of one that is asked. */
function aboutOf({ kind, limit, isRequired, ...asked }: EntryField, { id, words }: Given) {
  const mark = words.t(isRequired ? "publish.required" : "publish.optional");
  const lines = kind === "lines" ? [words.t("publish.entry.lines")] : [];
  const hint = [asked.hint?.[words.language] ?? "", ...lines]
    .filter((part) => part !== "")
    .join(" ");
  return {
    id,
    label: asked.label[words.language],
    ...(isRequired ? { required: mark } : { optional: mark }),
    ...(hint === "" ? {} : { hint }),
    ...(limit === undefined ? {} : { limit, left: (rest: number) => leftOf(rest, words) }),
  };
}

/** One of many, found in a list. */
const choiceField = (asked: EntryField, given: Given): HTMLElement =>
  field({
    ...aboutOf(asked, given),
    kind: "choice",
    value: textOf(given.value),
    options: [{ value: "", label: given.words.t("publish.select") }, ...choicesOf(asked, given)],
    change: given.change,
  });

/** Several of many. */
const choicesField = (asked: EntryField, given: Given): HTMLElement =>
  severalField({
    ...aboutOf(asked, given),
    options: choicesOf(asked, given),
    chosen: textsOf(given.value),
    words: given.words,
    change: given.change,
  });

/** Fields of a part of the entry. */
const groupField = ({ fields = [], isRequired, label }: EntryField, given: Given): HTMLElement =>
  make(
    "fieldset",
    "field",
    make("legend", "", label[given.words.language]),
    // What may be left out whole is not asked for in part until it was begun.
    ...entryFieldsOf(
      fields.map((one) => ({ ...one, isRequired: isRequired && one.isRequired })),
      given,
    ),
  );

/** A text: of a line, of several, or a date. */
const textField = (asked: EntryField, given: Given, kind: "line" | "text" | "date"): HTMLElement =>
  field({
    ...aboutOf(asked, given),
    kind,
    value: textOf(given.value),
    change: given.change,
  });

/** A field of a register's entry → what a person fills in. */
function entryField(asked: EntryField, given: Given): HTMLElement {
  const { value, words, change } = given;
  switch (asked.kind) {
    case "line":
    case "number":
      return textField(asked, given, "line");
    case "long":
      return textField(asked, given, "text");
    case "date":
      return textField(asked, given, "date");
    case "lines":
      return field({
        ...aboutOf(asked, given),
        kind: "text",
        value: textsOf(value).join("\n"),
        change: (text) => change(text.split("\n")),
      });
    case "datasets":
    case "entries":
      return choicesField(asked, given);
    case "choice":
    case "yes-no":
    case "publisher":
    case "mandated":
    case "entry":
      return choiceField(asked, given);
    case "group":
      return groupField(asked, given);
    case "rows":
      return rowsField(
        { ...asked, mark: words.t(asked.isRequired ? "publish.required" : "publish.optional") },
        given,
        entryFieldsOf,
      );
  }
}

/** Fields that are answered together: their answers are one value. */
export function entryFieldsOf(fields: readonly EntryField[], given: Given): HTMLElement[] {
  let answers = answersIn(given.value);
  return fields.map((asked) =>
    entryField(asked, {
      ...given,
      id: `${given.id}-${asked.name}`,
      value: answers[asked.name],
      change(value) {
        answers = { ...answers, [asked.name]: value };
        given.change(answers);
      },
    }),
  );
}
