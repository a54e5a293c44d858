import { expect, test } from "vitest";
import { compareNumbers, compareTexts } from "./order.ts";

/** Compares two texts as they lie in a database's memory. */
function compare(a: string, b: string): number {
  const [left, right] = [new TextEncoder().encode(a), new TextEncoder().encode(b)];
  const memory = new Uint8Array([...left, ...right]);
  return Math.sign(compareTexts(memory, [0, left.length], [left.length, right.length]));
}

test("words stand as in a Ukrainian dictionary", () => {
  const words = "гора ґанок дім ера єнот жук Іва ікра їжак йод щит юшка яр".split(" ");
  expect([...words].reverse().sort(compare)).toEqual(words);
});

test("the order is the collator's for any texts; only the same text is equal", () => {
  const collator = new Intl.Collator("uk");
  const letters = "аАбгґєіїйьЯ aZ019-'’ʼ\u0301é—😀".match(/./gu) ?? [];
  let state = 7;
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
  const word = () =>
    Array.from({ length: random(5) }, () => letters[random(letters.length)]).join("");
  for (let pair = 0; pair < 20_000; pair++) {
    const [a, b] = [word(), word()];
    const order = compare(a, b);
    const asked = Math.sign(collator.compare(a, b));
    if (asked !== 0) expect({ a, b, order }).toEqual({ a, b, order: asked });
    expect(order === 0).toBe(a === b);
    expect(compare(b, a)).toBe(-order + 0);
  }
});

test("numbers kept as text stand by what they are worth, to the last digit, however they are written", () => {
  const rising = [
    "-12345678901234567891",
    "-12345678901234567890",
    "-1e3",
    "-.5",
    "0",
    "1e-7",
    ".5",
    "0.50000000000000000001",
    "007",
    "+7.5",
    "12345678901234567890",
    "12345678901234567891",
    "12345678901234567891.1",
    "1.3e+25",
    "немає",
    "тут",
  ];
  for (const [at, one] of rising.entries())
    for (const [place, other] of rising.entries())
      expect([one, other, compareNumbers(one, other)]).toEqual([one, other, Math.sign(at - place)]);
  for (const [one, other] of [
    ["0", "-0.0"],
    ["32.262312345678901", "32.2623123456789010"],
    ["1.2e22", "12000000000000000000000"],
    ["1e-400", "0"],
  ] as const)
    expect([one, compareNumbers(one, other), compareNumbers(other, one)]).toEqual([one, 0, 0]);
  // Nobody waits for a number of a million digits.
  const endless = "1".repeat(1_000_000);
  expect(compareNumbers(`0.${endless}`, `0.${endless}2`)).toBe(0);
});
