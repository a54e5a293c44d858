import { expect, test } from "vitest";
import { nearKeys } from "./near-keys.ts";

test.each([
  ["a short key has no slips", ["яр"], ["ар", "ор"], []],
  ["one letter of a middling key", ["дерев"], ["дереб", "дерів", "сквер"], ["дереб", "дерів"]],
  ["two neighbours swapped are one slip", ["дерве"], ["дерев"], ["дерев"]],
  ["two letters of a long key", ["тролебсь"], ["тролейбус", "трамвай"], []],
  ["the nearest alone", ["автобус"], ["автобус", "автобуз"], ["автобус"]],
  ["any of a word's keys", ["зовсім", "школа"], ["шкода"], ["шкода"]],
])("%s", (_, keys, known, near) => {
  expect(nearKeys(keys, known)).toEqual(near);
});
