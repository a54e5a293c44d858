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
  sized: [{ path: "/archive.zip", bytes: 26_214_400 }],
  mostInFolder: 300,
};
const own = "https://data.example.gov.ua";
const advice =
  " Складайте менше копій таблиць (copies у data/portal.yaml), тримайте великі файли на іншому сервері (їхня адреса — у path паспорта) або оберіть інший хостинг (.github/hosting.md).";

test.each<[what: string, site: string, change: Partial<SiteSize>, said: string | undefined]>([
  ["a small site", own, {}, undefined],
  ["as many files as are far from a limit", own, { files: 18_000 }, undefined],
  [
    "as many files of one folder, and bytes of one file and of all, as are far from one",
    own,
    { mostInFolder: 48_600, bytes: 900_000_000, sized: [{ path: "/a", bytes: 26_214_400 }] },
    undefined,
  ],
  [
    "files of one folder near a limit",
    own,
    { mostInFolder: 48_601 },
    "Увага: сайт матиме близько 1 000 файлів, 10 МБ, а Netlify бере щонайбільше 54 000 файлів в одній теці.",
  ],
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
    "another, and files of it that are too large, of which the largest is named",
    "https://data.pages.dev",
    {
      bytes: 2e9,
      sized: [
        { path: "/dataset/streets/streets.json", bytes: 30_000_000 },
        { path: "/dataset/trees/trees.json", bytes: 40_000_000 },
      ],
    },
    "Увага: сайт матиме близько 1 000 файлів, 2 000 МБ, а Cloudflare Pages не бере файлу, більшого за 26,2 МБ, а таких 2 (найбільший — /dataset/trees/trees.json, 40 МБ).",
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
  // Three copies, and the two notebooks that read one of them.
  expect(both.files - none.files).toBe(5);
  expect(both.bytes).toBeGreaterThan(none.bytes);
  expect(both.sized.map(({ path }) => path)).toContain(
    `/dataset/stops/versions/${"0".repeat(10)}/stops.csv`,
  );
  expect(both.mostInFolder).toBeGreaterThan(100);
});

test("bytes are estimated from those of tables: a copy and a version each take their share", () => {
  const repository = readRepository(treeOf(examplePortal), committed(examplePortal));
  const catalogue = catalogueOf(examplePortal);
  const measured = (bytes: number | undefined) =>
    measureSite(
      {
        ...catalogue,
        datasets: catalogue.datasets.map((set) => ({
          ...set,
          resources: set.resources.map(({ bytes: _, ...file }) => ({
            ...file,
            ...(bytes === undefined ? {} : { bytes }),
          })),
        })),
      } as typeof catalogue,
      repository,
    );
  const [large, small, unknown] = [measured(1_000_000), measured(0), measured(undefined)];
  // The table, its one version, JSON, a workbook, Parquet, its part of the archive.
  expect(large.bytes - small.bytes).toBe(1_000_000 * (1 + 1 + 1.6 + 0.65 + 0.5 + 0.3));
  const bytesOf = ({ sized }: SiteSize) =>
    sized
      .filter(({ path }) => /\/stops\.(csv|json|parquet|xlsx)$|archive/.test(path))
      .sort((a, b) => b.bytes - a.bytes);
  expect(bytesOf(large)).toEqual([
    { path: "/dataset/stops/stops.json", bytes: 1_600_000 },
    { path: "/dataset/stops/stops.csv", bytes: 1_000_000 },
    { path: `/dataset/stops/versions/${"0".repeat(10)}/stops.csv`, bytes: 1_000_000 },
    { path: "/dataset/stops/stops.xlsx", bytes: 650_000 },
    { path: "/dataset/stops/stops.parquet", bytes: 500_000 },
    { path: "/archive.zip", bytes: 300_000 },
  ]);
  // Of a file nobody knows the size of, what is typical is told.
  expect(new Set(bytesOf(unknown).map(({ bytes }) => bytes))).toEqual(new Set([4000, 0]));
  expect([unknown.files, small.files]).toEqual([large.files, large.files]);
});

test("a table more is a frame, three copies, Croissant, three notebooks and a file of the search's index more", () => {
  const catalogue = catalogueOf(examplePortal);
  const repository = readRepository(treeOf(examplePortal), committed(examplePortal));
  const { files, bytes } = measureSite(catalogue, repository);
  const without = measureSite(
    {
      ...catalogue,
      datasets: catalogue.datasets.map((set) => ({
        ...set,
        resources: set.resources.map(({ table: _, ...file }) => file),
      })) as typeof catalogue.datasets,
    },
    repository,
  );
  // Its frame, its three copies, the set’s Croissant, three notebooks, and what the index has of it.
  expect(files - without.files).toBe(9);
  const own = catalogue.datasets[0]?.resources[0]?.bytes ?? 0;
  expect(bytes - without.bytes).toBe(
    21_000 +
      Math.round(1.6 * own) +
      Math.round(0.65 * own) +
      Math.round(0.5 * own) +
      4 * 4_000 +
      1_200,
  );
});
