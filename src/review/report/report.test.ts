import { expect, test } from "vitest";
import { renderBlocksText } from "../../published/blocks/blocks-text.ts";
import { renderMarkdown } from "../../published/blocks/markdown.ts";
import {
  base,
  csv,
  markdown,
  passport,
  review,
  rows,
  sideOf,
  table,
  text,
} from "../../test/fixtures/changed-portal.ts";
import { buildReview } from "../review.ts";
import { reviewBlocks } from "./report.ts";

test("personal data in changed cells are veiled in every form of the report", () => {
  const people = {
    [passport]: text.replace("title: Назва }", "title: Прізвище, ім’я та по батькові }"),
    [table]: csv(rows.map((row) => row.replace(/Зупинка \d+/, "Коваленко Олена Петрівна"))),
  };
  const result = review(people);
  for (const report of [
    markdown(result),
    renderBlocksText(reviewBlocks(result, () => undefined)),
    JSON.stringify(result),
  ])
    expect(report).not.toMatch(/Коваленко|Олена|Петрівна/);
});

test("numbers and codes of a column with nothing personal in it are shown as they are", () => {
  const codes = (value: string) =>
    csv(rows.map((row, index) => (index === 0 ? `1,${value},1\n` : row)));
  const old = sideOf({ ...base, [table]: codes("1152810000") });
  const now = sideOf({ ...base, [table]: codes("3510100000") });
  const [change] = buildReview(old, now, []).datasets[0]?.tables ?? [];
  expect(change?.changed.shown[0]?.cells).toEqual([
    { column: "name", before: "1152810000", after: "3510100000" },
  ]);
});

test("cells cannot speak to GitHub or the runner: no mention, link, tag, command or broken table", () => {
  const hostile = [
    "@council/admins",
    "<img src=x onerror=alert(1)>",
    "[тут](javascript:alert(1))",
    "https://evil.example/?x",
    "a|b`c``d",
    "::error::взлом",
    "#1 GH-2 deadbeefdeadbeefdeadbeefdeadbeefdeadbeef",
    "\u202eтрап",
  ];
  const lines = rows.map((row, index) =>
    index < hostile.length ? `${index + 1},"${hostile[index]}",1\n` : row,
  );
  const result = review({
    [table]: csv(lines),
    [passport]: text.replace(
      /title: ".*"/,
      'title: "@everyone <script>alert(1)</script> https://evil.example"',
    ),
  });
  const report = markdown(result);
  // Outside code, nothing that GitHub makes live.
  const prose = report.replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, "");
  expect(prose).not.toMatch(
    /@[\p{L}\d]|<(?!\/?(details|summary)>)|javascript:|https?:\/\/|\u202e/u,
  );
  const plain = renderBlocksText(reviewBlocks(result, () => undefined));
  expect(plain).not.toMatch(/^::/m);
  expect(plain).not.toContain("\u202e");
  // Every row of a table has as many cells as its head.
  for (const block of report.match(/(?:^\|.*\|\n)+/gm) ?? []) {
    const widths = block
      .trim()
      .split("\n")
      .map((row) => row.split(/(?<!\\)\|/).length);
    expect(new Set(widths).size).toBe(1);
  }
});

test("a comment longer than GitHub takes is cut between blocks and says so", () => {
  const result = review({
    [table]: csv(rows.slice(1)),
    [passport]: text.replace("Перелік зупинок", "Список"),
  });
  const blocks = reviewBlocks(result, () => undefined);
  const cut = renderMarkdown(blocks, 400);
  expect(cut.length).toBeLessThanOrEqual(400);
  expect(cut).toMatch(/^## Можна схвалити/);
  expect(cut).toContain("Звіт обрізано");
});
