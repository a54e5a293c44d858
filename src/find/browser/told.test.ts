import { expect, test } from "vitest";
import type { Hit } from "./search.ts";
import { named } from "./told.ts";

const missing = (code: string): Hit => ({
  kind: "missing",
  path: `/coverage/#${code}`,
  title: "Дані про паркування",
  description: "",
  score: 1,
  words: ["parking"],
});

test.each([
  ["the English side", "mun-041", "en", "Parking: sites, operators, equipment and work"],
  ["the Ukrainian side", "mun-041", "uk", undefined],
  ["a set that a portal has added itself", "own-1", "en", undefined],
])(
  "a missing set is told in English where it has an English name: %s",
  async (_, code, language, title) => {
    expect((await named(missing(code), language)).titleEn).toBe(title);
  },
);
