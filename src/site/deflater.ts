import { deflateRawSync } from "node:zlib";
import type { PublishedSite } from "../published/addresses/address.ts";
import { openShelf } from "../read/disk/shelf.ts";

/** Bytes that are deflated faster than they are looked up. */
const small = 16_384;

/** Deflated by Node: five times as fast as in JavaScript. */
const deflateNow = (content: Uint8Array): Uint8Array => deflateRawSync(content, { level: 6 });

/** Deflates files for the archive, or gives what was made of the same before. */
export function openDeflater(project: string, isKept: boolean): PublishedSite["deflate"] {
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
