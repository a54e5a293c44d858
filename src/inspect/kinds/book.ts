import type { Finding } from "../../model/reports/finding.ts";
import type { Inspection } from "../../model/reports/inspection.ts";
import type { Repair } from "../../model/table.ts";
import { peopleAround, peopleInSheets } from "../../rules/files/workbook-people.ts";
import { hiddenSheets } from "../../rules/tables/file/sheet-plain.ts";
import { filledValue } from "../../rules/tables/rows/cells-joined.ts";
import type { ByteSource } from "../../table/scan/encoding.ts";
import type { Sheet } from "../../table/workbook/read-sheet.ts";
import { readWorkbook } from "../../table/workbook/read-workbook.ts";
import { filledBelow, sheetSource, sheetText } from "../../table/workbook/sheet-text.ts";
import { listsSheet } from "../../vocabularies/table-words.ts";
import { failed, isTooBig, tooBig, wholeOf } from "./failed.ts";
import { byHarm } from "./harm.ts";
import type { InspectionOptions } from "./options.ts";
import { inspectTable } from "./table.ts";

/** A workbook: one sheet of it is the table, and all of it is looked through for people. */
export async function inspectBook(
  file: string,
  source: ByteSource,
  options: InspectionOptions,
): Promise<Inspection> {
  if (isTooBig(source)) return tooBig(file, source.byteLength);
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
  if (!chosen) return withoutSheet(file, sheets, options.sheet);
  const judged = await inspectSheet(file, chosen, options);
  const around = aroundSheet(file, chosen, sheets, texts);
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

/** A book without the sheet that was asked for, or without any to choose. */
const withoutSheet = (
  file: string,
  sheets: readonly Sheet[],
  asked: string | undefined,
): Inspection =>
  failed(
    file,
    asked === undefined ? "У книзі немає аркуша з даними." : `У книзі немає аркуша «${asked}».`,
    sheets.length === 0
      ? "Перевірте, чи збережено книгу."
      : `Аркуші книги: ${sheets.map(({ name }) => `«${name}»`).join(", ")}.`,
    sheets,
  );

/** Who publishes the book publishes all of it: the other sheets, hidden ones too, comments, the author's name. */
const aroundSheet = (
  file: string,
  chosen: Sheet,
  sheets: readonly Sheet[],
  texts: Parameters<typeof peopleAround>[1],
): Finding[] => [
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

/** Why a book was not opened, and what to do. */
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
