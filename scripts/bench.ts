import { spawnSync } from "node:child_process";
import {
  closeSync,
  createReadStream,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { utils, write as writeBook } from "@e965/xlsx";
import { parse } from "csv-parse";
import { inspectFile } from "../src/inspect/inspection.ts";
import { readTableSource } from "../src/table/read-table.ts";
import { bigTable, bigTableFields } from "../src/test/fixtures/big-table.ts";
import { command } from "./command.ts";
import { openSource } from "./file-source.ts";

/** What is used of DuckDB's Node API, which is no package of ours: it is measured beside ours where a folder has it. */
type DuckDb = {
  DuckDBInstance: {
    create(): Promise<{
      connect(): Promise<{ runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }> }>;
    }>;
  };
};
const ask = async (peers: string, sql: string): Promise<unknown[][]> => {
  const { DuckDBInstance } = createRequire(join(resolve(peers), "package.json"))(
    "@duckdb/node-api",
  ) as DuckDb;
  const connection = await (await DuckDBInstance.create()).connect();
  return (await connection.runAndReadAll(sql)).getRows();
};
const sqlType: Partial<Record<string, string>> = {
  integer: "BIGINT",
  number: "DOUBLE",
  date: "DATE",
  boolean: "BOOLEAN",
};

/** What is measured, each in a process of its own: a table of ten typed columns, by name of the measure. */
const measures: Record<string, (path: string, peers: string) => Promise<number>> = {
  async "csv-parse"(path) {
    let rows = 0;
    for await (const _ of createReadStream(path).pipe(parse({ from: 2 }))) rows++;
    return rows;
  },
  async validation(path) {
    const options = { form: "published", fields: bigTableFields } as const;
    return (await readTableSource(openSource(path), options)).rows;
  },
  async inference(path) {
    return (await readTableSource(openSource(path), { form: "any" })).rows;
  },
  async workbook(path) {
    const { report } = await inspectFile(path, openSource(path));
    return report?.rows ?? 0;
  },
  async "duckdb-typed"(path, peers) {
    const columns = bigTableFields
      .map(({ name, type }) => `'${name}': '${sqlType[type] ?? "VARCHAR"}'`)
      .join(", ");
    const figures = bigTableFields
      .map(({ name }) => `count("${name}"), min("${name}"), max("${name}")`)
      .join(", ");
    const [row] = await ask(
      peers,
      `SELECT count(*), ${figures} FROM read_csv('${path}', header = true, columns = {${columns}})`,
    );
    return Number(row?.[0]);
  },
  async "duckdb-summarize"(path, peers) {
    const rows = await ask(peers, `SUMMARIZE SELECT * FROM read_csv('${path}', header = true)`);
    return Number(rows[0]?.[10]);
  },
};
type Measured = { rows: number; seconds: number; cpu: number; megabytes: number };
const words: Record<string, string> = {
  "csv-parse": "csv-parse alone",
  validation: "full validation by structure",
  inference: "full reading without structure",
  workbook: "a book of 100,000 × 20, judged",
  "duckdb-typed": "DuckDB, typed: count, least, greatest",
  "duckdb-summarize": "DuckDB, SUMMARIZE",
};

function write(path: string, parts: Iterable<string>): number {
  const file = openSync(path, "w");
  let bytes = 0;
  for (const part of parts) bytes += writeSync(file, part);
  closeSync(file);
  return bytes;
}

/** A table in which one cell is a megabyte long. */
function* longCell(): Generator<string> {
  yield "id,note\n";
  for (let id = 1; id <= 100; id++) yield `${id},"${"слово ".repeat(id === 50 ? 95_000 : 3)}"\n`;
}

