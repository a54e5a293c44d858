import { expect, test } from "vitest";
import { typeset } from "./typography.ts";

/** Non-breaking spaces shown as «~». */
const shown = (text: string) => typeset(text).replaceAll("\u00a0", "~");

test.each([
  ["Доходи бюджету, 2021 — березень 2023 року", "Доходи бюджету, 2021~— березень 2023~року"],
  ["Видалення дерев у Кропивницькому", "Видалення дерев у~Кропивницькому"],
  ["З 1 січня", "З~1~січня"],
  ["Постанова № 835 і додаток", "Постанова №~835 і~додаток"],
  ["(у місті) «з даних»", "(у~місті) «з~даних»"],
  ["5 млн грн", "5~млн грн"],
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
