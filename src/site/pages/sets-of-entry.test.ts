import { expect, test } from "vitest";
import type { Dataset, News } from "../../model/catalogue.ts";
import { setsOfEntry } from "./sets-of-entry.ts";

const sets = ["stops", "trees", "budget", "schools", "pupils"].map((id) => ({ id }) as Dataset);
const shown = (...parts: [name: string, attributes: Record<string, string>][]) =>
  setsOfEntry(
    { datasets: sets },
    {
      datasets: ["trees"],
      nodes: [
        { kind: "link", url: "/dataset/pupils/", line: 1 },
        ...parts.map(([name, attributes], index) => ({
          kind: "component" as const,
          name,
          attributes,
          line: index + 2,
        })),
      ] as News["nodes"],
    },
  )?.map(({ id }) => id);

test("an entry shows the sets of its head, of its cards, charts and figures, and those a chart puts beside", () => {
  expect(shown()).toEqual(["trees"]);
  expect(
    shown(
      ["DatasetCard", { id: "stops" }],
      ["Figure", { dataset: "budget", of: "rows", label: "рядків" }],
      ["Chart", { dataset: "trees", x: "kind", and: "schools:id:number; pupils:id" }],
    ),
  ).toEqual(["trees", "stops", "budget", "schools", "pupils"]);
});

test("an entry with the quality of all sets shows the portal as a whole", () => {
  expect(shown(["Quality", {}], ["DatasetCard", { id: "stops" }])).toBeUndefined();
});
