import { spawnSync } from "node:child_process";
import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse";
import { bigTable, bigTableFields } from "../src/fixtures/big-table.ts";
import { readTableSource } from "../src/table/read-table.ts";
import { command } from "./command.ts";
import { openSource } from "./file-source.ts";

/** What is measured, each in a process of its own: a table of ten typed columns, by name of the measure. */
const measures: Record<string, (path: string) => Promise<number>> = {
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
};
const words: Record<string, string> = {
  "csv-parse": "csv-parse alone",
  validation: "full validation by structure",
  inference: "full reading without structure",
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

await command(
  {
    about: "Міряє повну перевірку таблиці поряд із csv-parse: МБ/с і пам’ять.",
    options: {
      megabytes: { type: "string", value: "МБ", default: "100", about: "розмір таблиці" },
      runs: { type: "string", value: "РАЗІВ", default: "3", about: "скільки разів міряти" },
      measure: { type: "string", value: "НАЗВА", about: "один вимір, для себе" },
      file: { type: "string", value: "ФАЙЛ", about: "таблиця для одного виміру" },
    },
  },
  async ({ values }) => {
    if (values.measure !== undefined && values.file !== undefined) {
      const started = performance.now();
      const rows = await measures[values.measure]?.(values.file);
      const seconds = (performance.now() - started) / 1000;
      process.stdout.write(
        JSON.stringify({ rows, seconds, megabytes: process.resourceUsage().maxRSS / 1024 }),
      );
      // Node 24 keeps the file's handle open; the process has said all it had to say.
      process.exit(0);
    }

    const folder = mkdtempSync(join(tmpdir(), "bench-"));
    const run = (
      measure: string,
      file: string,
    ): { rows: number; seconds: number; megabytes: number } =>
      JSON.parse(
        spawnSync(process.execPath, [import.meta.filename, "--measure", measure, "--file", file], {
          encoding: "utf8",
          stdio: ["ignore", "pipe", "inherit"],
        }).stdout,
      );
    try {
      const file = join(folder, "table.csv");
      const size = write(file, bigTable(Number(values.megabytes) * 1_000_000)) / 1_000_000;
      const best = new Map<string, ReturnType<typeof run>>();
      // The machine is noisy: measures take turns, and the fastest run of each counts.
      for (let turn = 0; turn < Number(values.runs); turn++)
        for (const name of Object.keys(measures)) {
          const result = run(name, file);
          if (result.seconds < (best.get(name)?.seconds ?? Number.POSITIVE_INFINITY))
            best.set(name, result);
        }
      const base = best.get("csv-parse")?.seconds ?? 1;
      process.stdout.write(
        `${size.toFixed(0)} MB, ten typed columns, best of ${values.runs} runs\n`,
      );
      for (const [name, { rows, seconds, megabytes }] of best)
        process.stdout.write(
          `${(words[name] ?? name).padEnd(32)} ${(size / seconds).toFixed(1).padStart(6)} MB/s  ${(seconds / base).toFixed(2)} × csv-parse  ${megabytes.toFixed(0)} MiB  ${rows} rows\n`,
        );
      write(file, longCell());
      const cell = run("validation", file);
      process.stdout.write(`a cell of 1 MB${" ".repeat(35)}${cell.megabytes.toFixed(0)} MiB\n`);
      const large = write(file, bigTable(1_000_000_000)) / 1_000_000;
      const gigabyte = run("validation", file);
      process.stdout.write(
        `${large.toFixed(0)} MB${" ".repeat(27)}${(large / gigabyte.seconds).toFixed(1).padStart(6)} MB/s${" ".repeat(18)}${gigabyte.megabytes.toFixed(0)} MiB\n`,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
