import { expect, test } from "vitest";
import { catalogueOf, generatedPortal } from "../../test/fixtures/generated-portal.ts";
import { brokenLinkOf, relatedSets, requestsAbout, usesOf } from "./about-dataset.ts";

const built = catalogueOf(generatedPortal(16));
const entry = { id: "one", file: "", title: "Застосунок", date: "2026-11-01" };
const request = { ...entry, channel: "mail" as const };
const catalogue = {
  ...built,
  checks: {
    links: {
      checked: "2026-11-23",
      links: [
        {
          url: "https://zakon.rada.gov.ua/laws/show/2939-17",
          answer: "404",
          failures: 3,
          since: "2026-11-20",
        },
      ],
    },
  },
  registers: {
    ...built.registers,
    requests: [
      { ...request, kind: "data" as const, votes: 1, datasets: ["stops-1", "stops-2"] },
      { ...request, id: "two", kind: "error" as const, votes: 2, datasets: ["stops-1"] },
    ],
    publications: [
      { ...entry, path: "https://example.org/", channel: "Газета", datasets: ["stops-2"] },
    ],
  },
};

test("a dataset's page shows the requests, the broken link and the uses that name it", () => {
  const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  expect(idsOf(requestsAbout(catalogue, "stops-1"))).toEqual(["two", "one"]);
  expect(idsOf(requestsAbout(catalogue, "stops-2"))).toEqual(["one"]);
  expect(requestsAbout(catalogue, "stops-3")).toEqual([]);
  expect(brokenLinkOf(catalogue, "stops-3")?.since).toBe("2026-11-20");
  expect(brokenLinkOf(built, "stops-3")).toBeUndefined();
  expect(idsOf(usesOf(catalogue, "stops-2").publications)).toEqual(["one"]);
  expect(usesOf(catalogue, "stops-1")).toEqual({
    products: [],
    dashboards: [],
    news: [],
    publications: [],
  });
});

test("four sets that share most are related, the same theme before other themes, then by id", () => {
  const [first] = built.datasets.filter(({ id }) => id === "stops-1");
  // Thirteen themes go round: stops-14 has the theme of stops-1, all have its keywords.
  expect(first && relatedSets(built, first)).toEqual([
    "stops-14",
    "stops-10",
    "stops-11",
    "stops-12",
  ]);
});

test("nobody can change a catalogue that has been built", () => {
  expect(() => built.datasets.pop()).toThrow(TypeError);
  expect(() => Object.assign(built.datasets[0] ?? {}, { title: "" })).toThrow(TypeError);
  expect(() => built.datasets[0]?.resources.pop()).toThrow(TypeError);
});
