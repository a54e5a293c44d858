import type { Chart } from "../../model/catalogue.ts";
import { type Finding, type Place, quote } from "../../model/reports/finding.ts";
import type { DatasetSource, Repository } from "../../model/repository.ts";
import { type ChartQuery, chartQuerySchema } from "../../schemas/content/query.ts";
import { buildChart } from "../../table/charts/chart.ts";
import { unsupported } from "../../table/charts/claims.ts";
import { answerChart } from "../../table/charts/query.ts";
import { stopsWith } from "../example-portal.ts";
import { type Rule, warning } from "../rule.ts";

/** A sentence under whose name a chart stands, where a person wrote it, and what it is drawn from. */
type Written = { sentence: string; place: Place; chart: Chart };

/** A title may name the years it is about: the sets are chosen by them, and the chart need not write them. */
const withoutYears = (title: string): string => title.replace(/(?<!\d)(?:19|20)\d\d(?!\d)/g, "");

const ofPassport = ({ id, value, tables, placeOf }: DatasetSource): Written[] =>
  value.charts.flatMap((chart, index) => {
    const at = value.resources.findIndex(({ name }) => name === chart.resource);
    const { table, schema } = tables.find(({ resource }) => resource === at) ?? {};
    if (!table || !schema?.fields.some(({ name }) => name === chart.x)) return [];
    const place = placeOf(["charts", index]);
    const built = () => buildChart(id, chart, table, schema);
    return [chart.finding, chart.en?.finding, withoutYears(chart.title)].flatMap((sentence) =>
      sentence === undefined ? [] : [{ sentence, place, chart: built() }],
    );
  });

/** Is there a table to ask in every set a question names? */
const canAnswer = (datasets: readonly DatasetSource[], query: ChartQuery): boolean =>
  [query, ...(query.and ?? [])].every(({ dataset }) =>
    datasets.some(
      ({ id, value, tables }) =>
        id === dataset &&
        tables.some(
          ({ table, schema, resource }) =>
            table &&
            schema &&
            (dataset !== query.dataset ||
              query.resource === undefined ||
              value.resources[resource]?.name === query.resource),
        ),
    ),
  );

/** Questions of texts that cannot be answered the rule query-answered judges. */
function ofText(
  { file, nodes }: Repository["texts"][number],
  datasets: readonly DatasetSource[],
): Written[] {
  return nodes.flatMap((node) => {
    if (node.kind !== "component" || node.name !== "Chart") return [];
    const query = chartQuerySchema.safeParse(node.attributes);
    if (!query.success || !canAnswer(datasets, query.data)) return [];
    const chart = answerChart(datasets, query.data);
    const { finding, enFinding, title } = query.data;
    return [finding, enFinding, withoutYears(title)].flatMap((sentence) =>
      sentence === undefined ? [] : [{ sentence, place: { file, line: node.line }, chart }],
    );
  });
}

const told = ({ sentence, place, chart }: Written): Finding[] => {
  const claims = unsupported(sentence, chart).map(({ written }) => quote(written));
  return claims.length === 0
    ? []
    : [
        warning(findingSupported, {
          place,
          message: `Заголовок графіка ${quote(sentence)} каже те, чого немає в його числах: ${claims.join(", ")}.`,
          hint: "Звірте заголовок із «Числами графіка» й перепишіть його або вилучіть рядок finding: тоді портал складе заголовок сам.",
        }),
      ];
};

export const findingSupported: Rule = {
  id: "finding-supported",
  title: "Заголовок графіка збігається з його числами",
  why: "Таблицю оновлюють, а заголовок лишається. Тому кожне число й кожне «утричі більше» в ньому щоразу звіряють із тим, що на графіку.",
  check: ({ datasets, texts }) =>
    [...datasets.flatMap(ofPassport), ...texts.flatMap((entry) => ofText(entry, datasets))].flatMap(
      told,
    ),
  examples: [
    {
      when: "у заголовку число, якого вже немає в таблиці",
      files: stopsWith(
        "resources:\n",
        "charts:\n  - { name: a, title: Платформи, finding: На вокзалі 5 платформ, resource: stops, kind: bar, x: name, y: [platforms] }\nresources:\n",
      ),
      mended: stopsWith(
        "resources:\n",
        "charts:\n  - { name: a, title: Платформи, finding: На вокзалі удвічі більше платформ, resource: stops, kind: bar, x: name, y: [platforms] }\nresources:\n",
      ),
      messages: [
        "Заголовок графіка «На вокзалі 5 платформ» каже те, чого немає в його числах: «5».",
      ],
      warns: true,
    },
  ],
};
