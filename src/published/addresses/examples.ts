import type { Catalogue, Resource } from "../../model/catalogue.ts";
import {
  type CalledTable,
  calcCall,
  duckdbCall,
  pandasCall,
  polarsCall,
  powerQueryCall,
  readrCall,
} from "../tables/typed-calls.ts";
import { nameOf } from "./address.ts";

/** A call a developer copies: the tool, and the text for it. */
export type ApiExample = { tool: string; code: string };

/** Reading one table of the portal, in each tool: with the types of its schema, so that values come as they are kept. */
export const tableExamples = (table: CalledTable): ApiExample[] => [
  { tool: "curl", code: `curl -fsS -O "${table.url}"` },
  { tool: "Python, pandas", code: pandasCall(table) },
  { tool: "Python, polars", code: polarsCall(table) },
  { tool: "R, readr", code: readrCall(table) },
  {
    tool: "JavaScript, Node.js",
    code: [
      'import { parse } from "csv-parse/sync";',
      "",
      `const response = await fetch("${table.url}");`,
      "const rows = parse(await response.text(), { columns: true, bom: true });",
      "console.log(rows.slice(0, 5));",
    ].join("\n"),
  },
  { tool: "DuckDB, SQL", code: duckdbCall(table) },
  { tool: "Excel, Power Query", code: powerQueryCall(table) },
  { tool: "LibreOffice", code: calcCall(table) },
];

/** Opening a table in a language of data, for the page of its dataset: the shortest of the above. */
export const openingExamples = (table: CalledTable): ApiExample[] =>
  tableExamples(table).filter(({ tool }) => tool === "Python, pandas" || tool === "R, readr");

/** Google Sheets: without a locale it reads numbers and dates by the language of the sheet; «;» parts arguments in every one. */
export const sheetsFormula = (url: string): string => `=IMPORTDATA("${url}"; ","; "en_US")`;

/** Every table of the portal with its types and comments, in DuckDB. */
export const wholeExample = (site: string): string =>
  `curl -fsS ${site}/portal.sql | duckdb portal.duckdb

duckdb portal.duckdb "SELECT view_name, comment FROM duckdb_views() WHERE NOT internal"`;

/** A portal as a server of the Model Context Protocol, as programs with a language model are told of it. */
export function mcpSettings(site: string): { most: string; code: string } {
  const server = {
    command: "node",
    args: ["/…/open-data-portal/scripts/open-data-portal.mjs", "mcp", "--url", site],
  };
  const written = (settings: object) => JSON.stringify(settings, null, 2);
  const { hostname } = new URL(site);
  return {
    most: written({ mcpServers: { [hostname]: server } }),
    code: written({ servers: { [hostname]: { type: "stdio", ...server } } }),
  };
}

/** Reading the list of datasets, in each tool. */
export const catalogueExamples = (site: string): ApiExample[] => [
  {
    tool: "curl, jq",
    code: `curl -fsS "${site}/datasets.json" | jq -r '.datasets[] | [.id, .title] | @tsv'`,
  },
  {
    tool: "Python, pandas",
    code: `import pandas as pd\n\nsets = pd.read_csv("${site}/datasets.csv")\nprint(sets[["id", "title", "modified"]])`,
  },
  {
    tool: "Python, polars",
    code: `import polars as pl\n\nsets = pl.read_csv("${site}/datasets.csv")\nprint(sets.select("id", "title", "modified"))`,
  },
  {
    tool: "R",
    code: `library(jsonlite)\n\nsets <- fromJSON("${site}/datasets.json")$datasets\nsets[, c("id", "title", "modified")]`,
  },
  {
    tool: "JavaScript",
    code: `const response = await fetch("${site}/datasets.json");
const { datasets } = await response.json();
console.log(datasets.map(({ id, title }) => [id, title]));`,
  },
  {
    tool: "DuckDB, SQL",
    code: `SELECT publisherTitle, count(*) AS sets\nFROM read_csv('${site}/datasets.csv')\nGROUP BY ALL ORDER BY sets DESC;`,
  },
  {
    tool: "Excel, Power Query",
    code: `let
  Source = Json.Document(Web.Contents("${site}/datasets.json")),
  Table = Table.FromRecords(Source[datasets], {"id", "title", "modified"}, MissingField.UseNull)
in
  Table`,
  },
  {
    tool: "Python, RDF",
    code: `from rdflib import Graph

graph = Graph().parse("${site}/catalog.ttl")
for row in graph.query("""
    PREFIX dcat: <http://www.w3.org/ns/dcat#>
    PREFIX dct: <http://purl.org/dc/terms/>
    SELECT ?title ?file WHERE {
      ?set a dcat:Dataset ; dct:title ?title ; dcat:distribution/dcat:downloadURL ?file .
    }"""):
    print(row.title, row.file)`,
  },
];

/** The dataset and table that examples are made with: the first whose table lies here, by Ukrainian title. */
export function exampleOf({
  datasets,
}: Catalogue): { dataset: string; file: string; table: Resource } | undefined {
  for (const { id, passport, resources } of datasets) {
    const table = resources.find(({ file, table: read }) => file && read);
    if (passport.status === "active" && table?.path)
      return { dataset: id, file: nameOf(table.path), table };
  }
  return undefined;
}
