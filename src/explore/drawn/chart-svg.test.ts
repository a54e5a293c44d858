import { expect, test } from "vitest";
import { framedSvg, laidOut, pageSvg } from "./chart-svg.ts";
import { type Drawing, wrapped } from "./drawing.ts";

const measure = (text: string, size: number) => text.length * size * 0.55;
const look = { width: 800, measure, language: "uk" };
const textsIn = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
const bars: Drawing = {
  kind: "bar",
  labels: ["Тополя & <клен>", "Акація"],
  unit: "",
  series: [{ name: "Кількість", values: [1234.5, null] }],
};
const lines: Drawing = {
  kind: "line",
  labels: ["2018", "2019", "2020"],
  unit: "",
  series: [
    { name: "Власні доходи", values: [10, null, 30] },
    { name: "Трансферти", values: [10, 20, 30] },
  ],
};

test("bars have their names before and their figures behind them, and no axis says them again", () => {
  const svg = pageSvg(bars, look);
  expect(textsIn(svg).map((text) => text?.replaceAll("\u00a0", " "))).toEqual([
    "Тополя &#38; &#60;клен&#62;",
    "Акація",
    "1 234,5",
  ]);
  expect(svg).not.toMatch(/style=|rotate|NaN|Infinity/);
  expect(svg).toContain('class="f-s0"');
});

test("lines have their names at their ends, apart though they end together; what is not known goes in dots", () => {
  const svg = pageSvg(lines, look);
  expect(textsIn(svg)).toEqual([
    ...["2018", "2019", "2020"],
    ...["0", "10", "20", "30"],
    ...["Трансферти", "Власні доходи"],
  ]);
  const places = ["Власні доходи", "Трансферти"].map((name) =>
    Number(new RegExp(`y="([\\d.]+)"[^>]*>${name}<`).exec(svg)?.[1]),
  );
  expect(Math.abs((places[0] ?? 0) - (places[1] ?? 0))).toBeGreaterThan(12);
  expect(svg).toContain('stroke-dasharray="1 6"');
});

test("the same numbers give the same drawing", () => {
  expect(pageSvg(lines, look)).toBe(pageSvg(lines, look));
});

test("what leaves the page says its title, its words, its source and address; of nothing it says so", () => {
  const frame = {
    title: "Дерева",
    about: ["за породами"],
    source: ["Джерело: набір."],
    empty: "Даних немає",
  };
  const ink = { ink: "#000", quiet: "#333", line: "#ccc", series: ["#00f"] };
  const of = (drawing: Drawing) => framedSvg(drawing, frame, { ...look, ink, paper: "#fff" });
  expect(textsIn(of(bars))).toEqual(
    expect.arrayContaining(["Дерева", "за породами", "Джерело: набір.", "Акація"]),
  );
  const empty = of({ ...bars, series: [{ name: "", values: [null, null] }] });
  expect(textsIn(empty)).toEqual(["Дерева", "за породами", "Даних немає", "Джерело: набір."]);
});

test("the address of a view, one long word, is written whole on as many lines as it takes", () => {
  const address = `data.example.gov.ua/dataset/trees/?is.status=${"%D0%97".repeat(60)}`;
  const { lines } = laidOut(
    bars,
    { title: "Дерева", about: [], source: [address], empty: "" },
    880,
    look.measure,
  );
  const said = lines.filter(({ text }) => text !== "Дерева").map(({ text }) => text);
  expect(said.length).toBeGreaterThan(1);
  expect(said.join("")).toBe(address);
  for (const text of said) expect(look.measure(text, 12)).toBeLessThanOrEqual(840);
});

test.each([
  ["історико-меморіальний комплекс фортеця", ["історико-", "меморіальний…"]],
  ["Субвенція з місцевого бюджету на освіту", ["Субвенція з", "місцевого…"]],
  ["Податок на доходи фізичних осіб, що сплачується", ["Податок на доходи", "фізичних осіб…"]],
  ["вул. Пашутинської", ["вул. Пашутинської"]],
])("a phone has room for all that is written of the name «%s»", (name, lines) => {
  expect(wrapped(name, 18, 2)).toEqual(lines);
});
