import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";
import { Fault } from "../src/model/reports/fault.ts";
import type { ByteSource } from "../src/table/scan/encoding.ts";

/** A file read part by part, whatever its size; a part lasts until the next is read. `close` it when done. */
export function openSource(path: string): ByteSource & { close(): void } {
  // Asked before it is opened: opening a pipe waits for its writer.
  const stat = statSync(path);
  if (stat.isDirectory())
    throw new Fault(`На місці файлу стоїть тека (${path}): вкажіть файл таблиці.`);
  if (!stat.isFile())
    throw new Fault(`На місці файлу ${path} — канал, сокет або пристрій: вкажіть файл таблиці.`);
  const file = openSync(path, "r");
  const { size } = fstatSync(file);
  // One buffer for every part: thousands of short-lived ones would be collected late.
  let part = new Uint8Array(0);
  return {
    byteLength: size,
    read(from, to) {
      if (part.length < to - from) part = new Uint8Array(to - from);
      const bytes = part.subarray(0, to - from);
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
