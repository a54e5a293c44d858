import {
  type ColumnProfile,
  type ColumnReport,
  type TimeForm,
  timeForms,
} from "../../model/table.ts";
import { formOf, isZoned, placeMoments } from "../moment.ts";
import { isNumeric } from "./cell.ts";
import { createHistogram } from "./histogram.ts";

/** Types whose texts have an order of what they mean: that of text, or of moments. */
const ordered: readonly ColumnReport["type"][] = ["date", "datetime", "time", "year", "yearmonth"];

type Range = Pick<ColumnProfile, "minimum" | "maximum" | "mean" | "histogram" | "forms">;

/** The least and the greatest of texts, as they are written. */
function createTexts() {
  let least: string | undefined;
  let greatest: string | undefined;
  return {
    add(text: string) {
      if (least === undefined || placeMoments(text, least) < 0) least = text;
      if (greatest === undefined || placeMoments(text, greatest) > 0) greatest = text;
    },
    isEmpty: () => least === undefined,
    limits: (): Range =>
      least === undefined || greatest === undefined ? {} : { minimum: least, maximum: greatest },
  };
}

/** Numbers and ordered texts of a column, one at a time → its limits and forms; of numbers the mean and the histogram too. */
export function createRange() {
  const histogram = createHistogram();
  let numbers = 0;
  let sum = 0;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let hasExponent = false;
  const forms = new Set<TimeForm>();
  const zoned = createTexts();
  const others = createTexts();

  const ofNumbers = (): Range => {
    if (numbers === 0) return {};
    const steps = numbers > 1 ? histogram.result() : undefined;
    return {
      minimum: String(low),
      maximum: String(high),
      // Of numbers beyond all bounds there is none: JSON has no word for it.
      ...(Number.isFinite(sum) ? { mean: sum / numbers } : {}),
      ...(steps ? { histogram: steps } : {}),
      ...(hasExponent ? { forms: ["exponent"] } : {}),
    };
  };
  // A moment without a zone beside others that name it: nobody knows which is the least.
  const ofTexts = (): Range => ({
    ...(zoned.isEmpty() ? others.limits() : others.isEmpty() ? zoned.limits() : {}),
    ...(forms.size > 0 ? { forms: timeForms.filter((form) => forms.has(form)) } : {}),
  });

  return {
    /** `text`: how it is written, where that was looked at. */
    addNumber(value: number, text?: string) {
      numbers++;
      sum += value;
      if (value < low) low = value;
      if (value > high) high = value;
      histogram.add(value);
      hasExponent ||= text !== undefined && /e/i.test(text);
    },
    /** A text whose order is that of what it means: a date, a moment, a time. */
    addText(text: string) {
      (isZoned(text) ? zoned : others).add(text);
      if (text.includes(":")) forms.add(formOf(text));
    },
    result(type: ColumnReport["type"]): Range {
      if (isNumeric(type)) return ofNumbers();
      return ordered.includes(type) ? ofTexts() : {};
    },
  };
}
