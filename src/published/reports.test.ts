import { describe, expect, test } from "vitest";
import type { Block } from "../model/blocks.ts";
import type { NewColumn } from "../model/reports/review.ts";
import { columnLine, columnsBlock } from "../review/report/columns.ts";
import { renderBlocksHtml } from "./blocks/blocks-html.ts";
import { renderBlocksText } from "./blocks/blocks-text.ts";
import { codeMarkdown, renderMarkdown } from "./blocks/markdown.ts";
import type { HarvestRun } from "./harvest/replay.ts";
import { renderHarvestReport } from "./reports/harvest-report.ts";

const run = (change: Partial<HarvestRun>): HarvestRun => ({
  harvester: "CKAN",
  created: [],
  updated: [],
  deleted: [],
  filesKept: 7,
  filesRecreated: 0,
  ...change,
});

describe("what harvesters would do", () => {
  test("six keys of a kind: five are named, the sixth is counted; without an error it may be published", () =>
    expect(
      renderHarvestReport(
        { previous: 3, next: 9 },
        [run({ created: ["a", "b", "c", "d", "e", "f"], deleted: ["g"] })],
        [{ severity: "warning", message: "Щось не так.", hint: "Подивіться." }],
      ),
    ).toBe(`Наборів було — 3, стало — 9.

CKAN
  наборів: створить — 6 (a, b, c, d, e та ще 1), оновить — 0, вилучить — 1 (g)
  файлів: збереже — 7, створить заново — 0

попередження: Щось не так.
  що зробити: Подивіться.

Каталог можна публікувати.
`));
  test("an error stops the publication, and errors alone are counted", () =>
    expect(
      renderHarvestReport(
        { previous: 1, next: 1 },
        [run({ updated: ["a", "b", "c", "d", "e"] })],
        [
          { severity: "error", message: "Зник набір.", hint: "Поверніть." },
          { severity: "warning", message: "Щось.", hint: "Гляньте." },
        ],
      ),
    ).toBe(`Наборів було — 1, стало — 1.

CKAN
  наборів: створить — 0, оновить — 5 (a, b, c, d, e), вилучить — 0
  файлів: збереже — 7, створить заново — 0

помилка: Зник набір.
  що зробити: Поверніть.

попередження: Щось.
  що зробити: Гляньте.

Каталог публікувати не можна: помилок — 1.
`));
});

const column = (change: Partial<NewColumn> = {}): NewColumn => ({
  name: "price",
  title: "Ціна",
  type: "number",
  filled: 1200,
  distinct: 3,
  least: "1",
  most: "3",
  samples: ["1", "2", "3"],
  ...change,
});

describe("a column that came", () => {
  test("in a line: name, title, type, how full, samples", () => {
    expect(columnLine(column())).toEqual([
      { code: "price" },
      " «Ціна»",
      ": number, заповнено 1\u00a0200, різних 3",
      "; наприклад: ",
      { code: "1, 2, 3" },
    ]);
    expect(columnLine(column({ title: "", type: "", samples: [] }))).toEqual([
      { code: "price" },
      ": без типу, заповнено 1\u00a0200, різних 3",
    ]);
  });
  test("in a table: bounds only where there are any, once where they are one", () => {
    const bounds = (change: Partial<NewColumn>) => {
      const [block] = columnsBlock([column(change)]);
      return block?.kind === "table" ? block.rows[0]?.[5] : undefined;
    };
    expect([bounds({}), bounds({ most: "1" }), bounds({ least: "", most: "" })]).toEqual([
      "1 … 3",
      "1",
      "",
    ]);
    expect(columnsBlock([])).toEqual([]);
  });
  test("of forty-one forty are described, the last is counted", () => {
    const blocks = columnsBlock(Array.from({ length: 41 }, () => column()));
    expect(blocks.map(({ kind }) => kind)).toEqual(["table", "text"]);
    expect(blocks[0]?.kind === "table" && blocks[0].rows.length).toBe(40);
    expect(blocks[1]).toEqual({ kind: "text", line: ["та ще 1"] });
    expect(columnsBlock(Array.from({ length: 40 }, () => column()))).toHaveLength(1);
  });
});

const everyBlock: Block[] = [
  { kind: "heading", level: 1, text: "Звіт" },
  { kind: "text", line: ["Усе ", { strong: "добре" }, ", ", { code: "a|b" }] },
  {
    kind: "list",
    items: [
      ["один"],
      { line: ["два"], more: [["докладно"], [{ link: "сюди", href: "https://a.ua/(x)" }]] },
    ],
  },
  { kind: "table", head: ["а", "б"], rows: [["1", ""]] },
  { kind: "details", summary: "Ще", blocks: [{ kind: "heading", level: 2, text: "Далі" }] },
];

describe("a page of its own", () => {
  const bodyOf = (page: string) => page.split("<body>\n")[1];
  test("every kind of block", () => {
    const page = renderBlocksHtml("Звіт <1>", everyBlock);
    expect(page).toContain("<title>Звіт &#60;1&#62;</title>");
    expect(bodyOf(page)).toBe(`<h1>Звіт</h1>
<p>Усе <strong>добре</strong>, <code>a|b</code></p>
<ul><li>один</li><li>два<ul><li>докладно</li><li><a href="https://a.ua/(x)">сюди</a></li></ul></li></ul>
<table><thead><tr><th>а</th><th>б</th></tr></thead><tbody><tr><td>1</td><td></td></tr></tbody></table>
<details open><summary>Ще</summary><h2>Далі</h2></details>
</body></html>
`);
  });
});

describe("text for a terminal", () => {
  test("every kind of block", () =>
    expect(renderBlocksText(everyBlock)).toBe(`Звіт
====

Усе добре, a|b

– один
– два
    докладно
    сюди: https://a.ua/(x)

а │ б
1 │${" "}

Ще
  Далі
`));
  test("a long heading is underlined as far as a terminal is wide", () =>
    expect(renderBlocksText([{ kind: "heading", level: 1, text: "н".repeat(90) }])).toBe(
      `${"н".repeat(90)}\n${"=".repeat(72)}\n`,
    ));
});

describe("Markdown for GitHub", () => {
  test("every kind of block", () =>
    expect(renderMarkdown(everyBlock)).toBe(`## Звіт

Усе **добре**, \`a¦b\`

- один
- два
  - докладно
  - [сюди](https://a.ua/%28x%29)

| а | б |
| --- | --- |
| \`1\` |  |

<details><summary>Ще</summary>

### Далі

</details>
`));
  test("a report too long is cut between blocks, and says so", () => {
    const text = (length: number) => ({ kind: "text" as const, line: ["x".repeat(length)] });
    const cut = renderMarkdown([text(50), text(50), text(50)], 170);
    expect(cut).toBe(
      `${"x".repeat(50)}\n\n${"x".repeat(50)}\n\n\n*Звіт обрізано: повний — у підсумку перевірки.*\n`,
    );
    expect(renderMarkdown([text(50), text(50), text(50)], 1000)).toHaveLength(155);
  });
  test("code with marks of its own is fenced by longer ones; blanks are no code", () =>
    expect(["a", "`a", "a``b", " a", "  "].map(codeMarkdown)).toEqual([
      "`a`",
      "`` `a ``",
      "```a``b```",
      "`  a `",
      "",
    ]));
});
