import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { expect, inject, test } from "vitest";
import { kinds } from "../fixtures/page-kinds.ts";
import { totalOf, type Weight, weigh } from "./weight.ts";

const site = inject("site");
const read = (path: string): Uint8Array | undefined =>
  existsSync(join(site, path)) ? readFileSync(join(site, path)) : undefined;
const pageAt = (kind: string): Uint8Array => {
  const [path = ""] = kind.split("?");
  return readFileSync(join(site, path.endsWith("/") ? `${path}index.html` : path));
};
const datasets = readdirSync(join(site, "dataset"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `/dataset/${name}/`)
  // An old identifier's page only leads on.
  .filter((path) => !/http-equiv="refresh"/.test(new TextDecoder().decode(pageAt(path))));

test("every kind of page is valid HTML", async () => {
  const validator = new HtmlValidate({ extends: ["html-validate:standard"] });
  const faults: string[] = [];
  for (const kind of new Set([...kinds, ...datasets])) {
    const { results } = await validator.validateString(new TextDecoder().decode(pageAt(kind)));
    for (const { messages } of results)
      for (const { ruleId, message, selector } of messages)
        faults.push(`${kind} ${ruleId}: ${message} (${selector})`);
  }
  expect(faults).toEqual([]);
});

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
const said = (weight: Weight): string =>
  Object.entries({ ...weight, total: totalOf(weight) })
    .map(([name, bytes]) => `${name} ${kilobytes(bytes)}`)
    .join(", ");

/** Over the wire, before the reader asks for more: the whole page, and of a dataset's page all but its fonts. */
test.each([
  ["/", 100_000, 15_000],
  ["/en/", 100_000, 15_000],
  // These understand what is asked: layouts, alphabets, slips.
  ["/datasets/", 120_000, 24_000],
  ["/search/", 100_000, 17_000],
  // What shows an answer comes with the tables that are asked.
  ["/sql/", 100_000, 17_000],
  ["/embed/table/streets/streets/", 100_000, 15_000],
] as const)("%s weighs less than %i bytes, its scripts less than %i", (path, most, scripts) => {
  const weight = weigh(pageAt(path), read);
  process.stdout.write(`weight of ${path}, KB: ${said(weight)}\n`);
  expect(totalOf(weight)).toBeLessThan(most);
  expect(weight.js).toBeLessThan(scripts);
});

test("every dataset's page weighs less than 44,000 bytes plus fonts, its chart drawn in it, its scripts less than 15,000", () => {
  const weights = datasets
    .map((path) => ({ path, weight: weigh(pageAt(path), read) }))
    .sort((a, b) => totalOf(b.weight) - totalOf(a.weight));
  const [heaviest] = weights;
  process.stdout.write(
    `heaviest of ${weights.length} datasets’ pages, KB: ${heaviest?.path} ${heaviest && said(heaviest.weight)}\n`,
  );
  expect(weights.length).toBeGreaterThan(20);
  for (const { path, weight } of weights) {
    expect({ path, over: Math.max(0, totalOf(weight) - weight.fonts - 44_000) }).toEqual({
      path,
      over: 0,
    });
    expect(weight.js).toBeLessThan(15_000);
  }
});

test("a script that a page asks for and the site has not is a fault", () => {
  const page = new TextEncoder().encode('<script type="module" src="/_astro/gone.js"></script>');
  expect(() => weigh(page, () => undefined)).toThrow("/_astro/gone.js");
});

test("every script that another brings later is there", () => {
  const scripts = readdirSync(join(site, "_astro")).filter((name) => name.endsWith(".js"));
  const later = scripts.flatMap((name) =>
    [
      ...readFileSync(join(site, "_astro", name), "utf8").matchAll(/import\([`"']\.\/([^`"']+)/g),
    ].map(([, asked = ""]) => asked),
  );
  expect(later.length).toBeGreaterThan(20);
  expect([...new Set(later)].filter((asked) => !scripts.includes(asked))).toEqual([]);
});

test("what a script imports at once is weighed with it, what it imports later is not", () => {
  const files: Record<string, string> = {
    "/a.js": 'import{x}from"./b.js";const later=()=>import("./c.js");',
    "/b.js": `export{y}from"./d.js";`,
    "/c.js": "later".repeat(1000),
    "/d.js": "export const y=1;",
  };
  const encoded = (path: string) =>
    files[path] === undefined ? undefined : new TextEncoder().encode(files[path]);
  const page = new TextEncoder().encode('<script type="module" src="/a.js"></script>');
  const alone = ["/a.js", "/b.js", "/d.js"].reduce((sum, path) => {
    const html = new TextEncoder().encode(`<img src="${path}">`);
    return sum + weigh(html, encoded).images;
  }, 0);
  expect(weigh(page, encoded).js).toBe(alone);
});
