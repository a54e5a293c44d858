import { isOfParts, type Parts } from "./row-index.ts";

/** Part of a file at an address, by bytes: from the first, up to but without the last. */
export type ReadRange = (from: number, to: number) => Promise<ArrayBuffer>;

/**
 * Reads a file of a web server by range; where the server gives the whole file, it is kept and cut here. Throws where it is
 * longer or shorter than `size`, or its parts are others: a file of another build, whatever a cache on the way holds.
 */
export function webRange(address: string, size: number, parts: Parts): ReadRange {
  let whole: Promise<ArrayBuffer> | undefined;
  const other = () => new Error(`${address}: another file.`);
  async function kept(response: Response): Promise<ArrayBuffer> {
    const bytes = await response.arrayBuffer();
    if (bytes.byteLength !== size || !isOfParts(bytes, 0, parts)) throw other();
    return bytes;
  }
  return async (from, to) => {
    const headers = { Range: `bytes=${from}-${to - 1}` };
    for (const asked of [{ headers }, { headers, cache: "reload" as const }]) {
      if (whole) return (await whole).slice(from, to);
      const response = await fetch(address, asked);
      if (!isWhole(response, size)) continue;
      if (response.status === 200) {
        whole ??= kept(response);
        return (await whole).slice(from, to);
      }
      if (response.status !== 206) throw new Error(`${address}: ${response.status}`);
      const bytes = await response.arrayBuffer();
      if (isOfParts(bytes, from, parts)) return bytes;
    }
    throw other();
  };
}

/** Is a part of a file of that size (RFC 9110, 14.4)? A server that does not say is believed. */
function isWhole({ status, headers }: Response, size: number): boolean {
  const [, total] = /\/(\d+)$/.exec(headers.get("content-range") ?? "") ?? [];
  return status !== 206 || total === undefined || Number(total) === size;
}
