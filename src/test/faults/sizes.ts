import { appendFileSync, closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Trial } from "./trial.ts";

const passport = "data/datasets/stops-1/datapackage.yaml";
const csv = "data/datasets/stops-1/stops.csv";

const large = (
  name: string,
  make: (portal: string) => void,
  says: RegExp,
  seconds: number,
): Trial => ({
  name,
  script: "validate",
  args: ({ portal }) => ["--root", portal],
  make({ portal }) {
    make(portal);
    return undefined;
  },
  codes: [1],
  says,
  seconds,
});

/** Amounts that must be told before they are worked through: the time is the promise. */
export const sizeTrials: Trial[] = [
  large(
    "a file of 200 MB that a passport names",
    (portal) => {
      const file = openSync(join(portal, csv), "w");
      writeSync(file, "id,name,platforms\n");
      const rows = "7,Зупинка,2\n".repeat(80_000);
      for (let bytes = 0; bytes < 200_000_000; ) bytes += writeSync(file, rows);
      closeSync(file);
    },
    /МБ|завелик/,
    10,
  ),
  large(
    "100,000 stray files",
    (portal) => {
      mkdirSync(join(portal, "data/stray"));
      for (let number = 0; number < 100_000; number++)
        writeFileSync(join(portal, `data/stray/${number}.txt`), "");
    },
    /[А-ЯІЇЄҐ]/,
    60,
  ),
  large(
    "a passport of a million keys",
    (portal) =>
      appendFileSync(
        join(portal, passport),
        Array.from({ length: 1_000_000 }, (_, key) => `k${key}: 1\n`).join(""),
      ),
    /[А-ЯІЇЄҐ]/,
    15,
  ),
  large(
    "a text of 24 MB in a passport",
    (portal) => appendFileSync(join(portal, passport), `note: "${"слово ".repeat(2_200_000)}"\n`),
    /[А-ЯІЇЄҐ]/,
    15,
  ),
  large(
    "a table of 300,000 columns",
    (portal) =>
      writeFileSync(
        join(portal, csv),
        `${Array.from({ length: 300_000 }, (_, key) => `c${key}`).join(",")}\n`,
      ),
    /[А-ЯІЇЄҐ]/,
    30,
  ),
];
