import { crc32, inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { renderIndexedPng } from "./indexed-png.ts";

type Chunk = { kind: string; bytes: Buffer };

/** The parts of a PNG file; a wrong checksum throws. */
function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + 4, at + 8 + length);
    if (crc32(body) !== png.readUInt32BE(at + 8 + length)) throw new Error("A checksum is wrong.");
    chunks.push({ kind: body.toString("latin1", 0, 4), bytes: body.subarray(4) });
    at += 12 + length;
  }
  return chunks;
}

/** The pixels of an indexed PNG without filters. */
function pixelsOf(png: Buffer): Uint8Array {
  const find = (wanted: string) =>
    chunksOf(png).find(({ kind }) => kind === wanted)?.bytes ?? Buffer.alloc(0);
  const [width, palette, rows] = [
    find("IHDR").readUInt32BE(0),
    find("PLTE"),
    inflateSync(find("IDAT")),
  ];
  const pixels: number[] = [];
  rows.forEach((place, at) => {
    if (at % (width + 1) === 0) expect(place).toBe(0);
    else pixels.push(...palette.subarray(3 * place, 3 * place + 3), 255);
  });
  return Uint8Array.from(pixels);
}

const colour = (value: number): number[] => [value & 255, (value * 7) & 255, value >> 8, 255];
const picture = (width: number, height: number, value: (at: number) => number): Uint8Array =>
  Uint8Array.from(Array.from({ length: width * height }, (_, at) => colour(value(at))).flat());

test.each<[string, number, number, (at: number) => number]>([
  ["one colour", 5, 3, () => 9],
  ["rows that are and are not the row above", 4, 6, (at) => (at < 12 ? at % 4 : at)],
  ["as many colours as a palette holds", 16, 16, (at) => at],
])("the pixels of %s come back", (_, width, height, value) => {
  const pixels = picture(width, height, value);
  const png = renderIndexedPng(pixels, { width, height });
  if (!png) throw new Error("There are too many colours.");
  expect(pixelsOf(Buffer.from(png))).toEqual(pixels);
  expect(renderIndexedPng(pixels, { width, height })).toEqual(png);
});

test("pixels that begin in the middle of a word are the same picture", () => {
  const pixels = picture(3, 2, (at) => at);
  const shifted = new Uint8Array(pixels.length + 1);
  shifted.set(pixels, 1);
  const size = { width: 3, height: 2 };
  expect(renderIndexedPng(shifted.subarray(1), size)).toEqual(renderIndexedPng(pixels, size));
});

test("more colours than a palette holds give no picture", () => {
  expect(
    renderIndexedPng(
      picture(257, 1, (at) => at),
      { width: 257, height: 1 },
    ),
  ).toBeUndefined();
});
