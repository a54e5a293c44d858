import fc from "fast-check";
import { RE2JS } from "re2js";
import { expect, test } from "vitest";
import { type Flavour, patternFor } from "./pattern.ts";

/** A pattern written for Java or Joni, read by the backtracking engine at hand, which has other names for the same. */
const backtracking = (pattern: string): RegExp =>
  new RegExp(
    pattern
      .replaceAll("\\A", "^")
      .replaceAll("\\z", "$")
      .replaceAll("(?iu:", "(?i:")
      .replaceAll("\\&", "&")
      .replaceAll(/\\([pP])\{(?:Is)?([A-Z][a-z]{2,})\}/g, "\\$1{Script=$2}"),
    "u",
  );

const matches = (flavour: Flavour, pattern: string, text: string): boolean => {
  const written = patternFor(flavour, pattern) ?? "";
  return flavour === "re2"
    ? RE2JS.compile(written).matches(text)
    : backtracking(written).test(text);
};

const parts = fc.constantFrom(
  ..."a|б|9|٣|\n|\\d|\\D|\\w|\\W|\\s|\\S|\\b|\\B|.|^|$|\\A|\\z|[а-я]|[^a]|[\\d_]|[^\\D]|[[:alpha:]-]|[[:^digit:]]|[]a]|[&&a]|[a\\]]|\\pL|\\P{Lu}|\\p{Cyrillic}|\\p{^Greek}|\\.|\\x41|\\x{431}|\\Qa.b\\E|{|a{|{2}|a{2,}|*|+|?|*?|(|(?:|(?i)|(?i:|(?s)|(?m)|(?-i)|(?U)|(?P<x>|(?<y>|)|'|\"|\\\\".split(
    "|",
  ),
  "|",
);
const patterns = fc.array(parts, { maxLength: 7 }).map((all) => all.join(""));
const texts = fc
  .array(fc.constantFrom(..."aAбБ9٣ \n.'\"\\{}&]_-λ😀\u00a0"), { maxLength: 5 })
  .map((all) => all.join(""));

test.each<Flavour>(["re2", "java", "joni"])(
  "a publisher's pattern means the same, written for %s",
  (flavour) => {
    let tried = 0;
    fc.assert(
      fc.property(patterns, fc.array(texts, { minLength: 1, maxLength: 8 }), (pattern, all) => {
        let linear: RE2JS;
        try {
          linear = RE2JS.compile(pattern);
        } catch {
          return;
        }
        // What cannot be said is told as such, never said wrongly.
        if (patternFor(flavour, pattern) === undefined) return;
        tried++;
        for (const text of all)
          expect([
            pattern,
            patternFor(flavour, pattern),
            text,
            matches(flavour, pattern, text),
          ]).toEqual([pattern, patternFor(flavour, pattern), text, linear.matches(text)]);
      }),
      { numRuns: 3000, seed: 11 },
    );
    expect(tried).toBeGreaterThan(800);
  },
);

test("what only one engine knows is not passed on to another", () => {
  expect(patternFor("java", "\\p{Any}")).toBe("\\A(?:\\p{IsAny})\\z");
  expect(patternFor("joni", "\\C")).toBeUndefined();
});
