import { existsSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { type DuckDb, openDuckDb } from "./ask-duckdb.ts";
import { command, WrongCall } from "./command.ts";

await command(
  {
    about:
      "Складає із зібраного сайту базу DuckDB (portal.duckdb): усі таблиці з типами й описами, каталог. Опублікована разом із сайтом, вона відкривається однією адресою: ATTACH 'https://…/portal.duckdb'.",
    positionals: "[ТЕКА]",
  },
  async ({ positionals: [folder = "dist"] }) => {
    const sql = join(folder, "portal.sql");
    if (!existsSync(sql))
      throw new WrongCall(
        `У теці ${folder} немає portal.sql: спершу зберіть сайт (npm run build).`,
      );
    const file = join(folder, "portal.duckdb");
    const fresh = `${file}.tmp`;
    rmSync(fresh, { force: true });
    const db = await open(fresh);
    try {
      for (const statement of statementsOf(readFileSync(sql, "utf8"), resolve(folder)))
        await db.ask(statement);
    } finally {
      db.close();
    }
    renameSync(fresh, file);
    process.stdout.write(`Готово: ${file}, ${Math.ceil(statSync(file).size / 1e6)} МБ.\n`);
  },
);

async function open(file: string): Promise<DuckDb> {
  try {
    return await openDuckDb(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new WrongCall(
      "Немає бібліотеки DuckDB: виконайте npm install @duckdb/node-api і повторіть команду.",
    );
  }
}

/** The portal's views as tables that hold their rows: made of the site's own files, not of those on the web. */
function statementsOf(sql: string, folder: string): string[] {
  const [, site = ""] = /read_parquet\('(.*)\/datasets\.parquet'\)/.exec(sql) ?? [];
  const here = folder.replaceAll("'", "''");
  // A statement ends its line, and nothing in it does: every text is written in one.
  return sql
    .replace(/^--.*$/gm, "")
    .split(/;\n/)
    .map((statement) =>
      statement
        .trim()
        .replace(/^CREATE OR REPLACE VIEW/, "CREATE TABLE")
        .replace(/^COMMENT ON VIEW/, "COMMENT ON TABLE")
        .replace(`('${site}/`, `('${here}/`),
    )
    .filter((statement) => statement !== "");
}
