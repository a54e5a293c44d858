import type { Catalogue, Resource } from "../../model/catalogue.ts";
import { twinFormats, twinPath } from "../tables/twins.ts";
import { calledTable, readrCall, sqlText } from "../tables/typed-calls.ts";

/** A tool that a notebook is written for. */
type Notebook = "duckdb" | "polars" | "r";

type Example = { dataset: string; table: Resource };
/** A cell: words, or code. */
type Cell = { words: string } | { code: string };

const kernels = {
  python: {
    kernelspec: { display_name: "Python 3", language: "python", name: "python3" },
    language_info: { name: "python" },
  },
  r: { kernelspec: { display_name: "R", language: "R", name: "ir" }, language_info: { name: "R" } },
};

const python = (text: string): string => JSON.stringify(text);

/** A table's own column to count by: the one whose values part it best without being as many as its rows. */
function columnOf({ table }: Resource): string | undefined {
  const parting = (table?.columns ?? []).filter(
    ({ profile: { distinct } }) => distinct > 1 && distinct < (table?.rows ?? 0) / 2,
  );
  return parting.sort((a, b) => a.profile.distinct - b.profile.distinct)[0]?.field.name;
}

const cells: Record<Notebook, (catalogue: Catalogue, example: Example) => Cell[]> = {
  duckdb({ portal: { site } }, { table }) {
    const from = `read_parquet('${site}${twinPath(table, "parquet")}')`;
    const by = columnOf(table);
    const counted = by === undefined ? "" : `"${by.replaceAll('"', '""')}"`;
    return [
      { words: "## Що є на порталі" },
      {
        code:
          'import duckdb\n\nduckdb.sql("""\nSELECT publisherTitle, count(*) AS sets\nFROM read_parquet(' +
          sqlText(`${site}/datasets.parquet`) +
          ')\nGROUP BY ALL\nORDER BY sets DESC\n""").show()',
      },
      {
        words: `## Одна таблиця: ${table.title.uk}\n\nТипи колонок уже правильні: числа, дати, коди з нулями попереду.`,
      },
      {
        code: `duckdb.sql("""\nSELECT ${counted === "" ? "count(*) AS n" : `${counted}, count(*) AS n`}\nFROM ${from}${counted === "" ? "" : "\nGROUP BY ALL\nORDER BY n DESC\nLIMIT 10"}\n""").show()`,
      },
      { words: "## Що означають колонки" },
      {
        code: `import json\n\nnotes = duckdb.sql("""\nSELECT decode(value) FROM parquet_kv_metadata('${site}${twinPath(table, "parquet")}')\nWHERE decode(key) = 'datapackage'\n""").fetchone()\nfor field in json.loads(notes[0])["resources"][0]["schema"]["fields"]:\n    print(field["name"], "—", field["title"])`,
      },
    ];
  },
  polars({ portal: { site } }, { table }) {
    const by = columnOf(table);
    return [
      { words: "## Що є на порталі" },
      {
        code: `import polars as pl\n\nsets = pl.read_parquet(${python(`${site}/datasets.parquet`)})\nsets.group_by("publisherTitle").len().sort("len", descending=True)`,
      },
      {
        words: `## Одна таблиця: ${table.title.uk}\n\n\`scan_parquet\` читає лише потрібні колонки.`,
      },
      {
        code: `table = pl.scan_parquet(${python(`${site}${twinPath(table, "parquet")}`)})\n${by === undefined ? "table.select(pl.len()).collect()" : `table.group_by(${python(by)}).len().sort("len", descending=True).head(10).collect()`}`,
      },
    ];
  },
  r({ portal: { site } }, { table }) {
    const by = columnOf(table);
    return [
      { words: "## Що є на порталі" },
      {
        code: `library(readr)\n\nsets <- read_csv(${python(`${site}/datasets.csv`)}, col_types = cols(.default = col_character()))\nsort(table(sets$publisherTitle), decreasing = TRUE)`,
      },
      {
        words: `## Одна таблиця: ${table.title.uk}\n\nТипи колонок названо, тож коди з нулями попереду лишаються кодами.`,
      },
      { code: readrCall(calledTable(table)) },
      ...(by === undefined
        ? []
        : [{ code: `head(sort(table(table[[${python(by)}]]), decreasing = TRUE), 10)` }]),
    ];
  },
};

/** Notebooks a portal has: those that read Parquet only where it gives the table so. */
export function notebooksOf(
  { datasets, portal }: Catalogue,
  id: string,
  table: Resource,
): Notebook[] {
  const dataset = datasets.find((set) => set.id === id);
  const parquet = dataset && twinFormats(table, dataset, portal.copies).includes("parquet");
  return parquet ? ["duckdb", "polars", "r"] : ["r"];
}

const titles: Record<Notebook, string> = { duckdb: "DuckDB", polars: "Polars", r: "R" };

/** A notebook (nbformat 4.5) that reads the portal in one tool: its catalogue, then a table of it. */
export function renderNotebook(tool: Notebook, catalogue: Catalogue, example: Example): string {
  const { title, site } = catalogue.portal;
  const words = `# ${title}: ${titles[tool]}\n\nДжерело — ${site}/dataset/${example.dataset}/; там сказано про період, ліцензію й застереження.`;
  const all: Cell[] = [{ words }, ...cells[tool](catalogue, example)];
  const notebook = {
    cells: all.map((cell, at) =>
      "words" in cell
        ? { cell_type: "markdown", id: `cell-${at}`, metadata: {}, source: cell.words }
        : {
            cell_type: "code",
            execution_count: null,
            id: `cell-${at}`,
            metadata: {},
            outputs: [],
            source: cell.code,
          },
    ),
    metadata: tool === "r" ? kernels.r : kernels.python,
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}
