import type { Finding } from "../../model/finding.ts";
import type { TableSubject } from "../../model/table.ts";
import { alphabetOne } from "./alphabet-one.ts";
import { cellsJoined } from "./cells-joined.ts";
import { cellsValid } from "./cells-valid.ts";
import { charactersVisible } from "./characters-visible.ts";
import { columnsFilled } from "./columns-filled.ts";
import { columnsMatch } from "./columns-match.ts";
import { coordinatesPlausible } from "./coordinates-plausible.ts";
import { datesWritten } from "./dates-written.ts";
import { edrpouValid } from "./edrpou-valid.ts";
import { fileWhole } from "./file-whole.ts";
import { formulaLike } from "./formula-like.ts";
import { formulasCounted } from "./formulas-counted.ts";
import { headerClean } from "./header-clean.ts";
import { headerRows } from "./header-rows.ts";
import { hoursWritten } from "./hours-written.ts";
import { ibanValid } from "./iban-valid.ts";
import { katottgValid } from "./katottg-valid.ts";
import { markupFree } from "./markup-free.ts";
import { missingWritten } from "./missing-written.ts";
import { numbersWritten } from "./numbers-written.ts";
import { personalData } from "./personal-data.ts";
import { phoneWritten } from "./phone-written.ts";
import { postcodeValid } from "./postcode-valid.ts";
import { rowsAlike } from "./rows-alike.ts";
import { rowsDistinct } from "./rows-distinct.ts";
import { rowsRectangular } from "./rows-rectangular.ts";
import { sheetPlain } from "./sheet-plain.ts";
import { spacesTrimmed } from "./spaces-trimmed.ts";
import { tableOne } from "./table-one.ts";
import { tableReadable } from "./table-readable.ts";
import type { TableRule } from "./table-rule.ts";
import { totalsApart } from "./totals-apart.ts";
import { typesMixed } from "./types-mixed.ts";

/** Every rule that judges one table, in the order help and reports list them: the file, the rows, the cells, the people. */
export const tableRules: readonly TableRule[] = [
  tableReadable,
  fileWhole,
  sheetPlain,
  formulasCounted,
  cellsJoined,
  headerRows,
  headerClean,
  rowsRectangular,
  tableOne,
  columnsMatch,
  cellsValid,
  missingWritten,
  numbersWritten,
  datesWritten,
  typesMixed,
  totalsApart,
  rowsAlike,
  columnsFilled,
  rowsDistinct,
  spacesTrimmed,
  charactersVisible,
  alphabetOne,
  markupFree,
  formulaLike,
  edrpouValid,
  katottgValid,
  ibanValid,
  postcodeValid,
  phoneWritten,
  hoursWritten,
  coordinatesPlausible,
  personalData,
];

/** Everything a person should fix in one table. */
export const checkTable = (table: TableSubject): Finding[] =>
  tableRules.flatMap((rule) => rule.find(table));
