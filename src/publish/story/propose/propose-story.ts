import { speak } from "../../../i18n/translate.ts";
import { counted } from "../../../review/report/words.ts";
import { skeletonQuestion } from "../../../vocabularies/skeleton-texts.ts";
import { insertTag } from "../inserts/insert-tag.ts";
import type { WrittenStory } from "../story-text.ts";
import type { Leader, StoryFacts } from "./story-facts.ts";

// News are written in Ukrainian, whatever the language of the page they are written on.
const { number, date, label } = speak("uk");

const rows = (count: number): string => counted(count, "рядок", "рядки", "рядків");
/** The form of a word beside a number: «рядок», «рядки», «рядків». */
const form = (count: number, one: string, few: string, many: string): string =>
  counted(count, one, few, many).slice(number(count).length + 1);
const newRows = (count: number): string =>
  counted(count, "новий рядок", "нові рядки", "нових рядків");
const removedRows = (count: number): string =>
  counted(count, "рядок вилучено", "рядки вилучено", "рядків вилучено");
const changedRows = (count: number): string =>
  counted(count, "рядок змінено", "рядки змінено", "рядків змінено");

/** A name from the data inside Markdown: nothing in it is a mark. */
const plain = (name: string): string => name.replace(/[\\`*_{}[\]<>~|#!]/g, "\\$&");

/** A name in quotes: quotes inside it are of the other kind. */
const quoted = (name: string): string =>
  `«${name.replace(/\s+/g, " ").replaceAll("«", "„").replaceAll("»", "“")}»`;

/** A sentence ends with one point, whatever its last word is. */
const ended = (sentence: string): string => (sentence.endsWith(".") ? sentence : `${sentence}.`);

/** «Тополя» — 183; «Тополя» і «Клен» — по 183; груд. 2022 р. — 12. */
const leaderWords = (leader: Leader, isTime = false): string =>
  `${leaderNames(leader, isTime)} — ${leader.names.length > 1 ? "по " : ""}${number(leader.value)}`;

const leaderNames = ({ names }: Leader, isTime: boolean): string =>
  names.map((name) => (isTime ? label(name) : quoted(name))).join(" і ");

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

/** The sentence under the title: how much there is or came, and what is greatest. */
function summaryOf(facts: StoryFacts): string {
  const { change, chart, table } = facts;
  const what = change ? changeWords(change).join(", ") : rows(table.rows);
  const greatest = chart?.counts
    ? `найбільше записів у колонці ${quoted(chart.column)}`
    : `найбільша сума в колонці ${quoted(chart?.column ?? "")}`;
  const leader = chart?.leader ? `; ${greatest}: ${leaderWords(chart.leader, chart.isTime)}` : "";
  return ended(`${inTable(facts)} ${what}${leader}`);
}

/** What the text begins with, beside what its summary has said: nothing where nothing more is known. */
function openingOf({ change, table, addedLeader, period }: StoryFacts): string[] {
  const sentences = [
    ...(change && change.before !== table.rows
      ? [`Було ${rows(change.before)}, тепер ${number(table.rows)}.`]
      : []),
    ...(addedLeader
      ? [
          `Серед нових рядків у колонці ${quoted(addedLeader.column)} найчастіше ${leaderWords(addedLeader)}.`,
        ]
      : []),
    ...(period ? [periodSentence(period)] : []),
  ];
  return sentences.length === 0 ? [] : [sentences.map(plain).join(" ")];
}

const isDay = (value: string): boolean => /^\d{4}-\d\d-\d\d/.test(value);
/** A person goes on writing here: spaces are those of the keyboard. */
const moment = (value: string): string =>
  (isDay(value) ? date(value.slice(0, 10)) : label(value)).replaceAll("\u00a0", " ");

function periodSentence({ from, to, column }: NonNullable<StoryFacts["period"]>): string {
  return from === to
    ? ended(`У колонці ${quoted(column)} одне значення: ${moment(from)}`)
    : `Дані охоплюють час від ${moment(from)} до ${moment(to)} (колонка ${quoted(column)}).`;
}

/** The number that stands large: rows that came, else what is greatest, else the rows there are. */
function figureOf({ change, table, chart }: StoryFacts): { value: number; label: string } {
  if (change && change.added > 0) {
    const words = ["новий рядок у наборі", "нові рядки в наборі", "нових рядків у наборі"] as const;
    return { value: change.added, label: form(change.added, ...words) };
  }
  const [name] = chart?.leader?.names ?? [];
  if (!chart?.leader || name === undefined || change)
    return {
      value: table.rows,
      label: form(table.rows, "рядок у таблиці", "рядки в таблиці", "рядків у таблиці"),
    };
  const { value } = chart.leader;
  const called = leaderNames(chart.leader, chart.isTime);
  return chart.counts
    ? { value, label: `${form(value, "запис", "записи", "записів")}: ${called}` }
    : { value, label: `сума в колонці ${quoted(chart.column)}: ${called}` };
}

/** What numbers cannot say: the writer says it, and the portal takes no text in which these lines are left. */
const questions = [
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
  const figure = figureOf(facts);
  const body = [
    ...openingOf(facts),
    insertTag({ name: "Figure", attributes: { value: number(figure.value), label: figure.label } }),
    ...(facts.chart ? [insertTag(facts.chart.insert)] : []),
    ...questions.map((question) => `${skeletonQuestion} ${question}`),
    `Таблицю можна переглянути й завантажити на сторінці набору [${plain(quoted(facts.title))}](/dataset/${facts.id}/).`,
    insertTag({ name: "DatasetCard", attributes: { id: facts.id } }),
  ];
  return {
    values: {
      title: titleWords(facts),
      date: day,
      description: summaryOf(facts),
      datasets: [facts.id],
    },
    body: body.join("\n\n"),
  };
}
