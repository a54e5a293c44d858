import { fieldNamePattern } from "../schemas/table-schema.ts";
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

/**
 * Beginning of a file → how its cells are parted: the delimiter that gives most records the same number of cells,
 * more than one; where several do, the one that gives more. A file of one column has a comma by definition.
 */
export function detectSeparators(sample: string): Separators {
  const feeds = sample.split("\n").length - 1;
  const returns = sample.split("\r").length - 1 - (sample.split("\r\n").length - 1);
  const newline = returns > feeds ? "\r" : "\n";
  const said = /^sep=(.)[\r\n]/.exec(sample)?.[1];
  if (said) return { delimiter: said, newline };
  const look = sample.slice(0, looked);
  let semicolons = 0;
  let best: { delimiter: string; score: number } = { delimiter: ",", score: 0 };
  for (const delimiter of candidates) {
    if (!sample.includes(delimiter)) continue;
    const records = firstRecords(look, { delimiter, newline }, 100);
    // The last record of a sample may be cut.
    const widths = records.slice(0, 99).map(({ length }) => length);
    const counts = new Map<number, number>();
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
    const [width = 1, times = 0] =
      [...counts].filter(([cells]) => cells > 1).sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ??
      [];
    const [first = []] = records;
    // Under one name for programs there is one column: such a character below is in its cells.
    if (first.length === 1 && fieldNamePattern.test(first[0] ?? "")) continue;
    const named = first.length > 1 && first.every((name) => fieldNamePattern.test(name));
    // A row of names for programs is proof; else agreement of records weighs most, and among equals more cells.
    const score =
      (named ? 20 : 0) + (width > 1 ? (times / widths.length) * 10 + Math.min(width, 30) / 30 : 0);
    const agreement = width > 1 ? times / widths.length : 0;
    if (score > best.score + 1e-9) best = { delimiter, score };
    if (delimiter === ";") semicolons = agreement;
  }
  // «Площа, га;Вартість» over «12,5;100,00»: commas of words and of fractions part nothing.
  if (best.delimiter === "," && semicolons >= 0.9 && commasAreText(look))
    return { delimiter: ";", newline };
  return { delimiter: best.delimiter, newline };
}
