import type { Chart } from "../../../model/catalogue.ts";
import type { ContentNode, DatasetSource } from "../../../model/repository.ts";
import { chartQuerySchema, figureQuerySchema } from "../../../schemas/content/query.ts";
import { buildChart } from "../../../table/charts/chart.ts";
import { answerChart, answerFigure } from "../../../table/charts/query.ts";
import { type Insert, insertKey } from "./insert-tag.ts";

/** What a component shows: a chart with its numbers, or a number. */
export type InsertAnswer =
  | { kind: "chart"; chart: Chart }
  | { kind: "figure"; value: number | undefined; unit: string; label: string };

type Component = Extract<ContentNode, { kind: "component" }>;

/** Has a set a table that can be asked? Where it has not, a finding says so. */
const isAsked = (
  datasets: readonly DatasetSource[],
  { dataset, resource }: { dataset: string; resource?: string | undefined },
): boolean =>
  datasets.some(
    ({ id, value, tables }) =>
      id === dataset &&
      tables.some(
        ({ table, schema, resource: index }) =>
          table && schema && (resource === undefined || value.resources[index]?.name === resource),
      ),
  );

/** A chart the set's passport describes. */
function namedChart(
  datasets: readonly DatasetSource[],
  { dataset, name }: Readonly<Record<string, string>>,
): Chart | undefined {
  const source = datasets.find(({ id }) => id === dataset);
  const described = source?.value.charts.find((chart) => chart.name === name);
  const found = source?.tables.find(
    ({ resource }) => source.value.resources[resource]?.name === described?.resource,
  );
  return source && described && found?.table && found.schema
    ? buildChart(source.id, described, found.table, found.schema)
    : undefined;
}

function answerOf(
  datasets: readonly DatasetSource[],
  { name, attributes }: Insert,
): InsertAnswer | undefined {
  if (name === "Chart" && attributes.name !== undefined) {
    const chart = namedChart(datasets, attributes);
    return chart && { kind: "chart", chart };
  }
  if (name === "Chart") {
    const query = chartQuerySchema.safeParse(attributes);
    return query.success && isAsked(datasets, query.data)
      ? { kind: "chart", chart: answerChart(datasets, query.data) }
      : undefined;
  }
  if (name === "Figure" && attributes.dataset !== undefined) {
    const query = figureQuerySchema.safeParse(attributes);
    if (!query.success || !isAsked(datasets, query.data)) return undefined;
    const { unit = "", label } = query.data;
    return { kind: "figure", value: answerFigure(datasets, query.data), unit, label };
  }
  return undefined;
}

/** Components of a text → what each shows, by its key; those that cannot be answered have a finding instead. */
export const answerInserts = (
  datasets: readonly DatasetSource[],
  nodes: readonly ContentNode[],
): Map<string, InsertAnswer> =>
  new Map(
    nodes
      .filter((node): node is Component => node.kind === "component")
      .flatMap((node) => {
        const answer = answerOf(datasets, node);
        return answer ? [[insertKey(node), answer] as const] : [];
      }),
  );
