import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readBody } from "../../../read/entry/content.ts";
import { type ContentTree, nodesIn } from "../../../read/entry/content-nodes.ts";
import { partEntry } from "../../../read/entry/entry-with.ts";
import { project } from "../../../test/fixtures/built-site.ts";
import { readMarkdown } from "./read-markdown.ts";

/** A tree in a line: what stands in what, and its texts; quotes are set by the build alone. */
function outline({ type, value, children, name, url, depth }: ContentTree): unknown {
  const own = [
    name ?? (type === "linkReference" ? undefined : url) ?? depth,
    type === "mdxTextExpression" ? undefined : value,
  ]
    .filter((part) => part !== undefined)
    .map((part) => String(part).replace(/[“”]/g, '"').replace(/[‘’]/g, "'"));
  return [type, ...own, ...(children ?? []).map(outline)];
}

/** What a reader makes of a body: its outline and what in it is more than text, or that it cannot be read. */
function told(read: (body: string) => ContentTree, body: string): unknown {
  try {
    const tree = read(body);
    return [outline(tree), nodesIn(tree)];
  } catch {
    return "a bracket is not closed";
  }
}

const written = ["news", "dashboards"].flatMap((kind) =>
  readdirSync(join(project, "content", kind)).map((name) => `content/${kind}/${name}`),
);

test.each(written)("%s is read as the build reads it", (path) => {
  const { body = "" } = partEntry(readFileSync(join(project, path), "utf8")) ?? {};
  expect(told(readMarkdown, body)).toEqual(told(readBody, body));
});

test.each([
  "# Заголовок #\n\nТекст **жирний**, *похилий*, ***обидва***, ~~ні~~, `код {x}`.",
  "Заголовок\n===\n\nДругий\n---\nтекст\n***",
  "a < b і c > d, 5 * 3 * 2, snake_case_x, __жирне__ _похиле_",
  "рядок  \nдругий\\\nтретій\nчетвертий",
  "- a\n  - b\n  - c\n- d\n\n1. раз\n2. два",
  "- a\n\n  ще абзац\n- b\nпродовження",
  "> цитата\n> далі\nі ще\n\nпоза нею",
  "| a | b |\n|---|--:|\n| **1** | 2 |\n\nпісля",
  '[набір](/dataset/a/ "назва") і [кут](</b>) та https://example.org/x. А ще www.example.org',
  "[тут][Джерело] і [джерело]\n\n[джерело]: https://example.org",
  "```js\n{x} <a>\n```\n\n~~~\nтекст\n~~~",
  "\\{не вираз\\} \\<не тег \\* &amp; &nbsp; &#8212; &quot;",
  "&constructor; &toString;",
  "20&deg;, 5&sup2;, &hellip; об&rsquo;єкт &numero;&nbsp;5 &Prime; &frac12;",
  '<Chart dataset="a" title="Сума &quot;а&quot;" x=\'б"в\' />',
  '<Figure\n  value="1"\n  label="x" />\n\nпісля',
  'слова <Figure value="1" label="x" /> у рядку',
  "<A /> <B />",
  "текст -- і --- далі...",
])("%j is read as the build reads it", (body) => {
  expect(told(readMarkdown, body)).toEqual(told(readBody, body));
});

test.each([
  "import x from 'y'",
  "export const a = 1\nдалі",
  "текст\nimport x",
  "{1 + 1}",
  "сума {process.env.SECRET} грн",
  "{a",
  "<div>",
  "</div>",
  "<B>текст</B>",
  "слова <b>жирні</b>",
  "<!-- прихований -->",
  "<https://example.org>",
  "a <B",
  "<script src='x'></script>",
  "![опис](picture.png)",
  "![опис][p]\n\n[p]: picture.png",
  "[тут](javascript:alert)",
  "[тут]: javascript:x",
  "[a](//evil.example) [b](/ok/) [c](#d) [e](mailto:a@b.c) [f](data:x)",
  '<Chart {...x} a={1} b b="c" />',
  '<set:html a:b="x" />',
  "> <C />\n\n- <D />\n- ![x](y)",
  "<>\nx\n</>",
])("in %j the same is found as by the build", (body) => {
  const found = (read: (text: string) => ContentTree) => {
    try {
      return nodesIn(read(body));
    } catch {
      return "a bracket is not closed";
    }
  };
  expect(found(readMarkdown)).toEqual(found(readBody));
});
