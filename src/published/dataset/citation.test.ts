import { expect, test } from "vitest";
import type { Dataset } from "../../model/catalogue.ts";
import { examplePortal } from "../../rules/example-portal.ts";
import { catalogueOf } from "../../test/fixtures/generated-portal.ts";
import { citationOf, citationText, dataAddress, renderBibtex, renderRis } from "./citation.ts";

const catalogue = catalogueOf(examplePortal);
const [stops] = catalogue.datasets;
if (!stops) throw new Error("The example has a set.");
const [file] = stops.resources;

test.each<[what: string, set: Partial<Dataset>]>([
  [
    "with a version, an English title and signs that BibTeX reads",
    {
      title: { uk: "Зупинки_100 % & {інше} \\ #1,\n$ друга", en: "Stops" },
      passport: { ...stops.passport, version: "1.2_b" },
      description: { uk: "Перелік зупинок." },
    },
  ],
  [
    "without commits, files or a description",
    {
      history: [],
      resources: file ? [{ ...file, sha256: undefined } as unknown as typeof file] : [],
      description: undefined,
    } as unknown as Partial<Dataset>,
  ],
])("a set %s is cited in every form", (_, more) => {
  const set = { ...stops, ...more };
  const citation = citationOf(set, catalogue);
  expect(citationText(citation).replaceAll("\u00a0", " ")).toMatchSnapshot();
  expect(renderBibtex(set.id, citation)).toMatchSnapshot();
  expect(renderRis(citation).replaceAll("\r", "↵")).toMatchSnapshot();
});

test("the address that holds a citation gives it back, letter for letter", async () => {
  const bibtex = renderBibtex(stops.id, citationOf(stops, catalogue));
  const address = dataAddress("application/x-bibtex", bibtex);
  expect(address).toMatch(/^data:application\/x-bibtex;charset=utf-8;base64,[\w+/=]+$/);
  expect(await (await fetch(address)).text()).toBe(bibtex);
});
