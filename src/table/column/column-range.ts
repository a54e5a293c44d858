import type { ColumnProfile, ColumnReport } from "../../model/table.ts";
import { isZoned, placeMoments } from "../moment.ts";
import { isNumeric } from "./cell.ts";
import { createHistogram } from "./histogram.ts";

/** Types whose texts have an order of what they mean: that of text, or of moments. */
const ordered: readonly ColumnReport["type"][] = ["date", "datetime", "time", "year", "yearmonth"];

type Range = Pick<ColumnProfile, "minimum" | "maximum" | "mean" | "histogram">;

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

/** Numbers and ordered texts of a column, one at a time → its limits; of numbers the mean and the histogram too. */
export function createRange() {
  const histogram = createHistogram();
  let numbers = 0;
  let sum = 0;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
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
    };
  };
  // A moment without a zone beside others that name it: nobody knows which is the least.
  const ofTexts = (): Range =>
    zoned.isEmpty() ? others.limits() : others.isEmpty() ? zoned.limits() : {};

  return {
    addNumber(value: number) {
      numbers++;
      sum += value;
      if (value < low) low = value;
      if (value > high) high = value;
      histogram.add(value);
    },
    /** A text whose order is that of what it means: a date, a moment, a time. */
    addText(text: string) {
      (isZoned(text) ? zoned : others).add(text);
    },
    result(type: ColumnReport["type"]): Range {
      if (isNumeric(type)) return ofNumbers();
      return ordered.includes(type) ? ofTexts() : {};
    },
  };
}
