import type {
  CellProblem,
  ColumnReport,
  Mark,
  PersonalFound,
  Spot,
  Tallied,
} from "../model/table.ts";
import type { Field } from "../schemas/table-schema.ts";
import { isOfType } from "./cell.ts";
import { CYRILLIC, DIGIT, DOT, ODD, SIGN, SPACE } from "./characters.ts";
import { areSerials, isShape, proper, typeOf, unwanted } from "./column-type.ts";
import { constraintsOf } from "./constraints.ts";
import { createHistogram } from "./histogram.ts";
import { isExcelError, missingShape } from "./missing.ts";
import { judgePersonal, lookForPersonal } from "./personal.ts";
import type { PersonalEvidence } from "./personal-evidence.ts";
import type { RecordView } from "./records.ts";
import { roleOf } from "./role.ts";
import { placeMark, roleMark, type Territory } from "./role-marks.ts";
import { dateShapes, isNumericShape, type Shape, shapeOf } from "./shape.ts";
import { createSeen, createTally } from "./tally.ts";
import { textMarks } from "./text-marks.ts";

/** What is known of a column before its cells are read. */
export type ColumnPlan = {
  name: string;
  field: string;
  title?: string;
  /** The structure's word on the column, where there is one. */
  declared?: Field;
  missingValues: readonly string[];
  territory: Territory;
  /** How many columns the table has: they share the room for different values. */
  columns: number;
};

export type ColumnReader = {
  take(record: RecordView, index: number): void;
  report(index: number): ColumnReport;
};

/** Places kept of each kind: enough to see the pattern, few enough to read. */
const kept = 5;

/** The number a cell means; none where only other cells could tell. */
function numberOf(text: string, shape: Shape): number {
  if (shape === "integer" || shape === "decimal") return Number(text);
  if (shape === "comma-thousandths") return Number.NaN;
  if (shape === "dot-grouped") return Number(text.replaceAll(".", "").replace(",", "."));
  if (shape === "accounting" || shape === "minus-sign")
    return -Number(text.replace(/[^\d.,]/g, "").replace(",", "."));
  const digits = text.replace(/[^\d.,eE+-]/g, "");
  return Number(shape === "grouped-comma" ? digits.replaceAll(",", "") : digits.replace(",", "."));
}

/** Columns of numbers that Excel takes for dates: «3/5», «12-1». */
const numbersOfHouses =
  /будин|(?<!\p{L})буд(?!\p{L})|квартир|корпус|приміщенн|house|building|budyn|kvartyr|prymishch/iu;

