import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { registerNames } from "./data/registers.ts";

test("every file of a register is in the list, under its own name", () => {
  const files = readdirSync(join(import.meta.dirname, "registers"))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.replace(".ts", ""));
  expect([...registerNames].sort()).toEqual(files.sort());
});
