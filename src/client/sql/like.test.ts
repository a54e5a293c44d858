import fc from "fast-check";
import { expect, test } from "vitest";
import { isLike } from "./like.ts";

/** The plainest meaning of a pattern, as slow as it may be. */
const meant = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
      .replace(/%/g, "[\\s\\S]*")
      .replaceAll("_", "[\\s\\S]")}$`,
    "iu",
  ).test(text);

test.each([
  ["%СОБОРН%", "вулиця Соборна", true],
  ["їжак", "ЇЖАК", true],
  ["_жак", "їжак", true],
  ["_жак", "жак", false],
  ["%", "", true],
  ["", "", true],
  ["", "а", false],
  ["а%б%в", "а1б2в", true],
  ["а%б%в", "а1в2б", false],
  ["100%", "100 грн", true],
  ["a.c", "abc", false],
  ["_", "😀", true],
])("%j is like %j: %s", (pattern, text, answer) => expect(isLike(pattern, text)).toBe(answer));

test("thousands of random patterns mean what the plainest reading says", () => {
  const letters = fc.array(fc.constantFrom("а", "Б", "%", "_", "😀", "\n", "."), { maxLength: 9 });
  fc.assert(
    fc.property(letters, letters, (pattern, text) => {
      const written = text.join("").replace(/[%_]/g, "а");
      expect(isLike(pattern.join(""), written)).toBe(meant(pattern.join(""), written));
    }),
    { numRuns: 5000 },
  );
});

test("a pattern made to be slow answers all the same", () => {
  expect(isLike(`${"%a".repeat(200)}%b`, "a".repeat(20_000))).toBe(false);
});
