import { expect, test } from "vitest";
import { frameHeight } from "./frame-height.ts";

test("a frame has room for the drawing and for every line of its words", () => {
  const drawing = '<svg viewBox="0 0 350 400"></svg>';
  expect(frameHeight(drawing, [])).toBe(700);
  // 100 letters are three lines.
  expect(frameHeight(drawing, ["а".repeat(100)])).toBe(800);
  expect(frameHeight(drawing, ["а".repeat(100), "б"])).toBe(840);
});
