import { markdownToMdast } from "satteri";
import { expect, test } from "vitest";
import { renderPlainMarkdown } from "./plain-markdown.ts";

type Node = { type: string; value?: string; url?: string; children?: Node[] };
const textOf = ({ value, children = [] }: Node): string => value ?? children.map(textOf).join("");
const kindsOf = ({ type, children = [] }: Node): string[] => [type, ...children.flatMap(kindsOf)];
const linksOf = ({ url, children = [] }: Node): string[] => [
  ...(url === undefined ? [] : [url]),
  ...children.flatMap(linksOf),
];

/** What people write: signs of Markdown, tags, entities, a name of a column, lines that look like lists and headings. */
test.each([
  "*зірка* _риска_ snake_case `код` [назва](інше) <b>жирне</b> &lt; A&B | \\ кінець",
  "- не список",
  "# не заголовок",
  "1. не перелік",
  "~~~",
  "два\nрядки",
])("%j is shown letter for letter, and an address leads where it says", (text) => {
  const href = "https://example.org/файл (1).csv?a=%20";
  const tree = markdownToMdast(
    renderPlainMarkdown(text, [
      { kind: "quote", text },
      { kind: "heading", level: 1, text },
      { kind: "text", line: [text, " — ", { strong: text }] },
      {
        kind: "list",
        items: [
          [text],
          { line: [{ code: "a`b" }, " ", { code: "c_d" }], more: [[{ link: text, href }]] },
        ],
      },
    ]),
  ) as Node;
  const shown = text.replace("\n", " ");
  expect(tree.children?.map(textOf)).toEqual([
    shown,
    shown,
    shown,
    `${shown} — ${shown}`,
    `${shown}a\`b c_d${shown}`,
  ]);
  expect(linksOf(tree)).toEqual([
    "https://example.org/%D1%84%D0%B0%D0%B9%D0%BB%20%281%29.csv?a=%20",
  ]);
  expect(new Set(kindsOf(tree))).toEqual(
    new Set([
      "root",
      "heading",
      "text",
      "blockquote",
      "paragraph",
      "strong",
      "list",
      "listItem",
      "inlineCode",
      "link",
    ]),
  );
});
