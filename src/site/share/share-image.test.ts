import { expect, test } from "vitest";
import { shareSize } from "../../model/share-image.ts";
import { drawShareImage } from "./share-image.ts";
import { openTypeface } from "./typeface.ts";

const image = {
  over: "Департамент «Їжак» Ґалаґанівської міської ради № 5",
  title: "Реєстр об’єктів благоустрою, Open first, і щоквартальних ґрунтових досліджень ".repeat(4),
  facts: [{ figure: "12\u202f480", words: "рядків" }],
  values: [3, 5, 4, 0, 9],
  kind: "bar" as const,
};

test("a picture has the size Open Graph readers take, and the same words give the same bytes", async () => {
  const first = Buffer.from(await drawShareImage(image));
  expect(first.subarray(1, 4).toString()).toBe("PNG");
  expect([first.readUInt32BE(16), first.readUInt32BE(20)]).toEqual([
    shareSize.width,
    shareSize.height,
  ]);
  expect(Buffer.from(await drawShareImage(image)).equals(first)).toBe(true);
  expect(Buffer.from(await drawShareImage({ ...image, title: "Школи" })).equals(first)).toBe(false);
});

test("every Ukrainian letter and the signs of names have their outline", () => {
  const { draw } = openTypeface(700);
  for (const letter of "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ№«»—–’ʼ₴…0123456789abcXYZ")
    expect({ letter, drawn: /d="M/.test(draw(letter, 0, 0, 10, "#000")) }).toEqual({
      letter,
      drawn: true,
    });
});

test("a long text is cut to its lines with an ellipsis; no line is wider than its room", () => {
  const { lines, width } = openTypeface(400);
  const cut = lines(image.title, 50, 600, 3);
  expect(cut).toHaveLength(3);
  expect(cut.at(-1)).toMatch(/…$/);
  expect(cut.every((line) => width(line, 50) <= 600)).toBe(true);
  expect(lines("Надзвичайнодовгеслововоднурядку", 50, 200, 2)[0]).toMatch(/…$/);
  expect(lines("Школи", 50, 600, 3)).toEqual(["Школи"]);
});
