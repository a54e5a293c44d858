import { expect, test } from "vitest";
import { speak } from "../../i18n/translate.ts";
import { drawingOf, type ToldChart } from "./chart-drawing.ts";
import { findingOf, sentencesOf } from "./chart-words.ts";

const chartOf = (
  labels: string[],
  values: (number | null)[] | (number | null)[][],
  change: Partial<ToldChart> = {},
): ToldChart => ({
  title: { uk: "Дерева" },
  kind: "bar",
  x: { uk: "Порода" },
  scale: "names",
  labels,
  series: (Array.isArray(values[0]) ? (values as (number | null)[][]) : [values as number[]]).map(
    (one, at) => ({ title: { uk: `Ряд ${at + 1}` }, values: one }),
  ),
  adds: true,
  ...change,
});
const told = (chart: ToldChart, language: "uk" | "en" = "uk") => {
  const speech = speak(language);
  return [findingOf(chart, speech)?.text, ...sentencesOf(chart, speech)].map((text) =>
    text?.replaceAll("\u00a0", " "),
  );
};

test("of a chart that was cut the least shown is not the least; what is left out is said", () => {
  const chart = chartOf(["Тополя", "Клен"], [183, 169], {
    cut: { labels: 36, sums: [837], largest: true },
  });
  expect(told(chart)).toEqual([
    "Найбільше — Тополя (183), далі — Клен (169)",
    "Найбільше: Тополя — 183.",
    "Показано найбільші: 2 із 36. Разом це 42 % усього: 352 із 837.",
  ]);
  expect(told(chart, "en")).toEqual([
    "Most: Тополя (183), then Клен (169)",
    "Highest: Тополя — 183.",
    "The largest 2 of 36 are shown. Together they are 42% of all: 352 of 837.",
  ]);
});

test("rows that a chart does not show are told in the explorer's words, with what they hold", () => {
  const one = chartOf(["2018", "2019"], [388, 335], {
    left: { rows: 4, sums: [14] },
  });
  expect(told(one).at(-1)).toBe("Не показано рядків без потрібного значення: 4. Разом у них: 14.");
  expect(told(one, "en").at(-1)).toBe(
    "Rows not shown for lack of a needed value: 4. They add up to: 14.",
  );
  const two = chartOf(["Тополя"], [[1], [2]], { left: { rows: 3, sums: [5, 6] } });
  expect(told(two).at(-1)).toBe(
    "Не показано рядків без потрібного значення: 3. Разом у них: Ряд 1 — 5, Ряд 2 — 6.",
  );
  // Ages are not added up.
  expect(told({ ...two, adds: false }).at(-1)).toBe(
    "Не показано рядків без потрібного значення: 3.",
  );
});

test("a part of a year is compared with no year, and is told", () => {
  const partial = [
    { label: "2017", day: "2017-09-18", is: "first" as const },
    { label: "2020", day: "2020-09", is: "last" as const },
  ];
  const years = ["2017", "2018", "2019", "2020"];
  expect(told(chartOf(years, [108, 388, 194, 385], { scale: "time", partial }))).toEqual([
    "У 2018 р. — удвічі більше, ніж у 2019 р.",
    "Найбільше: 2018 — 388; найменше: 2019 — 194.",
    "Роки, які можуть бути неповними, з іншими не порівняно: 2017 (перший запис — 18 вересня 2017 р.), 2020 (останній запис — вер. 2020 р.).",
  ]);
  // Of one whole year nothing is the most.
  expect(told(chartOf(["2017", "2018"], [108, 388], { scale: "time", partial }))[0]).toBe(
    undefined,
  );
});

test("of the first rows of many nothing is called the greatest", () => {
  const cut = { labels: 36, sums: [837], largest: false };
  expect(told(chartOf(["Тополя", "Клен"], [183, 169], { cut, adds: false }))).toEqual([
    undefined,
    "Показано перші 2 із 36.",
  ]);
});

test("of two long names one is told, cut between words", () => {
  const long = (name: string) =>
    `Комунальний заклад «${name} Кропивницької міської ради Кіровоградської області»`;
  expect(told(chartOf([long("Ліцей"), long("Гімназія")], [960, 800]))[0]).toBe(
    "Найбільше — Комунальний заклад «Ліцей Кропивницької міської ради Кіровоградської…» (960)",
  );
});

test("who is first by far is told so; who is alike is not first", () => {
  expect(told(chartOf(["А", "Б", "В", "Г"], [90, 30, 5, 5]))).toEqual([
    "Найбільше — А (90), далі з великим відривом — Б (30)",
    "Найбільше: А — 90; найменше: В та ще 1 — 5.",
  ]);
  expect(told(chartOf(["А", "Б"], [30, 30]))).toEqual([undefined, "Найбільше: А та ще 1 — 30."]);
  expect(told(chartOf(["А"], [null]))).toEqual([undefined]);
});

