import { describe, expect, test } from "vitest";
import type { UnusualChange } from "../model/reports/review.ts";
import { unusualLines, unusualText } from "../review/report/unusual.ts";
import { counted, datasetTitle, fieldText, valueText } from "../review/report/words.ts";
import { codeMarkdown, escapeMarkdown, proseMarkdown, renderMarkdown } from "./blocks/markdown.ts";

const spaced = (text: string) => text.replaceAll("\u00a0", " ");

describe("what is unusual, in a sentence", () => {
  const spot = (before: string, after: string) => ({ key: "7", line: 8, before, after });
  const said = (change: Partial<UnusualChange>) =>
    spaced(
      unusualText({
        kind: "magnitude",
        column: "sum",
        was: "",
        is: "",
        count: 1,
        spots: [],
        ...change,
      }),
    );
  test.each<[change: Partial<UnusualChange>, words: string]>([
    [
      { is: "439070", spots: [spot("439.07", "439070")] },
      "число стало більшим у 1 000 разів: 439,07 → 439 070",
    ],
    [
      { is: "5", spots: [spot("5000", "5")], count: 2 },
      "число стало меншим у 1 000 разів: 5 000 → 5 та ще 1 комірка",
    ],
    [
      { is: "-16", spots: [spot("-5", "-16")], count: 6 },
      "число стало більшим у 3,2 раза: −5 → −16 та ще 5 комірок",
    ],
    [
      { is: "400", spots: [spot("100", "400")], count: 3 },
      "число стало більшим у 4 рази: 100 → 400 та ще 2 комірки",
    ],
    [{ is: "210", spots: [spot("10", "210")] }, "число стало більшим у 21 раз: 10 → 210"],
    [
      { was: "3412", is: "900000", spots: [spot("", "900000")] },
      "число 900 000 іншого порядку, ніж решта (звичне — близько 3 400)",
    ],
    [{ is: "900000", spots: [spot("0", "900000")] }, "число 900 000 іншого порядку, ніж решта"],
    [{ is: "900000", spots: [spot("н/д", "900000")] }, "число 900 000 іншого порядку, ніж решта"],
    [{ is: "1e400" }, "число 1e400 іншого порядку, ніж решта"],
    [
      { kind: "sign", is: "-5", count: 2 },
      "число −5 менше за нуль, а досі від’ємних не було та ще 1 комірка",
    ],
    [
      { kind: "dates", was: "2026-01-01 – 2026-02-01", is: "2062-01-01", count: 2 },
      "дата 2062-01-01 далека від решти (2026-01-01 – 2026-02-01) та ще 1 комірка",
    ],
    [
      { kind: "category", was: "4", is: "1", spots: [spot("", "Новий")] },
      "нове значення «Новий», а досі було 4 значення",
    ],
    [
      { kind: "category", was: "21", is: "3", spots: [spot("", "Новий")] },
      "3 нові значення, зокрема «Новий», а досі було 21",
    ],
    [{ kind: "category", was: "1", is: "1" }, "нове значення «», а досі було 1 значення"],
    [{ kind: "category", was: "1", is: "5" }, "5 нових значень, зокрема «», а досі було 1"],
    [{ kind: "nulls", was: "0.0555", is: "0.5" }, "порожніх комірок стало 50 % замість 5,6 %"],
    [
      { kind: "repeated", spots: [spot("", "К-1")], count: 2 },
      "значення «К-1» повторюється, а досі в кожного рядка було своє та ще 1 комірка",
    ],
    [{ kind: "repeated" }, "значення «» повторюється, а досі в кожного рядка було своє"],
    [
      { kind: "replaced", was: "Новий", is: "Старий", count: 30 },
      "у 30 рядках однакова заміна: «Новий» → «Старий»",
    ],
    [
      { kind: "replaced", is: "Старий", count: 21 },
      "у 21 рядку однакова заміна: «порожньо» → «Старий»",
    ],
    [
      { kind: "collapsed", is: "Старий", count: 2 },
      "у 2 рядках різні значення стали одним: «Старий»",
    ],
    [{ kind: "rescaled", is: "0.010", count: 12 }, "у 12 рядках числа помножено на 0,01"],
    [
      { kind: "sum-jump", was: "-1000", is: "-1500" },
      "змінені комірки зсунули суму: −1 000 → −1 500 (−50 %)",
    ],
    [
      { kind: "sum-jump", was: "-1000", is: "500" },
      "змінені комірки зсунули суму: −1 000 → 500 (+150 %)",
    ],
    [{ kind: "sum-jump", was: "0", is: "500" }, "змінені комірки зсунули суму: 0 → 500"],
  ])("%o", (change, words) => {
    expect(said(change)).toBe(`колонка sum: ${words}`);
  });
  test("of a whole table no column is named", () => {
    expect(said({ kind: "row-jump", column: "", was: "20", is: "1200" })).toBe(
      "рядків стало 1 200 замість 20",
    );
    expect([1, 2, 5].map((count) => said({ kind: "copies", column: "", count }))).toEqual([
      "1 новий рядок повторює інший в усьому, крім ключа",
      "2 нові рядки повторюють інші в усьому, крім ключа",
      "5 нових рядків повторюють інші в усьому, крім ключа",
    ]);
  });
  test("rows are named by their lines and keys, of a cell what it was and is", () => {
    const one = { kind: "sign", was: "8", is: "-5", count: 2 } as const;
    const spots = [
      { ...spot("5", "-5"), key: "рядок 12: Вокзал · рядок 5: б" },
      { ...spot("", "-7"), key: "8", line: 9 },
      { ...spot("9", ""), key: "9", line: 10 },
    ];
    expect(
      unusualLines([
        { ...one, column: "sum", spots },
        { ...one, column: "", kind: "row-jump", spots: spots.slice(1) },
        { ...one, column: "x", spots: [] },
      ]),
    ).toMatchSnapshot();
  });
});

