import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { ByteSource } from "../src/table/encoding.ts";

/** A file read part by part, whatever its size; `close` it when done. */
export function openSource(path: string): ByteSource & { close(): void } {
  const file = openSync(path);
  const { size } = fstatSync(file);
  return {
    byteLength: size,
    read(from, to) {
      const bytes = new Uint8Array(to - from);
      for (let length = 0; length < bytes.length; ) {
        const more = readSync(file, bytes, length, bytes.length - length, from + length);
        if (more === 0) throw new Error(`${path} став коротшим під час читання.`);
        length += more;
      }
      return bytes;
    },
    close: () => closeSync(file),
  };
}
