/** Part of a file at an address, by bytes: from the first, up to but without the last. */
export type ReadRange = (from: number, to: number) => Promise<ArrayBuffer>;

/** Reads a file of a web server by range; where the server gives the whole file, it is kept and cut here. */
export function webRange(address: string): ReadRange {
  let whole: Promise<ArrayBuffer> | undefined;
  return async (from, to) => {
    if (whole) return (await whole).slice(from, to);
    const response = await fetch(address, { headers: { Range: `bytes=${from}-${to - 1}` } });
    if (response.status === 206) return response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${address}: ${response.status}`);
    whole ??= response.arrayBuffer();
    return (await whole).slice(from, to);
  };
}
