import type { Speech } from "../../../i18n/speech.ts";
import type { Indicator } from "../../../model/plan.ts";

/** A task's figure in words: «57,6 %», «76», «так»; «немає даних» where no file says anything. */
export function shownFigure(
  { unit }: Pick<Indicator, "unit">,
  value: number | undefined,
  { t, number, measured }: Speech,
): string {
  if (value === undefined) return t("plan.unknown");
  if (unit === "yes") return t(value > 0 ? "plan.yes" : "plan.no");
  return unit === "percent" ? measured(value, "%") : number(value);
}

/** The figure that stands for a task in a list: the first that has a goal, else the first. */
export const mainFigure = (indicators: readonly Indicator[]): Indicator | undefined =>
  indicators.find(({ goal }) => goal !== undefined) ?? indicators[0];
