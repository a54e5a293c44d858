import { expect, test } from "vitest";
import { once } from "./once.ts";

test("what is counted of a thing is counted once, when it is first asked for", () => {
  let times = 0;
  const sorted = once(({ words }: { words: string[] }) => {
    times++;
    return [...words].sort();
  });
  const subject = { words: ["б", "а"] };
  expect(times).toBe(0);
  expect(sorted(subject)).toEqual(["а", "б"]);
  expect(sorted(subject)).toBe(sorted(subject));
  expect(times).toBe(1);
  expect(sorted({ ...subject })).toEqual(["а", "б"]);
  expect(times).toBe(2);
});

test("an answer that is nothing is kept too", () => {
  let times = 0;
  const none = once((_: object) => {
    times++;
    return undefined;
  });
  const subject = {};
  expect([none(subject), none(subject)]).toEqual([undefined, undefined]);
  expect(times).toBe(1);
});

test("nobody can change an answer that others read", () => {
  const list = once((_: object): string[] => ["а"]);
  expect(() => list({}).push("б")).toThrow(TypeError);
});
