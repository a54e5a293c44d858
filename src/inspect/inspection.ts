import type { Finding } from "../model/reports/finding.ts";
import type { Inspection } from "../model/reports/inspection.ts";
import type { Repair, TableReport, TableSubject } from "../model/table.ts";
import { jsonWords } from "../rules/files/json/json-words.ts";
import { peopleAround, peopleInSheets } from "../rules/files/workbook-people.ts";
import { hiddenSheets } from "../rules/tables/file/sheet-plain.ts";
import { checkTable } from "../rules/tables/index.ts";
import { filledValue } from "../rules/tables/rows/cells-joined.ts";
import { structureSchema } from "../schemas/data/structure-schema.ts";
import { cleanSource } from "../table/clean.ts";
import type { Territory } from "../table/column/role/role-marks.ts";
import { jsonTable, jsonTableFault } from "../table/json/json-table.ts";
import { foldTitle } from "../table/layout/column-names.ts";
import { guessStructure } from "../table/layout/guess-structure.ts";
import { readTableSource } from "../table/read-table.ts";
import { type ByteSource, detectEncoding, sampleSize } from "../table/scan/encoding.ts";
import { findImpostor } from "../table/scan/impostor.ts";
import { workbookKind } from "../table/workbook/kind.ts";
import type { Sheet } from "../table/workbook/read-sheet.ts";
import { readWorkbook } from "../table/workbook/read-workbook.ts";
import { filledBelow, sheetSource, sheetText } from "../table/workbook/sheet-text.ts";
import type { RuleId } from "../vocabularies/rule-ids.ts";
import { structures } from "../vocabularies/structures.ts";
import { listsSheet } from "../vocabularies/table-words.ts";

export type InspectionOptions = {
  /** Official structure to hold the table to. */
  structure?: string;
  /** Sheet of a workbook; without it, the visible one with most rows. */
  sheet?: string;
  territory?: Territory;
  /** Titles of columns, by name, that the file itself has not: of the table it was made of. */
  titles?: ReadonlyMap<string, string>;
};

/** What to know when a clean table is read: the titles its columns had. */
export const titlesOfClean = ({
  report,
}: Pick<Inspection, "report">): ReadonlyMap<string, string> =>
  new Map(
    (report?.columns ?? []).flatMap(({ field, name, title }) =>
      // A name that stays is no title: a structure has a better one.
      title === undefined && name === field ? [] : [[field, title ?? name]],
    ),
  );

