import { expect, test } from "vitest";
import { found } from "../../test/fixtures/found.ts";
import { examplePortal, stopsWith } from "../example-portal.ts";

const withChart = (more: string) =>
  stopsWith(
    "resources:\n",
    `charts:\n  - { name: a, title: Платформи, ${more}, resource: stops, kind: bar, x: name, y: [platforms] }\nresources:\n`,
  );

test.each([
  ["finding: На вокзалі 5 платформ", "На вокзалі 5 платформ"],
  ["en: { title: Platforms, finding: The station has 5 platforms }", "The station has 5 platforms"],
])("a number that no point of the chart has is told, in either language: %s", (more, sentence) => {
  const told = found({ ...examplePortal, ...withChart(more) });
  expect(told.filter((line) => line.includes("finding-supported"))).toEqual([
    expect.stringContaining(
      `Заголовок графіка «${sentence}» каже те, чого немає в його числах: «5».`,
    ),
  ]);
});
