import type { Inspection } from "../../model/reports/inspection.ts";
import type { TableReport, TableSubject } from "../../model/table.ts";
import { checkTable } from "../../rules/tables/index.ts";
import { structureSchema } from "../../schemas/data/structure-schema.ts";
import type { TableSchema } from "../../schemas/data/table-schema.ts";
import { cleanSource } from "../../table/clean.ts";
import { foldTitle } from "../../table/layout/column-names.ts";
import { guessStructure } from "../../table/layout/guess-structure.ts";
import { readTableSource } from "../../table/read-table.ts";
import type { ByteSource } from "../../table/scan/encoding.ts";
import { structures } from "../../vocabularies/structures.ts";
import { lostInTable } from "../reread.ts";
import { byHarm } from "./harm.ts";
import type { InspectionOptions, MadeText } from "./options.ts";

const knownTitles = new Set(
  [...structures.values()].flatMap(({ fields }) => fields.map(({ title }) => foldTitle(title))),
);

/** A table of text: a file as it is, or what was made of a sheet or of JSON. */
export async function inspectTable(
  file: string,
  source: ByteSource,
  { structure, schema: own, territory, titles, onText }: InspectionOptions,
  /** The text is the engine's own: of this sheet, of a JSON file. */
  made: MadeText | undefined = undefined,
): Promise<Inspection> {
  const { firstRowIsHeader = false, ...beside } = made ?? {};
  const schema = structure === undefined ? own : structureSchema(structure);
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
          firstRowIsHeader,
        }
      : {}),
  });
  const likeness = schema ? heldTo(structure, schema, report) : guessed(report);
  const subject: TableSubject = {
    file,
    ...beside,
    form: "any",
    report,
    ...(schema ? { schema } : {}),
    ...(schema && structure !== undefined ? { structure } : {}),
  };
  const findings = checkTable(subject).sort(byHarm);
  const inspection: Inspection = {
    file,
    format: "CSV",
    sheets: [],
    sheet: made?.sheet,
    structure: likeness,
    report: report.columns.length > 0 ? report : undefined,
    findings,
    beside: findings.filter(({ rule }) => lostInTable.has(rule)),
    ...(isWhole(report)
      ? { clean: (onPart: (text: string) => void) => cleanSource(source, report, onPart) }
      : {}),
  };
  onText?.({ source, made, inspection });
  return inspection;
}

/** How much of the official structure the table has; a set's own is nobody else's, and has no name. */
const heldTo = (
  id: string | undefined,
  { fields }: TableSchema,
  { columns }: TableReport,
): Inspection["structure"] =>
  id === undefined
    ? undefined
    : {
        id,
        matched: columns.filter(({ declared }) => declared).length,
        of: fields.length,
        given: true,
      };

function guessed(report: TableReport): Inspection["structure"] {
  const guess = guessStructure(report.columns, structures.values());
  return guess && { ...guess, given: false };
}

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
