import { quote } from "../../model/reports/finding.ts";
import { stopsWith } from "../example-portal.ts";
import { error, type Rule } from "../rule.ts";

export const chartDrawn: Rule = {
  id: "chart-drawn",
  title: "Графік має дані",
  why: "Графік будується з таблиці набору: названі в ньому ресурс і колонки мусять існувати, а значення — бути числами.",
  check: ({ datasets }) =>
    datasets.flatMap(({ value, placeOf }) =>
      value.charts.flatMap((chart, index) => {
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
        ];
      }),
    ),
  examples: [
    {
      when: "колонки для графіка немає",
      files: stopsWith(
        "resources:\n",
        "charts:\n  - { name: a, title: Платформи, resource: stops, kind: bar, x: name, y: [platform] }\nresources:\n",
      ),
      messages: ["Колонки «platform» для графіка «a» немає в таблиці."],
    },
  ],
};
