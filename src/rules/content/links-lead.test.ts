import { expect, test } from "vitest";
import { treeOf } from "../../model/tree.ts";
import { readRepository } from "../../read/repository.ts";
import { examplePortal } from "../example-portal.ts";
import { linksLead } from "./links-lead.ts";

const portal = "data/portal.yaml";
/** Addresses of links that lead nowhere, of those a news has. */
const dead = (addresses: readonly string[], changes: Record<string, string> = {}) =>
  linksLead
    .check(
      readRepository(
        treeOf({
          ...examplePortal,
          ...changes,
          "content/news/a.mdx": `---\ntitle: Новина\ndate: 2026-01-01\ndescription: Опис\n---\n${addresses.map((to) => `[Тут](${to})\n`).join("\n")}`,
        }),
      ),
    )
    .map(({ message }) => /«(.*)»/.exec(message)?.[1]);

test("addresses of pages and files that the portal has lead somewhere", () => {
  expect(
    dead([
      ...["/", "/en/", "/dataset/stops/", "/dataset/stops", "/dataset/stops/stops.csv"],
      ...["/dataset/stops/?show=map#files", "/en/dataset/stops/", "/datasets/", "/datasets/?q=%D0"],
      ...["/publisher/council/", "/theme/envi/", "/help/cells-valid/", "/registers/acts/"],
      ...["/news/a/", "/plan/1.1/", "/report/2026/", "/registry.csv", "/feeds/news.atom"],
      ...["#here", "https://example.org/dataset/no/", "mailto:data@example.gov.ua"],
    ]),
  ).toEqual([]);
});

test("addresses of sets, publishers and pages that it has not do not", () => {
  const wrong = [
    ...["/dataset/stop/", "/dataset/stop/stops.csv", "/dataset/", "/publisher/rada/", "/theme/x/"],
    ...["/news/b/", "/dashboards/b/", "/help/no-such/", "/abaut/", "/docs/a/", "/constructor/"],
  ];
  expect(dead(wrong)).toEqual(wrong);
});

test("a portal in one language has no pages in another", () => {
  const one = { [portal]: `${examplePortal[portal]}languages: [uk]\n` };
  expect(dead(["/en/dataset/stops/", "/dataset/stops/"], one)).toEqual(["/en/dataset/stops/"]);
});
