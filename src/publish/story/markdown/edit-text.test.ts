import { expect, test } from "vitest";
import {
  type Chosen,
  linkText,
  markLines,
  placeBlock,
  type TextEdit,
  wrapText,
} from "./edit-text.ts";

/** A text with what is chosen between bars: «а |бв| г». */
function chosen(text: string): Chosen {
  const [before = "", inside = "", after = ""] = text.split("|");
  return { text: before + inside + after, from: before.length, to: before.length + inside.length };
}
function edited(text: string, edit: (now: Chosen) => TextEdit): string {
  const now = chosen(text);
  const { from, to, put, choose } = edit(now);
  const whole = now.text.slice(0, from) + put + now.text.slice(to);
  const [start, end] = choose;
  return `${whole.slice(0, start)}|${whole.slice(start, end)}|${whole.slice(end)}`;
}

test.each<[string, string, (now: Chosen) => TextEdit]>([
  ["а |бв| г", "а **|бв|** г", (now) => wrapText(now, "**", "слова")],
  ["а || г", "а **|слова|** г", (now) => wrapText(now, "**", "слова")],
  ["раз\nд|в|а\nтри", "раз\n## два||\nтри", (now) => markLines(now, "## ")],
  ["|раз\nдва|", "- раз\n- два||", (now) => markLines(now, "- ")],
  ["> ц||итата", "- цитата||", (now) => markLines(now, "- ")],
  ["див. |набір|", "див. [набір](|https://|)", (now) => linkText(now, "слова")],
  ["||", "<A />||", (now) => placeBlock(now, "<A />")],
  ["ра||з\n\nдва", "раз\n\n<A />||\n\nдва", (now) => placeBlock(now, "<A />")],
  ["ра||з\nдва", "раз\n\n<A />||\n\nдва", (now) => placeBlock(now, "<A />")],
  ["раз\n||", "раз\n\n<A />||", (now) => placeBlock(now, "<A />")],
])("%j becomes %j", (before, after, edit) => {
  expect(edited(before, edit)).toBe(after);
});
