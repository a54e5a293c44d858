/** A call a developer copies: the tool, and the text for it. */
export type ApiExample = { tool: string; code: string };

/** Reading one table of the portal, in each tool. */
export const tableExamples = (url: string, file: string): ApiExample[] => [
  { tool: "curl", code: `curl -fsS -O "${url}"` },
  {
    tool: "Python, pandas",
    code: `import pandas as pd\n\ntable = pd.read_csv("${url}")\nprint(table.head())`,
  },
  {
    tool: "Python, polars",
    code: `import polars as pl\n\ntable = pl.read_csv("${url}")\nprint(table.head())`,
  },
  { tool: "R", code: `table <- read.csv("${url}", encoding = "UTF-8")\nhead(table)` },
  {
    tool: "JavaScript, Node.js",
    code: [
      'import { parse } from "csv-parse/sync";',
      "",
      `const response = await fetch("${url}");`,
      "const rows = parse(await response.text(), { columns: true });",
      "console.log(rows.slice(0, 5));",
    ].join("\n"),
  },
  { tool: "DuckDB, SQL", code: `SELECT * FROM read_csv('${url}') LIMIT 5;` },
  {
    tool: "Excel, Power Query",
    code: `let
  Source = Csv.Document(Web.Contents("${url}"), [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
  Table = Table.PromoteHeaders(Source, [PromoteAllScalars = true])
in
  Table`,
  },
  {
    tool: "LibreOffice",
    code: `curl -fsS -O "${url}"
soffice --headless --convert-to ods --infilter="CSV:44,34,UTF8,1" ${file}`,
  },
];

/** Opening a table in a language of data, for the page of its dataset: the shortest of the above, and R with codes kept. */
export const openingExamples = (url: string, file: string): ApiExample[] =>
  tableExamples(url, file).filter(({ tool }) => tool === "Python, pandas" || tool === "R");

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