/** A workbook or JSON file is read whole: larger ones are tables for CSV. */
const largestWhole = 256 * 1024 * 1024;
const knownTitles = new Set(
  [...structures.values()].flatMap(({ fields }) => fields.map(({ title }) => foldTitle(title))),
);
/** Beginnings of files that are no tables, as Windows-1252 shows them; those a spreadsheet opens are saved again by it. */
const strangers: { pattern: RegExp; what: string; opens?: true }[] = [
  {
    pattern:
      /^\s*(?:<\?xml[^>]*>\s*)?<\?mso-application progid="Excel|urn:schemas-microsoft-com:office:spreadsheet/,
    what: "книга Excel 2003, записана як XML",
    opens: true,
  },
  {
    pattern:
      /^(?:From: |MIME-Version: )[\s\S]*multipart\/related|xmlns:x="urn:schemas-microsoft-com:office:excel"/,
    what: "вебсторінка, яку програма назвала книгою Excel",
    opens: true,
  },
  { pattern: /^%PDF-/, what: "документ PDF" },
  { pattern: /^\{\\rtf1/, what: "документ RTF" },
  { pattern: /^‰PNG\r\n|^ÿØÿ|^GIF8[79]a/, what: "зображення" },
  { pattern: /^\s*<\?xml/, what: "файл XML" },
];
const archive = { what: "архів", opens: undefined };

/** A file of any kind a clerk may hold → what it is, what is wrong, and its table made clean. Never throws for what is in it. */
export async function inspectFile(
  file: string,
  source: ByteSource,
  options: InspectionOptions = {},
): Promise<Inspection> {
  const head = new Uint8Array(await source.read(0, Math.min(sampleSize, source.byteLength)));
  if (workbookKind(head)) return inspectBook(file, source, options);
  const stranger = strangerOf(head);
  if (stranger)
    return stranger.opens
      ? failed(
          file,
          `Це ${stranger.what}.`,
          "Відкрийте її в Excel або LibreOffice і збережіть як XLSX.",
        )
      : failed(
          file,
          `Це ${stranger.what}, а не таблиця.`,
          "Візьміть вихідну таблицю (XLSX, XLS, ODS, CSV); якщо її немає, перенесіть дані в таблицю.",
        );
  const { name } = detectEncoding(head, source.byteLength <= head.length);
  const isJson = /^\s*[[{]/.test(new TextDecoder(name).decode(head.subarray(0, 512)));
  const judged = isJson ? await inspectJson(file, source, name, options) : undefined;
  return judged ?? inspectTable(file, source, options);
}

/** A file of which no table came out: why, and what to do. */
const failed = (
  file: string,
  message: string,
  hint: string,
  sheets: readonly Sheet[] = [],
  place: { line: number; column: number } | undefined = undefined,
): Inspection => ({
  file,
  format: undefined,
  sheets: sheets.map(({ name, rows, hidden }) => ({ name, rows, hidden })),
  sheet: undefined,
  structure: undefined,
  report: undefined,
  findings: [
    { rule: "table-readable", severity: "error", place: { file, ...place }, message, hint },
  ],
  beside: [],
});

const tooBig = (file: string, bytes: number): Inspection =>
  failed(
    file,
    `Файл завеликий, щоб відкрити його цілим: ${Math.round(bytes / 1048576)} МБ.`,
    "Збережіть таблицю як CSV UTF-8: такі файли портал читає частинами, будь-якого розміру.",
  );

const wholeOf = async (source: ByteSource): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await source.read(0, source.byteLength));

/** What a file is that is no table, by how it begins. */
function strangerOf(head: Uint8Array): { what: string; opens?: true | undefined } | undefined {
  const start = new TextDecoder("windows-1252").decode(head.subarray(0, 512));
  const impostor = findImpostor(head);
  return (
    strangers.find(({ pattern }) => pattern.test(start)) ??
    (impostor?.kind === "forbidden-bytes" && impostor.what === "binary" ? archive : undefined)
  );
}

/** A workbook: one sheet of it is the table, and all of it is looked through for people. */
async function inspectBook(
  file: string,
  source: ByteSource,
  options: InspectionOptions,
): Promise<Inspection> {
  if (source.byteLength > largestWhole) return tooBig(file, source.byteLength);
  const { format, sheets, texts, problem } = await readWorkbook(await wholeOf(source));
  if (problem) return failed(file, ...workbookWords(problem.kind, problem.reason));
  const unread = sheets.filter((sheet) => sheet.unread).map(({ name }) => `«${name}»`);
  // A sheet that could not be read may be the one with the data: the book is not judged by the rest of it.
  if (unread.length > 0)
    return failed(
      file,
      ...workbookWords("broken", `аркуш ${unread.join(", ")} пошкоджено`),
      sheets,
    );
  const chosen = chosenSheet(sheets, options.sheet);
  if (!chosen)
    return failed(
      file,
      options.sheet === undefined
        ? "У книзі немає аркуша з даними."
        : `У книзі немає аркуша «${options.sheet}».`,
      sheets.length === 0
        ? "Перевірте, чи збережено книгу."
        : `Аркуші книги: ${sheets.map(({ name }) => `«${name}»`).join(", ")}.`,
      sheets,
    );
  const judged = await inspectSheet(file, chosen, options);
  // Who publishes the book publishes all of it: hidden sheets, comments, the author's name.
  const around = [
    ...peopleInSheets(
      file,
      sheets
        .filter(({ name }) => name !== chosen.name)
        .map((sheet) => ({ name: sheet.name, csv: sheetText(sheet) })),
    ),
    ...peopleAround(file, texts),
    ...hiddenSheets(
      file,
      sheets
        .filter(({ name, hidden, rows }) => hidden && rows > 0 && name !== listsSheet)
        .map(({ name }) => name),
    ),
  ];
  return {
    ...judged,
    findings: [...judged.findings, ...around].sort(byHarm),
    beside: [...judged.beside, ...around],
    format,
    sheets: sheets.map(({ name, rows, hidden }) => ({ name, rows, hidden })),
  };
}

/** The sheet that was asked for; without a name, the visible one with most rows. */
function chosenSheet(sheets: readonly Sheet[], asked: string | undefined): Sheet | undefined {
  if (asked !== undefined) return sheets.find(({ name }) => name === asked);
  return sheets
    .filter(({ hidden }) => !hidden)
    .reduce<Sheet | undefined>(
      (best, sheet) => (sheet.rows > (best?.rows ?? 0) ? sheet : best),
      undefined,
    );
}

/** A file that begins as JSON; undefined where it is none, and only its first line looks so. */
async function inspectJson(
  file: string,
  source: ByteSource,
  encoding: string,
  options: InspectionOptions,
): Promise<Inspection | undefined> {
  if (source.byteLength > largestWhole) return tooBig(file, source.byteLength);
  try {
    const table = jsonTable(new TextDecoder(encoding).decode(await wholeOf(source)));
    if (!table)
      return failed(
        file,
        "У файлі JSON немає одного списку записів, з якого вийшла б таблиця.",
        "Дайте один список об’єктів з однаковими полями: [{…}, {…}].",
      );
    return {
      ...(await inspectTable(file, sheetSource(table.text), options, {})),
      format: table.format,
    };
  } catch (error) {
    // A RangeError is thrown for lists in lists in lists.
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    // A line of a CSV may begin with a bracket; a file named so is a broken JSON.
    if (!/jsonl?$/i.test(file)) return undefined;
    const text = new TextDecoder(encoding).decode(await wholeOf(source));
    const fault = jsonTableFault(text) ?? { what: "deep", line: 1, column: 1, found: "" };
    const [message, hint] = jsonWords(fault);
    return failed(file, message, hint, [], { line: fault.line, column: fault.column });
  }
}

/**
 * What a sheet says and its clean table does not; a second table, which nothing parts from the first once blank rows and
 * columns are gone; a last row that was cut, once it ends as the others do: cleaning mends none of it.
 */
const lostInTable: ReadonlySet<RuleId> = new Set([
  "sheet-plain",
  "formulas-counted",
  "table-one",
  "file-whole",
]);

/**
 * What is left to decide in a written clean table; `reread` inspects it, which is asked for only where something was
 * mended: where nothing was, all that was found is left.
 */
export async function leftAfter(
  { findings, beside }: Pick<Inspection, "findings" | "beside">,
  repairs: readonly Repair[],
  reread: () => Promise<Pick<Inspection, "findings">>,
): Promise<Finding[]> {
  if (repairs.length === 0) return findings;
  const { findings: again } = await reread();
  return [...beside, ...again.filter(({ rule }) => !lostInTable.has(rule))];
}

/** Cells joined down a column hold one value for many rows: once it is known where the data begin, each row is given it. */
async function inspectSheet(
  file: string,
  sheet: Sheet,
  options: InspectionOptions,
): Promise<Inspection> {
  const { name, notes } = sheet;
  const plain = await inspectTable(file, sheetSource(sheetText(sheet)), options, {
    sheet: name,
    notes,
  });
  const filled = filledBelow(sheet, plain.report?.header.length ?? 0);
  if (filled.length === 0) return plain;
  const judged = await inspectTable(file, sheetSource(sheetText(sheet, filled)), options, {
    sheet: name,
    notes,
    filled,
  });
  const { clean, report } = judged;
  const repair: Repair = {
    rule: "cells-joined",
    count: filled.length,
    examples: filled
      .slice(0, 3)
      .map((one) => `${one.range} → ${report ? filledValue(report, one).slice(0, 60) : ""}`),
  };
  return clean
    ? { ...judged, clean: async (onText) => [repair, ...(await clean(onText))] }
    : judged;
}

async function inspectTable(
  file: string,
  source: ByteSource,
  { structure, territory, titles }: InspectionOptions,
  /** The text is the engine's own: of this sheet, or of a JSON file. */
  made: Pick<TableSubject, "sheet" | "notes" | "filled"> | undefined = undefined,
): Promise<Inspection> {
  const sheet = made?.sheet;
  const schema = structure === undefined ? undefined : structureSchema(structure);
  const report = await readTableSource(source, {
    form: "any",
    knownTitles,
    ...(territory ? { territory } : {}),
    ...(titles ? { titles } : {}),
    ...(schema ? { fields: schema.fields, missingValues: schema.missingValues } : {}),
    ...(made
      ? {
          encoding: { name: "utf-8", sure: "certain", mark: false },
          separators: { delimiter: ",", newline: "\n" },
          firstRowIsHeader: sheet === undefined,
        }
      : {}),
  });
  const likeness = schema
    ? {
        id: structure ?? "",
        matched: report.columns.filter(({ declared }) => declared).length,
        of: schema.fields.length,
        given: true,
      }
    : guessed(report);
  const subject: TableSubject = {
    file,
    ...made,
    form: "any",
    report,
    ...(schema && structure !== undefined ? { schema, structure } : {}),
  };
  const findings = checkTable(subject).sort(byHarm);
  return {
    file,
    format: "CSV",
    sheets: [],
    sheet,
    structure: likeness,
    report: report.columns.length > 0 ? report : undefined,
    findings,
    beside: findings.filter(({ rule }) => lostInTable.has(rule)),
    ...(isWhole(report)
      ? { clean: (onText: (text: string) => void) => cleanSource(source, report, onText) }
      : {}),
  };
}

function guessed(report: TableReport): Inspection["structure"] {
  const guess = guessStructure(report.columns, structures.values());
  return guess && { ...guess, given: false };
}

/** People first, then what stops a publication, then the rest in the order of the rules. */
const byHarm = (a: Finding, b: Finding): number => harm(b) - harm(a);
const harm = ({ rule, severity }: Finding): number =>
  (rule === "personal-data" ? 2 : 0) + (severity === "error" ? 3 : 0);

/** Was every record read? Bytes that are no text and a quote that is never closed stop the reading. */
const isWhole = ({ columns, problems, encoding }: TableReport): boolean =>
  columns.length > 0 &&
  // Letters that were guessed may be other letters: a guess alters no value.
  encoding.sure !== "guess" &&
  !problems.some(
    (problem) =>
      problem.kind === "not-utf8" ||
      (problem.kind === "syntax" && problem.reason !== "stray-quote") ||
      (problem.kind === "forbidden-bytes" && problem.what !== "conflict"),
  );

function workbookWords(kind: "too-big" | "encrypted" | "broken", reason: string): [string, string] {
  switch (kind) {
    case "encrypted":
      return ["Книгу захищено паролем.", "Зніміть пароль: Файл → Відомості → Захистити книгу."];
    case "too-big":
      return [
        `Книга завелика (${reason}).`,
        "Збережіть потрібний аркуш як CSV UTF-8: такі файли портал читає частинами.",
      ];
    case "broken":
      return [
        `Книгу не вдалося відкрити: ${reason}.`,
        "Відкрийте її в Excel або LibreOffice і збережіть заново як XLSX.",
      ];
  }
}
