import { expect, test } from "vitest";
import { examplePortal } from "../../rules/example-portal.ts";
import { catalogueOf } from "../../test/fixtures/generated-portal.ts";
import { renderLlmsTxt } from "./llms-txt.ts";

const catalogue = catalogueOf(examplePortal);
const [stops] = catalogue.datasets;
if (!stops) throw new Error("The example has a set.");

test("the portal for programs that read words: a heading, a quotation, lists of links", () => {
  const text = renderLlmsTxt(catalogue);
  expect(text).toMatchSnapshot();
  expect(text).toMatch(/^# .+\n\n> .+\n\n[^#>\n].+\n\n## /);
});

test("of many sets the first are listed, long descriptions cut at a word, and the list of all is named", () => {
  const datasets = Array.from({ length: 201 }, (_, at) => ({
    ...stops,
    id: `stops-${at}`,
    description: { uk: "Перелік зупинок громади ".repeat(20) },
  }));
  const lines = renderLlmsTxt({ ...catalogue, datasets }).split("\n");
  const listed = lines.filter((line) => line.includes("/index.md"));
  expect(listed.length).toBe(200);
  expect(listed.every((line) => /громади…$|зупинок…$|Перелік…$/.test(line))).toBe(true);
  expect(lines.find((line) => line.includes("201"))).toBe(
    "Тут 200 наборів із 201; решта — у переліку: [datasets.json](https://data.example.gov.ua/datasets.json)",
  );
});

test("a withdrawn set is not listed", () => {
  const passport = { ...stops.passport, status: "withdrawn" as const };
  expect(renderLlmsTxt({ ...catalogue, datasets: [{ ...stops, passport }] })).not.toContain(
    "stops",
  );
});
