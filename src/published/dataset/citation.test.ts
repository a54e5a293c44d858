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

/** The names of an entry's fields as BibTeX finds them: a field goes on until its braces are even, escaped or not. */
function fieldsOf(bibtex: string): string[] {
  let depth = 0;
  let outside = "";
  for (const sign of bibtex) {
    if (sign === "{") depth++;
    if (depth === 1) outside += sign;
    if (sign === "}") depth--;
    if (depth < 0) return [];
  }
  return depth === 0 ? [...outside.matchAll(/(\w+) = [,\n]/g)].map(([, name = ""]) => name) : [];
}

test.each(["Дужка { без пари", "Дужка } без пари", "}{", "\\{ \\} \\", "a^b ~ c"])(
  "BibTeX reads every field of a set called «%s»",
  (title) => {
    const citation = { ...citationOf(stops, catalogue), title, portal: title, version: title };
    const bibtex = renderBibtex(stops.id, citation);
    expect(fieldsOf(bibtex)).toEqual(
      fieldsOf(renderBibtex(stops.id, { ...citation, title: "а", portal: "а", version: "а" })),
    );
    expect(fieldsOf(bibtex)).toContain("note");
    expect(bibtex).not.toMatch(/[\^~]|\\[{}]/);
  },
);

test("the address that holds a citation gives it back, letter for letter", async () => {
  const bibtex = renderBibtex(stops.id, citationOf(stops, catalogue));
  const address = dataAddress("application/x-bibtex", bibtex);
  expect(address).toMatch(/^data:application\/x-bibtex;charset=utf-8;base64,[\w+/=]+$/);
  expect(await (await fetch(address)).text()).toBe(bibtex);
});
