import { csvLine } from "../model/csv.ts";
import {
  type ColumnReport,
  columnLetter,
  type Mark,
  type Repair,
  type TableReport,
} from "../model/table.ts";
import { delimiterWords, encodingWords, rowWords } from "../vocabularies/table-words.ts";
import { isCyrillicKatottg, isEdrpou, toLatinLetters } from "./codes.ts";
import { type ByteSource, partSize } from "./encoding.ts";
import { createRecordScanner, type RecordView } from "./records.ts";
import { dateWords, monthOf, type Shape, shapeOf } from "./shape.ts";
import { withoutInvisible } from "./text-marks.ts";
import { veil, veilOf } from "./veil.ts";

/** A cell's text → the same value rightly written, or undefined where only a person can decide. */
type Mend = { rule: string; mend(text: string): string | undefined };

const lists =
  /маршрут|квартир|кабінет|номер|№|код|перелік|список|верс|редакц|route|list|number|code|version/i;
const withoutGaps = (text: string): string => text.replace(/[ \u00a0\u202f\u2009']/g, "");

/** Is «1,234» in this column a thousand or a fraction? Only its other cells can tell. */
function commaMeaning({ marks }: ColumnReport): "decimal" | "thousands" | "unknown" {
  const thousands = marks["grouped-comma"] !== undefined;
  const decimal = marks["decimal-comma"] !== undefined;
  return thousands === decimal ? "unknown" : thousands ? "thousands" : "decimal";
}

/** Which repairs a column needs and can have without guessing. */
function mendsOf(column: ColumnReport): Mend[] {
  const { marks, type } = column;
  const mends: Mend[] = [];
  const has = (mark: Mark) => marks[mark] !== undefined;
  const isShape = (text: string, ...shapes: Shape[]) => shapes.includes(shapeOf(text));
  // Where letters are lost, the invisible ones among them may be what is left to restore them by.
  if (has("invisible") && !has("lost-letters"))
    mends.push({ rule: "characters-visible", mend: withoutInvisible });
  if (has("decomposed") && !has("lost-letters"))
    mends.push({ rule: "characters-visible", mend: (text) => text.normalize("NFC") });
  if (has("edge-space") || has("invisible"))
    mends.push({ rule: "spaces-trimmed", mend: (text) => text.trim() });
  // A broken formula is no sign of «no value»: what stood there has to be found again.
  if (has("missing-sign"))
    mends.push({
      rule: "missing-written",
      mend: (text) => (isShape(text, "missing-sign") ? "" : undefined),
    });
  if (has("missing-code") && type !== "string")
    mends.push({
      rule: "missing-written",
      mend: (text) => (isShape(text, "missing-code") ? "" : undefined),
    });
  // «101,102» in a column of routes is a list, «1.0» in a column of versions is a name.
  const listed = lists.test(column.name) || lists.test(column.title ?? "");
  const numberMend = (shape: Shape & Mark, write: (text: string) => string) => {
    if (has(shape) && !listed)
      mends.push({
        rule: "numbers-written",
        mend: (text) => (isShape(text, shape) ? write(text) : undefined),
      });
  };
  const comma = commaMeaning(column);
  numberMend("decimal-comma", (text) => text.replace(",", "."));
  numberMend("grouped-comma", (text) => text.replaceAll(",", ""));
  numberMend("grouped", (text) => withoutGaps(text).replace(",", "."));
  numberMend("dot-grouped", (text) => text.replaceAll(".", "").replace(",", "."));
  numberMend("minus-sign", (text) => `-${text.slice(1).replace(",", ".")}`);
  if (comma === "decimal")
    numberMend("comma-thousandths", (text) =>
      text.indexOf(",") === text.lastIndexOf(",") ? text.replace(",", ".") : text,
    );
  if (comma === "thousands") numberMend("comma-thousandths", (text) => text.replaceAll(",", ""));
  numberMend("whole-decimal", (text) => text.replace(/\.0$/, ""));
  // 01.13.2024 beside 03.04.2024: the month stands first, and the second date may be the third of April or the fourth of March.
  const monthFirst = column.marks["date-impossible"]?.first.some(({ value }) =>
    /^(0?[1-9]|1[0-2])\.(1[3-9]|2\d|3[01])\.\d{4}$/.test(value),
  );
  if (has("date-dotted") && !monthFirst)
    mends.push({
      rule: "dates-written",
      mend: (text) => {
        const found = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?: ?р\.?)?$/.exec(text);
        if (!found || !isShape(text, "date-dotted")) return undefined;
        const [, day = "", month = "", year = ""] = found;
        return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
      },
    });
  if (has("date-words"))
    mends.push({
      rule: "dates-written",
      mend: (text) => {
        const [, day = "", month = "", year = ""] = dateWords.exec(text) ?? [];
        return isShape(text, "date-words")
          ? `${year}-${String(monthOf(month)).padStart(2, "0")}-${day.padStart(2, "0")}`
          : undefined;
      },
    });
  if (has("date-unpadded"))
    mends.push({
      rule: "dates-written",
      mend: (text) =>
        isShape(text, "date-unpadded") ? text.replace(/-(\d)(?!\d)/g, "-0$1") : undefined,
    });
  if (has("datetime-cyrillic"))
    mends.push({
      rule: "dates-written",
      mend: (text) => text.replace(/^(\d{4}-\d\d-\d\d)Т/, "$1T"),
    });
  if (has("datetime-other"))
    mends.push({
      rule: "dates-written",
      mend: (text) => {
        if (!isShape(text, "datetime-other") || monthFirst) return undefined;
        const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4}) (\d{1,2}):(\d{2})(:\d{2})?$/.exec(text);
        const spaced = /^(\d{4}-\d\d-\d\d) (\d{1,2}):(\d{2})(:\d{2})?$/.exec(text);
        if (dotted) {
          const [, day = "", month = "", year = "", hour = "", minute = "", second = ""] = dotted;
          return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}T${hour.padStart(2, "0")}:${minute}${second}`;
        }
        if (!spaced) return undefined;
        const [, day = "", hour = "", minute = "", second = ""] = spaced;
        return `${day}T${hour.padStart(2, "0")}:${minute}${second}`;
      },
    });
  if (has("edrpou-short"))
    mends.push({
      rule: "edrpou-valid",
      // The zero is given back only where the check digit agrees that it was there.
      mend: (text) => (/^\d{7}$/.test(text) && isEdrpou(`0${text}`) ? `0${text}` : undefined),
    });
  if (has("katottg-letters"))
    mends.push({
      rule: "katottg-valid",
      mend: (text) =>
        isCyrillicKatottg(text)
          ? `UA${text.slice(2)}`
          : /^[ОРКНМСХВ]$/.test(text)
            ? toLatinLetters(text)
            : undefined,
    });
  return mends;
}

type Cleaner = {
  /** Machine names of the columns that are written. */
  header: string[];
  repairs(): Repair[];
  /** Records in parts of text; every part is clean CSV: UTF-8, comma, LF. */
  write(text: string): void;
  end(): void;
};

const shownRepairs = 3;
/** A value in a repair's example; of a long one the end, where a stray space or sign most often is. */
const shown = (text: string, veiled: (text: string) => string): string => {
  const open = veiled(text.slice(-200));
  return open.length > 40 ? `…${open.slice(-38)}` : open;
};
/**
 * A table that was read, read again → clean CSV. Only what the report found and what has one right answer is mended;
 * blank rows and columns that are wholly empty and nameless go, everything else stays, even where it is doubtful.
 */
function createCleaner(report: TableReport, onText: (text: string) => void): Cleaner {
  const used = report.columns.map(
    ({ name, profile }) => name.trim() !== "" || profile.count > profile.missing,
  );
  const columns = report.columns.map((column) => ({
    mends: mendsOf(column),
    veiled: veilOf(column),
  }));
  const repairs = new Map<string, Repair>();
  const repair = (rule: string, example: string) => {
    const found = repairs.get(rule) ?? { rule, count: 0, examples: [] };
    found.count++;
    if (found.examples.length < shownRepairs && !found.examples.includes(example))
      found.examples.push(example);
    repairs.set(rule, found);
  };
  const header = report.columns.flatMap(({ field }, index) => (used[index] ? [field] : []));
  const { name, mark } = report.encoding;
  const { delimiter, newline } = report.separators;
  if (name !== "utf-8") repair("table-readable", `кодування ${encodingWords[name]} → UTF-8`);
  if (mark) repair("table-readable", "вилучено позначку BOM на початку");
  if (delimiter !== ",")
    repair("table-readable", `${delimiterWords[delimiter]?.name} → кома між колонками`);
  if (newline !== "\n") repair("table-readable", "кінці рядків CR → LF");
  if (
    report.problems.some((problem) => problem.kind === "syntax" && problem.reason === "stray-quote")
  )
    repair("table-readable", "комірки з лапками всередині взято в лапки");
  const unused = used.flatMap((is, index) => (is ? [] : [columnLetter(index)]));
  if (unused.length > 0)
    repair("header-clean", `вилучено порожні колонки без назви: ${unused.join(", ")}`);
  report.columns.forEach(({ name, field }, index) => {
    if (used[index] && name !== field)
      repair("header-clean", `${name || `колонка ${index + 1}`} → ${field}`);
  });
  const extra = report.header.filter((kind) => kind !== "names" && kind !== "header").length;
  const named = report.header.filter((kind) => kind === "names" || kind === "header").length;
  if (extra > 0 || named > 1)
    repair(
      "header-rows",
      `лишено один рядок назв із: ${report.header.map((kind) => rowWords[kind]).join(", ")}`,
    );
  let ready = csvLine(header);
  const flush = () => {
    if (ready !== "") onText(ready);
    ready = "";
  };

  const onRecord = (record: RecordView) => {
    if (record.number <= report.header.length) return;
    let filled = false;
    for (let index = 0; index < record.count && !filled; index++)
      filled = (record.lengths[index] ?? 0) > 0;
    if (!filled) {
      repair("rows-rectangular", `рядок ${record.number} порожній`);
      return;
    }
    const cells: string[] = [];
    const width = columns.length;
    for (let index = 0; index < Math.max(width, record.count); index++) {
      const text = index < record.count ? record.cell(index) : "";
      if (index >= width) {
        // A cell beyond the header is kept: the report asks where it belongs, and what a column without a name is.
        if (text !== "" || index < Math.max(lastFilled(record), width + report.unnamed))
          cells.push(text);
        continue;
      }
      if (!used[index]) continue;
      if (index >= record.count) break;
      let value = text;
      const { mends = [], veiled = veil } = columns[index] ?? {};
      for (const { rule, mend } of mends) {
        const mended = mend(value);
        if (mended === undefined || mended === value) continue;
        repair(rule, `${shown(value, veiled)} → ${shown(mended, veiled) || "порожньо"}`);
        value = mended;
      }
      cells.push(value);
    }
    if (cells.every((cell) => cell === "")) {
      repair("rows-rectangular", `рядок ${record.number} не має значень`);
      return;
    }
    ready += csvLine(cells);
    if (ready.length > partSize) flush();
  };
  const scanner = createRecordScanner(
    report.separators as { delimiter: string; newline: "\n" | "\r" },
    onRecord,
    () => {},
  );
  return {
    header,
    repairs: () => [...repairs.values()],
    write: (text) => scanner.write(text),
    end() {
      scanner.end();
      flush();
    },
  };
}

const lastFilled = (record: RecordView): number => {
  let last = record.count;
  while (last > 0 && (record.lengths[last - 1] ?? 0) === 0) last--;
  return last;
};

/** The whole of a source, cleaned: parts of text to `onText`, repairs as the answer. */
export async function cleanSource(
  source: ByteSource,
  report: TableReport,
  onText: (text: string) => void,
): Promise<Repair[]> {
  const cleaner = createCleaner(report, onText);
  const decoder = new TextDecoder(report.encoding.name, { fatal: true });
  for (let at = 0; at < source.byteLength; at += partSize) {
    const bytes = await source.read(at, Math.min(at + partSize, source.byteLength));
    cleaner.write(decoder.decode(bytes, { stream: true }));
  }
  cleaner.write(decoder.decode());
  cleaner.end();
  return cleaner.repairs();
}