describe("words of a report", () => {
  test("figures with their words", () =>
    expect(
      [0, 1, 2, 5, 11, 21, 1000].map((n) => spaced(counted(n, "рядок", "рядки", "рядків"))),
    ).toEqual([
      "0 рядків",
      "1 рядок",
      "2 рядки",
      "5 рядків",
      "11 рядків",
      "21 рядок",

      "1 000 рядків",
    ]));
  test("fields as a person finds them in the passport", () =>
    expect(
      [
        "resources.stops.schema.fields.name.title",
        "resources.stops.schema.primaryKey",
        "resources.stops",
        "charts.kinds.title",
        "charts.kinds",
        "en.resources.stops.title",
      ].map(fieldText),
    ).toEqual([
      "файл stops, колонка name: title",
      "файл stops: schema.primaryKey",
      "файл stops",
      "графік kinds: title",
      "charts.kinds",
      "en.resources.stops.title",
    ]));
  test("frequencies as people say them, all else as it is written", () =>
    expect([
      valueText("frequency", "monthly"),
      valueText("frequency", "щодня"),
      valueText("version", "monthly"),
    ]).toEqual(["Щомісяця", "щодня", "monthly"]));
  test("what became of a set, in its title", () => {
    const set = (change: object) =>
      datasetTitle({ id: "a", title: "Набір", kind: "changed", ...change } as Parameters<
        typeof datasetTitle
      >[0]);
    const withdrawn = { date: "2026-01-01", reason: "Застарів" };
    expect([
      set({}),
      set({ kind: "renamed", from: "b" }),
      set({ kind: "withdrawn", withdrawn }),
      set({ kind: "withdrawn", withdrawn: { ...withdrawn, successor: "c" } }),
    ]).toEqual([
      "Набір (a): змінено",
      "Набір (b → a): перейменовано",
      "Набір (a): вилучено 2026-01-01: Застарів",
      "Набір (a): вилучено 2026-01-01: Застарів; замість нього — c",
    ]);
  });
});

describe("texts of others on GitHub", () => {
  /** The joiner nobody sees, shown. */
  const seen = (text: string) => escapeMarkdown(text).replaceAll("\u2060", "·");
  test.each([
    ["пишіть @council, #1 і @ council", "пишіть &#64;·council, &#35;·1 і &#64; council"],
    ["GH-12, gh-3, GH-х, ХGH-1", "GH-·12, GH-·3, GH-х, ХGH-·1"],
    ["https://a.ua, www.a.ua, wwwx", "https:·//a.ua, www·.a.ua, wwwx"],
    ["deadbee", "deadbe·e"],
    ["deadbeefdeadbeef і dead", "deadbe·efdead·beef і dead"],
    [
      "a`b*c_d{e}[f]!|<>~&\\",
      "a&#96;b&#42;c&#95;d&#123;e&#125;&#91;f&#93;&#33;&#124;&#60;&#62;&#126;&#38;&#92;",
    ],
    ["- пункт", "·- пункт"],
    ["  + пункт", "  ·+ пункт"],
    ["12. пункт", "·12. пункт"],
    ["3) пункт", "·3) пункт"],
    ["= лінія", "·= лінія"],
    ["ціна - 5, 3) далі", "ціна - 5, 3) далі"],
    ["рядок\r\n\u0007\u2028далі", "рядок далі"],
    ["\u202eтрап\u200b", "трап"],
  ])("%s", (text, written) => expect(seen(text)).toBe(written));

  test("as code: signs that end lines or cells are none, and marks of its own are fenced", () =>
    expect(["a\n\tb", "\u202ea|b", "a`", "a ", "`` a"].map(codeMarkdown)).toEqual([
      "`a b`",
      "`a¦b`",
      "`` a` ``",
      "` a  `",
      "``` `` a ```",
    ]));

  test.each([
    ["коміт deadbeef!? Так.", "коміт `deadbeef`&#33;? Так."],
    ["«data@example.gov.ua» і #5", "«`data@example.gov.ua`» і `#5`"],
    ["`#1", "`` `#1 ``"],
    ["#1 #2", "`#1` `#2`"],
    ["www.a.ua:", "`www.a.ua`:"],
    ["нічого", "нічого"],
  ])("words that would come to life become code: %s", (text, written) =>
    expect(proseMarkdown(text).replaceAll("\u2060", "·")).toBe(written),
  );

  test("two pieces of code side by side stay two, an address closes no link", () =>
    expect(
      renderMarkdown([
        { kind: "text", line: [{ code: "а" }, { code: "б" }, " ", { code: "в" }] },
        { kind: "text", line: [{ link: "сюди", href: "https://a.ua/(б)@\ud800" }] },
      ]),
    ).toBe("`а` `б` `в`\n\n[сюди](https://a.ua/%28%D0%B1%29%40%EF%BF%BD)\n"));

  test("a report is cut where the next block would not leave room for saying so", () => {
    const text = (length: number) => ({ kind: "text" as const, line: ["x".repeat(length)] });
    const cut = "\n\n*Звіт обрізано: повний — у підсумку перевірки.*\n";
    const blocks = [text(50), text(50)];
    const whole = renderMarkdown(blocks);
    expect(renderMarkdown(blocks, whole.length + cut.length)).toBe(whole);
    expect(renderMarkdown(blocks, whole.length + cut.length - 1)).toBe(`${"x".repeat(50)}\n${cut}`);
  });
});
