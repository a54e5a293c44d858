import fc from "fast-check";
import { expect, test } from "vitest";
import { textLines } from "./text-lines.ts";

const told = (before: string | undefined, after: string | undefined) =>
  textLines(before, after).map(
    ({ kind, text }) => `${{ same: " ", gone: "-", new: "+", gap: "…" }[kind]}${text}`,
  );

test("what stands beside a change is shown, and the rest is left out", () => {
  expect(told("a\nb\nc\nd\ne\nf\n", "a\nb\nc\nd\nE\nf\n")).toEqual([
    "…",
    " c",
    " d",
    "-e",
    "+E",
    " f",
  ]);
});

test("a text that came or went is whole", () => {
  expect(told(undefined, "a\nb\n")).toEqual(["+a", "+b"]);
  expect(told("a\nb\n", undefined)).toEqual(["-a", "-b"]);
});

test("equal texts leave nothing but a gap; ends of lines are no difference", () => {
  expect(told("a\nb\n", "a\r\nb")).toEqual(["…"]);
});

test("whatever the texts are, both can be read from their lines", () => {
  const words = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 });
  fc.assert(
    fc.property(words, words, (before, after) => {
      const lines = textLines(before.join("\n"), after.join("\n"));
      if (lines.some(({ kind }) => kind === "gap")) return;
      const side = (gone: "gone" | "new") =>
        lines.flatMap(({ kind, text }) => (kind === gone ? [] : [text])).join("\n");
      expect([side("new"), side("gone")]).toEqual([before.join("\n"), after.join("\n")]);
    }),
  );
});
