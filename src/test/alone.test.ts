import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { alone } from "../../vitest.config.ts";
import { project } from "./fixtures/built-site.ts";

/** What a test may do to the process it shares with others: to its environment, folder, clock, globals and modules. */
const lasting =
  /\bprocess\.(?:env(?:\.\w+|\[\w+\])\s*(?:\?\?|\|\|)?=(?!=)|chdir\()|\bdelete process\.env\b|^\s*Object\.(?:assign|defineProperty)\((?:process|globalThis)\b|\bglobalThis(?:\.\w+ = | as )|\bvi\.(?!useRealTimers)\w+\(|\bforgetKept\(|\bexpect\.(?:extend|addSnapshotSerializer)\(/m;

test("a test that changes what others of its process have is one of those that run alone", () => {
  const changing = readdirSync(join(project, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.test\.ts$|^test\/.*\.ts$/.test(file))
    .map((file) => `src/${file.replaceAll("\\", "/")}`)
    .filter((file) => lasting.test(readFileSync(join(project, file), "utf8")));
  // This file names all of it.
  expect(changing.filter((file) => file !== "src/test/alone.test.ts").toSorted()).toEqual(
    Object.keys(alone).toSorted(),
  );
});
