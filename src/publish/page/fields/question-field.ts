import { make } from "../../../find/browser/dom.ts";
import type { Speech } from "../../../i18n/speech.ts";
import type { PortalFacts } from "../../../schemas/reports/portal-facts.ts";
import { findPublishers } from "../../passport/find-publisher.ts";
import type { Because } from "../../passport/propose-passport.ts";
import { namedIn, type Question } from "../../passport/questions.ts";
import { field, leftOf } from "./field.ts";
import { foundCount } from "./found-count.ts";

/** A question as it is shown: of what was found out, with where it was found. */
export type Asked = Question & { because?: Because };

/** What is asked, why, and how to answer, in the reader's language. */
const spoken = ({ field: name, because, example, options = [] }: Asked, words: Speech) => ({
  question: words.t(`publish.question.${name}`),
  why: words.t(because ? `publish.because.${because}` : `publish.question.${name}.why`),
  help: words.t(`publish.question.${name}.help`),
  example: namedIn(example, words),
  options: options.map(({ value, label }) => ({ value, label: namedIn(label, words) })),
});

type Given = {
  value: unknown;
  words: Speech;
  facts: PortalFacts;
  change(value: unknown): void;
};

/** A question of the passport → its field, by what its answer is. */
export function questionField(asked: Asked, given: Given): HTMLElement {
  const { value, words, change } = given;
  const id = `q-${asked.field}`;
  const { question, why, help, example, options } = spoken(asked, words);
  const about = {
    id,
    label: question,
    hint: `${why} ${help}`,
    example: { words: words.sentence("publish.example"), text: example },
    ...(asked.limit === undefined
      ? {}
      : { limit: asked.limit, left: (rest: number) => leftOf(rest, words) }),
    ...(asked.optional ? { optional: words.t("publish.optional") } : {}),
  };
  switch (asked.kind) {
    case "text":
      return field({ ...about, kind: "line", value: textOf(value), change });
    case "long":
      return field({ ...about, kind: "text", value: textOf(value), change });
    case "words":
      return field({
        ...about,
        kind: "line",
        value: Array.isArray(value) ? value.join(", ") : textOf(value),
        change: (text) => change(listOf(text)),
      });
    case "choice":
      return asked.field === "publisher"
        ? publisherField(asked, given)
        : field({
            ...about,
            kind: "choice",
            value: textOf(value),
            options: [{ value: "", label: words.t("publish.select") }, ...options],
            change,
          });
    case "choices":
      return choicesField(asked, given);
    case "period":
      return periodField(asked, given);
    case "columns":
      return columnsField(asked, given);
  }
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
const listOf = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** Publishers that are shown for what was typed. */
const mostPublishers = 6;

/** A publisher is found by what people call it. */
function publisherField(asked: Asked, { value, words, facts, change }: Given): HTMLElement {
  const list = make("div", "options");
  const { question, help, example, options } = spoken(asked, words);
  const titles = new Map(options.map((option) => [option.value, option.label]));
  let chosen = textOf(value);
  const count = foundCount(words);
  const show = (typed: string) => {
    const all = typed === "" ? [] : findPublishers(typed, facts);
    const found = all.slice(0, mostPublishers);
    const isAsked = typed !== "" && typed !== titles.get(chosen);
    count.show(isAsked ? { shown: found.length, all: all.length } : undefined);
    list.replaceChildren(
      ...found.map(({ id }) => {
        const input = make("input", "");
        input.type = "radio";
        input.name = "publisher";
        input.id = `publisher-${id}`;
        input.checked = id === chosen;
        input.addEventListener("change", () => {
          chosen = id;
          change(id);
        });
        const name = make("label", "", titles.get(id) ?? id);
        name.htmlFor = input.id;
        return make("div", "option", input, name);
      }),
    );
  };
  const search = field({
    id: `q-${asked.field}`,
    kind: "line",
    label: question,
    hint: help,
    example: { words: words.sentence("publish.example"), text: example },
    value: titles.get(chosen) ?? "",
    change: show,
  });
  show(titles.get(chosen) ?? "");
  search.append(count.element, list);
  return search;
}

function choicesField(asked: Asked, { value, words, change }: Given): HTMLElement {
  const chosen = new Set(Array.isArray(value) ? (value as string[]) : []);
  const { question, help, options } = spoken(asked, words);
  const hint = make("span", "hint", help);
  const error = errorOf(asked);
  const boxes = options.map((option, at) => {
    const input = make("input", "");
    input.type = "checkbox";
    input.id = at === 0 ? `q-${asked.field}` : `q-${asked.field}-${option.value}`;
    input.checked = chosen.has(option.value);
    input.addEventListener("change", () => {
      if (input.checked) chosen.add(option.value);
      else chosen.delete(option.value);
      change([...chosen]);
    });
    const name = make("label", "", option.label);
    name.htmlFor = input.id;
    return make("div", "option", input, name);
  });
  return make("fieldset", "field", make("legend", "", question), hint, error, ...boxes);
}

function errorOf({ field: name }: Asked): HTMLElement {
  const error = make("span", "error", "");
  error.id = `q-${name}-error`;
  error.hidden = true;
  return error;
}

function periodField(asked: Asked, { value, words, change }: Given): HTMLElement {
  const { question, why, help } = spoken(asked, words);
  const period: { start?: string; end?: string } = { ...(value as object | undefined) };
  const set = (name: "start" | "end", day: string) => {
    period[name] = day;
    const { start, end } = period;
    change(start ? { start, ...(end ? { end } : {}) } : undefined);
  };
  const day = (name: "start" | "end") =>
    field({
      id: name === "start" ? `q-${asked.field}` : `q-${asked.field}-end`,
      kind: "date",
      label: words.t(name === "start" ? "publish.period.from" : "publish.period.to"),
      value: period[name] ?? "",
      change: (text) => set(name, text),
    });
  return make(
    "fieldset",
    "field",
    make("legend", "", question),
    make("span", "hint", `${why} ${help}`),
    make("div", "actions", day("start"), day("end")),
  );
}

function columnsField(asked: Asked, { value, words, change }: Given): HTMLElement {
  const { question, why, help } = spoken(asked, words);
  const titles: Record<string, string> = { ...(value as object | undefined) };
  const fields = (asked.columns ?? []).map((name, at) =>
    field({
      id: at === 0 ? `q-${asked.field}` : `q-${asked.field}-${name}`,
      kind: "line",
      label: name,
      value: Object.hasOwn(titles, name) ? (titles[name] ?? "") : "",
      change(text) {
        titles[name] = text;
        change({ ...titles });
      },
    }),
  );
  return make(
    "fieldset",
    "field",
    make("legend", "", question),
    make("span", "hint", `${why} ${help}`),
    errorOf(asked),
    ...fields,
  );
}
