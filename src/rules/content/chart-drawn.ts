import { type Finding, type Place, quote } from "../../model/reports/finding.ts";
import type { DatasetSource } from "../../model/repository.ts";
import type { ChartDescriptor } from "../../schemas/data/dataset.ts";
import { untoldLabels } from "../../table/charts/row-labels.ts";
import { stopsWith } from "../example-portal.ts";
import { error, type Rule, warning } from "../rule.ts";

/** Bars of one name are told apart by nobody: the chart numbers them, and asks what they are. */
function repeated(
  { value, tables }: DatasetSource,
  chart: ChartDescriptor,
  place: Place,
): Finding[] {
  const at = value.resources.findIndex(({ name }) => name === chart.resource);
  const { table, schema } = tables.find(({ resource }) => resource === at) ?? {};
  const labels = table && schema ? [...untoldLabels(chart, table, schema)] : [];
  const [first] = labels;
  return first === undefined
    ? []
    : [
        warning(chartDrawn, {
          place,
          message: `На графіку ${quote(chart.name)} кілька рядків мають однаковий підпис: ${quote(first)}${labels.length > 1 ? ` (таких підписів — ${labels.length})` : ""}. Портал показав кожен рядок окремо, під номером.`,
          hint: "Щоб рядки з одним підписом додавалися, допишіть aggregate: sum; щоб розрізнялися, оберіть для x чи labels колонку, де значення різні.",
        }),
      ];
}

export const chartDrawn: Rule = {
  id: "chart-drawn",
  title: "Графік має дані",
  why: "Графік будується з таблиці набору: названі в ньому ресурс і колонки мусять існувати, а значення — бути числами. Підписи стовпчиків мають різнитися, інакше читач не знає, який із них котрий.",
  check: ({ datasets }) =>
    datasets.flatMap((dataset) => {
      const { value, placeOf } = dataset;
      return value.charts.flatMap((chart, index) => {
        const fields = value.resources.find(({ name }) => name === chart.resource)?.schema?.fields;
        const place = placeOf(["charts", index]);
        const hint = "Виправте назву ресурсу або колонки в описі графіка.";
        if (!fields)
          return [
            error(chartDrawn, {
              place,
              message: `Графік ${quote(chart.name)} посилається на ресурс ${quote(chart.resource)} без структури.`,
              hint,
            }),
          ];
        const unknown = [
          chart.x,
          ...(chart.labels ? [chart.labels] : []),
          ...(chart.y ?? []),
        ].filter((name) => !fields.some((field) => field.name === name));
        const texts = (chart.y ?? []).filter((name) =>
          fields.some(
            (field) => field.name === name && field.type !== "number" && field.type !== "integer",
          ),
        );
        const counted = chart.count === true ? chart.y !== undefined : chart.y === undefined;
        return [
          ...unknown.map((name) =>
            error(chartDrawn, {
              place,
              message: `Колонки ${quote(name)} для графіка ${quote(chart.name)} немає в таблиці.`,
              hint,
            }),
          ),
          ...texts.map((name) =>
            error(chartDrawn, {
              place,
              message: `Колонка ${quote(name)} графіка ${quote(chart.name)} не числова.`,
              hint,
            }),
          ),
          ...(counted
            ? [
                error(chartDrawn, {
                  place,
                  message: `Графік ${quote(chart.name)} має показувати або колонки y, або кількість рядків (count: true).`,
                  hint: "Лишіть щось одне.",
                }),
              ]
            : []),
          ...(unknown.length === 0 ? repeated(dataset, chart, place) : []),
        ];
      });
    }),
  examples: [
    {
      when: "колонки для графіка немає",
      files: stopsWith(
        "resources:\n",
        "charts:\n  - { name: a, title: Платформи, resource: stops, kind: bar, x: name, y: [platform] }\nresources:\n",
      ),
      messages: ["Колонки «platform» для графіка «a» немає в таблиці."],
    },
    {
      when: "два рядки з однаковим підписом, і графік їх не додає",
      files: {
        ...stopsWith(
          "resources:\n",
          "charts:\n  - { name: a, title: Платформи, resource: stops, kind: bar, x: name, y: [platforms] }\nresources:\n",
        ),
        "data/datasets/stops/stops.csv": "id,name,platforms\n1,Вокзал,2\n2,Центр,1\n3,Вокзал,1\n",
      },
      mended: {
        ...stopsWith(
          "resources:\n",
          "charts:\n  - { name: a, title: Платформи, resource: stops, kind: bar, x: name, y: [platforms], aggregate: sum }\nresources:\n",
        ),
        "data/datasets/stops/stops.csv": "id,name,platforms\n1,Вокзал,2\n2,Центр,1\n3,Вокзал,1\n",
      },
      messages: [
        "На графіку «a» кілька рядків мають однаковий підпис: «Вокзал». Портал показав кожен рядок окремо, під номером.",
      ],
      warns: true,
    },
  ],
};
