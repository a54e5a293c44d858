import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { renderFrozenRating, renderRatingCsv } from "../src/outputs/rating.ts";
import { loadPortalAt } from "../src/portal.ts";

const { values } = parseArgs({
  options: {
    root: { type: "string", default: "." },
    at: { type: "string", default: "HEAD" },
    freeze: { type: "string" },
  },
});
const root = resolve(values.root);
const catalogue = loadPortalAt(root, values.at)?.catalogue;
const { stdout } = spawnSync("git", ["-C", root, "rev-parse", values.at], { encoding: "utf8" });
const file = join(root, `data/registers/ratings/${values.freeze}.yaml`);
const wrong = !catalogue
  ? `Немає коміту ${values.at}, або портал у ньому має помилки.`
  : values.freeze === undefined
    ? undefined
    : !/^20\d\d$/.test(values.freeze)
      ? "Рік — чотири цифри: npm run rating -- --freeze 2026"
      : existsSync(file)
        ? `Рейтинг за ${values.freeze} рік уже зафіксовано: ${file}`
        : undefined;
if (wrong !== undefined || !catalogue) {
  process.stderr.write(`${wrong}\n`);
  process.exitCode = 2;
} else if (values.freeze === undefined) process.stdout.write(renderRatingCsv(catalogue));
else {
  mkdirSync(dirname(file), { recursive: true });
  const year = Number(values.freeze);
  writeFileSync(file, renderFrozenRating(catalogue, { year, commit: stdout.trim() }));
  process.stdout.write(`Записано ${file}.\n`);
}
