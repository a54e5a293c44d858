import { expect, test } from "vitest";
import type { History } from "../model/repository.ts";
import { treeOf } from "../model/tree.ts";
import { readRepository } from "../read/repository.ts";
import { examplePortal, stopsWith } from "../rules/example-portal.ts";
import { datesDerived } from "../rules/passport/dates-derived.ts";
import { catalogueOf } from "../test/fixtures/generated-portal.ts";
import { toCkanPackage } from "./dataset/ckan.ts";
import { renderSitemap } from "./feeds/sitemap.ts";

const today = "2026-11-23";
const passport = "data/datasets/stops/datapackage.yaml";
const imported = (...lines: string[]) => ({
  ...examplePortal,
  ...stopsWith(
    "frequency: yearly",
    ["frequency: yearly", "importedFrom: https://example.org/dataset/stops", ...lines].join("\n"),
  ),
});
/** Every file of the example in one commit of a day. */
const committedOn = (moment: string): History => {
  const commit = { hash: "a".repeat(40), time: Date.parse(moment) / 1000, subject: "Набір" };
  return {
    state: "complete",
    commits: new Map(Object.keys(examplePortal).map((path) => [path, [commit]])),
  };
};

/** Every day that is said of when the set changed, by who says it. */
function said(files: Record<string, string>, history?: History) {
  const catalogue = catalogueOf(files, { today, ...(history ? { history } : {}) });
  const [set] = catalogue.datasets;
  if (!set) throw new Error("The example has a set.");
  const ckan = toCkanPackage(set, catalogue);
  return {
    catalogue: catalogue.modified,
    set: [set.issued, set.modified, set.described, set.packaged],
    ckan: [ckan.metadata_created, ckan.metadata_modified],
    files: ckan.resources.map(({ last_modified }) => last_modified),
    sitemap: renderSitemap(catalogue, []).match(/(?<=<lastmod>)[^<]+/g) ?? [],
  };
}
const daysOf = (what: object) => JSON.stringify(what).match(/\d{4}-\d\d-\d\d/g) ?? [];

test.each([
  ["of a portal a set came from", imported("issued: 2098-01-01", "modified: 2099-12-31T00:00:00Z")],
  [
    "of a file that lies on another portal",
    Object.fromEntries(
      Object.entries(imported()).map(([path, text]) => [
        path,
        path === passport
          ? `${text.trimEnd()}\n  - name: plan\n    title: План\n    path: https://example.org/plan.pdf\n    modified: 2099-12-31\n`
          : text,
      ]),
    ),
  ],
])("a day that has not come, %s, is said by nobody", (_, files) => {
  const told = said(files);
  expect(daysOf(told).length).toBeGreaterThan(5);
  expect(daysOf(told).filter((day) => day > today)).toEqual([]);
});

test("a commit of a machine whose clock is wrong is of today", () => {
  const told = said(examplePortal, committedOn("2099-05-06T07:08:09Z"));
  expect(told.set).toEqual(Array(4).fill(`${today}T00:00:00Z`));
  expect([...new Set(daysOf(told))]).toEqual([today]);
});

test("a day of another portal that has not come is told at the passport; one that has is not", () => {
  const told = (files: Record<string, string>) =>
    datesDerived
      .check({ ...readRepository(treeOf(files)), today })
      .map(({ severity, message }) => `${severity}: ${message}`);
  expect(told(imported("issued: 2026-11-23", "modified: 2026-11-24T00:00:00Z"))).toEqual([
    "warning: У полі «modified» — день, який ще не настав: 2026-11-24.",
  ]);
  expect(told(imported("modified: 2026-11-23T23:59:59Z"))).toEqual([]);
});
