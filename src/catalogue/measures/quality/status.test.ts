import { expect, test } from "vitest";
import { catalogueOf, generatedPortal } from "../../../test/fixtures/generated-portal.ts";
import { brokenLinksOf, checkRuns } from "./status.ts";

test("a check that never ran, or not for three days, is named as such", () => {
  const links = (checked: string) => ({
    checks: { links: { checked, links: [] } },
    today: "2026-11-23",
  });
  expect(
    checkRuns(links("2026-11-20")).map(({ name, last, stale }) => [name, last, stale]),
  ).toEqual([
    ["build", "2026-11-23", false],
    ["links", "2026-11-20", false],
    ["national-portal", undefined, true],
    ["feedback", undefined, true],
  ]);
  expect(checkRuns(links("2026-11-19"))[1]?.stale).toBe(true);
});

test("a broken link names the sets that send readers to it", () => {
  const law = "https://zakon.rada.gov.ua/laws/show/2939-17";
  const catalogue = catalogueOf({
    ...generatedPortal(2),
    "data/checks/links.yaml": `checked: 2026-11-23\nlinks: [{ url: "${law}", answer: "404", failures: 3, since: 2026-11-20 }]\n`,
  });
  expect(brokenLinksOf(catalogue)).toEqual([
    { url: law, answer: "404", since: "2026-11-20", datasets: ["stops-1", "stops-2"] },
  ]);
});
