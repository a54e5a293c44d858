import { speak } from "../../../i18n/translate.ts";
import { counted } from "../../../review/report/words.ts";
import { skeletonQuestion } from "../../../vocabularies/skeleton-texts.ts";
import { insertTag } from "../inserts/insert-tag.ts";
import type { WrittenStory } from "../story-text.ts";
import type { Leader, StoryFacts } from "./story-facts.ts";

// News are written in Ukrainian, whatever the language of the page they are written on.
const { number, date, label } = speak("uk");

const rows = (count: number): string => counted(count, "рядок", "рядки", "рядків");
const newRows = (count: number): string =>
  counted(count, "новий рядок", "нові рядки", "нових рядків");
const removedRows = (count: number): string =>
  counted(count, "рядок вилучено", "рядки вилучено", "рядків вилучено");
const changedRows = (count: number): string =>
  counted(count, "рядок змінено", "рядки змінено", "рядків змінено");

/** A name from the data inside Markdown: nothing in it is a mark. */
const plain = (name: string): string => name.replace(/[\\`*_{}[\]<>~|#!]/g, "\\$&");

/** A name in quotes: quotes inside it are of the other kind. */
const quoted = (name: string): string => `«${name.replaceAll("«", "„").replaceAll("»", "“")}»`;

/** A sentence ends with one point, whatever its last word is. */
const ended = (sentence: string): string => (sentence.endsWith(".") ? sentence : `${sentence}.`);

/** «Тополя» — 183; «Тополя» і «Клен» — по 183; груд. 2022 р. — 12. */
function leaderWords({ names, value }: Leader, isTime = false): string {
  const each = names.length > 1 ? "по " : "";
  const called = names.map((name) => (isTime ? label(name) : quoted(name)));
  return `${called.join(" і ")} — ${each}${number(value)}`;
}

/** What changed, in the order of how much it matters: rows that came, that changed, that went. */
function changeWords({ added, removed, changed }: NonNullable<StoryFacts["change"]>): string[] {
  return [
    ...(added > 0 ? [newRows(added)] : []),
    ...(changed > 0 ? [changedRows(changed)] : []),
    ...(removed > 0 ? [removedRows(removed)] : []),
  ];
}

function titleWords({ title, change, chart, table }: StoryFacts): string {
  const [first] = change ? changeWords(change) : [];
  if (first !== undefined) return `${title}: ${first}`;
  const [name] = chart?.leader?.names.length === 1 ? chart.leader.names : [];
  return name === undefined
    ? `${title}: ${rows(table.rows)}`
    : `${title}: найбільше — ${label(name)}`;
}

const inTable = ({ title, table }: StoryFacts): string =>
  table.isOnly
    ? `У наборі ${quoted(title)}`
    : `У таблиці ${quoted(table.title)} набору ${quoted(title)}`;

/** What is in the set, and what is new in it. */
function rowsSentence(facts: StoryFacts): string {
  const { change, table } = facts;
  if (!change) return `${inTable(facts)} ${rows(table.rows)}.`;
  const was =
    change.before === table.rows
      ? ""
      : ` Було ${rows(change.before)}, тепер ${number(table.rows)}.`;
  return `${inTable(facts)} ${changeWords(change).join(", ")}.${was}`;
}

const isDay = (value: string): boolean => /^\d{4}-\d\d-\d\d/.test(value);
const moment = (value: string): string => (isDay(value) ? date(value.slice(0, 10)) : label(value));

function periodSentence({ period }: StoryFacts): string[] {
  if (!period) return [];
  const { from, to, column } = period;
  const span = from === to ? `лише ${moment(from)}` : `від ${moment(from)} до ${moment(to)}`;
  return [ended(`У колонці ${quoted(column)} — ${span}`)];
}

function leaderSentences({ chart, addedLeader }: StoryFacts): string[] {
  const what = chart?.counts
    ? `Найбільше записів у колонці ${quoted(chart.column)}`
    : `Найбільша сума в колонці ${quoted(chart?.column ?? "")}`;
  return [
    ...(addedLeader
      ? [
          `Серед нових рядків у колонці ${quoted(addedLeader.column)} найчастіше ${leaderWords(addedLeader)}.`,
        ]
      : []),
    ...(chart?.leader ? [`${what}: ${leaderWords(chart.leader, chart.isTime)}.`] : []),
  ];
}

/** The number that stands large: rows that came, or those there are. */
function figureTag({ change, table }: StoryFacts): string {
  const [count, labels] =
    change && change.added > 0
      ? [change.added, ["новий рядок у наборі", "нові рядки в наборі", "нових рядків у наборі"]]
      : [table.rows, ["рядок у таблиці", "рядки в таблиці", "рядків у таблиці"]];
  const [one = "", few = "", many = ""] = labels;
  const text = counted(count, one, few, many);
  const value = number(count);
  return insertTag({
    name: "Figure",
    attributes: { value, label: text.slice(value.length + 1) },
  });
}

/** What numbers cannot say: the writer says it, and the portal takes no text in which these lines are left. */
export const questions = [
  "Чому це важливо для мешканців?",
  "Що стоїть за цими числами: що сталося, хто це зробив, що буде далі?",
  "Чого ці дані не показують?",
] as const;

/**
 * What numbers say of a set → a first text for a person to finish. Every claim is a number of the table; what numbers do
 * not say is asked of the writer.
 * @param day yyyy-mm-dd the story is of
 */
export function proposeStory(facts: StoryFacts, day: string): WrittenStory {
  const sentences = [rowsSentence(facts), ...leaderSentences(facts)];
  const opening = [...sentences, ...periodSentence(facts)].map(plain).join(" ");
  const body = [
    opening,
    figureTag(facts),
    ...(facts.chart ? [insertTag(facts.chart.insert)] : []),
    ...questions.map((question) => `${skeletonQuestion} ${question}`),
    `Таблицю можна переглянути й завантажити на сторінці набору [${plain(quoted(facts.title))}](/dataset/${facts.id}/).`,
    insertTag({ name: "DatasetCard", attributes: { id: facts.id } }),
  ];
  return {
    values: {
      title: titleWords(facts),
      date: day,
      description: sentences.slice(0, 2).join(" "),
      datasets: [facts.id],
    },
    body: body.join("\n\n"),
  };
}
