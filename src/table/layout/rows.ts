import type { Spot, TableReport } from "../../model/table.ts";
import { note, nothingMet, shownSpots, spotOf } from "../column/spots.ts";
import { createSeen } from "../column/tally.ts";
import { veil } from "../people/veil.ts";
import { characterKinds, ODD, SPACE } from "../scan/characters.ts";
import type { RecordView } from "../scan/records.ts";
import type { Layout } from "./layout.ts";
import { isDataLike } from "./row-kinds.ts";

/** What the rows of a table show as rows, whatever is in their cells. */
type RowsReport = Pick<
  TableReport,
  | "rows"
  | "ragged"
  | "blank"
  | "repeated"
  | "totals"
  | "groups"
  | "footers"
  | "headings"
  | "others"
  | "unnamed"
  | "truncated"
>;

export type RowReader = {
  /** Takes a record; true where it is a row of data, not of the header and not blank. */
  take(record: RecordView): boolean;
  /** `endsLine`: the file ends with a line break. */
  report(endsLine: boolean): RowsReport;
};

/** Rows compared for being alike: enough for a city's tables, bounded for a nation's. */
const comparedRows = 1_000_000;
const totalWords =
  /^(всього|усього|разом|загалом|підсумок|итого|всего|total)([,;:] ?.*| (по|за|у|в|на|з|із|для|серед|станом) .*| ?[/–—].*| -.*|- .*)?[:.]?$/i;
const longestTotal = 150;
const totalLetters = new Set([..."ВвУуРрЗзПпИиTt"].map((letter) => letter.charCodeAt(0)));

/** Rows with at most so many filled cells may be a group's name, a note or a signature, where the table is wider. */
const loneCells = 2;
const narrowest = 3;
/** Of the cells of other rows this share is filled: where rows are sparse anyway, one more sparse row says nothing. */
const filledShare = 0.8;
const longestFooter = 20;

/** Can a cell be the name of a column: letters, and not too many? */
const isWord = (text: string): boolean =>
  text.length <= 60 && /\p{L}{2}/u.test(text) && !isDataLike(text);

function filledCells(record: RecordView, from = 0): number {
  let filled = 0;
  for (let index = from; index < record.count; index++)
    if ((record.lengths[index] ?? 0) > 0) filled++;
  return filled;
}

/** The text of a row that sums up those above it, in one of its first cells. */
function totalIn(record: RecordView): string | undefined {
  for (let index = 0; index < Math.min(3, record.count); index++) {
    const length = record.lengths[index] ?? 0;
    if (length < 5 || length > longestTotal) continue;
    // Most cells begin otherwise; before the word there may be a space.
    const code = record.code(index);
    if ((characterKinds[code] ?? 0) & ~(SPACE | ODD) && !totalLetters.has(code)) continue;
    const text = record.cell(index).trim();
    if (totalWords.test(text)) return text;
  }
  return undefined;
}

/** Rows that are no records: names of groups among them, notes and signatures under them. */
function createLoneRows(width: number) {
  const groups = nothingMet();
  let run: { spot: Spot; cells: number }[] = [];
  let full = 0;
  let cells = 0;

  /** The first cell of a row that holds a text or two and nothing else. */
  function textIn(record: RecordView, filled: number): string | undefined {
    if (width < narrowest || filled > loneCells || filled * 2 > width) return undefined;
    for (let index = 0; index < record.count; index++) {
      const text = record.cell(index).trim();
      if (text !== "") return /\p{L}{2}/u.test(text) && !isDataLike(text) ? text : undefined;
    }
    return undefined;
  }
  return {
    take(record: RecordView, filled: number) {
      const text = textIn(record, filled);
      if (text !== undefined) {
        const spot = spotOf(record, veil(text.slice(0, 60)));
        if (run.length <= longestFooter) run.push({ spot, cells: filled });
        return;
      }
      for (const { spot, cells: held } of run)
        if (held === 1 && groups.count++ < shownSpots) groups.first.push(spot);
      run = [];
      full++;
      cells += filled;
    },
    report: (): Pick<RowsReport, "groups" | "footers"> => {
      const isDense = full >= 2 && cells >= full * width * filledShare;
      const footers = run.length > longestFooter ? [] : run.map(({ spot }) => spot);
      return {
        groups: isDense && groups.count <= full ? groups : nothingMet(),
        footers:
          isDense && footers.length <= full
            ? { count: footers.length, first: footers.slice(0, shownSpots) }
            : nothingMet(),
      };
    },
  };
}

