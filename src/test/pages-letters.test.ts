import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { type Letters, lettersOf } from "./fixtures/cyrillic-letters.ts";

/** «dataset/streets/index.html» → «dataset/…»: pages of one kind together. */
const kindOf = (file: string): string =>
  file.replace(/\/?index\.html$/, "").replace(/(?<=^[^/]+\/).+$/, "…") || "home";

type Page = Letters & { file: string; kind: string; isTold: boolean };

/** English pages; what only leads elsewhere has no main part. */
const pages = (): Page[] => {
  const folder = join(inject("site"), "en");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html"))
    .map((file) => {
      const html = readFileSync(join(folder, file), "utf8");
      const isTold = /<p class="note">[^<]*\bin Ukrainian\b/.test(html);
      return { ...lettersOf(html), file, kind: kindOf(file), isTold };
    })
    .filter(({ all }) => all > 0);
};

/** Per cent of Cyrillic letters that a kind of page has at most; those that are not here have hardly any. */
const most: Readonly<Record<string, number>> = {
  home: 8,
  card: 90,
  check: 82,
  "dashboards/…": 86,
  "dataset/…": 71,
  "embed/…": 88,
  "help/…": 95,
  "news/…": 79,
  "plan/…": 41,
  "publisher/…": 48,
  "registers/…": 35,
  registry: 30,
  "report/…": 5,
  showcase: 21,
  structures: 82,
  "structures/…": 89,
  takedown: 87,
};

test("how much of each kind of English page is in Ukrainian: no more than it was", () => {
  const over = pages().flatMap(({ file, kind, all, cyrillic }) => {
    const share = Math.round((100 * cyrillic) / all);
    return share > (most[kind] ?? 1) ? [`${file}: ${share} %`] : [];
  });
  expect(over).toEqual([]);
});

test("an English page a fifth of which is in Ukrainian says so in a line", () => {
  const silent = pages().filter(({ all, cyrillic, isTold }) => cyrillic > all / 5 && !isTold);
  expect(silent.map(({ file }) => file)).toEqual([]);
});

test("what is in Ukrainian on an English page is marked so for who hears it", () => {
  const unmarked = pages().flatMap(({ file, unmarked }) =>
    unmarked.map((text) => `${file}: ${text}`),
  );
  expect(unmarked).toEqual([]);
});
