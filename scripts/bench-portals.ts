import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeLargePortal } from "../src/test/fixtures/large-portal.ts";
import { command } from "./command.ts";
import { door } from "./door.ts";

/** Runs in the measured process, whatever it is: when it ends, it says what it took. */
const teller = `import { appendFileSync } from "node:fs";
const started = performance.now();
process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const seconds = (performance.now() - started) / 1000;
  appendFileSync(process.env.BENCH_USAGE, JSON.stringify({ seconds, cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 }));
});`;

/** The same set of the portal with another title. */
function retitle(root: string): void {
  const path = join(root, "data/datasets/set-00007/datapackage.yaml");
  writeFileSync(
    path,
    readFileSync(path, "utf8").replace(/^title: "(.*)"$/m, 'title: "$1, уточнено"'),
  );
}

await command(
  {
    about:
      "Міряє збирання й перевірку великого порталу: з нуля, без змін і після зміни одного набору.",
    options: {
      sets: { type: "string", value: "НАБОРІВ", default: "1000", about: "скільки наборів" },
    },
  },
  ({ values }) => {
    const folder = mkdtempSync(join(tmpdir(), "bench-portals-"));
    const [root, out, usage] = ["portal", "site", "usage"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    const measure = (name: string, script: string, ...args: string[]) => {
      writeFileSync(usage, "");
      const { status, stderr } = spawnSync(
        process.execPath,
        [
          `--import=data:text/javascript,${encodeURIComponent(teller)}`,
          door,
          script,
          "--root",
          root,
          ...args,
        ],
        { encoding: "utf8", env: { ...process.env, BENCH_USAGE: usage } },
      );
      if (status !== 0) throw new Error(stderr);
      const { seconds, cpu, megabytes } = JSON.parse(readFileSync(usage, "utf8"));
      process.stdout.write(
        `${name.padEnd(40)} ${seconds.toFixed(1).padStart(6)} s  CPU ${cpu.toFixed(1).padStart(6)} s  ${megabytes.toFixed(0).padStart(5)} MiB\n`,
      );
    };
    try {
      const bytes = writeLargePortal(root, Number(values.sets));
      process.stdout.write(`${values.sets} sets, ${(bytes / 1e6).toFixed(0)} MB of tables\n`);
      measure("build, nothing kept", "build", "--out", out, "--no-cache");
      measure("build, and what is kept is written", "build", "--out", out);
      measure("build, nothing changed", "build", "--out", out);
      measure("validation, nothing changed", "validate");
      retitle(root);
      measure("validation, one title changed", "validate");
      measure("build, one title changed", "build", "--out", out);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
