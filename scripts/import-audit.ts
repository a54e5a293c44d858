import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { importAudit } from "../src/audit-import.ts";
import { openSource } from "./file-source.ts";

const usage =
  "Як користуватися: npm run import-audit -- ФОРМА.xlsx --year 2026 --publisher it-department\n";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    root: { type: "string", default: "." },
    year: { type: "string" },
    publisher: { type: "string" },
  },
});
const [path] = positionals;
const { year = "", publisher = "" } = values;
const root = resolve(values.root);
if (path === undefined || !existsSync(path) || !/^20\d\d$/.test(year)) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else if (!existsSync(join(root, `data/publishers/${publisher}.yaml`))) {
  process.stderr.write(`Розпорядника «${publisher}» немає в теці data/publishers.\n${usage}`);
  process.exitCode = 2;
} else {
  const source = openSource(path);
  const result = await importAudit(basename(path), source);
  source.close();
  if ("problem" in result) {
    process.stderr.write(`${result.problem}\n  що зробити: ${result.hint}\n`);
    process.exitCode = 1;
  } else {
    const file = join(root, `data/audits/${year}/${publisher}.csv`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, result.text);
    process.stdout.write(
      `Записано ${file}: рядків — ${result.rows}. Вилучено колонок із працівниками — ${result.dropped.length}.\n`,
    );
  }
}
