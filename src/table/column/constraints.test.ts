import { RE2JS } from "re2js";
import { expect, test } from "vitest";
import { isPattern, patternOf } from "./constraints.ts";

const patterns = [
  String.raw`\d{8}`,
  String.raw`^\d{8}$`,
  String.raw`UA\d{17}`,
  "UA[0-9]{17}",
  "[А-ЯІЇЄҐ]{2}",
  "[A-Za-z]{1}[0-9]{2}",
  String.raw`\d{2}-\d{2}/\d{4}`,
  "так",
  // More than one way: left to the linear engine.
  "(a+)+",
  String.raw`\d{3,5}`,
  "так|ні",
  "[^a]{2}",
  ".{3}",
  String.raw`\D{2}`,
];
const texts = [
  ..."12345678|1234567|123456789|12345678\n|\n12345678|UA12345678901234567|UA1234567890123456".split(
    "|",
  ),
  ..."АБ|Аб|A1|A12|a12|01-02/2024|01/02-2024|так|ні|так ні|aaaa|aaab|123|1234|ab|ЇЄ|٣٣٣٣٣٣٣٣|".split(
    "|",
  ),
];

test("a pattern means the same whichever engine runs it", () => {
  for (const pattern of patterns) {
    const linear = RE2JS.compile(pattern);
    for (const text of texts)
      expect([pattern, text, patternOf(pattern)?.matches(text)]).toEqual([
        pattern,
        text,
        linear.matches(text),
      ]);
  }
});

test("what no engine reads is no pattern", () => {
  expect(patternOf("[")).toBeUndefined();
  expect(patternOf("(?<=a)b")).toBeUndefined();
  expect(["[", "(?<=a)b", "a", "(a+)+"].map(isPattern)).toEqual([false, false, true, true]);
});
