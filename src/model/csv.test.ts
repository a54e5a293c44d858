import { expect, test } from "vitest";
import { csvLine, listLine } from "./csv.ts";

test("a title that a spreadsheet would run is defused in the portal's own lists, never in a set's table", () => {
  const cells = ["=1+1", "+cmd|' /C calc'!A0", "-2+3+cmd", "@SUM(A1)", "\t=1", "Бюджет", ""];
  expect(listLine(cells)).toBe(`'=1+1,'+cmd|' /C calc'!A0,'-2+3+cmd,'@SUM(A1),'\t=1,Бюджет,\n`);
  expect(csvLine(cells)).toBe(`=1+1,+cmd|' /C calc'!A0,-2+3+cmd,@SUM(A1),\t=1,Бюджет,\n`);
});

test("figures and phones are no formulas", () => {
  expect(listLine(["-15", "+380 522 24-00-00", "-1 234,56", "+5"])).toBe(
    '-15,+380 522 24-00-00,"-1 234,56",+5\n',
  );
});
