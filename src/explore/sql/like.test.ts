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

test.each([
  ["100\\%", "100%", true],
  ["100\\%", "100 грн", false],
  ["а\\_б", "А_Б", true],
  ["а\\_б", "аєб", false],
  ["\\\\%", "\\сервер", true],
  ["а\\", "а\\", false],
])("%j, where \\ escapes, is like %j: %s", (pattern, text, answer) =>
  expect(isLike(pattern, text, "\\")).toBe(answer),
);

test("a letter that grows when it is made small hides no other", () => {
  expect(isLike("%АБВ%", "İ абв")).toBe(true);
  expect(isLike("_ абв", "İ АБВ")).toBe(true);
  expect(isLike("%ΟΔΟΣ", "οδος")).toBe(true);
});

test("a pattern made to be slow answers all the same", () => {
  expect(isLike(`${"%a".repeat(200)}%b`, "a".repeat(20_000))).toBe(false);
});

test("a pattern that is too long is refused, as SQLite refuses it", () => {
  expect(() => isLike("а".repeat(1001), "а")).toThrow("LIKE or GLOB pattern too complex");
});