/** Texts, some often, whole numbers and parts of numbers: two million cells. */
function workbookOf(rows: number, width: number): Uint8Array {
  const cell = (row: number, column: number) =>
    [row * width + column, `Вулиця ${row % 977}, ${column}`, (row % 1000) / 8, `т${row % 50}`][
      column % 4
    ];
  const sheet = utils.aoa_to_sheet([
    Array.from({ length: width }, (_, column) => `c${column}`),
    ...Array.from({ length: rows }, (_, row) =>
      Array.from({ length: width }, (__, column) => cell(row, column)),
    ),
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "Дані");
  return writeBook(book, { type: "buffer", compression: true, bookSST: true });
}

await command(
  {
    about: "Міряє повну перевірку таблиці поряд із csv-parse: МБ/с і пам’ять.",
    options: {
      megabytes: { type: "string", value: "МБ", default: "100", about: "розмір таблиці" },
      runs: { type: "string", value: "РАЗІВ", default: "3", about: "скільки разів міряти" },
      measure: { type: "string", value: "НАЗВА", about: "один вимір, для себе" },
      peers: { type: "string", value: "ТЕКА", about: "де встановлено @duckdb/node-api" },
      file: { type: "string", value: "ФАЙЛ", about: "таблиця для одного виміру" },
    },
  },
  async ({ values }) => {
    if (values.measure !== undefined && values.file !== undefined) {
      const started = performance.now();
      const rows = await measures[values.measure]?.(values.file, values.peers ?? "");
      const seconds = (performance.now() - started) / 1000;
      const { user, system } = process.cpuUsage();
      const cpu = (user + system) / 1e6;
      process.stdout.write(
        JSON.stringify({ rows, seconds, cpu, megabytes: process.resourceUsage().maxRSS / 1024 }),
      );
      // Node 24 keeps the file's handle open; the process has said all it had to say.
      process.exit(0);
    }

    const { peers = "" } = values;
    const folder = mkdtempSync(join(tmpdir(), "bench-"));
    const run = (measure: string, file: string): Measured =>
      JSON.parse(
        spawnSync(
          process.execPath,
          [import.meta.filename, "--measure", measure, "--file", file, "--peers", peers],
          { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
        ).stdout,
      );
    /** The machine is noisy: measures take turns, and of each the fastest run counts. */
    const compare = (names: readonly string[], file: string, runs: number, size: number) => {
      const best = new Map<string, Measured>();
      for (let turn = 0; turn < runs; turn++)
        for (const name of names) {
          const result = run(name, file);
          if (result.seconds < (best.get(name)?.seconds ?? Number.POSITIVE_INFINITY))
            best.set(name, result);
        }
      for (const [name, { rows, seconds, cpu, megabytes }] of best)
        process.stdout.write(
          `${(words[name] ?? name).padEnd(40)} ${seconds.toFixed(2).padStart(6)} s  CPU ${cpu.toFixed(2).padStart(6)} s  ${(size / seconds).toFixed(1).padStart(6)} MB/s  ${megabytes.toFixed(0).padStart(4)} MiB  ${rows} rows\n`,
        );
    };
    const names = Object.keys(measures).filter(
      (name) => name !== "workbook" && (peers !== "" || !name.startsWith("duckdb")),
    );
    try {
      const file = join(folder, "table.csv");
      const size = write(file, bigTable(Number(values.megabytes) * 1_000_000)) / 1_000_000;
      process.stdout.write(
        `${size.toFixed(0)} MB, ten typed columns, best of ${values.runs} runs${peers === "" ? "; DuckDB beside it: --peers" : ""}\n`,
      );
      compare(names, file, Number(values.runs), size);
      const bytes = workbookOf(100_000, 20);
      const book = join(folder, "book.xlsx");
      writeFileSync(book, bytes);
      compare(["workbook"], book, Number(values.runs), bytes.length / 1_000_000);
      write(file, longCell());
      const { megabytes } = run("validation", file);
      process.stdout.write(`a cell of 1 MB: ${megabytes.toFixed(0)} MiB\n`);
      const large = write(file, bigTable(1_000_000_000)) / 1_000_000;
      process.stdout.write(`${large.toFixed(0)} MB, once\n`);
      compare(
        names.filter((name) => name !== "csv-parse"),
        file,
        1,
        large,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
