import type { ColumnProfile, ColumnReport } from "../../model/table.ts";
import { isNumeric } from "./cell.ts";
import { createHistogram } from "./histogram.ts";

/** Types whose texts stand in the order of what they mean. */
const ordered: readonly ColumnReport["type"][] = ["date", "datetime", "time", "year", "yearmonth"];

type Range = Pick<ColumnProfile, "minimum" | "maximum" | "mean" | "histogram">;

/** Numbers and ordered texts of a column, one at a time → its limits; of numbers the mean and the histogram too. */
export function createRange() {
  const histogram = createHistogram();
  let numbers = 0;
  let sum = 0;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let firstText: string | undefined;
  let lastText: string | undefined;

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
  const ofTexts = (): Range =>
    firstText === undefined || lastText === undefined
      ? {}
      : { minimum: firstText, maximum: lastText };

  return {
    addNumber(value: number) {
      numbers++;
      sum += value;
      if (value < low) low = value;
      if (value > high) high = value;
      histogram.add(value);
    },
    /** A text whose order is that of what it means: a date, a time. */
    addText(text: string) {
      if (firstText === undefined || text < firstText) firstText = text;
      if (lastText === undefined || text > lastText) lastText = text;
    },
    result(type: ColumnReport["type"]): Range {
      if (isNumeric(type)) return ofNumbers();
      return ordered.includes(type) ? ofTexts() : {};
    },
  };
}
