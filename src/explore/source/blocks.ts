import { parse } from "csv-parse/browser/esm/sync";
import { type Parts, type RowIndex, rowsOfBlock } from "./row-index.ts";
import type { ReadRange } from "./web-range.ts";

/** Blocks fetched in one part at most, and parts asked for at once. */
const [longestRun, partsAtOnce] = [512, 8];

/** A large CSV file in blocks of rows, each fetched once. A block that did not come is asked for again. */
export function createBlocks(
  read: ReadRange,
  { csv, starts }: Pick<RowIndex, "csv"> & Pick<Parts, "starts">,
) {
  const known = new Map<number, string[][]>();
  const startOf = (block: number): number => starts[block] ?? csv;

  /** Blocks from one to another, fetched as one part. */
  async function readRun([from, to]: Run): Promise<void> {
    const begin = startOf(from);
    const bytes = await read(begin, startOf(to + 1));
    for (let block = from; block <= to; block++)
      known.set(block, recordsOf(bytes.slice(startOf(block) - begin, startOf(block + 1) - begin)));
  }

  return {
    /** Records of rows by their numbers, in that order: neighbours come together, and a few parts at a time. */
    async records(rows: ArrayLike<number>): Promise<(string[] | undefined)[]> {
      const needed = new Set(Array.from(rows, (row) => Math.floor(row / rowsOfBlock)));
      const runs = runsOf([...needed].filter((block) => !known.has(block)).sort((a, b) => a - b));
      for (let at = 0; at < runs.length; at += partsAtOnce)
        await Promise.all(runs.slice(at, at + partsAtOnce).map(readRun));
      return Array.from(
        rows,
        (row) => known.get(Math.floor(row / rowsOfBlock))?.[row % rowsOfBlock],
      );
    },
  };
}

/** The first and the last of blocks that follow one another. */
type Run = [from: number, to: number];

/** Blocks that follow one another; a run is not longer than a few megabytes. */
function runsOf(blocks: readonly number[]): Run[] {
  const runs: Run[] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (last && last[1] === block - 1 && block - last[0] < longestRun) last[1] = block;
    else runs.push([block, block]);
  }
  return runs;
}

function recordsOf(bytes: ArrayBuffer): string[][] {
  const records: string[][] = parse(new TextDecoder().decode(bytes), {
    relax_column_count: true,
    record_delimiter: ["\r\n", "\n"],
  });
  return records.filter((cells) => cells.some((cell) => cell !== ""));
}
