import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { renderSlots, slotsOf } from "./render-slots.ts";
import { dictionaries, type Key } from "./translate.ts";

test("the types of slots are those of the sentences: npm run schemas writes them", () => {
  expect(readFileSync(join(import.meta.dirname, "slots.ts"), "utf8")).toBe(
    renderSlots(dictionaries.uk),
  );
});

test("a sentence has the same slots in both languages", () => {
  const differing = (Object.keys(dictionaries.uk) as Key[]).filter(
    (key) => slotsOf(dictionaries.uk[key]).join() !== slotsOf(dictionaries.en[key]).join(),
  );
  expect(differing).toEqual([]);
});
