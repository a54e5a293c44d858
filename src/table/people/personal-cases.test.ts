import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inspectFile } from "../../inspect/inspection.ts";
import { sourceOf } from "../scan/encoding.ts";

const folder = join(import.meta.dirname, "../../../../shared/cases/people");
const cases = existsSync(folder) ? readdirSync(folder).sort() : [];
if (cases.length === 0)
  process.stdout.write("Немає ../shared/cases/people: приклади не перевірено.\n");
/** A kind of its own may be told as a warning: without names a flat, and authors of books. */
const softer = new Set(["stop-b33-home-only.csv", "pass-o57-author-books.csv"]);

test.skipIf(cases.length === 0)(
  "tables of people are stopped, tables that look like them are not",
  async () => {
    const wrong: string[] = [];
    for (const name of cases) {
      const { findings } = await inspectFile(name, sourceOf(readFileSync(join(folder, name))));
      const people = findings.filter(({ rule }) => rule === "personal-data");
      const worst = people.some(({ severity }) => severity === "error")
        ? "error"
        : people.length > 0
          ? "warning"
          : "none";
      const wanted = name.startsWith("stop-") ? ["error"] : ["none"];
      if (softer.has(name)) wanted.push("warning");
      if (!wanted.includes(worst))
        wrong.push(`${name}: ${worst} ${people.map(({ message }) => message).join(" ")}`);
    }
    expect(wrong).toEqual([]);
  },
);
