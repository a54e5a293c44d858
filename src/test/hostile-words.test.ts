import { describe, expect, test } from "vitest";
import { treeOf } from "../model/tree.ts";
import { renderBlocksText } from "../published/blocks/blocks-text.ts";
import { renderFindingsText } from "../published/blocks/findings.ts";
import { renderMarkdown } from "../published/blocks/markdown.ts";
import { readRepository } from "../read/repository.ts";
import { examplePortal } from "../rules/example-portal.ts";
import { checkRepository } from "../rules/index.ts";

const table = "data/datasets/stops/stops.csv";

describe("nothing of others speaks to the runner of a check", () => {
  const command = /^\s*::|##\[/m;
  test.each([
    "::error::Зупинки",
    "  ::stop-commands::x",
    ":::error::x",
    "Зупинки ##[add-mask]x",
    "###[error]x",
  ])("%s", (text) => {
    const words = [text, `${text}:`, `:${text}`];
    expect(
      renderBlocksText([
        { kind: "heading", level: 1, text },
        { kind: "text", line: [":", { code: text }, { strong: text }] },
        { kind: "table", head: words, rows: [words] },
        { kind: "details", summary: text, blocks: [{ kind: "list", items: [[text]] }] },
      ]),
    ).not.toMatch(command);
    const finding = {
      rule: "cells-valid",
      severity: "error",
      place: { file: text },
      message: text,
    } as const;
    expect(renderFindingsText([{ ...finding, hint: text }], () => text)).not.toMatch(command);
  });
  test("nor to GitHub: a link is not closed from inside, a hash is no commit", () => {
    const href = "https://evil.example/a)@torvalds,council/data#1[x\uD800";
    expect(
      renderMarkdown([{ kind: "text", line: [{ link: "довідка", href }, " 1203fc6abc"] }]),
    ).toBe(
      "[довідка](https://evil.example/a%29%40torvalds,council/data#1%5Bx%EF%BF%BD) `1203fc6abc`\n",
    );
  });
  test("a header with a line end in it", () => {
    const tree = treeOf({
      ...examplePortal,
      [table]: `id,"name\n::warning::pwned",platforms\n1,${"x".repeat(1_000_001)},2\n`,
    });
    const findings = checkRepository(readRepository(tree));
    for (const { message, hint } of findings) expect(`${message}${hint}`).not.toMatch(/[\p{Cc}]/u);
  });
});
