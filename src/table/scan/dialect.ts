import { fieldNamePattern } from "../../schemas/data/table-schema.ts";
import { createRecordScanner, type Separators } from "./records.ts";

const candidates = [",", ";", "\t", "|"] as const;

/** First records of a text, for looking at. */
export function firstRecords(text: string, separators: Separators, most: number): string[][] {
  const records: string[][] = [];
  const scanner = createRecordScanner(
    separators,
    (record) => {
      if (records.length < most)
        records.push(Array.from({ length: record.count }, (_, index) => record.cell(index)));
    },
    () => {},
  );
  scanner.write(text);
  scanner.end();
  return records;
}

/** Text looked at for each candidate. */
const looked = 1 << 16;

/** Do most commas stand before a space or between digits, as in words and fractions? */
function commasAreText(sample: string): boolean {
  const all = sample.match(/,/g)?.length ?? 0;
  const inText = sample.match(/,(?= )|(?<=\d),(?=\d)/g)?.length ?? 0;
  return inText > all / 2;
}

/** Records compared; the last one of a sample may be cut. */
const compared = 99;

/** What speaks for a delimiter. */
type Evidence = {
  delimiter: string;
  score: number;
  /** The share of records that have the same number of cells, more than one. */
  agreement: number;
};

const isFieldName = (name: string): boolean => fieldNamePattern.test(name);

/** How many cells most records have, more than one, and how many records those are; of two as frequent, the more cells. */
function usualWidth(widths: readonly number[]): { width: number; times: number } | undefined {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts]
    .map(([width, times]) => ({ width, times }))
    .filter(({ width }) => width > 1)
    .sort((a, b) => b.times - a.times || b.width - a.width)[0];
}

/** A beginning of a file read with a delimiter → what speaks for it; undefined where it certainly parts no cells. */
function evidenceFor(
  delimiter: string,
  sample: string,
  newline: Separators["newline"],
): Evidence | undefined {
  const records = firstRecords(sample, { delimiter, newline }, compared + 1);
  const [first = []] = records;
  // Under one name for programs there is one column: such a character below is in its cells.
  if (first.length === 1 && first.every(isFieldName)) return undefined;
  const widths = records.slice(0, compared).map(({ length }) => length);
  const usual = usualWidth(widths);
  const agreement = usual ? usual.times / widths.length : 0;
  // A row of names for programs is proof; else agreement of records weighs most, and among equals more cells.
  const isNamed = first.length > 1 && first.every(isFieldName);
  const ofRecords = usual ? agreement * 10 + Math.min(usual.width, 30) / 30 : 0;
  return { delimiter, score: (isNamed ? 20 : 0) + ofRecords, agreement };
}

/** What ends lines: "\r" alone where there are more of them than of "\n". */
function newlineIn(sample: string): Separators["newline"] {
  const countOf = (sign: string) => sample.split(sign).length - 1;
  return countOf("\r") - countOf("\r\n") > countOf("\n") ? "\r" : "\n";
}

/**
 * Beginning of a file → how its cells are parted: the delimiter that gives most records the same number of cells,
 * more than one; where several do, the one that gives more. A file of one column has a comma by definition.
 */
export function detectSeparators(sample: string): Separators {
  const newline = newlineIn(sample);
  const declared = /^sep=(.)[\r\n]/.exec(sample)?.[1];
  if (declared) return { delimiter: declared, newline };
  const beginning = sample.slice(0, looked);
  let best: Evidence = { delimiter: ",", score: 0, agreement: 0 };
  let semicolons = 0;
  for (const delimiter of candidates) {
    const evidence = sample.includes(delimiter)
      ? evidenceFor(delimiter, beginning, newline)
      : undefined;
    if (!evidence) continue;
    if (evidence.score > best.score + 1e-9) best = evidence;
    if (delimiter === ";") semicolons = evidence.agreement;
  }
  // «Площа, га;Вартість» over «12,5;100,00»: commas of words and of fractions part nothing.
  if (best.delimiter === "," && semicolons >= 0.9 && commasAreText(beginning))
    return { delimiter: ";", newline };
  return { delimiter: best.delimiter, newline };
}
