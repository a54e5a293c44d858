import { describe, expect, test } from "vitest";
import { counted } from "./plural.ts";
import { speak } from "./translate.ts";
import { opening, shortened, typeset } from "./typography.ts";

/** Non-breaking spaces shown as «~». */
const shown = (text: string) => typeset(text).replaceAll("\u00a0", "~");

test.each([
  ["Доходи бюджету, 2021 — березень 2023 року", "Доходи бюджету, 2021~— березень 2023~року"],
  ["Видалення дерев у Кропивницькому", "Видалення дерев у~Кропивницькому"],
  ["З 1 січня", "З~1~січня"],
  ["Постанова № 835 і додаток", "Постанова №~835 і~додаток"],
  ["(у місті) «з даних»", "(у~місті) «з~даних»"],
  ["5 млн грн", "5~млн~грн"],
  ["17 183 дерева, 1 115 набори", "17~183~дерева, 1~115~набори"],
  ["У 2020 183 дерева", "У~2020 183~дерева"],
  ["станом на 23 листопада 2026 року", "станом на 23~листопада~2026~року"],
  ["з листопада 2026 до 2027", "з~листопада~2026 до 2027"],
  ["на вул. Київській, просп. Перемоги, п. 3", "на вул.~Київській, просп.~Перемоги, п.~3"],
  ["груд. 2021 р. — 516 млн грн", "груд.~2021~р.~— 516~млн~грн"],
  ["Це школа ім. Шевченка. Далі", "Це школа ім. Шевченка. Далі"],
  ["за останні 12 місяців, за 3 робочі дні", "за останні 12~місяців, за 3~робочі дні"],
  ["за 2018–2020 роки", "за 2018–2020~роки"],
  ["Без змін", "Без змін"],
  ["", ""],
])("%s", (text, expected) => {
  expect(shown(text)).toBe(expected);
});

test("nothing but spaces is changed, and a second setting changes nothing", () => {
  const text = "У селі — 5 осіб, № 7 (і ще 3 роки) - так";
  expect(typeset(text).replaceAll("\u00a0", " ")).toBe(text);
  expect(typeset(typeset(text))).toBe(typeset(text));
});

test.each([
  ["Дерева і кущі", 20, "Дерева і кущі"],
  ["Дерева і кущі", 13, "Дерева і кущі"],
  ["Дерева, що підлягали видаленню", 16, "Дерева, що…"],
  ["Дерева, що підлягали видаленню", 8, "Дерева…"],
  ["Школи, садки. Один рядок — один заклад", 27, "Школи, садки. Один рядок…"],
  ["Один рядок. Далі", 14, "Один рядок…"],
  ["Заклад «Ліцей «Сокіл» міської ради», 2", 20, "Заклад «Ліцей…»"],
  ["найдовшеслово", 5, "найдо…"],
])("«%s» in %i letters is «%s»", (text, most, expected) => {
  expect(shortened(text, most)).toBe(expected);
});

describe.each(["uk", "en"] as const)("numbers and dates keep to one line: %s", (language) => {
  const { count, date, size } = speak(language);
  test.each([
    count("datasets", 1),
    count("datasets", 33),
    count("rows", 1115),
    date("2026-11-30"),
    date("2026-11-30T08:00:00Z"),
    size(1_500_000),
  ])("%s", (said) => {
    expect(said).not.toContain(" ");
  });
});

test("a count made in the page is the one made at the build", () => {
  const element = {
    dataset: {
      language: "uk",
      one: "{count} набір",
      few: "{count} набори",
      many: "{count} наборів",
    },
  } as unknown as HTMLElement;
  expect([1, 33, 1115].map((number) => counted(element, number))).toEqual(
    [1, 33, 1115].map((number) => speak("uk").count("datasets", number)),
  );
});

test("a date that ends a sentence brings the full stop", () => {
  const { t, date } = speak("uk");
  expect(t("home.recent.none", { date: date("2026-11-30") })).toMatch(/2026.р\.$/);
});

test.each([
  [1, "осіб", "1~особа"],
  [2163, "осіб", "2~163~особи"],
  [4369, "осіб", "4~369~осіб"],
  [21, "дерев", "21~дерево"],
  [2, "дерев і пнів", "2~дерев~і~пнів"],
  [2, "млн грн", "2~млн~грн"],
  [2.5, "осіб", "2,5~осіб"],
])("a figure with its unit: %s %s", (value, unit, expected) => {
  expect(speak("uk").measured(value, unit).replaceAll("\u00a0", "~")).toBe(expected);
});

const long =
  "Перелік шкіл, гімназій, ліцеїв та інших закладів загальної середньої освіти міста за Єдиною державною електронною базою з питань освіти (ЄДЕБО) станом на 8 червня 2023 року";

test.each([
  ["the first sentence", "Вулиці міста. Один рядок — одна вулиця.", "Вулиці міста."],
  [
    "a cut word is no end",
    "Дерева на вул. Шевченка, просп. Перемоги й над р. Інгул. Один рядок — одне.",
    "Дерева на вул. Шевченка, просп. Перемоги й над р. Інгул.",
  ],
  ["a number is an end", "Дані за 2020. Один рядок — одне.", "Дані за 2020."],
  ["a question and a quote", "Чи чисто в місті? «Так» — відповідь.", "Чи чисто в місті?"],
  ["one line of broken ones", "Вулиці\n  міста", "Вулиці міста"],
  ["nothing", "", ""],
  [
    "a long one ends with a whole word",
    long,
    "Перелік шкіл, гімназій, ліцеїв та інших закладів загальної середньої освіти міста за Єдиною державною електронною базою з питань освіти (ЄДЕБО)…",
  ],
  ["no sign stands before the dots", `${"слово ".repeat(24)}і, тоді`, `${"слово ".repeat(24)}і…`],
])("of a text for a list is left %s", (_, text, left) => {
  expect(opening(text)).toBe(left);
});