test("a chart over time compares its highest with its lowest, and says what it has no data of", () => {
  const labels = ["2021-01", "2021-02", "2021-12"];
  const unit = { uk: "млн грн", en: "UAH million" };
  const chart = chartOf(labels, [155, null, 516], { scale: "time", kind: "line", unit });
  expect(told(chart)).toEqual([
    "У грудні 2021 р. — у 3,3 раза більше, ніж у січні 2021 р.",
    "Найбільше: груд. 2021 р. — 516 млн грн; найменше: січ. 2021 р. — 155 млн грн.",
    "Даних немає: лют. 2021 р.",
  ]);
  expect(told(chart, "en")[0]).toBe("In December 2021: 3.3 times as much as in January 2021");
  const years = chartOf(
    ["2018", "2019"],
    [
      [1, 2],
      [30, 20],
    ],
    { scale: "time" },
  );
  expect(told(years)[0]).toBe("Ряд 2: у 2018 р. — на 50 % більше, ніж у 2019 р.");
  const none = chartOf(["2018", "2019"], [0, 20], { scale: "time" });
  expect(told(none)[0]).toBe("Найбільше — у 2019 р. (20)");
  const months = chartOf(["--01", "--05"], [10, 20], { scale: "time" });
  expect(told(months)[0]).toBe("У травні — удвічі більше, ніж у січні");
});

test("shares differ by percentage points, not by per cent of per cent", () => {
  const unit = { uk: "%" };
  const chart = chartOf(["2018", "2019"], [56.3, 57.6], { scale: "time", kind: "line", unit });
  expect([told(chart)[0], told(chart, "en")[0]]).toEqual([
    "У 2019 р. — на 1,3 відсоткового пункту більше, ніж у 2018 р.",
    "In 2019: 1.3 percentage points more than in 2018",
  ]);
  expect(told(chartOf(["А", "Б"], [90, 30], { unit }))[0]).toBe(
    "Найбільше — А (90), далі з великим відривом — Б (30)",
  );
  expect(told(chartOf(["А", "Б"], [30.04, 30], { unit }))[0]).toBe(
    "Найбільше — А (30,04), далі — Б (30)",
  );
});

test("a long name is cut after a word, without the comma it would end with", () => {
  const name = "Податок на доходи фізичних осіб, що сплачується податковими агентами, із доходів";
  expect(told(chartOf([name, "Б"], [9, 1]))[0]).toBe(
    "Найбільше — Податок на доходи фізичних осіб, що сплачується податковими агентами… (9), далі з великим відривом — Б (1)",
  );
});

test("a number along a chart is named by what it counts; a group is compared with none and stands apart", () => {
  const chart = chartOf(["37", "38", "80 і старше"], [4, 5, 70], {
    scale: "number",
    kind: "line",
    x: { uk: "Вік, років" },
  });
  expect(told(chart)).toEqual([
    "Найбільше — вік 38 (5)",
    "Найбільше: вік 38 — 5; найменше: вік 37 — 4.",
    "«80 і старше» — це група, тому з іншими її не порівняно.",
  ]);
  expect(drawingOf(chart, speak("uk"))).toMatchObject({
    kind: "line",
    labels: ["37", "38", "", "80 і старше"],
    series: [{ values: [4, 5, null, 70] }],
  });
});

test("a person's words stand before counted ones; shares and an index are told as such", () => {
  const finding = { uk: "Тополь найбільше" };
  expect(told(chartOf(["А", "Б"], [9, 1], { finding }))[0]).toBe("Тополь найбільше");
  expect(told(chartOf(["А", "Б"], [100, 100], { as: "share", adds: false }))).toEqual([
    undefined,
    "Найбільше: А та ще 1 — 100.",
    "Частини кожного рядка разом — 100 %.",
  ]);
});

test("names lie, what has an order stands; parts that add up are stacked", () => {
  const kinds = [
    chartOf(["А"], [1], { kind: "line" }),
    chartOf(["2018", "2019"], [1, 2], { scale: "time" }),
    chartOf(["2018", "2019"], [1, 2], { scale: "time", kind: "line" }),
    chartOf(["1", "2"], [1, 2], { scale: "number" }),
  ].map((chart) => drawingOf(chart, speak("uk")).kind);
  expect(kinds).toEqual(["bar", "columns", "line", "bar"]);
  expect(drawingOf(chartOf(["А"], [[1], [2]]), speak("uk")).stacked).toBe(true);
  expect(drawingOf(chartOf(["А"], [[1], [2]], { adds: false }), speak("uk")).stacked).toBe(
    undefined,
  );
});
