/** Part of a file at an address, by bytes: from the first, up to but without the last. */
export type ReadRange = (from: number, to: number) => Promise<ArrayBuffer>;

/**
 * Reads a file of a web server by range; where the server gives the whole file, it is kept and cut here. Throws where it is
 * longer or shorter than `size`: a file of another build, in which the bytes asked for are others.
 */
export function webRange(address: string, size: number): ReadRange {
  let whole: Promise<ArrayBuffer> | undefined;
  return async (from, to) => {
    if (whole) return (await whole).slice(from, to);
    const headers = { Range: `bytes=${from}-${to - 1}` };
    const kept = await fetch(address, { headers });
    const response = isWhole(kept, size)
      ? kept
      : await fetch(address, { headers, cache: "reload" });
    if (!isWhole(response, size)) throw new Error(`${address}: another file.`);
    if (response.status === 206) return response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${address}: ${response.status}`);
    whole ??= response.arrayBuffer();
    const bytes = await whole;
    if (bytes.byteLength !== size) throw new Error(`${address}: another file.`);
    return bytes.slice(from, to);
  };
}

/** Is a part of a file of that size (RFC 9110, 14.4)? A server that does not say is believed. */
function isWhole({ status, headers }: Response, size: number): boolean {
  const [, total] = /\/(\d+)$/.exec(headers.get("content-range") ?? "") ?? [];
  return status !== 206 || total === undefined || Number(total) === size;
}
