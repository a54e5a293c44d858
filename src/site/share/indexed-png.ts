import { crc32, deflateSync } from "node:zlib";

/** How hard bytes are packed: 9 would take ten times as long for an eighth less. */
const level = 6;

/** Colours a palette can hold. */
const mostColours = 256;

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** A part of a PNG file: its length, kind, bytes and their checksum. */
function chunk(kind: string, bytes: Uint8Array): Buffer {
  const part = Buffer.alloc(12 + bytes.length);
  part.writeUInt32BE(bytes.length, 0);
  part.write(kind, 4, "latin1");
  part.set(bytes, 8);
  part.writeUInt32BE(crc32(part.subarray(4, 8 + bytes.length)), 8 + bytes.length);
  return part;
}

/**
 * Opaque pixels as a PNG that names each by its place in a palette (https://www.w3.org/TR/png-3/, colour type 3), the
 * colours in the order they are met; undefined where there are more than a palette holds. The same pixels give the
 * same bytes.
 * @param pixels red, green, blue, alpha of each pixel, row by row
 */
export function renderIndexedPng(
  pixels: Uint8Array,
  { width, height }: { width: number; height: number },
): Uint8Array | undefined {
  // Copied where it does not begin at a whole number of words.
  const { buffer, byteOffset } = pixels.byteOffset % 4 === 0 ? pixels : pixels.slice();
  // Signed, because Node counts in whole numbers of 32 bits with a sign faster than in any other.
  const colours = new Int32Array(buffer, byteOffset, width * height);
  const bytes = Buffer.from(buffer, byteOffset, colours.byteLength);
  const wide = 4 * width;
  const places = new Map<number, number>();
  // Every row begins with the filter it was written with: 0, none, which suits a palette best.
  const rows = new Uint8Array((width + 1) * height);
  let last = 0;
  let place = 0;
  for (let row = 0; row < height; row++) {
    const start = row * (width + 1) + 1;
    const at = row * wide;
    // Most rows are the row above again.
    if (row > 0 && bytes.compare(bytes, at - wide, at, at, at + wide) === 0) {
      rows.copyWithin(start, start - width - 1, start - 1);
      continue;
    }
    for (let column = 0; column < width; column++) {
      const colour = colours[row * width + column] as number;
      // Most pixels are of their neighbour's colour.
      if (colour !== last) {
        last = colour;
        place = places.get(colour) ?? places.size;
        places.set(colour, place);
      }
      rows[start + column] = place;
    }
    if (places.size > mostColours) return undefined;
  }
  const palette = new Uint8Array(new Int32Array(places.keys()).buffer).filter(
    (_, at) => at % 4 !== 3,
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("PLTE", palette),
    chunk("IDAT", deflateSync(rows, { level })),
    chunk("IEND", new Uint8Array()),
  ]);
}
