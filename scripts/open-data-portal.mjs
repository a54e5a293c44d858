#!/usr/bin/env node
// The one door to every command, of this repository and of a portal that has the engine among its packages. It is read by
// any Node that knows modules: the one the commands need comes with the packages.
import { spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const scripts = dirname(realpathSync(fileURLToPath(import.meta.url)));

/** The Node that runs TypeScript as it is written, and that Astro asks for. */
const neededNode = 24;

/** What a portal is kept with, in the order people meet it. */
const verbs = [
  ["new-portal", "start", "validate", "build", "new-dataset", "table", "doctor"],
  ["review", "accept", "publish-dataset", "fetch-files", "sql-checks", "verify"],
  ["basemap"],
  ["migrate", "plan", "rating", "import-audit", "github-files"],
  ["check-links", "feedback", "reminders", "comment", "merge", "alarm"],
  ["harvest-gate", "push-ckan", "import-ckan", "federate", "mcp", "portal-duckdb"],
].flat();

/** How Node is started for a command that says so: tables are read in parts that would else be kept too long. */
const startedWith = { table: ["--max-semi-space-size=4"] };

/** @param {string} sentence */
function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

/** This Node, or the one among the packages. */
function nodeOf() {
  if (Number(process.versions.node.split(".")[0]) >= neededNode) return process.execPath;
  const windows = process.platform === "win32";
  try {
    const own = createRequire(import.meta.url).resolve("node/package.json");
    return join(dirname(own), "bin", windows ? "node.exe" : "node");
  } catch {
    return stop(
      `Node.js ${process.versions.node} застарий, а потрібного (${neededNode}) серед пакетів немає: виконайте npm install і повторіть команду.`,
    );
  }
}

/** What Node makes of the sources is kept beside the libraries: a command begins a third of a second sooner. */
async function keepCompiled() {
  const { enableCompileCache } = await import("node:module");
  const [libraries] = /^.*[\\/]node_modules(?=[\\/])/.exec(scripts) ?? [
    join(dirname(scripts), "node_modules"),
  ];
  if (existsSync(libraries))
    enableCompileCache(join(libraries, ".cache/open-data-portal/compiled"));
}

const [verb = "--help", ...args] = process.argv.slice(2);
if (verb === "--help" || verb === "-h") {
  process.stdout.write(
    `Портал відкритих даних: перевіряє теку порталу й збирає її сайт.\n\nЯк користуватися: npm run КОМАНДА -- [параметри]\n\nКоманди: ${verbs.join(", ")}.\nЩо робить кожна, скаже вона сама: npm run КОМАНДА -- --help\n`,
  );
} else {
  const script = join(scripts, `${verb}.ts`);
  if (!verbs.includes(verb)) stop(`Немає команди «${verb}». Є: ${verbs.join(", ")}.`);
  const node = nodeOf();
  const flags = (startedWith[verb] ?? []).filter((flag) => !process.execArgv.includes(flag));
  if (node !== process.execPath || flags.length > 0) {
    const again = [...process.execArgv, ...flags, fileURLToPath(import.meta.url), verb, ...args];
    const { status, error } = spawnSync(node, again, { stdio: "inherit" });
    if (error) stop(`Node.js серед пакетів не запускається (${node}): виконайте npm install.`);
    process.exit(status ?? 2);
  }
  await keepCompiled();
  const { readTypeScriptOfPackages } = await import("./typescript-of-packages.mjs");
  readTypeScriptOfPackages(dirname(scripts));
  process.argv.splice(1, 2, script);
  await import(pathToFileURL(script).href);
}
