import { measurePlan } from "../../catalogue/measures/plan/plan.ts";
import { measureCoverage } from "../../catalogue/measures/quality/coverage.ts";
import type { Catalogue } from "../../model/catalogue.ts";
import { listLine } from "../../model/csv.ts";
import type { Indicator, TaskResult, TaskState } from "../../model/plan.ts";

/** Every figure of the plan with its formula, evidence and the moment of the files it was counted from. */
export function renderPlanJson(catalogue: Catalogue): string {
  const { plan, portal, today } = catalogue;
  const results = measurePlan(catalogue);
  return `${JSON.stringify(
    {
      title: plan?.title ?? portal.title,
      date: today,
      tasks: results.map((result) => {
        const task = plan?.tasks.find(({ number }) => number === result.number);
        return {
          ...result,
          title: task?.title,
          term: task?.term,
          kpi: task?.kpi,
          evidence: result.evidence.map(({ path, ...rest }) => ({
            ...rest,
            url: portal.site + path,
          })),
        };
      }),
    },
    null,
    1,
  )}\n`;
}

/** A line for each figure: task, state, figure, goal, formula. An unknown figure is an empty cell, not a nought. */
export function renderPlanCsv(catalogue: Catalogue): string {
  const { plan } = catalogue;
  const lines = measurePlan(catalogue).flatMap(({ number, state, indicators, windows }) => {
    const title = plan?.tasks.find((task) => task.number === number)?.title ?? "";
    const past = windows.filter((window) => window.past);
    const rows = indicators.map(({ label, value, unit, goal, formula }) => [
      label,
      value,
      unit,
      goal,
      formula,
    ]);
    if (past.length > 0)
      rows.push([
        "Строків дотримано",
        past.filter(({ met }) => met).length,
        "count",
        past.length,
        "Строки, що минули і мають підтвердження.",
      ]);
    return rows.map((row) => [
      number,
      title,
      state,
      ...row.map((cell) => (cell === undefined ? "" : String(cell))),
    ]);
  });
  return [["number", "title", "state", "indicator", "value", "unit", "goal", "formula"], ...lines]
    .map(listLine)
    .join("");
}

/** A line for each mandated set: its state, the sets that answer to it, why it is exempt. */
export const renderCoverageCsv = (catalogue: Catalogue): string =>
  [
    ["code", "category", "title", "state", "datasets", "ground", "decision", "harmTest", "review"],
    ...measureCoverage(catalogue).map(
      ({
        code,
        category,
        title,
        state,
        datasets,
        exemption: { ground, decision, harmTest, review } = {},
      }) => [
        code,
        category,
        title,
        state,
        datasets.join(" "),
        ground ?? "",
        decision ?? "",
        harmTest ?? "",
        review ?? "",
      ],
    ),
  ]
    .map(listLine)
    .join("");

/** The same at each publisher: a line for each mandated set that one keeps, should keep or is exempt from. */
export const renderCoverageMatrixCsv = (catalogue: Catalogue): string =>
  [
    ["code", "title", "publisher", "publisherTitle", "state", "datasets"],
    ...measureCoverage(catalogue).flatMap(({ code, title, cells }) =>
      cells.map(({ publisher, state, datasets }) => [
        code,
        title,
        publisher,
        catalogue.publishers.find(({ id }) => id === publisher)?.title ?? publisher,
        state,
        datasets.join(" "),
      ]),
    ),
  ]
    .map(listLine)
    .join("");

/** A register as a table: a line for each entry, columns as its schema has them; a list inside a cell is JSON or words. */
export const renderRegisterCsv = (
  entries: readonly Record<string, unknown>[],
  columns: readonly string[],
): string =>
  [
    ["id", ...columns],
    ...entries.map((entry) => ["id", ...columns].map((column) => cellOf(entry[column]))),
  ]
    .map(listLine)
    .join("");

function cellOf(value: unknown): string {
  if (value === undefined) return "";
  if (!Array.isArray(value))
    return typeof value === "object" ? JSON.stringify(value) : String(value);
  return value.every((item) => typeof item === "string") ? value.join(" ") : JSON.stringify(value);
}

const stateWords: Record<TaskState, string> = {
  done: "виконано",
  partial: "частково",
  unproven: "не підтверджено",
};
const figure = ({ value, unit }: Indicator): string =>
  value === undefined
    ? "немає даних"
    : unit === "yes"
      ? value > 0
        ? "так"
        : "ні"
      : `${String(value).replace(".", ",")}${unit === "percent" ? " %" : ""}`;

/** Tasks for a terminal: state, figures, how each was counted. */
export const renderPlanText = (
  plan: NonNullable<Catalogue["plan"]>,
  results: readonly TaskResult[],
  today: string,
): string =>
  `${plan.title}\nСтаном на ${today}\n${results
    .map(({ number, state, indicators, windows }) => {
      const task = plan.tasks.find((one) => one.number === number);
      const lines = indicators.map(
        (indicator) => `  ${indicator.label}: ${figure(indicator)}\n    ${indicator.formula}\n`,
      );
      const past = windows.filter((window) => window.past);
      const missed = past.filter(({ met }) => !met).map(({ label }) => label);
      if (past.length > 0)
        lines.push(
          `  Строків дотримано: ${past.length - missed.length} з ${past.length}${missed.length > 0 ? `; не підтверджено: ${missed.join(", ")}` : ""}\n`,
        );
      return `\n${number}. ${task?.title ?? ""}\n  стан: ${stateWords[state]}\n${lines.join("")}`;
    })
    .join("")}`;
