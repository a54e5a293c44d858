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

/** A field of a register's entry → what a person fills in. */
function entryField(asked: EntryField, given: Given): HTMLElement {
  const { id, value, words, change } = given;
  const { kind, limit, isRequired } = asked;
  const label = asked.label[words.language];
  const hint = asked.hint?.[words.language];
  const mark = words.t(isRequired ? "publish.required" : "publish.optional");
  const about = {
    id,
    label,
    ...(isRequired ? { required: mark } : { optional: mark }),
    ...(hint === undefined ? {} : { hint }),
    ...(limit === undefined ? {} : { limit, left: (rest: number) => leftOf(rest, words) }),
  };
  const options = choicesOf(asked, given);
  switch (kind) {
    case "line":
    case "number":
      return field({ ...about, kind: "line", value: textOf(value), change });
    case "long":
      return field({ ...about, kind: "text", value: textOf(value), change });
    case "date":
      return field({ ...about, kind: "date", value: textOf(value), change });
    case "lines":
      return field({
        ...about,
        hint: [hint, words.t("publish.entry.lines")].filter((part) => part).join(" "),
        kind: "text",
        value: textsOf(value).join("\n"),
        change: (text) => change(text.split("\n")),
      });
    case "datasets":
    case "entries":
      return severalField({ ...about, options, chosen: textsOf(value), words, change });
    case "choice":
    case "yes-no":
    case "publisher":
    case "mandated":
    case "entry":
      return field({
        ...about,
        kind: "choice",
        value: textOf(value),
        options: [{ value: "", label: words.t("publish.select") }, ...options],
        change,
      });
    case "group":
      return make(
        "fieldset",
        "field",
        make("legend", "", label),
        // What may be left out whole is not asked for in part until it was begun.
        ...entryFieldsOf(
          (asked.fields ?? []).map((one) => ({ ...one, isRequired: isRequired && one.isRequired })),
          given,
        ),
      );
    case "rows":
      return rowsField({ ...asked, mark }, given, entryFieldsOf);
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
