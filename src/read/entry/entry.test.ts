import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseFrontmatter } from "@astrojs/internal-helpers/frontmatter";
import { mdxToJs, mdxToMdast } from "satteri";
import { describe, expect, test } from "vitest";
import { Fault } from "../../model/reports/fault.ts";
import { judgedBody, readEntry } from "./entry.ts";

const utf8 = new TextEncoder();
const fields = "title: Новина\ndate: 2026-01-01\ndescription: Опис";
const payload = "export const ran = (globalThis.portalCaseRan = true)";
const good = `---\n${fields}\n---\n\nТекст.\n`;

/** What the builder would make of a body: Astro's own reading of it, and its compiler's. */
function built(body: string) {
  const { frontmatter, content } = parseFrontmatter(body, { frontmatter: "empty-with-spaces" });
  const kinds: string[] = [];
  const walk = (node: { type: string; children?: object[] }) => {
    kinds.push(node.type);
    for (const child of node.children ?? []) walk(child as typeof node);
  };
  walk(mdxToMdast(content) as never);
  return { frontmatter, content, kinds, code: mdxToJs(content).code };
}

const refused: [string, string][] = [
  ["a lone CR hides a fence", `---\n{ title: a, #\r} #\n---x\n\n${payload}\n\n}\n---\n\nТекст.\n`],
  ["a lone CR ends a line of the head", `---\rtitle: a\n${fields}\n---\n${payload}\n`],
  ["NEL for the end of a line", `---\u0085${fields}\n---\n${payload}\n`],
  ["NEL in the head", `---\n${fields} #\u0085---\u0085${payload}\n---\nТекст\n`],
  ["U+2028 in the head", `---\n${fields} #\u2028---\n${payload}\n---\nТекст\n`],
  ["U+2029 in the body", `${good}\u2029${payload}\n`],
  ["fences of TOML", `+++\n${fields}\n+++\n${payload}\n`],
  ["a head of TOML below a good one", `---\n${fields}\n---\n\n+++\na = 1\n+++\n${payload}\n`],
  ["a second head", `---\n${fields}\n---\n\n---\nevil: 1\n---\n${payload}\n`],
  ["a second head right below", `---\n${fields}\n---\n---\n${payload}\n---\nТекст\n`],
  [
    "a second head after blanks of every kind",
    `---\n${fields}\n---\n \u00a0\u3000\n---\n${payload}\n---\n`,
  ],
  ["a fence with text behind it", `--- yaml\n${fields}\n---\n${payload}\n`],
  ["a closing fence with text behind it", `---\n${fields}\n---x\n${payload}\n`],
  ["an indented fence", ` ---\n${fields}\n ---\n${payload}\n`],
  ["a fence of four", `----\n${fields}\n----\n${payload}\n`],
  ["no closing fence", `---\n${fields}\n${payload}\n`],
  ["blank lines before the head", `\n\n${good}`],
  ["NUL", `---\n${fields}\n---\nТекст\u0000\n${payload}\n`],
  ["an escape of a terminal", `---\n${fields}\n---\n\u001b[2JТекст\n`],
];
const rendered: [string, string][] = [
  ["as it should be", good],
  ["a mark of byte order", `\ufeff${good}`],
  ["CRLF", good.replaceAll("\n", "\r\n")],
  ["no line end at the end", good.trimEnd()],
  ["a rule below text", `${good}\n---\n\nЩе.\n`],
  [
    "dashes in the head",
    `---\n${fields}: --- --- \n---\n\nТекст.\n`.replace("Опис: --- --- ", '"Опис --- ---"'),
  ],
];

describe("the builder compiles what the judge has read", () => {
  test.each(refused)("%s: refused, and never built", (_, text) => {
    const { source, problems } = readEntry("a", "content/news/a.mdx", utf8.encode(text));
    expect(problems.length === 0 && source?.nodes.every(({ kind }) => kind !== "forbidden")).toBe(
      false,
    );
    expect(() => judgedBody("a", "content/news/a.mdx", utf8.encode(text))).toThrow(Fault);
  });

  test.each(rendered)("%s: rendered, its head read once", (_, text) => {
    const { source, problems } = readEntry("a", "content/news/a.mdx", utf8.encode(text));
    expect(problems).toEqual([]);
    expect(source?.value.title).toBe("Новина");
    const body = judgedBody("a", "content/news/a.mdx", utf8.encode(text));
    const { frontmatter, content, kinds, code } = built(body);
    expect([frontmatter, content]).toEqual([{}, body]);
    expect(kinds.filter((kind) => /^mdx|html/.test(kind))).toEqual([]);
    expect(code).not.toContain("portalCaseRan");
  });

  test.each([
    "/\\\\evil.org",
    "/\\t/evil.org",
    "//evil.org",
    "https:\\\\\\\\evil.org",
    "javascript:1",
  ])("a link a browser reads otherwise than it looks is refused: %s", (address) => {
    for (const body of [`[a](<${address}>)`, `[a]\n\n[a]: <${address}>`]) {
      const text = `${good}\n${body}\n`;
      const { source } = readEntry("a", "a.mdx", utf8.encode(text));
      // What is no link for Markdown is shown as text, and leads nowhere.
      const { code } = built(`\n${body}\n`);
      const leads = code.includes("href");
      expect(leads && source?.nodes.every(({ kind }) => kind !== "forbidden")).toBe(false);
    }
  });

  test("code in a body is refused in every place it can stand", () => {
    for (const body of [
      payload,
      "{process.exit()}",
      "import 'x'",
      "<script>1</script>",
      "<a b={1} />",
    ])
      expect(() =>
        judgedBody("a", "a.mdx", utf8.encode(`---\n${fields}\n---\n\n${body}\n`)),
      ).toThrow(Fault);
  });

  const cases = join(
    import.meta.dirname,
    "../../../../shared/cases/texts/front-matter-lone-cr.mdx",
  );
  test.skipIf(!existsSync(cases))(
    "the case kept beside the project: an error with its line",
    () => {
      const { problems } = readEntry("a", "content/news/a.mdx", readFileSync(cases));
      expect(problems).toEqual([
        {
          code: "text",
          what: "control",
          point: 13,
          place: { file: "content/news/a.mdx", line: 2, column: expect.any(Number) },
        },
      ]);
      expect((globalThis as { portalCaseRan?: boolean }).portalCaseRan).toBeUndefined();
    },
  );
});