/** Reads the cells of one column, one at a time, and keeps of them only what has a bound. */
export function createColumn(plan: ColumnPlan): ColumnReader {
  const { declared } = plan;
  const role = roleOf(plan.name, plan.title ?? declared?.title ?? "");
  const missing = new Set(plan.missingValues);
  const longestMissing = Math.max(0, ...plan.missingValues.map((value) => value.length));
  const missingDigits = plan.missingValues.some((value) => /\d/.test(value));
  const constraints = declared ? constraintsOf(declared) : [];
  const tally = createTally(plan.columns);
  const seen = declared?.constraints.unique ? createSeen() : undefined;
  const histogram = createHistogram();
  const tallies = new Map<string, Tallied>();
  const expected = new Map<string, string>();
  const personal: PersonalEvidence = {};
  const personalSpots = new Map<string, Spot[]>();
  let count = 0;
  let empty = 0;
  let dirty = 0;
  let numbers = 0;
  let sum = 0;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  /** Beside a plus, a minus is a value. */
  let plus = false;
  let firstFilled: Spot | undefined;
  let firstText: string | undefined;
  let lastText: string | undefined;

  // As it stands: what of it is a person's is known at the end of the table (`veilColumn`).
  const spot = (record: RecordView, text: string): Spot => ({
    line: record.line,
    record: record.number,
    value: text.slice(0, 200),
  });
  const note = (what: string, record: RecordView, text: string) => {
    let tallied = tallies.get(what);
    if (!tallied) {
      tallied = { count: 0, first: [] };
      tallies.set(what, tallied);
    }
    tallied.count++;
    if (tallied.first.length < kept) tallied.first.push(spot(record, text));
  };
  const noteNumber = (value: number) => {
    numbers++;
    sum += value;
    if (value < low) low = value;
    if (value > high) high = value;
    histogram.add(value);
  };
  const noteOrdered = (text: string) => {
    if (firstText === undefined || text < firstText) firstText = text;
    if (lastText === undefined || text > lastText) lastText = text;
  };
  const inspect = (record: RecordView, text: string, mask: number) => {
    textMarks(text, mask, (mark) => {
      dirty++;
      note(mark, record, text);
    });
    notePersonal(record, text, mask);
  };
  const notePersonal = (record: RecordView, text: string, mask: number) => {
    const kind = lookForPersonal(text, mask, role, personal);
    if (kind) {
      dirty++;
      const spots = personalSpots.get(kind) ?? [];
      if (spots.length < kept) spots.push(spot(record, text));
      personalSpots.set(kind, spots);
    }
  };
  const ofType = declared && isOfType[declared.type];
  const numeric = declared?.type === "integer" || declared?.type === "number";
  const whole = declared?.type === "integer";
  const plainText = declared?.type === "string";
  const allowed = declared?.constraints.enum && new Set(declared.constraints.enum.map(String));

  /** A number of a column of numbers; `trimmed` is its text where spaces stood around it. */
  const takeNumber = (record: RecordView, index: number, value: number, trimmed?: string) => {
    const text = () => trimmed ?? record.cell(index);
    const mask = record.masks[index] ?? 0;
    noteNumber(value);
    for (const constraint of constraints)
      if (constraint.refusesNumber ? constraint.refusesNumber(value) : constraint.refuses(text())) {
        expected.set(constraint.kind, constraint.expected);
        note(constraint.kind, record, text());
        break;
      }
    // The shortest number of a person's has nine digits; ten where a point stands among them.
    const personalLength = mask & DOT ? 11 : 9;
    if ((record.lengths[index] ?? 0) >= personalLength && (mask & ~(DIGIT | DOT)) === 0)
      notePersonal(record, text(), mask);
    if (!role) return;
    const mark =
      role === "latitude" || role === "longitude"
        ? placeMark(value, role, plan.territory)
        : roleMark(text(), role, plan.territory);
    if (mark) note(mark, record, text());
  };

  return {
    take(record, index) {
      count++;
      const mask = record.masks[index] ?? 0;
      const length = record.lengths[index] ?? 0;
      if (
        length <= longestMissing &&
        (length === 0 || !(mask & DIGIT) || missingDigits) &&
        missing.has(record.cell(index))
      ) {
        empty++;
        if (declared?.constraints.required) note("required", record, record.cell(index));
        return;
      }
      firstFilled ??= spot(record, record.cell(index));
      const known = tally.add(record, index);
      if (seen?.add(record.hashes[index] ?? 0, record.moreHashes[index] ?? 0))
        note("unique", record, record.cell(index));
      // A value met before, in a column where nothing was ever found, holds nothing to find; a number is still added up.
      if (declared && !numeric && known && dirty === 0 && tallies.size === 0) return;

      // Digits, a sign, a point: what Number makes of them is a number exactly where the type's grammar says so.
      if (numeric && (mask & ~(whole ? DIGIT | SIGN : DIGIT | SIGN | DOT)) === 0) {
        const value = record.asNumber(index);
        if (!Number.isNaN(value)) {
          takeNumber(record, index, value);
          return;
        }
      }
      let text = record.cell(index);
      if (mask & (SPACE | ODD)) {
        const trimmed = text.trim();
        if (trimmed.length < text.length) {
          note("edge-space", record, text);
          dirty++;
          if (missing.has(trimmed)) {
            empty++;
            if (declared?.constraints.required) note("required", record, text);
            return;
          }
          text = trimmed;
        }
      }
      plus ||= text === "+";
      if (numeric) {
        if (ofType?.(text)) {
          takeNumber(record, index, Number(text), text);
          return;
        }
        note(shapeOf(text), record, text);
        if (length >= 9 && (mask & ~(DIGIT | DOT)) === 0) notePersonal(record, text, mask);
      } else if (plainText) {
        const none = missingShape(text);
        // A word the structure allows is a value.
        if (none && !allowed?.has(text)) note(none, record, text);
        else if (isExcelError(text)) note("excel-error", record, text);
        inspect(record, text, mask);
      } else if (ofType) {
        if (role === "birth") notePersonal(record, text, mask);
        if (ofType(text)) noteOrdered(text);
        else note(shapeOf(text), record, text);
      } else {
        const shape = shapeOf(text, mask);
        note(shape, record, text);
        if (isNumericShape(shape)) {
          const value = numberOf(text, shape);
          if (Number.isFinite(value)) noteNumber(value);
        } else if (shape === "date-iso" || shape === "datetime-iso") noteOrdered(text);
        if (
          shape === "text" ||
          shape === "integer" ||
          shape === "zero-led" ||
          shape === "exponent" ||
          role === "birth" ||
          mask & CYRILLIC
        )
          inspect(record, text, mask);
        else if (shape === "whole-decimal") notePersonal(record, text, mask);
      }
      if (!numeric)
        for (const constraint of constraints)
          if (constraint.refuses(text)) {
            expected.set(constraint.kind, constraint.expected);
            note(constraint.kind, record, text);
            break;
          }
      if (role) {
        const mark = roleMark(text, role, plan.territory);
        if (mark) note(mark, record, text);
      }
    },

    report(index) {
      const filled = count - empty;
      const type = declared?.type ?? typeOf(tallies, filled, role);
      const marks: ColumnReport["marks"] = {};
      const problems: CellProblem[] = [];
      const problem = (kind: CellProblem["kind"], wanted: string, { count: n, first }: Tallied) =>
        problems.push({
          kind,
          column: index,
          field: plan.field,
          expected: wanted,
          count: n,
          first,
        });
      const wrong: Tallied = { count: 0, first: [] };
      for (const [what, tallied] of tallies) {
        const shape = what as Shape;
        if (isShape(what)) {
          const { first } = tallied;
          if (shape === "missing-sign" && plus && first.every(({ value }) => isDash(value)))
            continue;
          if (
            shape === "missing-word" &&
            type === "string" &&
            first.every(({ value }) => isCross(value))
          )
            continue;
          if (unwanted[type].includes(shape) && !proper[type].includes(shape))
            marks[shape as Mark] = tallied;
          else if (type === "date" && shape === "integer") {
            if (areSerials(tallied)) marks["date-serial"] = tallied;
            else addTo(wrong, tallied);
          } else if (type !== "string" && !proper[type].includes(shape)) addTo(wrong, tallied);
          else if (declared && type !== "string" && proper[type].includes(shape))
            addTo(wrong, tallied);
        } else if (what === "required") problem("required", "значення", tallied);
        else if (what === "unique") problem("unique", "без повторів", tallied);
        else if (expected.has(what))
          problem(what as CellProblem["kind"], expected.get(what) ?? "", tallied);
        else marks[what as Mark] = tallied;
      }
      if (wrong.count > 0) {
        if (declared) problem("type", type, wrong);
        else marks.mixed = wrong;
      }
      // Dates among numbers of houses: Excel took «3/5» for the fifth of March.
      if (numbersOfHouses.test(`${plan.name} ${plan.title ?? ""}`) && type !== "date")
        for (const shape of dateShapes) {
          const tallied = tallies.get(shape);
          if (!tallied) continue;
          marks["excel-date"] ??= { count: 0, first: [] };
          addTo(marks["excel-date"], tallied);
        }
      const { distinct, exact, top } = tally.result();
      const isNumber = type === "integer" || type === "number" || type === "year";
      const shape = isNumber && numbers > 1 ? histogram.result() : undefined;
      if ((role === "latitude" || role === "longitude") && filled >= 5 && distinct === 1 && exact)
        marks["place-same"] = { count: filled, first: firstFilled ? [firstFilled] : [] };
      const range = isNumber
        ? numbers > 0
          ? { minimum: String(low), maximum: String(high) }
          : {}
        : firstText !== undefined && lastText !== undefined
          ? { minimum: firstText, maximum: lastText }
          : {};
      return {
        name: plan.name,
        field: plan.field,
        ...(plan.title === undefined ? {} : { title: plan.title }),
        type,
        declared: declared !== undefined,
        profile: {
          count,
          missing: empty,
          distinct,
          ...(exact ? {} : { distinctExact: false as const }),
          ...range,
          ...((type === "integer" || type === "number") && numbers > 0
            ? { mean: sum / numbers }
            : {}),
          ...(shape ? { histogram: shape } : {}),
          top,
        },
        marks,
        problems,
        personal: judgePersonal(personal, role, filled).map(
          ({ kind, count: n, severity }): PersonalFound => ({
            kind,
            severity,
            count: n,
            first: personalSpots.get(kind) ?? [],
          }),
        ),
      };
    },
  };
}

/** In a column of text a cross may be a value: the category of a settlement in КАТОТТГ is X. */
const isCross = (text: string): boolean => /^[xх]$/i.test(text);
const isDash = (text: string): boolean => /^[-–—]$/.test(text);

function addTo(all: Tallied, more: Tallied): void {
  all.count += more.count;
  all.first = [...all.first, ...more.first].sort((a, b) => a.record - b.record).slice(0, kept);
}
