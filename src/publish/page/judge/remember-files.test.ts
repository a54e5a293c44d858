import { expect, test } from "vitest";
import { rememberFiles } from "./remember-files.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

test("files that come again are the ones that came before, and one that changed is new", () => {
  const remembered = rememberFiles();
  const first = remembered(new Map([["a", bytes("1")]]));
  expect(remembered(new Map([["a", bytes("1")]]))).toBe(first);
  const more = remembered(
    new Map([
      ["a", bytes("1")],
      ["b", bytes("2")],
    ]),
  );
  expect(more.get("a")).toBe(first.get("a"));
  const changed = bytes("3");
  expect(remembered(new Map([["a", changed]])).get("a")).toBe(changed);
});
