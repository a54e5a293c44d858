import { expect, test } from "vitest";
import { once, remembering } from "./once.ts";

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

test("a text is read once, also where nothing is read in it; very many are forgotten and read again", () => {
  const read: string[] = [];
  const lengthOf = remembering((text) => {
    read.push(text);
    return text === "" ? undefined : text.length;
  });
  expect([lengthOf("вулиця"), lengthOf(""), lengthOf("вулиця"), lengthOf("")]).toEqual([
    6,
    undefined,
    6,
    undefined,
  ]);
  expect(read).toEqual(["вулиця", ""]);
  for (let at = 0; at < 20_000; at++) lengthOf(`вулиця ${at}`);
  expect(lengthOf("вулиця")).toBe(6);
  expect(read.filter((text) => text === "вулиця")).toHaveLength(2);
});
