import { deflateRawSync } from "node:zlib";
import { openShelf } from "./shelf.ts";

/** Bytes that are deflated about as fast as they are looked up. */
const small = 4096;

/** Deflated by Node: five times as fast as in JavaScript. */
const deflateNow = (content: Uint8Array): Uint8Array => deflateRawSync(content, { level: 6 });

/** Deflates files of which the SHA-256 is known, or gives what was made of the same before. */
export function openDeflater(
  project: string,
  isKept: boolean,
): (content: Uint8Array, sha256: string) => Uint8Array {
  if (!isKept) return deflateNow;
  const shelf = openShelf(project, "deflated");
  return (content, sha256) => {
    if (content.length < small) return deflateNow(content);
    // Another zlib may find other bytes for the same.
    const key = `${sha256}-${process.versions.zlib}`;
    const known = shelf.read(key);
    if (known) return known;
    const deflated = deflateNow(content);
    shelf.write(key, deflated);
    return deflated;
  };
}
