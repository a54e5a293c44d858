import { expect, test } from "vitest";
import { longestReport } from "../../schemas/reports/review.ts";
import { parseReport } from "./parse.ts";

test("a report is read up to its longest, and not beyond", () => {
  const report = JSON.stringify({
    verdict: "fine",
    fresh: [],
    standing: [],
    mended: [],
    datasets: [],
    others: [],
    code: [],
  });
  expect(parseReport(report.padEnd(longestReport))?.verdict).toBe("fine");
  expect(parseReport(report.padEnd(longestReport + 1))).toBeUndefined();
  expect(parseReport("{")).toBeUndefined();
});
