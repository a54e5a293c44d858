import { expect, test } from "vitest";
import { readTree } from "../../read/tree.ts";
import { project } from "../../test/fixtures/built-site.ts";
import { portalFactsOf } from "../../test/fixtures/portal-facts-of.ts";
import { findPublishers } from "./find-publisher.ts";

const facts = portalFactsOf(readTree(project));

test.each<[typed: string, title: string]>([
  ["управління освіти", "Управління освіти Кропивницької міської ради"],
  ["УО", "Управління освіти Кропивницької міської ради"],
  ["освіта", "Управління освіти Кропивницької міської ради"],
  ["ЦНАП", "Центр надання адміністративних послуг Кропивницької міської ради"],
  ["цнап", "Центр надання адміністративних послуг Кропивницької міської ради"],
  ["благоустрій", "Комунальне підприємство «Благоустрій»"],
  ["ЖЕО 3", "Комунальне підприємство «ЖЕО № 3»"],
  ["управлінню молоді", "Управління молоді та спорту Кропивницької міської ради"],
  ["зв'язку", "Управління транспорту та зв’язку Кропивницької міської ради"],
  ["Education Department", "Управління освіти Кропивницької міської ради"],
  ["education-department", "Управління освіти Кропивницької міської ради"],
])("%s is found", (typed, title) => {
  expect(findPublishers(typed, facts)[0]?.title).toBe(title);
});

test("nobody answers to what nobody is called", () => {
  expect(findPublishers("космічне агентство", facts)).toEqual([]);
  expect(findPublishers(" ", facts)).toEqual([]);
});
