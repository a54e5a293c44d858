import { Inflate } from "fflate";

/** A file of an archive, as its directory says: nothing is opened yet. */
export type ZipEntry = {
  name: string;
  kind: "file" | "folder" | "link" | "special";
  /** Bytes once opened. */
  size: number;
  /** Opens it. Throws where its bytes are not what the directory says. */
  open(): Uint8Array<ArrayBuffer>;
};

/** An archive that is not what it says; one Ukrainian sentence. */
export class BrokenZip extends Error {}

const broken = (): BrokenZip => new BrokenZip("Архів пошкоджено: попросіть надіслати його ще раз.");

/** Bits of the kind in what Unix keeps of a file (stat(2)), the upper half of a ZIP's «external attributes». */
const kinds: Record<number, ZipEntry["kind"]> = { 0: "file", 8: "file", 4: "folder", 10: "link" };

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Opens deflated bytes, and stops at the first one over the size that was declared. */
function inflate(packed: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const opened = new Uint8Array(size);
  let at = 0;
  const stream = new Inflate((part) => {
    if (at + part.length > size) throw broken();
    opened.set(part, at);
    at += part.length;
  });
  // Small parts: what one of them opens to is bounded too, a thousand times its size.
  const step = 16_384;
  for (let from = 0; from < packed.length; from += step)
    stream.push(packed.subarray(from, from + step), from + step >= packed.length);
  if (at !== size) throw broken();
  return opened;
}

/** Where the record stands that ends an archive: a comment of at most 64 KB may follow it. */
function endOf(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && last - at <= 0xffff; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  throw new BrokenZip("Це не архів ZIP, або його передано не весь.");
}

/**
 * What the directory of an archive says (APPNOTE.TXT 6.3): read here once, so that what was judged is what is opened.
 * Archives beyond 4 GB, encrypted, in parts or with anything before or after are refused. Throws BrokenZip.
 */
export function listZip(bytes: Uint8Array, most: number): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > most) throw new BrokenZip(`В архіві понад ${most} файлів.`);
  const start = view.getUint32(end + 16, true);
  if (start + view.getUint32(end + 12, true) !== end) throw broken();
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw broken();
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) =>
      view.getUint16(at + offset, true),
    );
    const next = at + 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
    if (next > end) throw broken();
    entries.push(entryAt(bytes, view, at, start));
    at = next;
  }
  if (at !== end) throw broken();
  return entries;
}

function entryAt(bytes: Uint8Array, view: DataView, at: number, directory: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const crc = view.getUint32(at + 16, true);
  const packedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const nameLength = view.getUint16(at + 28, true);
  const mode = view.getUint32(at + 38, true) >>> 28;
  const local = view.getUint32(at + 42, true);
  const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
  const name = new TextDecoder().decode(nameBytes);
  if (flags & 1) throw new BrokenZip("Архів зашифровано: попросіть надіслати його без пароля.");
  if (method !== 0 && method !== 8) throw broken();
  if (local + 30 > directory || view.getUint32(local, true) !== 0x04034b50) throw broken();
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const named = bytes.subarray(local + 30, local + 30 + view.getUint16(local + 26, true));
  // Two names of one file: programs would unpack it to different places.
  if (named.length !== nameLength || named.some((byte, index) => byte !== nameBytes[index]))
    throw broken();
  if (from + packedSize > directory) throw broken();
  return {
    name,
    kind: name.endsWith("/")
      ? mode === 0 || mode === 4
        ? "folder"
        : "special"
      : (kinds[mode] ?? "special"),
    size,
    open() {
      const packed = bytes.subarray(from, from + packedSize);
      const opened = method === 0 ? packed.slice() : inflate(packed, size);
      if (opened.length !== size || crcOf(opened) !== crc) throw broken();
      return opened as Uint8Array<ArrayBuffer>;
    },
  };
}
