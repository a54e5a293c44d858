import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { canonicalOf, readRdf } from "../../test/fixtures/read-rdf.ts";
import type { GraphNode } from "./dcat-terms.ts";
import { extensions, serialisations } from "./rdf.ts";

const folder = mkdtempSync(join(tmpdir(), "rdf-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A graph with what serialisations stumble over: signs of each syntax in texts, no text, nodes without names, names in full. */
const graph: GraphNode[] = [
  {
    "@id": "https://a.ua/set?a=1&b=2",
    "@type": ["dcat:Dataset", "http://example.org/ns#Whole", "urn:uuid:1"],
    "dct:title": [
      { "@value": 'Зупинки «а» & "б" <в>\\ \n далі', "@language": "uk" },
      { "@value": "Stops", "@language": "en" },
    ],
    "dct:description": { "@value": "" },
    "dct:identifier": [{ "@value": "stops" }],
    "dct:modified": { "@value": "2026-01-01", "@type": "xsd:date" },
    "dcat:bbox": { "@value": "POINT(1 2)", "@type": "http://example.org/ns#wkt" },
    "dct:publisher": { "@id": "https://a.ua/council" },
    "dct:temporal": [
      {
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": { "@value": "2025-01-01", "@type": "xsd:date" },
      },
      { "@type": "dct:PeriodOfTime" },
    ],
  },
  { "@id": "https://a.ua/council", "@type": "foaf:Agent", "foaf:mbox": { "@id": "mailto:a@b.ua" } },
];

test("each serialisation is the same graph to the parser of its format", async () => {
  const graphs = await Promise.all(
    extensions.map(async (extension) => {
      const path = join(folder, `graph.${extension}`);
      writeFileSync(path, serialisations[extension].render(graph));
      return canonicalOf(await readRdf(path));
    }),
  );
  expect(graphs[0]).toMatchSnapshot();
  for (const one of graphs) expect(one).toBe(graphs[0]);
});