/** Rows that repeat the header: at least half of their cells do, two or more. */
function headingTest({ texts }: Layout): (record: RecordView, filled: number) => boolean {
  const lengths = texts.map((names) => new Set([...names].map(({ length }) => length)));
  return (record, filled) => {
    let known = 0;
    let others = 0;
    for (let index = 0; index < Math.min(record.count, texts.length); index++) {
      const length = record.lengths[index] ?? 0;
      // A merged cell of the header is empty where it is repeated too.
      if (length === 0) continue;
      if (lengths[index]?.has(length) && texts[index]?.has(record.cell(index))) known++;
      else if (++others > filled / 2) return false;
    }
    return known >= 2 && filled <= known * 2;
  };
}

/** Rows that are alike another one in every cell. */
function createRepeated(): (record: RecordView) => boolean {
  const seen = createSeen();
  return (record) => {
    let hash = record.count;
    let more = 0;
    for (let index = 0; index < record.count; index++) {
      hash = Math.imul(hash ^ (record.hashes[index] ?? 0), 0x01000193);
      more = (Math.imul(more, 31) + (record.moreHashes[index] ?? 0)) | 0;
    }
    return seen.size < comparedRows && seen.add(hash, more);
  };
}

/** Which of a record's first cells could be names of columns. */
const wordsOf = (record: RecordView): boolean[] =>
  Array.from({ length: Math.min(record.count, 50) }, (_, index) =>
    isWord(record.cell(index).trim()),
  );

/** Other tables: names of two columns or more after a blank row, and under one of them a number or a date. */
function createOtherTables() {
  const others: RowsReport["others"] = [];
  /** The row that may be the names of another table. */
  let names: { spot: Spot; words: boolean[] } | undefined;
  let afterBlank = false;

  const goOn = (record: RecordView) => {
    const other = others.at(-1);
    if (other && !afterBlank && other.to === record.number - 1) other.to = record.number;
  };
  const beginUnderNames = (record: RecordView, filled: number) => {
    if (!names) return;
    const isUnder = names.words.some((is, index) => is && isDataLike(record.cell(index).trim()));
    if (isUnder && filled >= 2 && others.length < shownSpots)
      others.push({ from: names.spot, to: record.number });
    names = undefined;
  };
  const lookForNames = (record: RecordView, filled: number) => {
    if (filled < 2 || (record.lengths[0] ?? 0) === 0) return;
    const words = wordsOf(record);
    const isNames = words.every((is, index) => is || (record.lengths[index] ?? 0) === 0);
    if (isNames) names = { spot: spotOf(record, ""), words };
  };
  return {
    others,
    takeBlank() {
      afterBlank = true;
    },
    /** `isFirst`: no row of data stands above. */
    take(record: RecordView, filled: number, isFirst: boolean) {
      goOn(record);
      beginUnderNames(record, filled);
      if (afterBlank && !isFirst) lookForNames(record, filled);
      afterBlank = false;
    },
  };
}

/** Reads the rows of one table, one at a time. */
export function createRows(layout: Layout): RowReader {
  const width = layout.names.length;
  const ragged = nothingMet();
  const blank = nothingMet();
  const repeated = nothingMet();
  const totals = nothingMet();
  const headings = nothingMet();
  const lone = createLoneRows(width);
  const isHeading = headingTest(layout);
  const isRepeated = createRepeated();
  const otherTables = createOtherTables();
  let unnamed = Number.POSITIVE_INFINITY;
  let rows = 0;
  let lastShort: number | undefined;

  return {
    take(record) {
      if (record.number <= layout.rows.length) return false;
      const filled = filledCells(record);
      if (filled === 0) {
        note(blank, record);
        otherTables.takeBlank();
        return false;
      }
      otherTables.take(record, filled, rows === 0);
      unnamed = Math.min(unnamed, record.count - width);
      rows++;
      lastShort = record.count < width ? record.line : undefined;
      // Commas after the last column, with nothing between them, say nothing.
      if (record.count < width || filledCells(record, width) > 0)
        note(ragged, record, String(record.count));
      if (isRepeated(record)) note(repeated, record);
      if (isHeading(record, filled)) note(headings, record);
      const total = totalIn(record);
      if (total !== undefined) note(totals, record, total);
      else lone.take(record, filled);
      return true;
    },
    report(endsLine) {
      const isCut = !endsLine && ragged.count === 1 && rows > 1;
      return {
        rows,
        ragged,
        blank,
        repeated,
        totals,
        ...lone.report(),
        headings,
        others: otherTables.others,
        unnamed: rows > 1 ? Math.max(0, unnamed) : 0,
        truncated: isCut ? lastShort : undefined,
      };
    },
  };
}
