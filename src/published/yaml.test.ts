import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { renderYaml } from "./yaml.ts";

test("items of a list stand one on a line, however long", () => {
  const url = `https://example.org/${"a,b".repeat(80)}?x={1}#y`;
  expect(renderYaml("# Хто записав.\n", { checked: "2026-11-23", links: [{ url, n: 1 }] })).toBe(
    `# Хто записав.\nchecked: 2026-11-23\nlinks:\n  - { url: "${url}", n: 1 }\n`,
  );
});

test("what is written is read as it was, a line each", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.webUrl(),
    fc.constantFrom("1e10", "no", "~"),
  );
  const items = fc.array(fc.record({ url: text, answer: text }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(items, (links) => {
      const written = renderYaml("", { links });
      expect(parse(written)).toEqual({ links });
      expect(written.split("\n")).toHaveLength(links.length + 2);
    }),
    { numRuns: 500 },
  );
});
