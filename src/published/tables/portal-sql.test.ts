import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { type DuckDb, openDuckDb } from "../../../scripts/ask-duckdb.ts";
import { treeOf } from "../../model/tree.ts";
import { readRepository } from "../../read/repository.ts";
import { examplePortal } from "../../rules/example-portal.ts";
import { runScript } from "../../test/fixtures/built-site.ts";
import { catalogueOf, committed } from "../../test/fixtures/generated-portal.ts";
import { plannedPortal } from "../../test/fixtures/planned-portal.ts";
import { siteOf } from "../../test/fixtures/published-site.ts";
import { publishedFiles } from "../addresses/index.ts";
import { renderPortalSql } from "./portal-sql.ts";

/** The site's files that programs of data read, in a folder; in what names addresses, the folder stands for the site. */
async function written(
  line = "",
): Promise<{ folder: string; catalogue: ReturnType<typeof catalogueOf> }> {
  const files = {
    ...plannedPortal,
    "data/portal.yaml": `${plannedPortal["data/portal.yaml"]}${line}`,
  };
  const catalogue = catalogueOf(files);
  const folder = mkdtempSync(join(tmpdir(), "portal-sql-"));
  for (const { path, render } of publishedFiles(
    siteOf(catalogue, readRepository(treeOf(files), committed(files))),
  )) {
    if (
      !/^\/(portal\.sql|datasets\.(parquet|csv)|examples\/.*|dataset\/[^/]+\/[^/]+\.(csv|parquet))$/.test(
        path,
      )
    )
      continue;
    const content = (await render()) as string | Uint8Array;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return { folder, catalogue };
}
const here = (text: string, site: string, folder: string) =>
  text.replaceAll(`'${site}/`, `'${folder}/`).replaceAll(`"${site}/`, `"${folder}/`);

type Row = Record<string, unknown>;
/** Rows as text, in the file's order where the engine keeps it. */
const asText = (rows: readonly Row[]): string[] =>
  rows
    .map((row) =>
      Object.entries(row)
        .filter(([name]) => name !== "_row")
        .map(([, value]) =>
          value === null
            ? ""
            : value instanceof Date
              ? value.toISOString().slice(0, 10)
              : String(value),
        )
        .join("|"),
    )
    .sort();

const numeric = (cell: string): string =>
  /^[+-]?(0|[1-9]\d*)?\.?\d+$/.test(cell) ? String(Number(cell)) : cell;

const ask = async (db: DuckDb, sql: string): Promise<Row[]> => (await db.ask(sql)) as Row[];

test.each([
  ["Parquet", ""],
  ["CSV, where a portal gives no copies", "copies: []\n"],
])(
  "each table is a view with its types and comments, over %s; in one file, it is attached",
  async (_, line) => {
    const { folder, catalogue } = await written(line);
    const { site } = catalogue.portal;
    const views = await openDuckDb();
    const sql = here(readFileSync(join(folder, "portal.sql"), "utf8"), site, folder);
    for (const statement of sql.split(/;\n/))
      if (/^[^-\s]/m.test(statement)) await views.ask(statement);
    // The command makes the file of the site as it is.
    const { status, stdout, stderr } = runScript("portal-duckdb", [folder]);
    expect([status, stderr, stdout]).toEqual([0, "", expect.stringContaining("portal.duckdb")]);
    const attached = await openDuckDb();
    await attached.ask(`ATTACH '${join(folder, "portal.duckdb")}' AS portal (READ_ONLY)`);
    const names = await ask(
      views,
      "SELECT view_name AS name, comment FROM duckdb_views() WHERE NOT internal ORDER BY 1",
    );
    expect(
      await ask(
        attached,
        "SELECT table_name AS name, comment FROM duckdb_tables() WHERE database_name = 'portal' ORDER BY 1",
      ),
    ).toEqual(names);
    expect(names.map(({ name }) => name)).toContain("catalogue");
    expect(names.every(({ comment }) => typeof comment === "string" && comment !== "")).toBe(true);
    const catalogued = await ask(attached, "SELECT id FROM portal.catalogue");
    expect(catalogued.map(({ id }) => id)).toEqual(catalogue.datasets.map(({ id }) => id));
    let tables = 0;
    for (const { id, resources } of catalogue.datasets)
      for (const { name: resource, table, path, schema } of resources) {
        if (!table || !path) continue;
        const { headerRows } = table;
        const stem = id.replaceAll("-", "_");
        const own = `${stem}__${resource.replaceAll("-", "_")}`;
        const name = names.some((one) => one.name === own) ? own : stem;
        tables++;
        const missing = schema?.missingValues ?? [""];
        const cells: string[][] = parse(readFileSync(join(folder, path)), {
          bom: true,
          from: headerRows + 1,
          relax_column_count: true,
        });
        const expected = cells
          .map((row) => row.map((cell) => (missing.includes(cell) ? "" : numeric(cell))).join("|"))
          .sort();
        const plain = (rows: string[]) => rows.map((row) => row.split("|").map(numeric).join("|"));
        expect(plain(asText(await ask(views, `SELECT * FROM "${name}"`)))).toEqual(expected);
        expect(plain(asText(await ask(attached, `SELECT * FROM portal."${name}"`)))).toEqual(
          expected,
        );
        const comments = await ask(
          attached,
          `SELECT column_name, comment FROM duckdb_columns() WHERE database_name = 'portal' AND table_name = '${name}' AND column_name <> '_row'`,
        );
        expect(comments.map(({ comment }) => String(comment))).toEqual(
          table.columns.map(({ title, field }) => expect.stringContaining(title.uk ?? field.name)),
        );
      }
    expect(tables).toBeGreaterThan(3);
    views.close();
    attached.close();
  },
);

test("a set called «catalogue» does not stand in the place of the catalogue", async () => {
  const named = Object.fromEntries(
    Object.entries(examplePortal).map(([path, text]) => [
      path.replace("data/datasets/stops/", "data/datasets/catalogue/"),
      text,
    ]),
  );
  const views = renderPortalSql(catalogueOf(named)).match(/^CREATE .* AS SELECT/gm) ?? [];
  expect(views).toEqual([
    'CREATE OR REPLACE VIEW "catalogue" AS SELECT',
    'CREATE OR REPLACE VIEW "catalogue_" AS SELECT',
  ]);
});

const [python, rscript] = ["/usr/bin/python3", "/usr/bin/Rscript"];
const has = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;
const codeOf = (folder: string, tool: string, site: string): string[] => {
  const notebook = JSON.parse(readFileSync(join(folder, `examples/${tool}.ipynb`), "utf8"));
  expect([notebook.nbformat, notebook.cells[0].cell_type]).toEqual([4, "markdown"]);
  return notebook.cells
    .filter((cell: { cell_type: string }) => cell.cell_type === "code")
    .map((cell: { source: string }) => here(cell.source, site, folder));
};

test("the notebook of DuckDB asks what DuckDB answers", async () => {
  const { folder, catalogue } = await written();
  const code = codeOf(folder, "duckdb", catalogue.portal.site);
  const db = await openDuckDb();
  const asked = code.flatMap((cell) =>
    [...cell.matchAll(/"""([\s\S]*?)"""/g)].map(([, sql = ""]) => sql),
  );
  expect(asked).toHaveLength(3);
  for (const sql of asked) expect((await db.ask(sql)).length).toBeGreaterThan(0);
  db.close();
});

for (const [tool, library] of [
  ["duckdb", "duckdb"],
  ["polars", "polars"],
] as const) {
  const runs = has(python, "-c", `import ${library}`);
  test(`the notebook of ${tool} ${runs ? "runs" : `is Python (not run: python3 here has no ${library})`}`, async ({
    skip,
  }) => {
    const { folder, catalogue } = await written();
    if (!has(python, "--version")) return skip("there is no python3");
    const code = codeOf(folder, tool, catalogue.portal.site).join("\n");
    const args = runs ? ["-"] : ["-c", "import ast, sys; ast.parse(sys.stdin.read())"];
    const { status, stderr } = spawnSync(python, args, { input: code, encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
  });
}

test.skipIf(!has(rscript, "-e", "library(readr)"))(
  "the notebook of R runs (skipped where R has no readr)",
  async () => {
    const { folder, catalogue } = await written();
    const code = codeOf(folder, "r", catalogue.portal.site).join("\n");
    const { status, stderr, stdout } = spawnSync(rscript, ["-"], {
      input: code,
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "C.UTF-8" },
    });
    expect([status, status === 0 ? "" : stderr]).toEqual([0, ""]);
    expect(stdout).not.toBe("");
  },
);
