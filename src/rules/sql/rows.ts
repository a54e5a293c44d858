import { Fault } from "../../model/reports/fault.ts";
import type { Spot, Tallied } from "../../model/table.ts";
import { firstRecords } from "../../table/scan/dialect.ts";
import { unnumbered } from "../tables/table-rule.ts";
import { type ResultColumn, resultColumns } from "./result.ts";

/** A row of an answer, as an engine or a file of its answers gives it: numbers may be big, or written as text. */
export type AnswerRow = Partial<Record<ResultColumn, string | number | bigint | null>>;

/** A row that an answer holds whatever the table is like. */
export type Proof = { resource: string; aspect: string; kind: string; position?: number };

/** What a profile of a column says. */
export type AnsweredProfile = {
  count: number;
  missing: number;
  different: number;
  pluses: number;
  numbers: number;
  total: number;
  least?: string;
  greatest?: string;
};

/** What SQL met in a table: of each column by its position, of the rows, of the keys. */
export type Answers = {
  columns: Map<number, { met: Map<string, Tallied>; profile: AnsweredProfile | undefined }>;
  rows: number;
  repeated: Tallied | undefined;
  key: Tallied | undefined;
  /** Rows without a part of their primary key; values are names of columns. */
  keyless: Tallied | undefined;
  /** By the number of the foreign key. */
  references: Map<number, Tallied>;
};

const numberOf = (value: AnswerRow[ResultColumn]): number => Number(value ?? 0);
const textOf = (value: AnswerRow[ResultColumn]): string => String(value ?? "");

const spotOf = ({ record, line, value }: AnswerRow): Spot => ({
  record: numberOf(record) || unnumbered,
  line: numberOf(line),
  // The engine cuts by units of UTF-16, SQL by signs.
  value: textOf(value).slice(0, 200),
});

const limitOf = (
  name: "least" | "greatest",
  row: AnswerRow,
): { least?: string; greatest?: string } =>
  row[name] === null || row[name] === undefined || row[name] === ""
    ? {}
    : { [name]: textOf(row[name]) };

const profileOf = (row: AnswerRow): AnsweredProfile => ({
  count: numberOf(row.times),
  missing: numberOf(row.missing),
  different: numberOf(row.different),
  pluses: numberOf(row.pluses),
  numbers: numberOf(row.numbers),
  total: numberOf(row.total),
  ...limitOf("least", row),
  ...limitOf("greatest", row),
});

/** Rows of all answers → what they say of one resource. */
export function answersFor(resource: string, rows: readonly AnswerRow[]): Answers {
  const answers: Answers = {
    columns: new Map(),
    rows: 0,
    repeated: undefined,
    key: undefined,
    keyless: undefined,
    references: new Map(),
  };
  const columnAt = (position: number) => {
    const column = answers.columns.get(position) ?? { met: new Map(), profile: undefined };
    answers.columns.set(position, column);
    return column;
  };
  const inOrder = rows
    .filter((row) => row.resource === resource)
    .toSorted((a, b) => numberOf(a.place) - numberOf(b.place));
  for (const row of inOrder) {
    const [aspect, kind] = [textOf(row.aspect), textOf(row.kind)];
    const position = numberOf(row.position);
    const added = (tallied: Tallied | undefined): Tallied => ({
      count: numberOf(row.times),
      first: [...(tallied?.first ?? []), spotOf(row)],
    });
    if (aspect === "profile") columnAt(position).profile = profileOf(row);
    else if (aspect === "rows" && kind === "count") answers.rows = numberOf(row.times);
    else if (aspect === "rows") answers.repeated = added(answers.repeated);
    // That it was asked is `unanswered`'s affair.
    else if (aspect === "asked") continue;
    else if (aspect === "key" && kind === "missing") answers.keyless = added(answers.keyless);
    else if (aspect === "key") answers.key = added(answers.key);
    else if (aspect === "reference")
      answers.references.set(Number(kind), added(answers.references.get(Number(kind))));
    else {
      const { met } = columnAt(position);
      met.set(`${aspect} ${kind}`, added(met.get(`${aspect} ${kind}`)));
    }
  }
  return answers;
}

const proofKey = (...parts: (string | number)[]): string => parts.join("\u001f");

/** Checks that the rows do not answer: a run that broke off, or answers of another set, say nothing of a table. */
export function unanswered<C extends { proof: Proof }>(
  checks: readonly C[],
  rows: readonly AnswerRow[],
): C[] {
  const answered = new Set(
    rows
      .filter(({ times }) => textOf(times) !== "")
      .map(({ resource, aspect, kind, position }) =>
        // A program that puts tables together may write 3 as 3.0.
        proofKey(
          textOf(resource),
          textOf(aspect),
          textOf(kind),
          aspect === "profile" ? numberOf(position) : "",
        ),
      ),
  );
  return checks.filter(
    ({ proof: { resource, aspect, kind, position = "" } }) =>
      !answered.has(proofKey(resource, aspect, kind, position)),
  );
}

/** A file of answers, CSV with a row of names, as engines write it → its rows. Throws a Fault where a column is missing or a row is cut. */
export function parseAnswers(text: string): AnswerRow[] {
  const separators = { delimiter: ",", newline: "\n" } as const;
  const [names = [], ...records] = firstRecords(text, separators, Number.POSITIVE_INFINITY);
  const absent = Object.keys(resultColumns).filter((name) => !names.includes(name));
  if (absent.length > 0)
    throw new Fault(
      `У файлі відповідей немає колонок ${absent.join(", ")}: збережіть відповіді на всі запити як CSV з рядком назв.`,
    );
  const filled = records.filter((cells) => cells.length > 1);
  if (filled.some((cells) => cells.length !== names.length))
    throw new Fault(
      "У файлі відповідей є рядок з іншою кількістю комірок, ніж назв: мабуть, його записали не до кінця. Збережіть відповіді ще раз.",
    );
  return (
    filled
      // Answers put together one after another bring their row of names each.
      .filter((cells) => cells.some((cell, at) => cell !== names[at]))
      .map((cells) => Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""])))
  );
}
