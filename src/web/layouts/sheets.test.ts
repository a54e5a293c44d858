import { readdirSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { expect, test } from "vitest";

const web = join(import.meta.dirname, "..");
const index = readFileSync(join(import.meta.dirname, "index.css"), "utf8");
const imports = [...index.matchAll(/^@import "(.+)" layer\((base|components)\);$/gm)].map(
  ([, path = "", layer = ""]) => ({ path: normalize(join("layouts", path)), layer }),
);

test("every style sheet of the pages is in the one stylesheet, once", () => {
  const sheets = readdirSync(web, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".css") && file !== "layouts/index.css");
  expect(imports.map(({ path }) => path).toSorted()).toEqual(sheets.toSorted());
});

test("what lies beside a component is of the layer of components", () => {
  const wrong = imports.filter(
    ({ path, layer }) => path.startsWith("components/") && layer !== "components",
  );
  expect(wrong).toEqual([]);
});
