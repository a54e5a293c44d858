import { expect, test } from "vitest";
import { compareTexts } from "./order.ts";

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
