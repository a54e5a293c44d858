import { expect, test } from "vitest";
import { treeOf } from "../../model/tree.ts";
import { readRepository } from "../../read/repository.ts";
import { examplePortal } from "../../rules/example-portal.ts";
import { catalogueOf, committed } from "../../test/fixtures/generated-portal.ts";
import { hostWarning } from "./host-limits.ts";
import { measureSite, type SiteSize } from "./site-size.ts";

const small: SiteSize = {
  files: 1000,
  bytes: 10_000_000,
  large: [{ path: "/archive.zip", bytes: 26_214_400 }],
  mostInFolder: 300,
};
const own = "https://data.example.gov.ua";
const advice =
  " Складайте менше копій таблиць (copies у data/portal.yaml), тримайте великі файли на іншому сервері (їхня адреса — у path паспорта) або оберіть інший хостинг (.github/hosting.md).";

test.each<[what: string, site: string, change: Partial<SiteSize>, said: string | undefined]>([
  ["a small site", own, {}, undefined],
  ["as many files as are far from a limit", own, { files: 18_000 }, undefined],
  [
    "files near a limit",
    own,
    { files: 18_001 },
    "Увага: сайт матиме близько 18 001 файлів, 10 МБ, а Cloudflare Pages бере щонайбільше 20 000 файлів.",
  ],
  [
    "a host that is known by the address",
    "https://council.github.io/data",
    { files: 90_000, bytes: 950_000_000 },
    "Увага: сайт матиме близько 90 000 файлів, 950 МБ, а GitHub Pages бере сайт щонайбільше на 1 000 МБ.",
  ],
  [
    "another, and a file of it that is too large",
    "https://data.pages.dev",
    { bytes: 2e9, large: [{ path: "/dataset/trees/trees.json", bytes: 40_000_000 }] },
    "Увага: сайт матиме близько 1 000 файлів, 2 000 МБ, а Cloudflare Pages не бере файлу, більшого за 26,2 МБ, а таких 1 (найбільший — /dataset/trees/trees.json, 40 МБ).",
  ],
  [
    "a domain of its own: every host that would refuse it",
    own,
    { files: 60_000, bytes: 2e9, mostInFolder: 54_000 },
    "Увага: сайт матиме близько 60 000 файлів, 2 000 МБ, а GitHub Pages бере сайт щонайбільше на 1 000 МБ; Cloudflare Pages бере щонайбільше 20 000 файлів; Netlify бере щонайбільше 54 000 файлів в одній теці.",
  ],
])("%s", (_, site, change, said) => {
  const told = hostWarning({ ...small, ...change }, site)?.replace(/[\u00a0\u202f]/g, " ");
  expect(told).toBe(said === undefined ? undefined : said + advice);
});

test("a portal's size is known before its site is made: copies it does not make and versions count", () => {
  const measured = (line: string, files = examplePortal) => {
    const all = { ...files, "data/portal.yaml": `${files["data/portal.yaml"]}${line}` };
    return measureSite(catalogueOf(all), readRepository(treeOf(all), committed(all)));
  };
  const [both, none] = [measured(""), measured("copies: []\n")];
  expect(both.files - none.files).toBe(2);
  expect(both.bytes).toBeGreaterThan(none.bytes);
  expect(both.large.map(({ path }) => path)).toContain(
    `/dataset/stops/versions/${"0".repeat(10)}/stops.csv`,
  );
  expect(both.mostInFolder).toBeGreaterThan(100);
});
