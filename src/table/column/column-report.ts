import type { CellProblem, ColumnReport, Mark, Tallied } from "../../model/table.ts";
import type { ColumnState } from "./column-state.ts";
import { areSerials, proper, type Type, typeOf, unwanted } from "./column-type.ts";
import { dateShapes, type Shape } from "./role/shape.ts";
import { addTallied, nothingMet } from "./spots.ts";
import type { createTally } from "./tally.ts";

/** Columns of numbers that Excel takes for dates: «3/5», «12-1». */
const numbersOfHouses =
  /будин|(?<!\p{L})буд(?!\p{L})|квартир|корпус|приміщенн|house|building|budyn|kvartyr|prymishch/iu;

/** Fewer places at one point say nothing. */
const leastPlaces = 5;

const isDash = ({ value }: { value: string }): boolean => /^[-–—]$/.test(value);
/** In a column of text a cross may be a value: the category of a settlement in КАТОТТГ is X. */
const isCross = ({ value }: { value: string }): boolean => /^[xх]$/i.test(value);

/** What cells of a shape are in a column of the type: values, marks, or values of another type. */
function meaningOf(
  shape: Shape,
  { first }: Tallied,
  type: Type,
  { plan: { declared }, hasPlus }: ColumnState,
): "value" | Mark | "wrong" {
  if (shape === "missing-sign" && hasPlus && first.every(isDash)) return "value";
  if (shape === "missing-word" && type === "string" && first.every(isCross)) return "value";
  const isProper = proper[type].includes(shape);
  if (unwanted[type].includes(shape) && !isProper) return shape as Mark;
  if (type === "date" && shape === "integer") return areSerials(first) ? "date-serial" : "wrong";
  if (type === "string") return "value";
  // Where a structure promises the type, only cells that break it were noted by their shape.
  return declared || !isProper ? "wrong" : "value";
}

/** Shapes of a column's cells → those that are marks, and all that are no values of the type. */
function judgeShapes(
  column: ColumnState,
  type: Type,
): { marks: [Mark, Tallied][]; wrong: Tallied } {
  const marks: [Mark, Tallied][] = [];
  const wrong = nothingMet();
  for (const [shape, tallied] of column.shapes) {
    const meaning = meaningOf(shape, tallied, type, column);
    if (meaning === "wrong") addTallied(wrong, tallied);
    else if (meaning !== "value") marks.push([meaning, tallied]);
  }
  return { marks, wrong };
}

/** Marks in the order in which they were met; in one cell its spaces are seen first, then its shape. */
function inOrderMet(column: ColumnState, ofShapes: [Mark, Tallied][]): [Mark, Tallied][] {
  const others = [...column.marks];
  const recordOf = ([, { first }]: [Mark, Tallied]) => first[0]?.record ?? 0;
  return [
    ...others.filter(([mark]) => mark === "edge-space"),
    ...ofShapes,
    ...others.filter(([mark]) => mark !== "edge-space"),
  ].sort((one, other) => recordOf(one) - recordOf(other));
}

/** Dates among numbers of houses: Excel took «3/5» for the fifth of March. */
function datesOfHouses({ plan, shapes }: ColumnState, type: Type): Tallied[] {
  if (type === "date" || !numbersOfHouses.test(`${plan.name} ${plan.title ?? ""}`)) return [];
  return dateShapes.flatMap((shape) => shapes.get(shape) ?? []);
}

/** What the structure promised and cells broke. */
function problemsOf(column: ColumnState, index: number, type: Type, wrong: Tallied): CellProblem[] {
  const { plan, constraints, broken } = column;
  const expected = (kind: CellProblem["kind"]): string => {
    if (kind === "required") return "значення";
    if (kind === "unique") return "без повторів";
    return constraints.find((constraint) => constraint.kind === kind)?.expected ?? "";
  };
  const problem = (kind: CellProblem["kind"], wanted: string, { count, first }: Tallied) => ({
    kind,
    column: index,
    field: plan.field,
    expected: wanted,
    count,
    first,
  });
  return [
    ...[...broken].map(([kind, tallied]) => problem(kind, expected(kind), tallied)),
    ...(plan.declared && wrong.count > 0 ? [problem("type", type, wrong)] : []),
  ];
}

/** What was seen of a column → its report; what of it is a person's is veiled at the end of the table (`veilColumn`). */
export function reportColumn(
  column: ColumnState,
  { distinct, exact, top }: ReturnType<ReturnType<typeof createTally>["result"]>,
  index: number,
): ColumnReport {
  const { plan, role, cells, empty, firstFilled } = column;
  const { declared, name, field, title } = plan;
  const filled = cells - empty;
  const type = declared?.type ?? typeOf(column.shapes, filled, role);
  const judged = judgeShapes(column, type);
  const marks: ColumnReport["marks"] = Object.fromEntries(inOrderMet(column, judged.marks));
  if (judged.wrong.count > 0 && !declared) marks.mixed = judged.wrong;
  for (const dates of datesOfHouses(column, type)) {
    marks["excel-date"] ??= nothingMet();
    addTallied(marks["excel-date"], dates);
  }
  const isPlace = role === "latitude" || role === "longitude";
  if (isPlace && filled >= leastPlaces && distinct === 1 && exact)
    marks["place-same"] = { count: filled, first: firstFilled ? [firstFilled] : [] };
  return {
    name,
    field,
    ...(title === undefined ? {} : { title }),
    type,
    declared: declared !== undefined,
    profile: {
      count: cells,
      missing: empty,
      distinct,
      ...(exact ? {} : { distinctExact: false as const }),
      ...column.range.result(type),
      top,
    },
    marks,
    problems: problemsOf(column, index, type, judged.wrong),
    personal: column.personal.result(filled),
  };
}
