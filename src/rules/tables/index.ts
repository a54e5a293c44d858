import type { Finding } from "../../model/reports/finding.ts";
import type { TableSubject } from "../../model/table.ts";
import { alphabetOne } from "./cells/alphabet-one.ts";
import { cellsValid } from "./cells/cells-valid.ts";
import { charactersVisible } from "./cells/characters-visible.ts";
import { formulaLike } from "./cells/formula-like.ts";
import { markupFree } from "./cells/markup-free.ts";
import { missingWritten } from "./cells/missing-written.ts";
import { personalData } from "./cells/personal-data.ts";
import { spacesTrimmed } from "./cells/spaces-trimmed.ts";
import { columnsFilled } from "./columns/columns-filled.ts";
import { columnsMatch } from "./columns/columns-match.ts";
import { headerClean } from "./columns/header-clean.ts";
import { typesMixed } from "./columns/types-mixed.ts";
import { fileWhole } from "./file/file-whole.ts";
import { formulasCounted } from "./file/formulas-counted.ts";
import { sheetPlain } from "./file/sheet-plain.ts";
import { tableOne } from "./file/table-one.ts";
import { tableReadable } from "./file/table-readable.ts";
import { cellsJoined } from "./rows/cells-joined.ts";
import { headerRows } from "./rows/header-rows.ts";
import { rowsAlike } from "./rows/rows-alike.ts";
import { rowsDistinct } from "./rows/rows-distinct.ts";
import { rowsRectangular } from "./rows/rows-rectangular.ts";
import { totalsApart } from "./rows/totals-apart.ts";
import type { TableRule } from "./table-rule.ts";
import { coordinatesPlausible } from "./values/coordinates-plausible.ts";
import { datesWritten } from "./values/dates-written.ts";
import { edrpouValid } from "./values/edrpou-valid.ts";
import { hoursWritten } from "./values/hours-written.ts";
import { ibanValid } from "./values/iban-valid.ts";
import { katottgValid } from "./values/katottg-valid.ts";
import { numbersWritten } from "./values/numbers-written.ts";
import { phoneWritten } from "./values/phone-written.ts";
import { postcodeValid } from "./values/postcode-valid.ts";

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
