import { expect, test } from "vitest";
import { speak } from "../../i18n/translate.ts";
import { treeOf } from "../../model/tree.ts";
import { examplePortal } from "../../rules/example-portal.ts";
import { portalFactsOf } from "../../test/fixtures/portal-facts-of.ts";
import { type Draft, newDraft } from "../draft/draft.ts";
import { formFields } from "../draft/form-fields.ts";
import { submissionOf } from "../draft/submission-of.ts";
import { inForm } from "./in-form.ts";
import { judgeSubmission } from "./judge-submission.ts";

const facts = portalFactsOf(treeOf(examplePortal));
const files = new Map(
  Object.entries(examplePortal)
    .filter(([path]) => path.startsWith("data/datasets/stops/"))
    .map(([path, text]) => [path, new TextEncoder().encode(text)]),
);

/** What a person reads of a draft: what is wrong, and what to do. */
async function told(kind: Draft["kind"], about: string, answers: Draft["answers"]) {
  const draft = newDraft(kind, { about, answers });
  const drafted = await submissionOf(draft, { facts, files });
  if (!drafted) throw new Error("Nothing would be sent.");
  const fields = formFields(draft, { facts, words: speak("uk") });
  return judgeSubmission({ facts, files }, drafted.submission)
    .filter(({ severity }) => severity === "error")
    .map((finding) => inForm(finding, fields))
    .map(({ message, hint }) => `${message} ${hint}`);
}

test("what news lack is told by the names of their fields", async () => {
  const entry = { title: "Зупинки", date: "2026-11-23", en: { title: "Stops" } };
  expect(await told("entry", "news", { entry, text: "Текст." })).toEqual([
    "Поле «Про що це» порожнє. Заповніть поле «Про що це».",
    "Поле «Про що це англійською» порожнє. Заповніть поле «Про що це англійською».",
  ]);
});

test("what a passport lacks is told by its question, and not by a line of a file", async () => {
  const said = await told("passport-correction", "stops", {
    description: "",
    purpose: undefined,
    keywords: [],
    frequency: "щороку",
    title: "а".repeat(300),
  });
  expect(said).toEqual([
    "Поле «За якими словами цю таблицю шукатимуть?» порожнє. Заповніть поле «За якими словами цю таблицю шукатимуть?».",
    "Поле «Що є в таблиці?» порожнє. Заповніть поле «Що є в таблиці?».",
    "Текст у полі «Як називається набір даних?» має 300 знаків, а дозволено 254. Скоротіть його щонайменше на 46.",
    "Періодичності «щороку» немає в переліку. Виберіть зі списку в полі «Як часто ви оновлюватимете таблицю?».",
  ]);
});

test("an entry of a register is told of by its fields, those of rows among them", async () => {
  const entry = {
    mandated: "mun-001",
    kind: "restricted",
    ground: "Інтереси національної безпеки",
    decision: "Рішення № 5",
  };
  expect(await told("register-entry", "exemptions", { entry })).toEqual([
    "Доступ до набору «mun-001» обмежено, але не вказано: висновок трискладового тесту; день перегляду. Заповніть: «Трискладовий тест», «Коли переглянути». Якщо рішення немає, не надсилайте запису: набір вважатиметься відсутнім.",
  ]);
  const meeting = {
    title: "Засідання",
    date: "2026-11-20",
    decisions: [{ text: "Оприлюднити", due: "20.12.2026" }, { due: "2026-12-20" }],
  };
  expect(await told("register-entry", "meetings", { entry: meeting })).toEqual([
    "У полі «Строк» записано «20.12.2026», а потрібно дату рррр-мм-дд. Наприклад: 2026-11-23.",
    "Поле «Рішення» порожнє. Заповніть поле «Рішення».",
  ]);
});

test("a number is asked for without the quotes of a file", async () => {
  const entry = {
    title: "Рейтинг",
    year: "торік",
    scores: [{ publisher: "council", score: "багато" }],
  };
  expect(await told("register-entry", "ratings", { entry })).toEqual([
    "Поле «Запис в історії порталу» порожнє. Заповніть поле «Запис в історії порталу».",
    "Поле «День» порожнє. Заповніть поле «День».",
    "У полі «Рік» записано «торік», а потрібно число. Запишіть число цифрами, без слів.",
    "У полі «Бал» записано «багато», а потрібно число. Запишіть число цифрами, без слів.",
  ]);
});
