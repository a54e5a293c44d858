import type { Catalogue, News } from "../../model/catalogue.ts";
import type { ContentNode } from "../../model/repository.ts";

/** What a news item found, with the chart that shows it. */
export type Finding = {
  entry: News;
  /** What the writer's Chart says: a chart of a passport by its name, or a question to a table. */
  chart: Record<string, string>;
};

const isChart = (node: ContentNode): node is ContentNode & { kind: "component" } =>
  node.kind === "component" && node.name === "Chart";

/** What the first chart of a news item or of a dashboard shows; undefined where it has none. */
export const firstChart = ({ nodes }: Pick<News, "nodes">): Finding["chart"] | undefined =>
  nodes.find(isChart)?.attributes;

/**
 * The finding of the month: of the news with a chart one, another each month, the newest not forgotten for long.
 * @param today yyyy-mm-dd
 */
export function findingOf({ news }: Pick<Catalogue, "news">, today: string): Finding | undefined {
  const found = news.flatMap((entry): Finding[] => {
    const chart = firstChart(entry);
    return chart ? [{ entry, chart }] : [];
  });
  const [year = 0, month = 0] = today.split("-").map(Number);
  return found[(12 * year + month) % Math.max(1, found.length)];
}
