import { expect, test } from "vitest";
import { markerOf } from "./marks.ts";

/** What is marked stands in brackets. */
const marked = (q: string, text: string): string =>
  markerOf(q)(text)
    ?.map(({ part, found }) => (found ? `[${part}]` : part))
    .join("") ?? text;

test.each([
  ["соборн", "вул. Соборна, 10", "вул. [Соборн]а, 10"],
  ["Соборній", "вулиця Соборна", "вулиця [Соборна]"],
  ["вул. 10", "вулиця Соборна, 10", "[вулиця] Соборна, [10]"],
  ["з'їзд", "Кам’янка, зʼїзд 3", "Кам’янка, [зʼїзд] 3"],
  ["липа", "вул. Соборна, 10", "вул. Соборна, 10"],
])("«%s» is marked in «%s»", (q, text, shown) => {
  expect(marked(q, text)).toBe(shown);
});
