import { expect, test } from "vitest";
import type { Chart } from "../../model/catalogue.ts";
import { claimsOf, unsupported } from "./claims.ts";

const chart: Chart = {
  dataset: "a",
  name: "b",
  title: { uk: "Доходи" },
  kind: "line",
  x: { uk: "Місяць" },
  scale: "time",
  labels: ["2021-01", "2021-12", "2022-12"],
  series: [{ title: { uk: "Усього" }, values: [154.98, 516.38, 335] }],
  adds: true,
};
const wrong = (sentence: string) => unsupported(sentence, chart).map(({ written }) => written);

test("numbers of a sentence are read as people write them; digits of words are none", () => {
  expect(claimsOf("За 1 695 звернень, 33,6 % і COVID-19").map(({ value }) => value)).toEqual([
    1695, 33.6,
  ]);
});

test.each([
  ["У грудні 2021 року — 516 проти 155 млн грн", []],
  ["У грудні 2021 року — понад утричі більше, ніж у січні", []],
  ["Разом 1006,4 млн грн за 3 місяці", []],
  ["У грудні — на 233 % більше", []],
  ["У грудні — 517 млн грн", ["517"]],
  ["У грудні — удвічі більше, ніж у січні", []],
  ["У грудні — учетверо більше, ніж у січні", ["учетверо"]],
  ["У грудні — утричі більше, ніж у січні", ["утричі"]],
  ["Дані за 2019 рік", ["2019"]],
])("%s: not borne out: %j", (sentence, claims) => {
  expect(wrong(sentence)).toEqual(claims);
});
